"""What goes wrong, as a page for people or a problem for programs (RFC 9457): a sentence each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import quote

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match

from headstamp.errors import HeadstampError, InputError, Missing, Outdated, Refused, Retryable
from headstamp.serve.fresh import Made, NotModified, validators
from headstamp.serve.guard import TOO_LARGE
from headstamp.serve.problems import problem
from headstamp.serve.rendering import page, shown
from headstamp.serve.rights import is_for_programs

STATUSES: tuple[tuple[type[HeadstampError], int], ...] = (
    (Missing, 404),
    (Outdated, 412),
    (InputError, 422),
    (Retryable, 503),
)
"""The first that an error is one of says the status; others are faults of ours."""
_TOLD = 5
"""So many faults of one request are told."""
_INWARD = re.compile(r"\[|^constrained-")
"""What pydantic calls the arms of a union."""

Routers = Mapping[str, Iterable[APIRouter]]
"""The routers of an application by what stands before their paths."""


def answer_failures(app: FastAPI, routers: Routers) -> None:
    """Answer each sort of error in one way, everywhere."""

    @app.exception_handler(HeadstampError)
    async def _failed(request: Request, error: HeadstampError) -> Response:
        if isinstance(error, Refused):
            return _refused(request, error)
        status = next((status for sort, status in STATUSES if isinstance(error, sort)), 500)
        return failure(request, status, str(error))

    @app.exception_handler(NotModified)
    async def _known(request: Request, _none: NotModified) -> Response:
        return Response(None, 304, validators(request))

    @app.exception_handler(Made)
    async def _made(request: Request, made: Made) -> Response:
        return shown(request, made.page)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        return _unfit(request, error)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        if isinstance(error.__cause__, ClientDisconnect):
            return failure(request, 413, TOO_LARGE)
        answer = failure(request, error.status_code, _sentence(request, error))
        answer.headers.update(error.headers or {})
        if error.status_code == 405 and (methods := _methods(request, routers)):
            answer.headers["Allow"] = ", ".join(sorted(methods))
        return answer

    @app.exception_handler(Exception)
    async def _broken(request: Request, _error: Exception) -> Response:
        return failure(request, 500, "Something is broken here; the server's log says what.")


def failure(request: Request, status: int, sentence: str) -> Response:
    """One failure: a problem under /api, else a page."""
    if is_for_programs(request):
        return problem(status, sentence)
    title = HTTPStatus(status).phrase
    return page(request, "failure.html", status=status, title=title, sentence=sentence)


def _unfit(request: Request, error: RequestValidationError) -> Response:
    """What in a request cannot be, and why."""
    errors = [
        {"where": _place(told["loc"]), "what": told["msg"]} for told in error.errors()[:_TOLD]
    ]
    sentence = "; ".join(": ".join(told.values()) for told in errors) + "."
    if is_for_programs(request):
        return problem(422, sentence, errors)
    return failure(request, 422, sentence)


def _place(steps: Sequence[str | int]) -> str:
    """`corrections.0.field`; the part of the request where the whole of it is meant."""
    named = any(isinstance(step, str) for step in steps[1:])
    told = [str(step) for step in steps[1:] if named and not _INWARD.search(str(step))]
    return ".".join(told) or str(steps[0])


def _sentence(request: Request, error: HTTPException) -> str:
    """The error of the framework in our words."""
    match error.status_code:
        case 400:
            return "The body of the request cannot be read."
        case 404:
            return f"There is no such {'address' if is_for_programs(request) else 'page'}."
        case 405:
            return f"This address does not take {request.method}."
    return str(error.detail)


def _methods(request: Request, routers: Routers) -> set[str]:
    """All that an address takes: the framework tells those of one route alone."""
    found: set[str] = set()
    for prefix, some in routers.items():
        if request.url.path.startswith(prefix):
            path = request.url.path.removeprefix(prefix)
            scope = {"type": "http", "method": request.method, "path": path}
            for route in (each for router in some for each in router.routes):
                if isinstance(route, APIRoute) and route.matches(scope)[0] is not Match.NONE:
                    found |= route.methods or set()
    return found


def _refused(request: Request, error: Refused) -> Response:
    if not error.unknown:
        return failure(request, 403, str(error))
    if is_for_programs(request):
        answer = failure(request, 401, str(error))
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    there = quote(f"{request.url.path}?{request.url.query}".rstrip("?"))
    return RedirectResponse(f"/login?next={there}", 303)
