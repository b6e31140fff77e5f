"""Adding: paste, a file or an address; and the jobs that came of it, watched as they go on."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from headstamp.errors import InputError, Missing
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of
from headstamp.serve.tasks import Task, submit

router = APIRouter()
PASTED = "pasted text"
RECENT = 20


@router.get("/add")
def add(request: Request, _visitor: Analyst) -> HTMLResponse:
    """The three ways to add, and the jobs of late."""
    return page(request, "add.html", jobs=ledger_of(request).jobs.recent(limit=RECENT))


@router.post("/add")
def added(  # noqa: PLR0913, PLR0917 - one parameter a field of the form
    request: Request,
    visitor: Analyst,
    text: Annotated[str, Form()] = "",
    url: Annotated[str, Form(max_length=2_000)] = "",
    file: Annotated[UploadFile | None, File()] = None,
    published: Annotated[str, Form()] = "",
    readings: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Ask for one document, or a file of many, to be added; then the page of its job."""
    day = _day(published.strip())
    if file is not None and file.filename:
        task = Task(file.filename, day, readings, file.file.read())
    elif url.strip():
        task = Task(url.strip(), day)
    elif text.strip():
        task = Task(PASTED, day, data=text.encode("utf-8", "replace"))
    else:
        raise InputError(
            "The form", "has nothing to add", "paste a text, choose a file or give a URL"
        )
    job = submit(ledger_of(request), task, by=visitor.name)
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.get("/jobs/{id}")
def job(request: Request, _visitor: Reader, view: Viewed, id: int) -> HTMLResponse:
    """How far a job is; the page asks again by itself while it goes on."""
    found = ledger_of(request).jobs.job(id)
    if found is None:
        raise Missing(f"job {id}", "is not there", "see the jobs under Add")
    extracts = list(view.extracts(found.documents[:RECENT]))
    return page(request, "job.html", job=found, extracts=extracts)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise InputError(f"published {words}", "is no day", "write it as 2024-05-31") from None
