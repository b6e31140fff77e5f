"""One document: the article as it reads, its claims beside it, to be reviewed with single keys."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from headstamp.errors import InputError, Missing
from headstamp.ledger.view import View
from headstamp.model import Claim, Extract
from headstamp.model.reading import FACTUALITIES, ROLES, TIMES
from headstamp.model.transfer import NOTE_CHARACTERS
from headstamp.serve import cards as reviewing
from headstamp.serve.article import Part, Row, as_it_stands, part_of, parts, rows
from headstamp.serve.cards import Opened, cards, grade_of_source, opened, standing, state_of
from headstamp.serve.corrections import Form, form_of, rows_of
from headstamp.serve.fresh import FRESH
from headstamp.serve.rendering import encoded, page
from headstamp.serve.rights import Reader, Visitor
from headstamp.serve.state import Viewed
from headstamp.serve.usefulness import usefulness
from headstamp.show.grades import INFORMATION_GRADES_IN_WORDS, SOURCE_GRADES_IN_WORDS
from headstamp.show.marks import marks
from headstamp.show.phrases import SURENESS
from headstamp.show.statements import sentence
from headstamp.show.summary import counts, doubts, facts, label_of, link_of

router = APIRouter()

MOST_DOUBTS, MOST_MENTIONS = 40, 400
FORMS = ("correct", "reject", "note")
"""What may be opened in a claim's card."""
REASONS = (
    "not about arms",
    "the text does not say so",
    "the wrong words were read",
    "the same as another claim here",
    "not the article's own words",
    "no event: a law, a rule, a history",
)
"""Why claims are rejected most often; by their numbers in the dialog."""
SANDBOX = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}


@router.get("/documents/{id:path}/original")
def original(_visitor: Reader, view: Viewed, id: str) -> Response:
    """The bytes that came in, to be kept as a file: no browser shows them as a page."""
    data = view.original(id)
    if data is None:
        raise Missing(f"the original of {id}", "is not held", "see where it was found")
    return _file(data, "application/octet-stream", f"{_name(id)}.original")


@router.get("/documents/{id:path}/text")
def text(_visitor: Reader, view: Viewed, id: str) -> Response:
    """The canonical text, in which the claims' places are counted."""
    document = opened(view, id).told.extract.document
    return _file(document.text.encode("utf-8", "replace"), "text/plain", f"{_name(id)}.txt")


@router.get("/documents/{id:path}/claims/{claim}")
def card(
    request: Request, visitor: Reader, view: Viewed, id: str, claim: str, open: str = ""
) -> Response:
    """One claim's card, for a page that shows it; the page itself for whoever comes by a link."""
    if "HX-Request" not in request.headers:
        return RedirectResponse(address_of(id, claim, open), 303)
    return changed_card(request, visitor, view, opened(view, id), claim, open=open)


@router.get("/documents/{id:path}", dependencies=[FRESH])
def document(  # noqa: PLR0913, PLR0917 - one parameter a part of the address
    request: Request,
    visitor: Reader,
    view: Viewed,
    id: str,
    part: int | None = None,
    claim: str | None = None,
    open: str = "",
) -> HTMLResponse:
    """A document, or the part of a long one that holds a claim."""
    return whole(request, visitor, view, opened(view, id), part=part, claim=claim, open=open)


def address_of(id: str, claim: str | None = None, open: str = "") -> str:
    """Where a document is to be seen, with one of its claims in sight."""
    if not claim:
        return f"/documents/{encoded(id)}"
    asked = f"claim={encoded(claim)}{f'&open={encoded(open)}' if open else ''}"
    return f"/documents/{encoded(id)}?{asked}#{encoded(claim)}"


def whole(  # noqa: PLR0913 - what the address and the form say
    request: Request,
    visitor: Visitor,
    view: View,
    seen: Opened,
    *,
    part: int | None = None,
    claim: str | None = None,
    open: str = "",
    status: int = 200,
    **more: Any,
) -> HTMLResponse:
    """The page of a document. `more` is what there is to say about the claim."""
    extract = seen.told.extract
    cut = parts(extract.document, extract.claims)
    place = _place(extract, cut, part, claim)
    theirs = _of_part(extract.claims, cut, place)
    shown = rows(cut[place], theirs, standing(seen.told))
    held = cards(view, seen, [each.id for each in theirs])
    told = {
        **_said(visitor, seen),
        "rows": shown,
        "cards": held,
        "part": place,
        "parts": len(cut),
        "facts": facts(replace(extract.document, outlet=None)),
        "link": link_of(extract.document),
        "counts": counts(extract),
        "doubts": doubts(extract)[:MOST_DOUBTS],
        "mentions": _mentions(extract, cut[place]),
        "outlet_grade": grade_of_source(view, extract.document.outlet),
        "usefulness": usefulness(seen.usefulness),
        "claim": claim,
        **_opened(held.get(claim or ""), extract.document.text, open),
    }
    return page(request, "document.html", status=status, **told | more)


def changed_card(  # noqa: PLR0913 - what the form says
    request: Request,
    visitor: Visitor,
    view: View,
    seen: Opened,
    claim: str,
    *,
    open: str = "",
    status: int = 200,
    **more: Any,
) -> HTMLResponse:
    """One claim's card, with what else of the page it changes: its words, the counts, the undo.

    The words stay as they are where a form is opened: some of them may be selected for it.
    """
    document = seen.told.extract.document
    held = cards(view, seen, [claim])[claim]
    told = {
        **_said(visitor, seen),
        "card": held,
        "rows": () if open else _touched(seen, claim),
        **_opened(held, document.text, open),
    }
    return page(request, "document/changed.html", status=status, **told | more)


def _said(visitor: Visitor, seen: Opened) -> dict[str, Any]:
    """What every part of the page is told."""
    extract = seen.told.extract
    mine = seen.last_of(visitor.name)
    return {
        "document": extract.document,
        "extract": extract,
        "address": address_of(extract.document.id),
        "notes": seen.notes,
        "reviewed": len(seen.told.reviews),
        "mine": mine,
        "mine_in_words": sentence(mine) if mine else "",
        "rejected": {id for id, change in seen.told.reviews.items() if _is_rejected(change)},
        "stands": as_it_stands,
        "label_of": label_of,
        "roles": ROLES,
        "times": TIMES,
        "reasons": REASONS,
        "sureness_of": {factuality: SURENESS[factuality] for factuality in FACTUALITIES},
        "note_characters": NOTE_CHARACTERS,
        "source_grades": SOURCE_GRADES_IN_WORDS,
        "information_grades": INFORMATION_GRADES_IN_WORDS,
        "outdated": False,
        "problem": "",
    }


def _is_rejected(change: Any) -> bool:
    return state_of(change) == "rejected"


def _opened(held: reviewing.Card | None, text: str, open: str) -> dict[str, Any]:
    """The form that is open in a card."""
    opens = open if open in FORMS and held else ""
    if held is None or opens != "correct":
        return {"open": opens, "form": None, "form_rows": ()}
    form, fields = form_of(held.claim, text, held.seen)
    return {"open": opens, "form": form, "form_rows": fields}


def kept(form: Form) -> dict[str, Any]:
    """A correction that was not taken, to be looked at again."""
    return {"form": form, "form_rows": rows_of(form)}


def _place(extract: Extract, cut: list[Part], part: int | None, claim: str | None) -> int:
    """The part to show: that of the claim, or the one asked for, counted from 1."""
    if claim is not None:
        trigger = next((c.trigger for c in extract.claims if c.id == claim), None)
        if trigger is None:
            raise Missing(f"{extract.document.id}/{claim}", "is no claim here", "see the document")
        return part_of(cut, trigger.start)
    if part is not None and not 1 <= part <= len(cut):
        raise InputError(f"part {part}", "is not there", f"choose 1 to {len(cut)}")
    return (part or 1) - 1


def _of_part(claims: Iterable[Claim], cut: list[Part], place: int) -> list[Claim]:
    theirs = [claim for claim in claims if part_of(cut, claim.trigger.start) == place]
    return sorted(theirs, key=lambda claim: claim.trigger)


def _touched(seen: Opened, claim: str) -> tuple[Row, ...]:
    """The stretches of the text with words of a claim, as it was read or as it stands."""
    extract = seen.told.extract
    before = next(each for each in extract.claims if each.id == claim)
    spans = [mark.span for mark in marks(before)]
    spans += [mark.span for mark in marks(seen.told.now(before) or before)]
    cut = parts(extract.document, extract.claims)
    part = tuple(
        stretch
        for stretch in (each for part in cut for each in part)
        if any(stretch.span.overlaps(span) for span in spans)
    )
    return rows(part, (), standing(seen.told))


def _mentions(extract: Extract, part: Part) -> Collection[str]:
    """The names that stand in a part, to choose from."""
    if not part:
        return ()
    start, end = part[0].span.start, part[-1].span.end
    words = (
        " ".join(mention.span.of(extract.document.text).split())
        for mention in extract.reading.mentions
        if start <= mention.span.start < end
    )
    return list(dict.fromkeys(words))[:MOST_MENTIONS]


def _name(id: str) -> str:
    """A file's name, of characters that every system takes."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in id[-80:])
    return kept.strip("-.") or "document"


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(
        data,
        media_type=media_type,
        headers={**SANDBOX, "Content-Disposition": f'attachment; filename="{name}"'},
    )
