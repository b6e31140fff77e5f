"""Places in a row and plurals without a number: `the third batch`, `the first of eight`, `crates`.

An ordinal says which, and so that there is one: a third batch is one batch. A plural is two at
least.
"""

import re

from headstamp.model.values import Quantity
from headstamp.resolve.numerals import NUMERAL, ORDINALS, TENS, number
from headstamp.resolve.quantities.tables import UNCOUNTED
from headstamp.resolve.quantities.units import PACKAGES

ORDINAL_WORD = (
    rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})[- ])?(?:{'|'.join(ORDINALS)})|last|final|next)"
)
_PLURALS = {word: name for word, name in PACKAGES.items() if word != name and word.endswith("s")}
_SINGULAR = "|".join(sorted(set(PACKAGES.values()) - {""}, key=len, reverse=True))
_PLURAL = "|".join(sorted(_PLURALS, key=len, reverse=True))
_PREFIX = "(?:at least |about )?(?:the )?"
_OF_NUMBER = re.compile(rf"{_PREFIX}{ORDINAL_WORD} (?:\w+ )?of (?:the )?(?P<all>{NUMERAL})")
_PACKAGE_OF = re.compile(
    rf"{_PREFIX}{ORDINAL_WORD} (?:{_SINGULAR}) of (?:the )?(?P<size>{NUMERAL})"
)
_PACKAGE = re.compile(rf"{_PREFIX}{ORDINAL_WORD} (?:[a-z]+ )?(?P<unit>{_SINGULAR})(?: of .+)?")
_UNCOUNTED = re.compile(
    r"(?:(?:further|more|several more|many|other|new|whole|entire) )?"
    rf"(?P<unit>{_PLURAL})(?:(?: (?:and|&|upon) (?P=unit))| of (?!{NUMERAL}).+)?"
)


def in_a_row(text: str) -> Quantity | None:
    """How many an ordinal or a plural without a number means, None where it is neither."""
    sized = _PACKAGE_OF.fullmatch(text)
    if sized:
        size = number(sized["size"])
        return None if size is None else Quantity(size, size, False, None, "number")
    package = _PACKAGE.fullmatch(text)
    if package:
        return one(package["unit"])
    if _OF_NUMBER.fullmatch(text):
        return one(None)
    plural = _UNCOUNTED.fullmatch(text)
    if plural:
        return Quantity(2, None, True, _PLURALS[plural["unit"]] or None, "uncounted")
    if text in UNCOUNTED:
        return Quantity(UNCOUNTED[text], None, True, None, "uncounted")
    return None


def one(unit: str | None) -> Quantity:
    """One of a row."""
    return Quantity(1, 1, False, unit, "in-a-row")
