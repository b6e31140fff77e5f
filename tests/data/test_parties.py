"""The catalogue of parties keeps its own promises, whatever files lie in data/parties/."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from headstamp.model.values import PartyKind

CATALOGUE = Path(__file__).parents[2] / "src" / "headstamp" / "data" / "parties"
FIELDS = {
    "id", "name", "kind", "country", "parents", "from", "to", "aliases", "adjectives", "demonyms",
    "capitals", "ambiguous", "source", "note",
}  # fmt: skip
LETTERS = {  # how the Unicode names of a script's letters begin
    "arab": ("ARABIC",),
    "armn": ("ARMENIAN",),
    "beng": ("BENGALI",),
    "cyrl": ("CYRILLIC",),
    "deva": ("DEVANAGARI",),
    "ethi": ("ETHIOPIC",),
    "geor": ("GEORGIAN",),
    "grek": ("GREEK",),
    "hang": ("HANGUL",),
    "hani": ("CJK",),
    "hebr": ("HEBREW",),
    "jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "mymr": ("MYANMAR",),
    "thai": ("THAI",),
}
SCRIPTS = {
    "ar": "arab", "fa": "arab", "ps": "arab", "ckb": "arab", "ur": "arab",
    "ru": "cyrl", "uk": "cyrl", "be": "cyrl", "bg": "cyrl", "sr": "cyrl", "mk": "cyrl",
    "he": "hebr", "el": "grek", "hy": "armn", "ka": "geor", "ko": "hang",
}  # fmt: skip

Entry = dict[str, Any]


def _entries() -> list[Entry]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted(CATALOGUE.glob("*.yaml"))
    return [entry for file in files for entry in yaml.load(file.read_text("utf-8"), loader)]


ENTRIES = _entries()
BY_ID = {entry["id"]: entry for entry in ENTRIES}


def _text(alias: str | dict[str, str]) -> str:
    return alias if isinstance(alias, str) else alias["text"]


def _words(entry: Entry) -> Iterator[str]:
    """Every word by which an entry may be found."""
    yield entry["name"]
    for field in ("aliases", "adjectives", "demonyms", "capitals"):
        yield from map(_text, entry.get(field, ()))


def _written(entry: Entry) -> Iterator[str | dict[str, str]]:
    """The words that may be in another script, as the file has them."""
    for field in ("aliases", "capitals"):
        yield from entry.get(field, ())


def _marked(entry: Entry) -> set[str]:
    return {_folded(_text(word)) for word in entry.get("ambiguous", ())}


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _foreign(text: str, starts: tuple[str, ...]) -> list[str]:
    return [
        letter
        for letter in text
        if letter.isalpha() and not unicodedata.name(letter, "").startswith(starts)
    ]


def _ancestors(entry: Entry) -> set[str]:
    """The ids above an entry, each once; its own id among them means a ring."""
    above: set[str] = set()
    waiting = list(entry.get("parents", ()))
    while waiting:
        parent = waiting.pop()
        if parent not in above:
            above.add(parent)
            waiting += BY_ID[parent].get("parents", ())
    return above


def test_every_id_is_of_one_entry() -> None:
    counts = Counter(entry["id"] for entry in ENTRIES)
    assert [id_ for id_, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("field", ["id", "name", "kind", "source"])
def test_every_entry_has_what_none_may_lack(field: str) -> None:
    assert [entry["id"] for entry in ENTRIES if not str(entry.get(field) or "").strip()] == []


def test_no_field_is_misspelt() -> None:
    assert {entry["id"]: set(entry) - FIELDS for entry in ENTRIES if set(entry) - FIELDS} == {}


def test_kinds_are_known() -> None:
    assert {entry["kind"] for entry in ENTRIES} <= set(get_args(PartyKind))


def test_parents_exist_and_none_is_its_own_ancestor() -> None:
    missing = [(e["id"], p) for e in ENTRIES for p in e.get("parents", ()) if p not in BY_ID]
    assert missing == []
    assert [entry["id"] for entry in ENTRIES if entry["id"] in _ancestors(entry)] == []


def test_countries_are_two_capitals() -> None:
    """`NO` unquoted would be read as false: the code of Norway is the one that goes wrong."""
    codes = {entry["id"]: entry["country"] for entry in ENTRIES if "country" in entry}
    wrong = {
        id_: code
        for id_, code in codes.items()
        if not (isinstance(code, str) and len(code) == 2 and code.isalpha() and code.isupper())
    }
    assert wrong == {}


def test_years_are_years_in_order() -> None:
    """A year, or a day where the day decides who was meant (the Soviet Union, Russia)."""
    spans = {entry["id"]: (entry.get("from", 1900), entry.get("to", 2000)) for entry in ENTRIES}
    years = {
        id_: [edge if isinstance(edge, int) else edge.year for edge in span]
        for id_, span in spans.items()
    }
    wrong = [
        id_
        for id_, (first, last) in years.items()
        if not 1100 <= first <= 2100
        or not 1800 <= last <= 2100
        or ("to" in BY_ID[id_] and first > last)
    ]
    assert wrong == []


def test_words_are_clean_and_told_once_by_an_entry() -> None:
    """An adjective may repeat an alias (`US`); within one field nothing stands twice."""
    for entry in ENTRIES:
        for word in _words(entry):
            assert isinstance(word, str), (entry["id"], word)
            assert word == unicodedata.normalize("NFC", word).strip() != "", (entry["id"], word)
        for field in ("aliases", "adjectives", "demonyms", "capitals"):
            counts = Counter(map(_text, entry.get(field, ())))
            assert not [word for word, count in counts.items() if count > 1], entry["id"]


def test_a_word_of_two_entries_is_marked_ambiguous_by_each() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        for word in _words(entry):
            owners[_folded(word)].add(entry["id"])
    unmarked = {
        word: sorted(ids)
        for word, ids in owners.items()
        if len(ids) > 1 and any(word not in _marked(BY_ID[id_]) for id_ in ids)
    }
    assert unmarked == {}


def test_what_is_marked_ambiguous_is_the_entry_s_own_word() -> None:
    strange = {
        entry["id"]: _marked(entry) - set(map(_folded, _words(entry)))
        for entry in ENTRIES
        if _marked(entry) - set(map(_folded, _words(entry)))
    }
    assert strange == {}


def test_plain_words_are_in_latin_letters() -> None:
    foreign = [
        (entry["id"], word)
        for entry in ENTRIES
        for word in _written(entry)
        if isinstance(word, str) and _foreign(word, ("LATIN", "MODIFIER"))
    ]
    assert foreign == []


def test_scripts_and_languages_match_the_letters() -> None:
    for entry in ENTRIES:
        for alias in _written(entry):
            if isinstance(alias, str):
                continue
            script = alias.get("script") or SCRIPTS[alias["lang"]]
            assert script == SCRIPTS.get(alias.get("lang", ""), script), (entry["id"], alias)
            assert _foreign(alias["text"], LETTERS[script]) == [], (entry["id"], alias)
