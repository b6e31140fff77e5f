"""A whole reading at once: each word's neighbours help to tell what it means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headstamp.model import Document, Reading, Resolution, Resolutions, Span
from headstamp.model.reading import Time
from headstamp.model.values import Unresolved, Value
from headstamp.resolve.antecedents import names, stands_for
from headstamp.resolve.dates import governed, resolve_date
from headstamp.resolve.materiel import resolve_materiel
from headstamp.resolve.parties import declarations, resolve_party
from headstamp.resolve.places import countries_named, resolve_places
from headstamp.resolve.quantities import resolve_quantity

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


Answer = tuple[Value, ...] | Unresolved
Resolver = Callable[[Document, Sequence[Slot]], Sequence[Answer]]


def resolve(document: Document, reading: Reading) -> Resolutions:
    """What every filler of a claim and every source of a statement in `reading` comes to."""
    known = names(document.text, reading.coreferences)

    def slot(role: str, span: Span, time: Time | None) -> Slot:
        return Slot(role, span, stands_for(document.text, span, known), time)

    frames = [[slot(f.role, f.span, frame.time) for f in frame.fillers] for frame in reading.frames]
    sources = [slot("source", a.source, None) if a.source else None for a in reading.attributions]
    everything = [s for s in (*(s for slots in frames for s in slots), *sources) if s]
    answers: dict[Slot, Answer] = {}
    for roles, resolver in _RESOLVERS:
        asked = list(dict.fromkeys(s for s in everything if s.role in roles))
        answers.update(zip(asked, resolver(document, asked), strict=True))
    return Resolutions(
        tuple(tuple(_resolution(s, answers.get(s)) for s in slots) for slots in frames),
        tuple(_resolution(s, answers.get(s)) if s else Resolution() for s in sources),
    )


def _resolution(slot: Slot, answer: Answer | None) -> Resolution:
    if answer is None or isinstance(answer, Unresolved):
        return Resolution(slot.stands_for, answer)
    first, *also = answer
    return Resolution(slot.stands_for, first, tuple(also))


def _dates(document: Document, slots: Sequence[Slot]) -> list[Answer]:
    return [
        _one(
            resolve_date(
                governed(document.text, slot.named.start, slot.named.end),
                published=document.published.day,
                tense=slot.time,
            )
        )
        for slot in slots
    ]


def _materiel(document: Document, slots: Sequence[Slot]) -> list[Answer]:
    return [_one(resolve_materiel(slot.named.of(document.text))) for slot in slots]


def _parties(document: Document, slots: Sequence[Slot]) -> list[Answer]:
    declared = declarations(document.text)
    return [_one(resolve_party(slot.named.of(document.text), declared=declared)) for slot in slots]


def _places(document: Document, slots: Sequence[Slot]) -> list[Answer]:
    mentions = [slot.named.of(document.text) for slot in slots]
    countries = countries_named(document.text)
    return [_one(place) for place in resolve_places(mentions, countries=countries)]


def _quantities(document: Document, slots: Sequence[Slot]) -> list[Answer]:
    return [_one(resolve_quantity(slot.named.of(document.text))) for slot in slots]


def _one(found: Value | Unresolved) -> Answer:
    return found if isinstance(found, Unresolved) else (found,)


_RESOLVERS: tuple[tuple[frozenset[str], Resolver], ...] = (
    (frozenset({"date"}), _dates),
    (frozenset({"quantity", "value"}), _quantities),
    (frozenset({"materiel"}), _materiel),
    (frozenset({"origin", "destination", "route", "place"}), _places),
    (frozenset(PARTY_ROLES), _parties),
)
