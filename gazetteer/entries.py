"""A place on its way into the gazetteer, and which of its names are worth keeping."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from math import log10
from pathlib import Path

import yaml

from headstamp.resolve.places.spelling import marks_off

CODES = yaml.safe_load(Path(__file__).with_name("codes.yaml").read_text("utf-8"))
ROMANISED, ARABIC = frozenset(CODES["romanised"]), frozenset(CODES["arabic"])
LETTERS = {"ARABIC": "arabic_letters", "CYRILLIC": "cyrillic_letters"}
REGIONS_OF_CONFLICT = frozenset(CODES["conflict"])
KEPT_SCRIPTS = re.compile(r"[\u0000-\u024f\u0259\u02b0-\u02ff\u1e00-\u1eff\u2010-\u2019]+"
                          r"|[\u0400-\u04ff \-'’]+|[\u0600-\u06ff\u200c \-]+")  # fmt: skip
AIRPORT_CODE = re.compile(r"[A-Z]{2,4}\d?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all its names, the first that by which it is shown.

    `weight` is ten times a decimal logarithm of how likely the place is to be the one meant;
    `region` its first-level division as GeoNames codes it.
    """

    name: str
    names: tuple[str, ...]
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    kind: str
    weight: int
    inhabitants: int = 0

    @property
    def article(self) -> bool:
        """Whether names begin with an Arabic article, which English may drop."""
        return self.country in ARABIC

    @property
    def romanised(self) -> bool:
        """Whether English spellings of its names vary."""
        return self.country in ROMANISED


def weight(inhabitants: int, names: int, *, capital: bool = False) -> int:
    """How likely a place is the one meant: inhabitants, and languages that have a name for it.

    A city of a million that fifty languages name has 70 + 17; a capital has 8 more, which
    outweighs a namesake six times larger.
    """
    return round(10 * log10(inhabitants + 100) + 10 * log10(names + 1)) + 8 * capital


def worth_keeping(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """`name` and those other names that an English, Arabic, Persian or Cyrillic text may use.

    GeoNames mixes in codes of airports and machine romanisations, which begin in lower case.
    """
    kept = [
        other
        for other in others
        if KEPT_SCRIPTS.fullmatch(other)
        and not AIRPORT_CODE.match(other)
        and not other[0].islower()
        and len(other) > 2
    ]
    return (name, *dict.fromkeys(kept))


def in_use(names: tuple[str, ...], country: str) -> tuple[str, ...]:
    """Those names in letters that the country uses, Latin ones everywhere.

    Half the Persian and Cyrillic names in GeoNames are made by machine for towns elsewhere.
    """
    return tuple(name for name in names if country in CODES.get(_letters(name), (country,)))


def _letters(name: str) -> str:
    """The key in `codes.yaml` of the countries that use a name's letters."""
    return LETTERS.get(unicodedata.name(name[0], "OTHER").split()[0], "")


def shown(name: str, country: str) -> str:
    """The name as it is shown: in plain letters where they are a romanisation's (`Samarra`)."""
    return marks_off(name).strip(" '") if country in ROMANISED else name
