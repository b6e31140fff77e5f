"""Reduces a Latin word to its consonants, and weighs its vowels.

Spellings of one name differ mostly in vowels and in the letters that stand for one sound: `Qassem`,
`Ghasem` and `Kasim` share the skeleton `ksm`. The skeleton finds; the vowels decide where both
names write them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_SOUNDS = (
    ("tch", "S"), ("ts", "s"), ("sch", "S"), ("dzh", "j"), ("dz", "z"), ("dj", "j"), ("kh", "x"),
    ("gh", "k"), ("sh", "S"), ("zh", "j"), ("ch", "S"), ("th", "t"), ("dh", "D"), ("ph", "f"),
    ("ck", "k"), ("q", "k"), ("g", "k"), ("p", "b"),
)  # fmt: skip
_HARD = re.compile(r"(?<=[gq])u(?=[eiay])")
"""A letter that only keeps the one before it hard: `Aguila`, `Aqila`."""
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
    sound = _SOFT_C.sub("s", _HARD.sub("", word))
    for letters, one in _SOUNDS:
        sound = sound.replace(letters, one)
    first = "A" if sound[0] in "aeiou" else sound[0].replace("v", "w")
    rest = re.sub("[aeiouywv]", "", sound[1:])
    rest = rest.replace("z", "s").replace("x", "h" if first == "h" else "x")
    whole = _DOUBLE.sub(r"\1", first.replace("z", "s") + rest)
    if len(whole) > 1 and whole.endswith("h"):
        whole = whole[:-1]
    whole = whole.replace("c", "k")
    return whole + "Y" if len(word) > 2 and word[-1] in "iy" else whole


@lru_cache(maxsize=65536)
def same_sounds(left: str, right: str, *, across: bool) -> bool:
    """Whether two words have one skeleton; `dh` is `d`, `z` or `th`, a first `Ye` may be an `E`.

    In short words `s` and `z` tell apart (`Nasir`, `Nazir`). `across` is for words of two scripts,
    where Cyrillic writes the sounds of `h` and `kh` alike, and Turkish and Arabic `t` and `d`.
    """
    one, other = skeleton(left), skeleton(right)
    if one == other:
        return len(one.strip("AY")) > 3 or _buzzes(left) == _buzzes(right)
    if (left[:2] == "ye" and right[:1] == "e") or (left[:1] == "e" and right[:2] == "ye"):
        one, other = one[1:], other[1:]
    if across:
        one, other = one.replace("x", "h"), other.replace("x", "h")
        if min(len(one), len(other)) > 4:
            one, other = one.replace("t", "d"), other.replace("t", "d")
    if "D" not in one and "D" not in other:
        return one == other
    return any(_said(one, d) == _said(other, d) for d in "dst")


def _said(bones: str, sound: str) -> str:
    return _DOUBLE.sub(r"\1", bones.replace("D", sound))


_DOUBLE = re.compile(r"([a-zA-Z])\1+")


def _buzzes(word: str) -> int:
    return len(_BUZZ.findall(word))


_BUZZ = re.compile("(?<![dt])z+(?!h)")


def turned(left: str, right: str, scripts: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Two words with a letter of one read the other way that its language may read it.

    Only words of three consonants or more are turned, but in Hebrew: short ones meet by chance.
    """
    least = 1 if "Hebr" in scripts else 3
    if min(len(skeleton(left)), len(skeleton(right))) < least:
        return
    for letter, other, only in _TURNS:
        if only and only not in scripts:
            continue
        for one in (letter.sub(other, left), left):
            for two in (letter.sub(other, right), right):
                if (one == left) != (two == right):
                    yield one, two


_TURNS = (
    (re.compile("g(?!h)"), "h", ""),
    (re.compile("g(?!h)"), "j", ""),
    (re.compile("j"), "y", ""),
    (re.compile("b"), "v", "Hebr"),
    (re.compile("k(?!h)"), "kh", "Hebr"),
    (re.compile("f"), "b", "Hebr"),
    (re.compile("v"), "f", "Arab"),
)
"""Ukrainian and Egyptian `g`, German and Hebrew `j`, Hebrew letters for two sounds, `v` in Arabic:
the letter, what else it may be, and the script that must be there."""


def vowels_apart(left: str, right: str) -> float:
    """How far the vowels of two words of one skeleton stand apart; below 1 they may be one word.

    An open vowel against a round one (`Hassan`, `Hussein`) costs 1; neighbours (`Qasem`, `Qasim`)
    nothing; a vowel that one of them leaves out, a half. Open against close costs a half
    (`Zolfaghar`, `Zulfiqar`), but 1 as the last vowel, which tells words apart (`Karam`, `Karim`),
    and where nothing else differs (`Talabani`, `Talibani`). Open against `ai` costs three quarters.
    """
    if left == right:
        return 0.0
    one, other = _vowels(left), _vowels(right)
    if one == other:
        return 0.0
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
    return row[-1] + 0.5 * _one_letter_apart(left, right)


_COSTS = {
    "ae": 0.0, "ea": 0.0, "ei": 0.0, "ie": 0.0, "ai": 0.5, "ia": 0.5, "eu": 1.0, "ue": 1.0,
    "Ea": 0.75, "aE": 0.75, "Ee": 0.0, "eE": 0.0, "Ei": 0.0, "iE": 0.0,
}  # fmt: skip


def _one_letter_apart(left: str, right: str) -> bool:
    """Whether two words differ in one `a` against `i` only, after the first syllable."""
    if len(left) != len(right):
        return False
    places = [place for place, letter in enumerate(left) if letter != right[place]]
    if len(places) != 1 or {left[places[0]], right[places[0]]} != {"a", "i"}:
        return False
    return _VOWEL_RUN.search(left[: places[0]]) is not None


@lru_cache(maxsize=65536)
def _vowels(word: str) -> str:
    """The vowels of a word as open `a`, middle `e`, close `i`, round `u`, and `E` for `ai`.

    Final ones are left out.
    """
    inner = _FINAL.sub("", _HARD.sub("", word))
    return "".join(_quality(run) for run in _VOWEL_RUN.findall(inner))


_FINAL = re.compile(r"(?:[aeiouy]+h?)$")


def _quality(run: str) -> str:
    if run in ("v", "w"):
        return ""
    if any(letters in run for letters in ("o", "u", "aw")):
        return "u"
    if run in ("a", "aa"):
        return "a"
    if set(run) <= set("iy") or run == "ee":
        return "i"
    return "e" if set(run) <= set("ewv") else "E"


def singular(word: str) -> str:
    """A people's name without its plural: `houthis`, `hwthywn` and `houthiyoun` alike."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) > 5 and word.endswith("is"):
        return word[:-1]
    return _PLURAL.sub("", word) if len(word) > 5 else word
