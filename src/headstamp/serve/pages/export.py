"""What is seen, as a file for other programs."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from headstamp import keeping
from headstamp.errors import InputError, Missing
from headstamp.export import EXPORTERS, FORMATS
from headstamp.export import export as write
from headstamp.serve.asked import Asked
from headstamp.serve.asked import View as AskedView
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()

ABOUT = {
    "register": "the columns of arms-transfer registers",
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
    """A file that can be had. `address` goes before the view's query; `lacks` says what is to be
    installed first, empty where nothing is.
    """

    format: str
    suffix: str
    about: str
    lacks: str


def menu() -> Iterator[Offer]:
    """Every form of every format."""
    for exporter in EXPORTERS:
        for form in exporter.forms:
            lack = form.lack()
            yield Offer(exporter.name, form.suffix, ABOUT[exporter.name], str(lack) if lack else "")


@router.get("/export/{format}")
def export(
    request: Request,
    format: str,
    _visitor: Reader,
    view: Viewed,
    asked: AskedView,
    form: str = "",
) -> FileResponse:
    """The transfers of the view in a format; `form` is the end of the file's name (`.xlsx`)."""
    exporter = next((each for each in EXPORTERS if each.name == format), None)
    if exporter is None:
        raise Missing(format, "is no format", f"choose one of {', '.join(FORMATS)}")
    if not view.is_linked():
        name = ledger_of(request).name
        raise InputError(name, "is being linked", "wait a moment, or run `headstamp relink`")
    suffix = exporter.form(form).suffix
    folder = tempfile.TemporaryDirectory(prefix="headstamp-")
    try:
        made = Path(folder.name, f"export{suffix}")
        ids = keeping.ids_of(view, asked.filters)
        write(format, keeping.entries(view, ids), made)
    except BaseException:
        folder.cleanup()
        raise
    name = f"{named(format, asked)}{suffix}"
    return FileResponse(made, filename=name, background=BackgroundTask(folder.cleanup))


def named(format: str, asked: Asked) -> str:
    """A name for a file of the view: format, day, filters: `headstamp-register-2026-11-28-iran`."""
    words = [re.sub(r"\W+", "-", value).strip("-_").casefold() for value in asked.given.values()]
    told = [word for word in words if word]
    return "-".join(["headstamp", format, f"{datetime.now(UTC):%Y-%m-%d}", *told])[:_NAME]


_NAME = 120
"""Characters; file systems take 255 bytes, of which a letter may be four."""
