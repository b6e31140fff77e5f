"""A bare name to a place: our list, countries, divisions and settlements, then other spellings."""

from dataclasses import replace
from difflib import SequenceMatcher

from headstamp.model.values import Place, Unresolved
from headstamp.resolve.places import gazetteer
from headstamp.resolve.places.catalogue import KIND_WORDS, Entry, catalogue, cores, countries
from headstamp.resolve.places.choosing import (
    NAMED_AS_REGION,
    Candidate,
    Setting,
    as_place,
    choose,
)
from headstamp.resolve.places.spelling import form, sound, without_article

# Penalties, in the measure of weights.
OTHER_NAME = 12
DOUBTFUL = 20
RARE_NAME = 15
VARIANT = 6
WITHOUT_KIND = 6
LETTERS_FOR_VARIANTS = 5
ALIKE = 0.6
KNOWN_BY_OTHER_NAMES = 62
REGION = "region"


def named(name: str, setting: Setting, *, kind: str = "") -> Place | Unresolved | None:
    """The place of a name; `kind` is that of a word beside it (`port`); None if unknown."""
    key = form(name)
    if not key or key.isdigit():
        return None
    if key in countries().shared:
        return Unresolved("several countries bear this name")
    if kind and isinstance(place := choose(_of_kind(name, kind), setting), Place):
        return place
    candidates = _by_form(name, key)
    if kind == REGION:
        regions = [each for each in candidates if each.entry.kind == REGION]
        candidates = [replace(each, rule=NAMED_AS_REGION) for each in regions] or candidates
    candidates += _without_kind(name, setting, candidates)
    if candidates:
        return choose(candidates, setting)
    if key in countries().adjectives:
        return None
    return choose(_by_sound(name, key, setting), setting)


def country_of(name: str) -> Entry | None:
    """The country of a name, an adjective excepted."""
    key = form(name)
    if code := countries().names.get(key):
        return gazetteer.country(code) or Entry(name, (code,), "country", None, None, 0)
    held = gazetteer.entries_of("form", key)
    return next((entry for entry in held if entry.kind == "country"), None)


def country_place(code: str, rule: str, score: float) -> Place | None:
    """The country of a code as a place."""
    if entry := gazetteer.country(code):
        return as_place(entry, rule, score)
    name = next((n for n in countries().written if countries().names.get(form(n)) == code), None)
    return Place(name, code, None, None, "country", score, rule) if name else None


def _of_kind(name: str, kind: str) -> list[Candidate]:
    """Places of our list that bear the name beside a word for their kind."""
    held = catalogue().by_core.get((kind, without_article(name)), ())
    return [Candidate(entry, 0, "name in our list") for entry in held]


def _without_kind(name: str, setting: Setting, others: list[Candidate]) -> list[Candidate]:
    """Places of our list in the context, named without the word for their kind.

    Only where no settlement there bears the name: `Kufra` is the town, not its airport.
    """
    towns = {code for each in others if each.entry.kind == "city" for code in each.entry.countries}
    return [
        replace(each, penalty=WITHOUT_KIND)
        for kind in KIND_WORDS
        for each in _of_kind(name, kind)
        if set(each.entry.countries) & setting.countries - towns
    ]


def _by_form(name: str, key: str) -> list[Candidate]:
    """All places that bear the name as it is written, with or without an Arabic article."""
    bare = without_article(name)
    own = dict.fromkeys((*catalogue().by_form.get(key, ()), *catalogue().by_form.get(bare, ())))
    found = [Candidate(entry, 0, "name in our list") for entry in own]
    if key in countries().names and (entry := country_of(name)):
        found.append(Candidate(entry, 0, "name of a country"))
    forms = (*gazetteer.entries_of("form", key), *gazetteer.entries_of("form", bare))
    listed = [_listed(entry, bare, sound(name)) for entry in dict.fromkeys(forms)]
    if key in countries().doubtful:
        listed = [_doubted(each) for each in listed]
    return found + listed


def _doubted(candidate: Candidate) -> Candidate:
    """A country whose name a region elsewhere bears counts less."""
    if candidate.entry.kind != "country":
        return candidate
    return replace(candidate, penalty=DOUBTFUL)


def _listed(entry: Entry, bare: str, heard: str) -> Candidate:
    """An entry of the gazetteer; names by which only few know a place count less."""
    main = (
        entry.kind != "city"
        or without_article(entry.name) == bare
        or bool(heard and sound(entry.name) == heard)
    )
    rule = "name of a country" if entry.kind == "country" else "name in the gazetteer"
    if main:
        return Candidate(entry, 0, rule)
    penalty = RARE_NAME if entry.weight < KNOWN_BY_OTHER_NAMES else OTHER_NAME
    return Candidate(entry, penalty, rule, main=False)


def _by_sound(name: str, key: str, setting: Setting) -> list[Candidate]:
    """Places whose name sounds so and is spelt alike, in the context's countries or well known."""
    heard = sound(name)
    if len(key) < LETTERS_FOR_VARIANTS or not heard:
        return []
    held = (*catalogue().by_sound.get(heard, ()), *gazetteer.entries_of("sound", heard))
    return [
        Candidate(entry, VARIANT, "spelling variant")
        for entry in dict.fromkeys(held)
        if set(entry.countries) & setting.countries
        or (not setting.countries and entry.weight >= KNOWN_BY_OTHER_NAMES)
        if _alike(without_article(name), entry)
    ]


def _alike(written: str, entry: Entry) -> bool:
    """Whether a form shares most of its letters, in order, with the name of an entry."""
    known = [without_article(entry.name), *(core for _, core in cores(entry.name))]
    return any(
        SequenceMatcher(None, written, each, autojunk=False).ratio() >= ALIKE for each in known
    )
