"""One phrase to its bounds: refusals first, then hedges, the amount, its unit and its rate."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from headstamp.model.values import Quantity, Unresolved
from headstamp.resolve.numerals import NUMERAL, ONES, TENS, number
from headstamp.resolve.quantities.amounts import Amount, amount, hedge_before
from headstamp.resolve.quantities.refusals import CALIBRE, NO_NUMBER, SEVERAL, refused
from headstamp.resolve.quantities.row import in_a_row
from headstamp.resolve.quantities.tables import AFTERTHOUGHTS, SHARE
from headstamp.resolve.quantities.units import CURRENCIES, PACKAGES, unit_after

LONGEST_WORDS = 120
"""Characters; more is a sentence."""

_RATE = re.compile(
    r"(?<! of)(?<! in)(?<! and) (?:(?:per|an?|the) (?P<each>[a-z]+)"
    r"|(?:every|each) (?P<every>(?:[\w-]+ )?[a-z]+)"
    r"|(?P<item>apiece|each|per head|a head|a piece))$"
)
_NAMED = re.compile(
    r"(?:the )?(?:(?:estimated|nominal|declared|total|reported|stated|cash) )?"
    r"(?:value|price|cost|sum|budget|equivalent|ransom|fee|(?:[a-z]+ )?worth|total) (?:of )?"
)
_MULTIPLIED = re.compile(r"(?:x|×) ?(?P<after>\d[\d,]*)|(?P<before>\d[\d,]*) ?[x×]")
_ADDED = re.compile(r" (?:more|further|others|extra|additional|in all|in total|altogether|full)$")
_ANOTHER = re.compile(rf"(?:,|\band|,? plus) (?!an? (?!hundred|thousand|million)){NUMERAL}")
_NOT = re.compile(r"not (?=\d|(?:" + "|".join(sorted({*ONES, *TENS} - {"one"})) + r")\b)")
_EXTREMES = re.compile(r"(?P<least>more than .+?),? (?:but |and )?(?P<most>(?:less|fewer) than .+)")
_LOTS = re.compile(r"(?:in )?(?P<lot>lot|load|consignment|batch)(?:e?s) of (?P<amount>.+)")
_GOODS = re.compile(r"[a-z][a-z -]*, (?P<amount>.+)")
_EUROPEAN = re.compile(rf"(?<![\d.,])(\d{{1,3}})\.(\d{{3}})(?= (?:{'|'.join(CURRENCIES)})\b)")
_CONTRAST = re.compile(r"(?P<meant>.+?), (?:but )?not (?:the )?.+")


@lru_cache(4_096)
def resolve_quantity(words: str) -> Quantity | Unresolved:
    """The bounds of what `words` count or measure, or why they set none.

    `more than 300` rockets are at least 301; `dozens` are 24 to 99. Money keeps its currency.
    What comes in lots per time or per piece says so in its unit (`US dollar per month`).
    """
    text = _plain(words)
    if not text or len(text) > LONGEST_WORDS:
        return NO_NUMBER
    row = in_a_row(text)
    if row:
        return row
    refusal = refused(text)
    if refusal:
        return refusal
    extremes = _EXTREMES.fullmatch(text)
    if extremes:
        return _between(extremes["least"], extremes["most"])
    contrast = _CONTRAST.fullmatch(text)
    found = _read(contrast["meant"] if contrast else text)
    if found != NO_NUMBER:
        return found
    split = _LOTS.fullmatch(text) or _GOODS.fullmatch(text)
    return _measured_goods(split) if split else found


def _measured_goods(match: re.Match[str]) -> Quantity | Unresolved:
    """`gold, two tonnes` are two tonnes; `lots of ten` are ten a lot."""
    found, lot = _read(match["amount"]), match.groupdict().get("lot")
    if isinstance(found, Unresolved):
        return found
    if lot:
        return replace(found, unit=" ".join(filter(None, (found.unit, f"per {lot}"))))
    return found if found.unit else NO_NUMBER


def _plain(words: str) -> str:
    text = unicodedata.normalize("NFC", words).lower()
    text = "".join(_digit(character) for character in text)
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"[‘’`´]", "'", text))
    text = _EUROPEAN.sub(r"\1,\2", text)
    text = re.sub(r"[“”\"«»]|\((?:\w|-)*\)", " ", text)
    text = re.sub(r"\b100'?s\b", "hundreds", re.sub(r"\b1,?000'?s\b", "thousands", text))
    text = re.sub(r"\s+", " ", text).strip(" .;:!?'")
    return re.sub(r"^(?:the|by the) ", "", text)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _between(least: str, most: str) -> Quantity | Unresolved:
    low, high = _read(least), _read(most)
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return NO_NUMBER
    if low.low is None or high.high is None or low.low > high.high:
        return NO_NUMBER
    return replace(high, low=low.low, rule="range")


def _read(text: str) -> Quantity | Unresolved:
    multiplied = _MULTIPLIED.fullmatch(text)
    if multiplied:
        text = multiplied["after"] or multiplied["before"]
    text = _NOT.sub("fewer than ", text, count=1)
    text, rate = _without_rate(_NAMED.sub("", text, count=1))
    text, after = _without_afterthought(text)
    text = _ADDED.sub("", text)
    found, hedges = _hedged(text)
    if found is None:
        found = _one_package(text)
    if found is None:
        return refused(text) or NO_NUMBER
    if found.counts and found.low and found.low % 1 and "." in text:
        return CALIBRE
    if _ANOTHER.search(found.rest) and found.rule != "range":
        return SEVERAL
    found, after = _with_ending(found, after)
    quantity = Quantity(found.low, found.high, found.approximate, found.unit, found.rule)
    for hedge in [*hedges, after]:
        quantity = _bounded(quantity, hedge, whole=found.counts)
    unit = " ".join(filter(None, (quantity.unit, rate))) or None
    return replace(quantity, unit=unit)


def _without_rate(text: str) -> tuple[str, str | None]:
    """Cut `a month`, `per rifle`, `apiece` off; the words that say per what."""
    match = _RATE.search(text)
    if match is None or match.start() == 0:
        return text, None
    before, each = text[: match.start()], match["each"]
    found = amount(hedge_free(before))
    if found is None or found.rule == "fraction" or (each and number(f"a {each}")):
        return text, None
    if match["item"]:
        return before, "each"
    return before, f"per {match['each'] or match['every']}"


def hedge_free(text: str) -> str:
    """The words from the amount on."""
    while amount(text) is None:
        hedge = hedge_before(text)
        if hedge is None:
            return text
        text = hedge[1]
    return text


def _without_afterthought(text: str) -> tuple[str, str]:
    for words, effect in AFTERTHOUGHTS.items():
        gap = "" if words in {"+", "-ish", "ish", "-plus"} else " "
        if text.endswith(gap + words):
            return text.removesuffix(gap + words), effect
    return text, "same"


def _hedged(text: str) -> tuple[Amount | None, list[str]]:
    """The amount, and what the words before it do, the nearest first."""
    hedges: list[str] = []
    found = amount(text)
    while found is None or found.rule in {"share", "word"}:
        hedge = hedge_before(text)
        if hedge is None:
            break
        inner = amount(hedge[1])
        if found is not None and (inner is None or inner.rule == "share"):
            break
        hedges.insert(0, hedge[0])
        text, found = hedge[1], inner
    return found, hedges


def _one_package(text: str) -> Amount | None:
    """`crate`, `truckload of rifles`: one of them; `tonne and a half`, without its article."""
    if re.match(r"[a-z]+ and a half\b", text):
        return amount(f"a {text}")
    unit = unit_after(text)
    word = re.match(r"[\w-]+", text)
    if unit.name is None or word is None:
        return None
    is_one = word[0] == unit.name and word[0] in PACKAGES
    return Amount(1, 1, unit.name, "one", unit.rest) if is_one else None


_ODD = re.compile(r"-? ?odd\b")
_ENDINGS = (
    (re.compile(r" or more\b"), "least"), (re.compile(r"\+|-plus\b| plus\b"), "least"),
    (re.compile(r" or so\b|-?ish\b"), "about"),
)  # fmt: skip


def _with_ending(found: Amount, after: str) -> tuple[Amount, str]:
    """What hangs on the number itself, as in `70+`, `20 or more`, `200-odd`."""
    odd = _ODD.match(found.rest)
    if odd:
        return _odd(found, found.rest[odd.end() :]), after
    for pattern, effect in _ENDINGS:
        if pattern.match(found.rest):
            return found, effect
    return found, after


def _odd(found: Amount, rest: str) -> Amount:
    """`200-odd` runs to where its last digit would change; `50-odd million` likewise."""
    if not found.low or found.low != found.high or found.low % 1 or found.unit == SHARE:
        return replace(found, approximate=True)
    size = 10 ** (len(f"{found.low:.0f}") - len(f"{found.low:.0f}".rstrip("0")))
    scaled = amount(f"1{rest}") if rest else None
    if scaled is None or scaled.low is None or scaled.unit == SHARE:
        return replace(found, high=found.low + size - 1, approximate=True, rule="odd")
    low, above = found.low * scaled.low, (found.low + size) * scaled.low
    return replace(scaled, low=low, high=above - 1, approximate=True, rule="odd")


def _bounded(quantity: Quantity, hedge: str, *, whole: bool) -> Quantity:
    """Open or soften the bounds; of whole things `more than 300` begins at 301."""
    low, high = quantity.low, quantity.high
    step = 1 if whole and low is not None and low == int(low) else 0
    if hedge == "more" and low is not None:
        return replace(quantity, low=low + step, high=_roof(quantity), rule="more-than")
    if hedge == "least" and low is not None:
        return replace(quantity, high=_roof(quantity), rule="at-least")
    if hedge == "fewer" and high is not None:
        return replace(quantity, low=None, high=max(high - step, 0), rule="fewer-than")
    if hedge == "most" and high is not None:
        return replace(quantity, low=None, rule="up-to")
    if hedge == "about":
        return replace(quantity, approximate=True)
    return quantity


def _roof(quantity: Quantity) -> float | None:
    """A share does not exceed the whole; other amounts are open above."""
    is_part = quantity.unit == "share" and quantity.low is not None and quantity.low < 1
    return 1.0 if is_part else None
