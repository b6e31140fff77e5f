"""Reads one amount, or two that span a range, from the beginning of words."""

import re
from dataclasses import dataclass, replace

from headstamp.resolve.numerals import ABBREVIATED, DOZENS, NUMERAL, SCALES, number
from headstamp.resolve.quantities.tables import (
    EXACT,
    FRACTION_PARTS,
    HEDGES,
    OCCASIONS,
    SHARE,
    SHARES,
    VAGUE,
)  # fmt: skip
from headstamp.resolve.quantities.units import sign_before, unit_after


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, which words gave it (`rule`), and the words left behind it."""

    low: float | None
    high: float | None
    unit: str | None
    rule: str
    rest: str
    approximate: bool = False
    counts: bool = True
    scale: float = 1.0


def _alternatives(words: "dict[str, object]") -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_HEDGE = re.compile(rf"(?P<word>{_alternatives({**HEDGES})})(?:(?<=[~≈<>≥≤])| )")
_VAGUE = re.compile(
    rf"(?P<word>{_alternatives({**VAGUE})})(?![\w-])(?: of(?= (?:the |these )?\w))?"
)
_EXACT = re.compile(rf"(?P<word>{_alternatives({**EXACT})})(?![\w-])(?: of(?= \w))?")
_SHARES = re.compile(rf"(?P<word>{_alternatives({**SHARES})})(?![\w-])")
_NUMERAL = re.compile(NUMERAL)
_PARTS = "|".join(sorted(FRACTION_PARTS, key=len, reverse=True))
_FRACTION = re.compile(
    r"(?P<count>an?|another|remaining|one|two|three|four|five|six|seven|eight|nine|\d)"
    r" ?(?:good )?[- ]?"
    rf"(?P<part>{_PARTS})s?(?![\w-])|(?P<alone>half|quarter)(?![\w-])|(?P<of>{_PARTS})(?= of )"
)
_ONE = {"a", "an", "another", "remaining"}
_RATIO = re.compile(
    rf"(?P<one>{NUMERAL}) (?:[a-z]+ )?(?:in(?: every)?|out of(?: every)?) "
    rf"(?P<other>{NUMERAL})(?![\w-])"
)
_ROUND = {3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000}
_SCALE_END = re.compile("(?:" + "|".join([*SCALES, *ABBREVIATED]) + ")$")
_JOINTS = (
    ("between ", " and "),
    ("from ", "(?: up)? to "),
    ("", " to | ?- ?| or |, ?(?:perhaps |maybe |or )?"),
)


def hedge_before(text: str) -> tuple[str, str] | None:
    """What the first words do to the amount after them, and those that follow."""
    match = _HEDGE.match(text)
    return (HEDGES[match["word"]], text[match.end() :]) if match else None


def amount(text: str) -> Amount | None:
    """The amount that `text` begins with: a range before a single one, for it says more."""
    for before, joint in _JOINTS:
        found = _range(text, before, joint)
        if found:
            return found
    return single(text)


def _range(text: str, before: str, joint: str) -> Amount | None:
    opening = re.match(before, text)
    one = _hedged(text[opening.end() :]) if opening else None
    if one is None or one.low is None:
        return None
    join = re.match(joint, one.rest)
    other = _hedged(one.rest[join.end() :]) if join else None
    if (
        other is None
        or other.low is None
        or other.high is None
        or other.rule == "fraction" != one.rule
    ):
        return None
    if one.unit is not None and other.unit is not None and one.unit != other.unit:
        return None
    low = one.low
    if one.scale == 1.0 and low <= other.high / other.scale:
        low *= other.scale
    if low > other.high and before == "from " and other.unit:  # a fall, `from $15m to $5m`
        return replace(other, high=low, rule="range", counts=False)
    if low > other.high:
        return None
    return replace(other, low=low, high=other.high, unit=other.unit or one.unit, rule="range",
                   counts=one.counts and other.counts,
                   approximate=one.approximate or other.approximate)  # fmt: skip


def _hedged(text: str) -> Amount | None:
    """A single amount with words before it that make it approximate, and no more than that."""
    hedge = hedge_before(text)
    if hedge and hedge[0] in {"about", "same"} and single(text) is None:
        found = single(hedge[1])
        return replace(found, approximate=True) if found and hedge[0] == "about" else found
    return single(text)


def single(text: str) -> Amount | None:
    """One amount: a currency's figure, a ratio, a share, a number, or a vague word."""
    money = sign_before(text)
    if money:
        found = _numeral(money.rest)
        return found and replace(found, unit=money.name, counts=False)
    return _ratio(text) or _fraction(text) or _vague(text) or _numeral(text) or _exact(text) \
        or _share(text)  # fmt: skip


def _numeral(text: str) -> Amount | None:
    match = _NUMERAL.match(text)
    words = match[0] if match else ""
    while words:
        value = number(words)
        if words in {"a", "an"} and unit_after(text[len(words) :]).name:
            value = 1.0
        if value is not None and not re.match(r"[\d.,]*\d|[a-z]", text[len(words) :]):
            return _measured(value, words, text[len(words) :])
        words = re.sub(r"[ -]?[^ -]*$", "", words)
    return None


def _measured(value: float, words: str, rest: str) -> Amount:
    """The number with its unit; `a tonne and a half` has its half behind the unit."""
    ending = _SCALE_END.search(words)
    scale = float(SCALES[ABBREVIATED.get(ending[0], ending[0])]) if ending else 1.0
    if words in {"a", "an", *DOZENS}:
        scale = 1.0
    pairs = re.match(r" (?:pairs|brace)(?: of)?(?![\w-])", rest)
    if pairs:
        return Amount(2 * value, 2 * value, None, "number", rest[pairs.end() :])
    unit = unit_after(rest)
    half = re.match(r" and a half(?! )", unit.rest)
    if half and unit.name:
        value, unit = value + 0.5, replace(unit, rest=unit.rest[half.end() :])
    return Amount(value, value, unit.name, "number", unit.rest, counts=unit.counts, scale=scale)


def _vague(text: str) -> Amount | None:
    match = _VAGUE.match(text)
    if match is None:
        return None
    low, high = VAGUE[match["word"]]
    unit = unit_after(text[match.end() :])
    return Amount(low, high, unit.name, "vague", unit.rest, approximate=True, counts=unit.counts)


def _exact(text: str) -> Amount | None:
    match = _EXACT.match(text)
    if match is None:
        return None
    value = EXACT[match["word"]]
    if match["word"] in OCCASIONS:
        return Amount(value, value, "time", "word", text[match.end() :])
    unit = unit_after(text[match.end() :])
    return Amount(value, value, unit.name, "word", unit.rest, counts=unit.counts)


def _share(text: str) -> Amount | None:
    match = _SHARES.match(text)
    if match is None:
        return None
    low, high = SHARES[match["word"]]
    is_whole = low == high
    return Amount(low, high, SHARE, "share", text[match.end() :], approximate=not is_whole,
                  counts=False)  # fmt: skip


def _fraction(text: str) -> Amount | None:
    """`two-thirds`; `half a tonne` is half of a measure, `half` alone a share of something."""
    match = _FRACTION.match(text)
    if match is None:
        return None
    part = match["part"] or match["alone"] or match["of"]
    count = number(match["count"]) if match["count"] and match["count"] not in _ONE else 1.0
    value = round((count or 1.0) / FRACTION_PARTS[part], 4)
    rest = text[match.end() :]
    measure = re.match(r"(?: of)? an? (?=\w)|-(?=\w)", rest)
    if measure:
        unit = unit_after(rest[measure.end() :])
        if unit.name and not unit.counts:
            return Amount(value, value, unit.name, "fraction", unit.rest, counts=False)
        if number(f"half a {rest[measure.end() :].split(' ')[0]}") is not None:
            return None
    return Amount(value, value, SHARE, "fraction", rest, counts=False)


def _ratio(text: str) -> Amount | None:
    match = _RATIO.match(text)
    if match is None:
        return None
    one, other = number(match["one"]), number(match["other"])
    if one is None or other is None or other not in _ROUND or one > other:
        return None
    return Amount(one / other, one / other, SHARE, "ratio", text[match.end() :], counts=False)
