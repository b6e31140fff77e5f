"""The form by which a claim is put right, and what it asks for.

The form holds the claim as it stands, a row for each filler of a role and some empty ones. What
differs when it comes back is what is wished: all of it together is one review. Words that were
selected in the text come with their place, as `12:18`; words that were typed are looked for in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from headstamp.correcting import Wish
from headstamp.errors import InputError
from headstamp.model import Claim, Span
from headstamp.model.reading import ROLES
from headstamp.show import harmless
from headstamp.show.values import shown

EMPTY_ROWS = 2
_WORD_FIELDS = ("kind", "factuality", "time")
_ROLES: Mapping[str, tuple[str, ...]] = {str(kind): roles for kind, roles in ROLES.items()}


class Form(BaseModel):
    """What the form's fields hold; those of the rows run beside each other.

    `was` says which filler a row is of (`supplier 12:18`), nothing for one to be added. `span` is
    where words were selected, nothing where they were typed. `remove` are numbers of rows.
    """

    seen: int
    kind: str
    factuality: str
    time: str
    trigger: str = ""
    trigger_span: str = ""
    reason: str = ""
    role: list[str] = []
    was: list[str] = []
    span: list[str] = []
    words: list[str] = []
    value: list[str] = []
    remove: list[int] = []


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row as it is shown: `means` is what its words resolve to."""

    role: str
    was: str
    span: str
    words: str
    value: str
    means: str = ""
    remove: bool = False


def form_of(claim: Claim, text: str, seen: int) -> tuple[Form, tuple[FormRow, ...]]:
    """The form for a claim as it stands."""
    form = Form(
        seen=seen,
        kind=claim.kind,
        factuality=claim.factuality,
        time=claim.time,
        trigger=_typed(claim.trigger, text),
    )
    filled = [
        FormRow(
            argument.role,
            f"{argument.role} {_place(argument.span)}",
            "",
            _typed(argument.span, text),
            "",
            ", ".join(shown(value) for value in argument.values),
        )
        for argument in claim.arguments
    ]
    return form, (*filled, *[FormRow("", "", "", "", "")] * EMPTY_ROWS)


def rows_of(form: Form) -> tuple[FormRow, ...]:
    """The rows of a form that came back, to be shown again."""
    return tuple(
        FormRow(*row[:5], "", place in form.remove) for place, row in enumerate(_rows(form))
    )


def wishes(form: Form, claim: Claim, text: str) -> list[Wish]:
    """What the form asks for: what is taken away, then kind and the like, then what is set.

    Raises `InputError` where nothing differs, or a row names no role that the kind has.
    """
    gone: list[Wish] = []
    came: list[Wish] = []
    for place, row in enumerate(_rows(form)):
        wish_of = _of_known(row, text, place in form.remove) if row[1] else _of_new(row)
        for wish in wish_of:
            (gone if wish.remove else came).append(wish)
    kept = [row[0] for place, row in enumerate(_rows(form)) if row[1] and place not in form.remove]
    for role in (*kept, *(wish.field for wish in came)):
        if role not in _ROLES.get(form.kind, ()):
            problem = f"is no role in a claim of {form.kind}"
            raise InputError(role or "An empty role", problem, "choose another or take it away")
    found = [*gone, *_of_words(form, claim), *_of_trigger(form, claim, text), *came]
    if not found:
        raise InputError("The correction", "changes nothing", "say what is wrong, or accept it")
    return found


_Row = tuple[str, str, str, str, str]


def _rows(form: Form) -> Iterator[_Row]:
    fields = (form.role, form.was, form.span, form.words, form.value)
    if len({len(field) for field in fields}) != 1:
        raise InputError("The form", "has lost fields", "load the page again")
    yield from zip(*fields, strict=True)


def _of_known(row: _Row, text: str, removed: bool) -> Iterator[Wish]:
    """What a row of a filler that is there asks for."""
    role, was, span, words, value = (field.strip() for field in row)
    before, _, place = was.partition(" ")
    there = _span(place)
    if removed or not (words or span):
        yield Wish(before, instead_of=there, remove=True)
        return
    now = _span(span) if span else there if words == _typed(there, text) else words
    if role != before:
        yield Wish(before, instead_of=there, remove=True)
        yield Wish(role, now, value or None, another=True)
    elif now != there or value:
        yield Wish(role, None if now == there else now, value or None, instead_of=there)


def _of_new(row: _Row) -> Iterator[Wish]:
    """What a row for a filler that is to be added asks for."""
    role, _, span, words, value = (field.strip() for field in row)
    if words or span:
        yield Wish(role, _span(span) if span else words, value or None, another=True)


def _of_words(form: Form, claim: Claim) -> Iterator[Wish]:
    for field in _WORD_FIELDS:
        right = getattr(form, field)
        if right != getattr(claim, field):
            yield Wish(field, value=right)


def _of_trigger(form: Form, claim: Claim, text: str) -> Iterator[Wish]:
    words = form.trigger.strip()
    if form.trigger_span and _span(form.trigger_span) != claim.trigger:
        yield Wish("trigger", _span(form.trigger_span))
    elif not form.trigger_span and words and words != _typed(claim.trigger, text):
        yield Wish("trigger", words)


def _typed(span: Span, text: str) -> str:
    """Words of the text as a field holds them: on one line."""
    return harmless(span.of(text)).strip()


def _place(span: Span) -> str:
    return f"{span.start}:{span.end}"


def _span(place: str) -> Span:
    start, _, end = place.partition(":")
    try:
        return Span(int(start), int(end))
    except ValueError:
        raise InputError(place, "is no place in the text", "select the words again") from None
