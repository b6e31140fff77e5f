"""A whole reading at once: each word's neighbours help to tell what it means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from headstamp.model import Document, Reading, Resolution, Resolutions, Span
from headstamp.model.reading import EntityType, Time
from headstamp.model.values import Unresolved, Value
from headstamp.resolve.antecedents import names, stands_for
from headstamp.resolve.authority import Authority, load, shipped
from headstamp.resolve.dates import resolve_dates
from headstamp.resolve.materiel import resolve_materiel_in
from headstamp.resolve.parties import resolve_parties_in
from headstamp.resolve.places.document import resolve_places_in
from headstamp.resolve.quantities import resolve_quantities

PARTY_ROLES = (
    "supplier", "recipient", "intermediary", "producer", "backer", "trainer", "trainee", "funder",
    "holder", "seizer", "user", "target", "actor", "addressee", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """Words to look up: their role, what they stand for, and the time of what is claimed."""

    role: str
    span: Span
    stands_for: Span | None
    time: Time | None

    @property
    def named(self) -> Span:
        """The words that name the thing."""
        return self.stands_for or self.span


@dataclass(frozen=True, slots=True)
class Text:
    """What is known around the words: all that was read, and which parties there are."""

    document: Document
    reading: Reading
    authority: Authority

    def mentions(self, *types: EntityType) -> list[Span]:
        """Where things of these types are named."""
        return [mention.span for mention in self.reading.mentions if mention.type in types]


Answer = Value | tuple[Value, ...] | Unresolved
Resolver = Callable[[Text, Sequence[Slot]], Sequence[Answer]]


def resolve(document: Document, reading: Reading, *, parties: Path | None = None) -> Resolutions:
    """What every filler of a claim and every source of a statement in `reading` comes to.

    `parties` is a user's file of parties, known beside the shipped ones. Raises `InputError`
    where it is none.
    """
    text = Text(document, reading, authority(parties))
    known = names(document.text, reading.coreferences)

    def slot(role: str, span: Span, time: Time | None) -> Slot:
        return Slot(role, span, stands_for(document.text, span, known), time)

    frames = [[slot(f.role, f.span, frame.time) for f in frame.fillers] for frame in reading.frames]
    sources = [slot("source", a.source, None) if a.source else None for a in reading.attributions]
    everything = [s for s in (*(s for slots in frames for s in slots), *sources) if s]
    answers: dict[Slot, Answer] = {}
    for roles, resolver in _RESOLVERS:
        asked = list(dict.fromkeys(s for s in everything if s.role in roles))
        answers.update(zip(asked, resolver(text, asked), strict=True))
    return Resolutions(
        tuple(tuple(_resolution(s, answers.get(s)) for s in slots) for slots in frames),
        tuple(_resolution(s, answers.get(s)) if s else Resolution() for s in sources),
    )


@lru_cache(4)
def authority(parties: Path | None) -> Authority:
    """The shipped parties, and those of a user's file; read once."""
    return load(parties) if parties else shipped()


def _resolution(slot: Slot, answer: Answer | None) -> Resolution:
    if not isinstance(answer, tuple):
        return Resolution(slot.stands_for, answer)
    first, *also = answer
    return Resolution(slot.stands_for, first, tuple(also))


def _dates(text: Text, slots: Sequence[Slot]) -> Sequence[Answer]:
    phrases = [(slot.named, slot.time) for slot in slots]
    return resolve_dates(text.document.text, phrases, text.document.published.day)


def _quantities(text: Text, slots: Sequence[Slot]) -> Sequence[Answer]:
    return resolve_quantities(text.document.text, [slot.named for slot in slots])


def _materiel(text: Text, slots: Sequence[Slot]) -> Sequence[Answer]:
    return resolve_materiel_in(
        text.document.text,
        [slot.span for slot in slots],
        stands_for=_antecedents(slots),
        mentions=text.mentions("WEAPON", "PLATFORM"),
    )


def _places(text: Text, slots: Sequence[Slot]) -> Sequence[Answer]:
    return resolve_places_in(
        text.document.text,
        [slot.span for slot in slots],
        stands_for=_antecedents(slots),
        mentions=text.mentions("PLACE"),
    )


def _parties(text: Text, slots: Sequence[Slot]) -> Sequence[Answer]:
    return resolve_parties_in(
        text.document.text,
        [slot.span for slot in slots],
        text.reading.coreferences,
        text.document.published.day,
        mentions=text.reading.mentions,
        authority=text.authority,
    )


def _antecedents(slots: Sequence[Slot]) -> dict[Span, Span]:
    return {slot.span: slot.stands_for for slot in slots if slot.stands_for}


_RESOLVERS: tuple[tuple[frozenset[str], Resolver], ...] = (
    (frozenset({"date"}), _dates),
    (frozenset({"quantity", "value"}), _quantities),
    (frozenset({"materiel"}), _materiel),
    (frozenset({"origin", "destination", "route", "place"}), _places),
    (frozenset(PARTY_ROLES), _parties),
)
