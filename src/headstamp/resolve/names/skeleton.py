"""Reduces a Latin word to its consonants, and weighs its vowels.

Spellings of one name differ mostly in vowels and in the letters that stand for one sound: `Qassem`,
`Ghasem` and `Kasim` share the skeleton `ksm`. The skeleton finds; the vowels decide where both
names write them.
"""

import re
from functools import lru_cache

_SOUNDS = (
    ("tch", "S"), ("ts", "s"), ("sch", "S"), ("dzh", "j"), ("dj", "j"), ("kh", "x"), ("gh", "k"),
    ("sh", "S"), ("zh", "j"), ("ch", "S"), ("th", "t"), ("dh", "D"), ("ph", "f"), ("ck", "k"),
    ("q", "k"), ("g", "k"), ("p", "b"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_PLURAL = re.compile(r"(?<=\w\w)(?:iyy?|y|i)(?:oun|un|oon|een|wn|yn|an)$")
_VOWEL_RUN = re.compile(r"[aeiouwyv]+")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a Latin `word` as classes; a first vowel is `A`; figures stay.

    >>> skeleton("hezbollah"), skeleton("hizbullah"), skeleton("ketaeb")
    ('hsbl', 'hsbl', 'ktb')
    """
    if not word:
        return ""
    sound = _SOFT_C.sub("s", word)
    for letters, one in _SOUNDS:
        sound = sound.replace(letters, one)
    first = "A" if sound[0] in "aeiou" else sound[0].replace("v", "w")
    rest = re.sub("[aeiouywv]", "", sound[1:])
    rest = rest.replace("z", "s").replace("x", "h" if first == "h" else "x")
    whole = re.sub(r"([a-zA-Z])\1+", r"\1", first.replace("z", "s") + rest)
    if len(whole) > 1 and whole.endswith("h"):
        whole = whole[:-1]
    whole = whole.replace("c", "k")
    return whole + "Y" if len(word) > 2 and word[-1] in "iy" else whole


def same_sounds(left: str, right: str, *, across: bool) -> bool:
    """Whether two words have one skeleton; `dh` is `d`, `z` or `th`, a first `Ye` may be an `E`.

    `across` is for words of two scripts, where Cyrillic writes the sounds of `h` and `kh` alike.
    """
    one, other = skeleton(left), skeleton(right)
    if one == other:
        return True
    if (left[:2] == "ye" and right[:1] == "e") or (left[:1] == "e" and right[:2] == "ye"):
        one, other = one[1:], other[1:]
    if across:
        one, other = one.replace("x", "h"), other.replace("x", "h")
    return any(one.replace("D", d) == other.replace("D", d) for d in "dst")


def vowels_apart(left: str, right: str) -> float:
    """How far the vowels of two words of one skeleton stand apart; below 1 they may be one word.

    An open vowel against a round one (`Hassan`, `Hussein`) costs 1; neighbours (`Qasem`, `Qasim`)
    nothing; a vowel that one of them leaves out, a half. Open against close costs a half
    (`Zolfaghar`, `Zulfiqar`), but 1 as the last vowel, which tells words apart (`Karam`, `Karim`).
    """
    if left == right:
        return 0.0
    one, other = _vowels(left), _vowels(right)
    if len(one) > len(other):
        one, other = other, one
    row = [0.5 * place for place in range(len(other) + 1)]
    for start, first in enumerate(one, start=1):
        before, row[0] = row[0], row[0] + 0.5
        for place, second in enumerate(other, start=1):
            last = 1 < place == len(other) and start == len(one)
            turn = 1.0 if last and first + second in ("ai", "ia") else None
            cost = before + (turn or _COSTS.get(first + second, float(first != second)))
            before = row[place]
            row[place] = min(cost, row[place] + 0.5, row[place - 1] + 0.5)
    return row[-1]


_COSTS = {"ae": 0.0, "ea": 0.0, "ei": 0.0, "ie": 0.0, "ai": 0.5, "ia": 0.5, "eu": 1.0, "ue": 1.0}


@lru_cache(maxsize=65536)
def _vowels(word: str) -> str:
    """The vowels of a word as open `a`, middle `e`, close `i`, round `u`; final ones left out."""
    inner = re.sub(r"(?:[aeiouy]+h?)$", "", word)
    return "".join(_quality(run) for run in _VOWEL_RUN.findall(inner))


def _quality(run: str) -> str:
    if run in ("v", "w"):
        return ""
    if any(letters in run for letters in ("o", "u", "aw")):
        return "u"
    if run in ("a", "aa"):
        return "a"
    return "i" if set(run) <= set("iy") or run == "ee" else "e"


def singular(word: str) -> str:
    """A people's name without its plural: `houthis`, `hwthywn` and `houthiyoun` alike."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) > 5 and word.endswith("is"):
        return word[:-1]
    return _PLURAL.sub("", word) if len(word) > 5 else word
