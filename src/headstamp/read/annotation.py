"""Readings made elsewhere: a person's annotation, or another program's reading, as a `Reading`.

Two forms are taken, told apart record by record.

Annotation guidelines: a span is a reference, words of the text with `@n` for the n-th occurrence
as whole words; attributions and claims have ids, `by` and `in` point at the ids, `entities` are
`{"type", "names": [..]}` and stand wherever their names do, `corefs` is `{reference: reference}`.

Offsets: a span is `[start, end]` in code points, `by` and `in` are indexes into `attributions`,
`entities` are `{"type", "span"}`, `corefs` are `{"anaphor", "antecedent"}`. It is what the
command's own JSON lines hold, so what was printed can be read again.

What does not fit the text or the words of the guidelines is an `InputError` that names it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from headstamp.errors import InputError
from headstamp.model.document import NOT_THE_ARTICLE, Document
from headstamp.model.reading import (
    ENTITY_TYPES,
    FACTUALITIES,
    ROLES,
    TIMES,
    Attribution,
    Coreference,
    Filler,
    Frame,
    Kind,
    Mention,
    Reading,
)
from headstamp.read.references import Places, whole_words
from headstamp.read.sentences import sentences

ANNOTATED = "annotation"
"""The name of the reader, where the record does not give one."""

Record = Mapping[str, Any]


def annotated(record: Record, document: Document, *, place: str) -> Reading:
    """What `record` says of `document`, with a score of 1 where the record gives none.

    `place` names the record for errors (`readings.jsonl:3`). A claim's own id is kept as its
    frame's `source_id`. Raises `InputError` where the record does not fit the document.
    """
    if "text" in record and record["text"] != document.text:
        raise InputError(place, "has another text than the document", "give it with its own text")
    places = Places(document.text, place)
    numbers = _numbered(_list(record, "attributions", place), place)
    blocks = [b.span for b in document.blocks if b.kind not in NOT_THE_ARTICLE]
    reader = record.get("reader")
    return Reading(
        reader=reader if isinstance(reader, str) and reader else ANNOTATED,
        sentences=tuple(cut for block in blocks for cut in sentences(document.text, block)),
        mentions=tuple(_mentions(_list(record, "entities", place), places)),
        attributions=_uncircled(
            tuple(
                _attribution(item, numbers, places) for item in _list(record, "attributions", place)
            ),
            place,
        ),
        frames=tuple(_frame(item, numbers, places) for item in _list(record, "claims", place)),
        coreferences=tuple(_coreferences(record.get("corefs") or {}, places)),
    )


def _list(record: Record, field: str, place: str) -> list[Record]:
    found = record.get(field, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise InputError(place, f'"{field}" is no list of objects', "see the annotation guidelines")
    return found


def _numbered(attributions: list[Record], place: str) -> dict[object, int]:
    """Where each attribution stands: by its id, or by its index in the form with offsets."""
    numbers: dict[object, int] = {}
    for number, attribution in enumerate(attributions):
        name = attribution.get("id", number)
        if name in numbers:
            raise InputError(place, f"attribution {name!r} stands twice", "give each its own id")
        numbers[name] = number
    return numbers


def _attribution(item: Record, numbers: dict[object, int], places: Places) -> Attribution:
    name = _name(item, "attribution")
    cue = places.one(_field(item, "cue", name, places.place), f"the cue of {name}")
    source = item.get("source")
    return Attribution(
        cue=cue,
        source=None if source is None else places.one(source, f"the source of {name}", cue),
        content=tuple(
            places.one(piece, f"the content of {name}", cue) for piece in item.get("content") or ()
        ),
        inside=_pointed(item.get("in"), numbers, f"{name} is in", places.place),
        score=_score(item, "score"),
    )


def _uncircled(attributions: tuple[Attribution, ...], place: str) -> tuple[Attribution, ...]:
    """The attributions as they are; an error where one is reported within itself."""
    for start in range(len(attributions)):
        step, steps = attributions[start].inside, 0
        while step is not None:
            steps += 1
            if step == start or steps > len(attributions):
                raise InputError(
                    place, "an attribution is reported within itself", 'correct its "in"'
                )
            step = attributions[step].inside
    return attributions


def _frame(item: Record, numbers: dict[object, int], places: Places) -> Frame:
    name = _name(item, "claim")
    kind: Kind = _word(item, "kind", tuple(ROLES), name, places.place)
    trigger = places.one(_field(item, "trigger", name, places.place), f"the trigger of {name}")
    roles = _field(item, "roles", name, places.place)
    scores = item.get("role_scores") or {}
    fillers: list[Filler] = []
    for role, spans in roles.items():
        if role not in ROLES[kind]:
            mend = f"a {kind} has {', '.join(ROLES[kind])}"
            raise InputError(places.place, f"{name} has no role {role!r}", mend)
        for index, span in enumerate(spans):
            found = places.one(span, f"the {role} of {name}", trigger)
            fillers.append(Filler(role, found, _at(scores.get(role), index)))
    own_id = item.get("id")
    return Frame(
        kind=kind,
        trigger=trigger,
        fillers=tuple(fillers),
        factuality=_word(item, "factuality", FACTUALITIES, name, places.place),
        factuality_score=_score(item, "factuality_score"),
        time=_word(item, "time", TIMES, name, places.place),
        time_score=_score(item, "time_score"),
        by=_pointed(item.get("by"), numbers, f"{name} is by", places.place),
        score=_score(item, "score"),
        source_id=own_id if isinstance(own_id, str) else None,
    )


def _mentions(entities: list[Record], places: Places) -> Iterator[Mention]:
    """Each name wherever it stands as whole words; of names that overlap, the longest."""
    found: list[Mention] = []
    for number, entity in enumerate(entities, start=1):
        kind = _word(entity, "type", ENTITY_TYPES, f"entity {number}", places.place)
        if "span" in entity:
            span = places.one(entity["span"], f"entity {number}")
            found.append(Mention(kind, span, _score(entity, "score")))
            continue
        for name in _field(entity, "names", f"entity {number}", places.place):
            found += (Mention(kind, span, 1.0) for span in whole_words(places.text, name))
    kept: list[Mention] = []
    for mention in sorted(set(found), key=lambda m: (-len(m.span), m.span, m.type)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    yield from sorted(kept, key=lambda m: m.span)


def _coreferences(corefs: object, places: Places) -> Iterator[Coreference]:
    if isinstance(corefs, dict):
        pairs = [(anaphor, antecedent, 1.0) for anaphor, antecedent in corefs.items()]
    else:
        items = _list({"corefs": corefs}, "corefs", places.place)
        pairs = [(i.get("anaphor"), i.get("antecedent"), _score(i, "score")) for i in items]
    for anaphor, antecedent, score in pairs:
        yield Coreference(
            places.first(anaphor, "a coreference"),
            places.first(antecedent, "a coreference"),
            score,
        )


def _name(item: Record, sort: str) -> str:
    return str(item["id"]) if item.get("id") else f"the {sort} at {item.get('trigger')!r}"


def _field(item: Record, field: str, name: str, place: str) -> Any:
    if item.get(field) is None:
        raise InputError(place, f'{name} has no "{field}"', "add it, by the annotation guidelines")
    return item[field]


def _word(item: Record, field: str, words: tuple[Any, ...], name: str, place: str) -> Any:
    found = item.get(field)
    if found not in words:
        raise InputError(
            place, f'{name} has the {field} "{found}"', f"one of {', '.join(words)} is known"
        )
    return found


def _pointed(target: object, numbers: dict[object, int], what: str, place: str) -> int | None:
    if target is None:
        return None
    if target not in numbers:
        raise InputError(place, f"{what} {target!r}, which is no attribution", "name one that is")
    return numbers[target]


def _score(item: Record, field: str) -> float:
    return float(item.get(field, 1.0))


def _at(scores: object, index: int) -> float:
    return float(scores[index]) if isinstance(scores, list) and index < len(scores) else 1.0
