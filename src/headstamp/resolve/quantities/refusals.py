"""Words that hold a number and yet count nothing, or that count without saying how many."""

import re

from headstamp.model.values import Unresolved
from headstamp.resolve.numerals import ONES, TENS
from headstamp.resolve.quantities.row import ORDINAL_WORD
from headstamp.resolve.quantities.tables import REFUSED
from headstamp.resolve.quantities.units import CODES, CURRENCIES, PACKAGES

NO_NUMBER = Unresolved("names no number")
CALIBRE = Unresolved("is a calibre, and counts nothing")
SEVERAL = Unresolved("lists several amounts")
_DESIGNATION = Unresolved("is a designation, and its number counts nothing")
ORDINAL = Unresolved("says which in a row, not how many")
_FREQUENCY = Unresolved("says how often or how long, not how many")
_COMPARISON = Unresolved(REFUSED["more"])
_SEPARATOR = Unresolved("may be thousands or a decimal fraction, by the country")

_NUMBER_WORDS = "|".join([*ONES, *TENS])
_ONE_OF_A_ROW = "|".join(PACKAGES)
_MONEY = (
    rf"(?:rp|rs|dm|{'|'.join(CODES)})\d|[pk]\d{{1,3}},\d{{3}}"
    r"|[rn]\d[\d.,]* ?(?:m|bn|million|billion)\b"
)
_PATTERNS = (
    (CALIBRE, r"[\d.,x/ ×]+[- ]?mm\b.*|\.\d{2,3}\b.*|\d+[- ](?:calibre|caliber|gauge)\b.*"),
    (_DESIGNATION, rf"(?!x\d|{_MONEY})[a-z]{{1,12}}-?\d[\w-]*\b.*"),
    (ORDINAL, rf"(?:at least |about )?(?:the )?{ORDINAL_WORD}"
               rf"(?: (?:of (?:the )?(?:\d|{_NUMBER_WORDS}).*|(?:{_ONE_OF_A_ROW})\b.*))?"),
    (ORDINAL, r"(?:[a-z]+[- ])*(?:hundredth|thousandth|millionth)"),
    (_FREQUENCY, r"(?:every|each)\b.*|\S+[- ](?:day|week|month|year)s?(?:[- ]long)?"),
    (_FREQUENCY, r"daily|weekly|monthly|annually|yearly"),
    (_COMPARISON, r"(?:\S+ times|twice|double|triple|half) "
                  r"(?:the|as|that|larger|more|bigger|smaller)\b.*"),
    (_COMPARISON, r"(?:nearly |almost )?(?:double|triple)\b.*|as (?:many|much) \w+ as\b.*"),
    (_COMPARISON, r"(?:fewer|less|more) than (?:half )?(?:as|it|they)\b.*"),
    (_COMPARISON, r".+[- ](?:third|half|quarter) (?:more|less|fewer)"),
    (_SEPARATOR, r"(?:\D*[^\d.,])?[1-9]\d{0,2}\.\d{3}(?![\d.])"
                 rf"(?! ?(?:{'|'.join(CURRENCIES)})\b).*"),
)  # fmt: skip
_REFUSALS = tuple((reason, re.compile(pattern)) for reason, pattern in _PATTERNS)


def refused(text: str) -> Unresolved | None:
    """Why lower-case words count nothing; None where they may."""
    if text in REFUSED:
        return Unresolved(REFUSED[text])
    return next((reason for reason, pattern in _REFUSALS if pattern.fullmatch(text)), None)
