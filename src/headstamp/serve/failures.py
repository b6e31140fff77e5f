"""What goes wrong, as a page for people or a problem for programs (RFC 9457): a sentence each."""

from http import HTTPStatus
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from headstamp.errors import HeadstampError, InputError, Missing, Outdated, Refused, Retryable
from headstamp.serve.rendering import page

STATUSES: tuple[tuple[type[HeadstampError], int], ...] = (
    (Missing, 404),
    (Outdated, 412),
    (InputError, 422),
    (Retryable, 503),
)
"""The first that an error is one of says the status; others are faults of ours."""


def answer_failures(app: FastAPI) -> None:
    """Answer each sort of error in one way, everywhere."""

    @app.exception_handler(HeadstampError)
    async def _failed(request: Request, error: HeadstampError) -> Response:
        if isinstance(error, Refused):
            return _refused(request, error)
        status = next((status for sort, status in STATUSES if isinstance(error, sort)), 500)
        return failure(request, status, str(error))

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        told = [f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()]
        return failure(request, 422, f"{'; '.join(told)}.")

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        sentence = "There is no such page." if error.status_code == 404 else str(error.detail)
        answer = failure(request, error.status_code, sentence)
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    async def _broken(request: Request, _error: Exception) -> Response:
        return failure(request, 500, "Something is broken here; the server's log says what.")


def failure(request: Request, status: int, sentence: str) -> Response:
    """One failure: JSON under /api, else a page."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": title, "status": status, "detail": sentence}
        return JSONResponse(problem, status, media_type="application/problem+json")
    return page(request, "failure.html", status=status, title=title, sentence=sentence)


def _refused(request: Request, error: Refused) -> Response:
    if not error.unknown:
        return failure(request, 403, str(error))
    if request.url.path.startswith("/api/"):
        answer = failure(request, 401, str(error))
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    there = quote(f"{request.url.path}?{request.url.query}".rstrip("?"))
    return RedirectResponse(f"/login?next={there}", 303)
