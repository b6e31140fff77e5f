"""What is seen, as a file for other programs."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from headstamp.errors import Missing, Retryable
from headstamp.export import EXPORTERS, FORMATS
from headstamp.serve.asked import View as Asked
from headstamp.serve.exported import sent
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()

ABOUT = {
    "register": "transfers, in the columns of arms-transfer registers",
    "jsonl": "all that the ledger holds, a transfer a line",
    "parquet": "a row a claim, for analysis",
    "ftm": "FollowTheMoney entities",
    "stix": "STIX 2.1, for threat-intelligence platforms",
    "geojson": "places, for maps",
    "graphml": "parties and flows, for network programs",
    "annotation": "W3C Web Annotations of the texts",
    "plover": "event rows",
    "text": "plain text, for comparing",
}
"""What each format is for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be had. `lacks` says what is to be installed first, if anything is."""

    format: str
    suffix: str
    about: str
    lacks: str


@cache
def menu() -> tuple[Offer, ...]:
    """Every form of every format."""
    return tuple(
        Offer(exporter.name, form.suffix, ABOUT[exporter.name], str(form.lack() or ""))
        for exporter in EXPORTERS
        for form in exporter.forms
    )


@router.get("/export/{format}")
def export(
    request: Request,
    format: str,
    _visitor: Reader,
    view: Viewed,
    asked: Asked,
    form: str = "",
    id: Annotated[list[str] | None, Query()] = None,
) -> StreamingResponse:
    """The transfers of the view, or those of some ids, in a format; `form` is the end of the
    file's name (`.xlsx`).
    """
    exporter = next((each for each in EXPORTERS if each.name == format), None)
    if exporter is None:
        raise Missing(format, "is no format", f"choose one of {', '.join(FORMATS)}")
    ledger = ledger_of(request)
    if not view.is_linked():
        raise Retryable(f"{ledger.name}: is not all linked; try again in a moment.")
    return sent(ledger, format, exporter.form(form), asked, only=id or ())
