"""Reads numbers as English writes them: figures, words, and the two mixed (`4.5 million`)."""

import re

_ONE_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_FIRST_TO_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ONES = {"zero": 0} | {word: place for place, word in enumerate(_ONE_TO_NINETEEN.split(), 1)}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
DOZENS = {"dozen": 12, "score": 20, "gross": 144}
SCALES = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
ABBREVIATED = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "b": "billion",
    "bn": "billion", "bln": "billion", "tn": "trillion", "lac": "lakh", "lakhs": "lakh",
    "lacs": "lakh", "crores": "crore",
}  # fmt: skip
ORDINALS = {word: place for place, word in enumerate(_FIRST_TO_TWENTIETH.split(), 1)}

_WORD = f"(?:{'|'.join([*ONES, *TENS, *DOZENS, *SCALES, 'half'])})(?![a-z])"
_SCALE = "|".join([*SCALES, *ABBREVIATED, *DOZENS])
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ '\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"
FIGURE = rf"(?:{_FIGURE})[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
_AND = r"(?: and (?:(?:a|one) )?|[ -](?:a )?)"
_WORDS = rf"(?:(?:an?|one) )?{_WORD}(?:{_AND}{_WORD})*"
_SHARE_OF_SCALE = (
    rf"(?:(?:an?|one|two|three) )?(?:half|quarter|third)s? of an? (?:{'|'.join(SCALES)})(?![a-z])"
)
NUMERAL = rf"(?:{_SHARE_OF_SCALE}|(?:{FIGURE})(?:[ -]?(?:{_SCALE})(?![a-z]))*|{_WORDS}|an?(?= ))"
"""A pattern for whatever may be a number; `number` says whether it is one, and which."""

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_MIXED = re.compile(rf"(?P<figure>{FIGURE})(?P<scales>(?:[ -]?(?:{_SCALE})(?![a-z]))*)")


_PART_OF_SCALE = re.compile(
    r"(?:(?P<count>an?|one|two|three) )?(?P<part>half|quarter|third)s? of an? "
    rf"(?P<scale>{'|'.join(SCALES)})"
)
_PARTS = {"half": 2, "quarter": 4, "third": 3}


def number(words: str) -> float | None:
    """The number that lower-case `words` write, None where they write none.

    `two hundred and fifty`, `a dozen`, `four and a half million`, `1,500`, `10 000`, `4.5m`.
    """
    mixed = _MIXED.fullmatch(words)
    if mixed:
        value = figure(mixed["figure"])
        for scale in re.findall(rf"(?:{_SCALE})(?![a-z])", mixed["scales"]):
            value *= _scale(scale)
        return round(value, 6)
    part = _PART_OF_SCALE.fullmatch(words)
    if part:
        count = ONES.get(part["count"] or "one", 1)
        return SCALES[part["scale"]] * count / _PARTS[part["part"]]
    return _spelled(re.split(r"[ -]+", words))


def figure(digits: str) -> float:
    """The value of a figure with separators of thousands and perhaps a fraction sign."""
    rest = _FRACTIONS.get(digits[-1], 0.0)
    plain = re.sub(r"[, '\u2009\u202f]", "", digits.rstrip("".join(_FRACTIONS)))
    return (float(plain) if plain else 0.0) + rest


def ordinal(word: str) -> int | None:
    """Which in a row: `third`, `3rd` and `twenty-first` → 3, 3, 21; None where it is no ordinal."""
    written = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if written:
        return int(written[1])
    tens, _, unit = word.partition("-")
    if tens in TENS and unit in ORDINALS:
        return TENS[tens] + ORDINALS[unit]
    return ORDINALS.get(word)


def _scale(word: str) -> int:
    name = ABBREVIATED.get(word, word)
    return SCALES.get(name) or DOZENS[name]


def _spelled(tokens: list[str]) -> float | None:
    """Words around the greatest scale among them: what stands before it, times it, plus the rest.

    `four and a half million` is 4.5 times a million; `two million and a half` is 2.5 of them.
    """
    places = [place for place, token in enumerate(tokens) if token in SCALES or token in DOZENS]
    if not places:
        return _below_hundred(tokens)
    place = max(places, key=lambda place: (_scale(tokens[place]), place))
    size, before, after = _scale(tokens[place]), tokens[:place], tokens[place + 1 :]
    times = _spelled(before) if before and before not in (["a"], ["an"]) else 1.0
    if after[:1] == ["and"]:
        after = after[1:]
    if after in (["half"], ["a", "half"]):
        rest: float | None = size / 2
    else:
        rest = _spelled(after) if after else 0.0
    if times is None or rest is None or rest >= size or (size <= 144 and times >= 100):
        return None
    return times * size + rest


def _below_hundred(tokens: list[str]) -> float | None:
    """`seven`, `forty`, `forty-one`, each perhaps with `and a half`; `half`; `a half`."""
    halves = 0.0
    for half in (["and", "a", "half"], ["and", "half"], ["a", "half"], ["half", "a"], ["half"]):
        if tokens[-len(half) :] == half:
            tokens, halves = tokens[: -len(half)], 0.5
            break
    if not tokens:
        return halves or None
    if len(tokens) == 1:
        value = ONES.get(tokens[0], TENS.get(tokens[0]))
        return None if value is None else value + halves
    if len(tokens) == 2 and tokens[0] in TENS and 0 < ONES.get(tokens[1], 0) < 10:
        return TENS[tokens[0]] + ONES[tokens[1]] + halves
    return None
