"""Sources: outlets and speakers, how their accounts fared, and the grades that people give them."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from headstamp.errors import Missing
from headstamp.ledger.ledger import View
from headstamp.ledger.listing import Filters
from headstamp.ledger.sources import SOURCE_SORTS, Source, SourceKind, SourceSort
from headstamp.model.transfer import SOURCE_GRADES, Change, Rating
from headstamp.serve.changing import changed
from headstamp.serve.fresh import FRESH
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()
PAGE = 50
LATEST = 12

GRADES = dict(
    zip(
        SOURCE_GRADES,
        (
            "completely reliable",
            "usually reliable",
            "fairly reliable",
            "not usually reliable",
            "unreliable",
            "reliability cannot be judged",
        ),
        strict=True,
    )
)
"""What the grades say, in the words of the Admiralty scheme (NATO AJP-2.1)."""


@router.get("/sources", dependencies=[FRESH])
def sources(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    about: SourceKind = "outlet",
    sort: SourceSort = "transfers",
    after: str | None = None,
) -> HTMLResponse:
    """The outlets or the speakers."""
    found = view.sources(about, sort=sort, limit=PAGE, after=after)
    return page(
        request,
        "sources.html",
        about=about,
        sort=sort,
        sorts=SOURCE_SORTS,
        found=found,
        seen={source.name: view.stated(source.label) for source in found.listed},
        grades=GRADES,
    )


@router.get("/sources/{about}/{name:path}", dependencies=[FRESH])
def shown(
    request: Request, _visitor: Reader, view: Viewed, about: SourceKind, name: str
) -> HTMLResponse:
    """One outlet or speaker: its transfers, its documents, how it was graded."""
    source = _source(view, about, name)
    asked = Filters(outlet=name) if about == "outlet" else Filters(speaker=name)
    return page(
        request,
        "source.html",
        source=source,
        is_party=about == "speaker" and view.count(Filters(party=name), most=1) > 0,
        latest=view.table(asked, limit=LATEST).listed,
        documents=view.documents(outlet=name, limit=LATEST) if about == "outlet" else None,
        history=_graded(view, source),
        seen=view.stated(source.label),
        grades=GRADES,
    )


@router.post("/sources/{about}/{name:path}", response_model=None)
def graded(
    request: Request,
    visitor: Analyst,
    about: SourceKind,
    name: str,
    grade: Annotated[str, Form(pattern="^[A-F]$")],
    seen: Annotated[int, Form()],
) -> HTMLResponse | RedirectResponse:
    """Grade a source by the name that people know it by; then its page, or its line of the list."""
    ledger = ledger_of(request)
    with ledger.reading() as view:
        label = _source(view, about, name).label
    change = changed(
        ledger,
        lambda writer: writer.state(Rating("source", label, grade)),
        by=visitor.name,
        seen={label: seen},
    )
    if "hx-request" not in request.headers:
        return RedirectResponse(f"/sources/{about}/{quote(name)}", 303)
    with ledger.reading() as view:
        source = _source(view, about, name)
        return page(request, "graded.html", source=source, seen=change.number, grades=GRADES)


def _source(view: View, about: SourceKind, name: str) -> Source:
    source = view.source(name, about)
    if source is None:
        raise Missing(name, f"is no {about} of the ledger", "see the list of sources")
    return source


def _graded(view: View, source: Source) -> list[Change]:
    """What was done to its grade, the latest first; by its name and by what filters call it."""
    changes = {
        change.number: change
        for subject in (source.label, source.name)
        for change in view.history(subject)
        if isinstance(change.statement, Rating) and change.statement.about == "source"
    }
    return [changes[number] for number in sorted(changes, reverse=True)]
