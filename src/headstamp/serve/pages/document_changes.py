"""What people say on the page of a document: reviews, corrections, grades, notes, usefulness.

A browser with the page's script gets the claim's card anew; one without is sent back to the page.
Whoever decides on a claim that somebody else has spoken of meanwhile is shown what was said, and
asked again.
"""

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from fastapi import APIRouter, Request
from fastapi import Form as Field
from fastapi.responses import RedirectResponse, Response

from headstamp.correcting import accepted, corrected
from headstamp.errors import InputError, Missing, Outdated
from headstamp.ledger.ledger import Writer
from headstamp.model.transfer import Change, ClaimRef, Note, Rating, Review
from headstamp.serve.cards import opened
from headstamp.serve.changing import changed
from headstamp.serve.corrections import Form, wishes
from headstamp.serve.pages.documents import address_of, changed_card, kept, whole
from headstamp.serve.rights import Analyst, Visitor
from headstamp.serve.state import ledger_of
from headstamp.serve.usefulness import usefulness_note

Said = TypeVar("Said")

router = APIRouter()
NOTE_BYTES = 20_000
"""Of a form's field; what is longer is no note."""
Words = Annotated[str, Field(max_length=NOTE_BYTES)]


@router.post("/documents/{id:path}/claims/{claim}/review")
def review(  # noqa: PLR0913, PLR0917 - one parameter a field of the form
    request: Request,
    visitor: Analyst,
    id: str,
    claim: str,
    verdict: Annotated[Literal["accept", "reject"], Field()],
    seen: Annotated[int, Field()],
    reason: Words = "",
) -> Response:
    """Accept or reject a claim."""
    ref = ClaimRef(id, claim)

    def say(writer: Writer) -> Change:
        if verdict == "accept":
            return writer.state(accepted(writer, ref, reason.strip()))
        return writer.state(_stated(lambda: Review(ref, "reject", _plain(reason))))

    return _on_claim(request, visitor, ref, say, seen=seen)


@router.post("/documents/{id:path}/claims/{claim}/correct")
def correct(
    request: Request, visitor: Analyst, id: str, claim: str, form: Annotated[Form, Field()]
) -> Response:
    """Put a claim right, all at once."""
    ref = ClaimRef(id, claim)

    def say(writer: Writer) -> Change:
        told = writer.as_read(id)
        now = (
            next((told.now(c) for c in told.extract.claims if c.id == claim), None)
            if told
            else None
        )
        if told is None or now is None:
            raise Missing(str(ref), "is no claim that stands", "accept it first")
        wanted = wishes(form, now, told.extract.document.text)
        return writer.state(corrected(writer, ref, wanted, _plain(form.reason)))

    return _on_claim(request, visitor, ref, say, seen=form.seen, form=form)


@router.post("/documents/{id:path}/claims/{claim}/note")
def note_on_claim(request: Request, visitor: Analyst, id: str, claim: str, text: Words) -> Response:
    """Put a remark on a claim."""
    ref = ClaimRef(id, claim)
    note = _stated(lambda: Note("claim", str(ref), _plain(text)))
    return _on_claim(request, visitor, ref, lambda writer: writer.state(note))


@router.post("/documents/{id:path}/claims/{claim}/grade")
def grade_claim(
    request: Request,
    visitor: Analyst,
    id: str,
    claim: str,
    grade: Annotated[str, Field(max_length=1)],
) -> Response:
    """Grade a claim."""
    ref = ClaimRef(id, claim)
    rating = _stated(lambda: Rating("claim", str(ref), grade))
    return _on_claim(request, visitor, ref, lambda writer: writer.state(rating))


@router.post("/documents/{id:path}/note")
def note(request: Request, visitor: Analyst, id: str, text: Words) -> Response:
    """Put a remark on the document."""
    note = _stated(lambda: Note("document", id, _plain(text)))
    return _on_document(request, visitor, id, lambda writer: writer.state(note), "notes")


@router.post("/documents/{id:path}/useful")
def useful(
    request: Request,
    visitor: Analyst,
    id: str,
    answer: Annotated[Literal["yes", "no"], Field()],
    reason: Words = "",
) -> Response:
    """Say whether the article was useful."""
    note = _stated(lambda: usefulness_note(id, answer == "yes", _plain(reason)))
    return _on_document(request, visitor, id, lambda writer: writer.state(note), "useful")


@router.post("/documents/{id:path}/grade")
def grade_outlet(
    request: Request, visitor: Analyst, id: str, grade: Annotated[str, Field(max_length=1)]
) -> Response:
    """Grade the outlet that published it."""

    def say(writer: Writer) -> Change:
        told = writer.as_read(id)
        outlet = told.extract.document.outlet if told else None
        if outlet is None:
            raise Missing(f"the outlet of {id}", "is not known", "grade it under Sources")
        return writer.state(_stated(lambda: Rating("source", outlet, grade)))

    return _on_document(request, visitor, id, say, "source")


def _on_claim(
    request: Request,
    visitor: Visitor,
    ref: ClaimRef,
    say: Callable[[Writer], Change],
    *,
    seen: int | None = None,
    form: Form | None = None,
) -> Response:
    """Write what was said of a claim, and show it as it is then."""
    ledger = ledger_of(request)
    by_script = "HX-Request" in request.headers
    try:
        change = changed(
            ledger, say, by=visitor.name, seen={} if seen is None else {str(ref): seen}
        )
    except Outdated:
        open = "correct" if form else ""
        more = {"outdated": True, **(kept(form) if form else {})}
        with ledger.reading() as view:
            there = opened(view, ref.document)
            show = changed_card if by_script else whole
            return show(
                request, visitor, view, there, claim=ref.claim, open=open, status=412, **more
            )
    if not by_script:
        return RedirectResponse(address_of(ref.document, ref.claim), 303)
    with ledger.reading() as view:
        return changed_card(
            request, visitor, view, opened(view, ref.document), claim=ref.claim, change=change
        )


def _on_document(
    request: Request, visitor: Visitor, id: str, say: Callable[[Writer], Change], where: str
) -> Response:
    changed(ledger_of(request), say, by=visitor.name)
    return RedirectResponse(f"{address_of(id)}#{where}", 303)


def _stated(make: Callable[[], Said]) -> Said:
    """What a person says; what the model does not take as a sentence for him."""
    try:
        return make()
    except ValueError as error:
        raise InputError("The form", str(error), "put it right and send it again") from None


def _plain(words: str) -> str:
    """Words of a form's field with the line ends of the text that was written."""
    return words.replace("\r\n", "\n").strip()
