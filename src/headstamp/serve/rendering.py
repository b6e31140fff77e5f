"""Templates to pages. Everything that comes from a document is escaped, and cannot steer."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps

from headstamp.serve.fresh import validators
from headstamp.serve.rights import Visitor
from headstamp.serve.state import answers_of, settings_of
from headstamp.show import harmless
from headstamp.show.listing import counted, given, period
from headstamp.show.phrases import (
    ACTING,
    PARTS,
    RECEIVING,
    flow,
    particulars,
    said_by,
    sureness,
)
from headstamp.show.statements import sentence

STATIC = Path(__file__).parent / "static"


def page(request: Request, template: str, /, *, status: int = 200, **told: Any) -> HTMLResponse:
    """A template filled in. It knows `visitor`, `request` and `settings` besides what is told.

    A request of htmx's gets the block `content` alone where the template is a page.
    """
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    told |= {"request": request, "visitor": visitor, "settings": settings_of(request)}
    made = templates().get_template(template).render(told)
    if status == 200 and (tag := getattr(request.state, "tag", None)):
        answers_of(request).keep(tag, made)
    return shown(request, made, status)


def shown(request: Request, made: str, status: int = 200) -> HTMLResponse:
    """A page as it is sent."""
    headers = validators(request) if status == 200 else {}
    return HTMLResponse(made, status, {"Vary": "HX-Request", **headers})


@cache
def templates() -> Environment:
    """The templates, all autoescaped, with the words of `show` as functions."""
    made = Environment(
        loader=PackageLoader("headstamp.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalized,
    )
    made.filters |= {"counted": counted, "data": data, "harmless": harmless, "moment": moment}
    made.filters["urlencode"] = encoded
    made.globals |= {
        "acting": ACTING,
        "asset": asset,
        "flow": flow,
        "given": given,
        "particulars": particulars,
        "parts": PARTS,
        "period": period,
        "receiving": RECEIVING,
        "said_by": said_by,
        "sentence": sentence,
        "sureness": sureness,
    }
    return made


@cache
def asset(name: str) -> str:
    """The address of a static file; it changes when the file does."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{digest}"


def encoded(value: Any) -> str:
    """Words as one step of an address, or a value in its query: a `/` or `..` leads nowhere."""
    return quote(str(value), safe="", errors="replace")


def data(value: Any) -> str:
    """Plain data for a `<script type="application/json">`: words can neither end it nor steer."""
    return htmlsafe_json_dumps(_plain(value))


def _plain(value: Any) -> Any:
    match value:
        case str():
            return harmless(value)
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value


def moment(at: datetime) -> str:
    """A moment of the ledger's history, to the minute (UTC)."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _finalized(value: Any) -> Any:
    """What stands for a value in a page: words without characters that steer."""
    return harmless(value) if type(value) is str else value
