"""Documents: listed, described with their claims, added."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from headstamp.errors import InputError
from headstamp.model.plain import encode
from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import Nothing, OfOutlet
from headstamp.serve.api.claims import document_as_read, stated
from headstamp.serve.api.describing import PAGED, TAGGED, problems
from headstamp.serve.api.schemas import claims as schemas
from headstamp.serve.api.schemas.listed import Job
from headstamp.serve.fresh import FRESH, FRESH_THING, Id
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of
from headstamp.serve.tasks import Task, submit
from headstamp.show.json import plain

router = APIRouter(tags=["documents"])
PASTED = "pasted text"
TEXT_CHARACTERS = 250_000
"""A field of a form takes a megabyte, of which a character may be four bytes."""


def _of_file(schema: dict[str, Any]) -> None:
    """A file that may be left out, not the word `null`."""
    del schema["anyOf"]
    schema |= {"type": "string", "format": "binary"}


class Upload(BaseModel):
    """What is to be added: a file, a text or a URL, one of them. An empty field is left out."""

    model_config = ConfigDict(extra="forbid")

    file: Annotated[
        UploadFile | None,
        Field(description="A file that `headstamp read` takes.", json_schema_extra=_of_file),
    ] = None
    text: Annotated[
        Annotated[str, StringConstraints(max_length=TEXT_CHARACTERS)] | Nothing,
        Field(description="An article; give a longer one as a file."),
    ] = None
    url: Annotated[
        Annotated[str, StringConstraints(max_length=2_000, pattern=r"^(https?://.+)?$")] | Nothing,
        Field(description="A public web address."),
    ] = None
    published: Annotated[
        Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")] | Nothing,
        Field(description="Day of publication, where you know it.", examples=["2024-05-31"]),
    ] = None
    readings: Annotated[
        Literal["yes", "no", ""],
        Field(description="Whether the file is of JSON lines with readings made elsewhere."),
    ] = "no"


@router.get("/documents", response_model=schemas.Documents, responses=PAGED, dependencies=[FRESH])
def list_documents(
    request: Request, _visitor: Reader, view: Viewed, asked: Annotated[OfOutlet, Query()]
) -> Response:
    """List documents, the newest published first, those without a day last."""
    found = view.documents(limit=asked.limit, after=asked.after, outlet=asked.outlet)
    return paged(request, (plain(listed, "") for listed in found.listed), found.next)


@router.get(
    "/documents/{id:path}",
    response_model=schemas.Document,
    responses=TAGGED | problems(404),
    dependencies=[FRESH_THING],
)
def show_document(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Show a document with its claims and what people said of them."""
    read = document_as_read(view, id)
    document, entries = read.extract.document, view.entries_of(id)
    told = plain(document, document.text)
    del told["text"]
    told |= {
        "characters": len(document.text),
        "reader": read.extract.reading.reader,
        "blocks": [encode(block) for block in document.blocks],
        "findings": [plain(finding, document.text) for finding in read.extract.findings],
        "claims": [stated(read, claim, entries) for claim in read.extract.claims],
    }
    return answer(request, told)


@router.post("/documents", response_model=Job, status_code=202, responses=problems(413))
def add_document(
    request: Request,
    visitor: Analyst,
    upload: Annotated[Upload, Form(media_type="multipart/form-data")],
) -> Response:
    """Ask for a document to be added: send a file, a text or a URL as a form.

    Reading takes a while, so the answer is the job, whose address is in `Location`: ask there
    until its state is `done` or `failed`.
    """
    job = submit(ledger_of(request), _task(upload), by=visitor.name)
    headers = {"Location": str(request.app.url_path_for("show_job", id=job.id))}
    return answer(request, plain(job, ""), 202, headers)


def _task(upload: Upload) -> Task:
    """What the form wants. Raises `InputError` where it is not one thing."""
    given = [upload.file, upload.text, upload.url]
    if sum(each is not None for each in given) != 1:
        raise InputError("the form", "does not hold one thing", "send a file, a text or a url")
    published = _day(upload.published) if upload.published else None
    if upload.url is not None:
        return Task(upload.url, published)
    if upload.file is not None:
        name, data = upload.file.filename or "a file", upload.file.file.read()
    else:
        name, data = PASTED, (upload.text or "").encode("utf-8", "replace")
    if not data.strip():
        raise InputError(name, "is empty", "send something with text in it")
    return Task(name, published, upload.readings == "yes", data)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise InputError(f"published {words}", "is no day", "write it as 2024-05-31") from None
