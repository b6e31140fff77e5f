"""Answers for programs: JSON in UTF-8, a page of many with the address of the next, files."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from headstamp.export.words import json_bytes
from headstamp.serve.fresh import validators


def answer(
    request: Request, content: Any, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """`content` as JSON; lone surrogates, which no parser need take, become U+FFFD one for one."""
    told = validators(request) | (headers or {})
    return Response(json_bytes(content), status, told, "application/json")


def paged(request: Request, items: Iterable[Any], next: str | None) -> Response:
    """Some of many; `next` is the `after` of the next page, None at the end."""
    headers = {"Link": f'<{_next(request, next)}>; rel="next"'} if next is not None else {}
    return answer(request, {"items": list(items), "next": next}, headers=headers)


def _next(request: Request, after: str) -> str:
    """The address of the next page, without a host: who asks knows by which name."""
    query = dict(request.query_params) | {"after": after}
    return f"{request.url.path}?{urlencode(query)}"
