"""Brings the words of a date to one spelling, and holds the pieces that patterns are made of."""

import re
import unicodedata
from datetime import date

from headstamp.resolve.dates.scripts import GREGORIAN
from headstamp.resolve.numerals import NUMERAL, ORDINALS, TENS

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DECADES = {f"{name[:-1]}ies": value for name, value in TENS.items()}
CLOCK = (
    r"(?:(?:at|around|about|by|from|shortly after|just after|shortly before|just before|soon after"
    r"|after|before|until) )?"
    r"(?:\d{1,2}[:.][0-5]\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|[0-2]\d[0-5]\d ?(?:h|z|hrs"
    r"|hours)|0\d[0-5]\d|half past \w+|\w+ o'clock"
    r"|(?:early |late |mid |that )?(?:morning|afternoon|evening)s?"
    r"|noon|midday|midnight|dawn|daybreak|dusk|sunrise|sunset|sundown|nightfall|cockcrow"
    r"|first light|lunchtime|teatime"
    r"|(?:early|small) hours(?: of(?: morning)?)?|before dawn|pre dawn|predawn)"
    r"(?: (?:local(?: time)?|gmt|utc))?"
)

_PIECES = {
    "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "nth": r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|" + "|".join(ORDINALS) + r"|last|final)",
    "month": "(?P<month>" + "|".join(MONTHS) + ")",
    "weekday": "(?P<weekday>" + "|".join(WEEKDAYS) + ")",
    "season": "(?P<season>spring|summer|autumn|winter)",
    "year": r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)",
    "count": rf"(?P<count>{NUMERAL}|(?:an? )?(?:few|couple of|couple|several|many)|some|recent)",
    "unit": "(?P<unit>day|night|hour|week|fortnight|weekend|month|quarter|year|decade|century)",
    "units": "(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade|centurie|century)s?",
    "rest": "(?P<rest>.+)",
}
_SHORT = {
    **{name[:3]: name for name in MONTHS}, "sept": "september", "janu": "january",
    **{name[:3]: name for name in WEEKDAYS}, "tues": "tuesday",
    "weds": "wednesday", "thur": "thursday", "thurs": "thursday",
    "springtime": "spring", "summertime": "summer", "wintertime": "winter", "wk": "week",
    "wks": "weeks", "yr": "year", "yrs": "years", "mth": "month", "mths": "months",
    "mos": "months", "hrs": "hours", "nite": "night", "b4": "before", "til": "until",
    "till": "until", "upto": "up to", "yday": "yesterday", "yest": "yesterday", "tmrw": "tomorrow",
}  # fmt: skip
_SHORT_WORD = re.compile(r"\b(" + "|".join(_SHORT) + r")\b\.?(?!')")
_REPLACED = (
    (re.compile(r"[‘’ʼ`´]"), "'"),
    (re.compile(r"[‐‑‒–—―−]"), "-"),
    (re.compile(r"[“”\"«»()\[\]؛؟]"), " "),
    (re.compile(r"\bnineteen[- ](?=\w+ies\b)"), ""),
    (re.compile(r"\bfall(?= *$| (?:of )?(?:last|this|next|that|\d{4}))"), "autumn"),
    (re.compile(r"\b(early|mid)-to-(mid|late)\b[- ]"), r"\1 to \2 "),
    (re.compile(r"\b(early|mid|late|end|start|pre|post)-(?=[\w'])"), r"\1 "),
    (re.compile(r"(?<=\d)(st|nd|rd|th)?,? +of +(?=[a-z]{3,9}\b)"), r"\1 "),
    (re.compile(r",(?= *(?:'?\d\d|\d{4})$)|(?<=day),"), ""),
    (re.compile(r"(?<=[a-z])'s\b(?! \d)"), ""),
    (re.compile(r"\b(?:the|exactly)\b"), " "),
    (re.compile(r" ?- ?"), "-"),
    (re.compile(r"\s+"), " "),
)


def spelled(words: str, published: date | None) -> str:
    """Lower case, plain dashes and quotes, months and weekdays in full, years in four digits."""
    text = unicodedata.normalize("NFKC", words).casefold()
    text = f" {text} "
    if not text.isascii():
        text = "".join(_plain(character) for character in text)
        for name, english in GREGORIAN.items():
            text = text.replace(name, english)
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    text = _SHORT_WORD.sub(lambda match: _SHORT[match[1]], text)
    text = re.sub(r"(?<![\w'])'(\d\d)(?!\d|s)", lambda match: full_year(match[1], published), text)
    return text.strip(" .,;:!?-'")


def full_year(two_digits: str, published: date | None) -> str:
    """The year that two digits stand for: none later than ten years after the publication."""
    horizon = published.year + 10 if published else 2040
    year = horizon - horizon % 100 + int(two_digits)
    return str(year if year <= horizon else year - 100)


def shape(pattern: str) -> re.Pattern[str]:
    """A pattern whose `<day>`, `<month>` and the like stand for the pieces of that name."""
    return re.compile(re.sub(r"(?<!\?P)<([a-z]+)>", lambda match: _PIECES[match[1]], pattern))


def _plain(character: str) -> str:
    """Digits of any script as 0 to 9; invisible characters as nothing."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "" if unicodedata.category(character) == "Cf" else character
