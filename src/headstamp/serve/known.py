"""What is known of a party beside the ledger: its names with a source, what it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from headstamp.resolve.aliases import Alias, aliases
from headstamp.resolve.authority import Entry, shipped

SCRIPTS: Mapping[str, str] = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic",
    "Deva": "Devanagari", "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek",
    "Hang": "Hangul", "Hani": "Han", "Hebr": "Hebrew", "Latn": "Latin", "Mymr": "Myanmar",
    "Thai": "Thai",
}  # fmt: skip
"""ISO 15924 codes of the scripts that names are written in, in English."""

LANGUAGES: Mapping[str, str] = {
    "am": "Amharic", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "ckb": "Central Kurdish", "el": "Greek", "fa": "Persian", "he": "Hebrew", "hi": "Hindi",
    "hy": "Armenian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "ky": "Kyrgyz", "mk": "Macedonian", "mn": "Mongolian", "my": "Burmese", "ne": "Nepali",
    "ps": "Pashto", "ru": "Russian", "sr": "Serbian", "tg": "Tajik", "th": "Thai",
    "ti": "Tigrinya", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
"""ISO 639 codes of the languages that names are told to be in, in English."""


@dataclass(frozen=True, slots=True)
class Known:
    """A party of the authority file. `parents` run from the nearest; `members` are those right
    below it, by name; `home` is the state of its country, None where it is one.
    """

    entry: Entry
    names: tuple[Alias, ...]
    parents: tuple[Entry, ...]
    members: tuple[Entry, ...]
    home: Entry | None

    @property
    def years(self) -> str:
        """`2007–`, `1979–1990`; nothing where neither end is known."""
        since, until = (day[:4] if day else "" for day in (self.entry.since, self.entry.until))
        return f"{since}–{until}" if since or until else ""


def known(id: str) -> Known | None:
    """What is known of a party by its id; None where it is not in the authority file."""
    authority = shipped()
    entry = authority.entries.get(id)
    if entry is None:
        return None
    members = sorted(_members().get(id, ()), key=lambda member: member.name)
    home = _states().get(entry.country or "")
    return Known(
        entry,
        aliases(id),
        tuple(authority.entries[parent] for parent in authority.ancestors(id)),
        tuple(members),
        None if home is entry else home,
    )


@cache
def _members() -> dict[str, list[Entry]]:
    below: dict[str, list[Entry]] = {}
    for entry in shipped().entries.values():
        for parent in entry.parents:
            below.setdefault(parent, []).append(entry)
    return below


@cache
def _states() -> dict[str, Entry]:
    """The state of each country that there is today, by its code: the first that is listed."""
    entries = reversed(tuple(shipped().entries.values()))
    return {e.country: e for e in entries if e.kind == "state" and e.country and not e.until}
