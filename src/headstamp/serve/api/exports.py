"""Exports: transfers in the formats of other programs."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from headstamp.errors import InputError, Missing, Retryable
from headstamp.export import EXPORTERS, FORMATS, Exporter, Form
from headstamp.serve.api.answers import answer
from headstamp.serve.api.asking import Exporting
from headstamp.serve.api.describing import TAGGED, problems
from headstamp.serve.api.schemas.listed import Formats
from headstamp.serve.asked import View as AskedView
from headstamp.serve.exported import MEDIA_TYPES, sent
from headstamp.serve.fresh import FRESH, validators
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter(tags=["exports"])

_BINARY, _OBJECT = {"type": "string", "format": "binary"}, {"type": "object"}
_TYPES = [media_type.partition(";")[0] for media_type in MEDIA_TYPES.values()]
_FILES: dict[str, Any] = {
    media_type: {"schema": _OBJECT if media_type.endswith("+json") else _BINARY}
    for media_type in _TYPES
}


@router.get("/exports", response_model=Formats)
def list_formats(request: Request, _visitor: Reader) -> Response:
    """List the formats, and the forms of file that each has."""
    items = [
        {"format": exporter.name, "forms": [_told(form) for form in exporter.forms]}
        for exporter in EXPORTERS
    ]
    return answer(request, {"items": items, "next": None})


@router.get(
    "/exports/{format}",
    response_class=Response,
    responses=TAGGED | {200: {**TAGGED[200], "content": _FILES}} | problems(404),
    dependencies=[FRESH],
)
def export(
    request: Request,
    format: Annotated[str, Path(json_schema_extra={"enum": list(FORMATS)})],
    _visitor: Reader,
    view: Viewed,
    asked: AskedView,
    wanted: Annotated[Exporting, Query()],
) -> Response:
    """Write the transfers that pass the filters in a format, as `headstamp export` does.

    The file comes while it is written; one that was cut off by a fault ends without its end.
    """
    form = _form(format, wanted.form)
    if not view.is_linked():
        raise Retryable("The ledger is being linked; try again in a moment.")
    return sent(ledger_of(request), format, form, asked, headers=validators(request))


def _form(format: str, suffix: str | None) -> Form:
    exporter: Exporter | None = next((e for e in EXPORTERS if e.name == format), None)
    if exporter is None:
        raise Missing(format, "is no format", f"choose one of {', '.join(FORMATS)}")
    for form in exporter.forms:
        if suffix in (None, form.suffix):
            return form
    raise InputError(f"form {suffix}", f"is none that {format} has", "leave it out")


def _told(form: Form) -> dict[str, str | None]:
    lack = form.lack()
    media_type = MEDIA_TYPES[form.suffix]
    return {"form": form.suffix, "media_type": media_type, "lacks": str(lack) if lack else None}
