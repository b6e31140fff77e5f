"""What OpenAPI says of the API beyond its routes: how it fails, who may ask, how it pages."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from headstamp.serve.problems import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]

_PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457); `detail` is a sentence for people.",
    "type": "object",
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "What in the request cannot be, where that is known.",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
                "required": ["where", "what"],
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
    "example": {
        "type": "about:blank",
        "title": "Precondition Failed",
        "status": 412,
        "detail": "report-2024-05-03/c3: was changed since you looked; look again.",
    },
}
_WHY = {
    400: "The request cannot be read.",
    401: "A token is missing, or does not serve any more.",
    403: "The token's user or scopes may not do that.",
    404: "What was asked for is not there.",
    412: "Somebody has said something of it meanwhile: look again.",
    413: "The request is larger than 64 MiB.",
    421: "The server does not go by the name it was asked by.",
    422: "Something in the request cannot be.",
    428: "`If-Match` is missing: say what you have seen.",
    503: "The ledger is busy; try again.",
}
_NOT_MODIFIED: Responses = {304: {"description": "What `If-None-Match` names is still so."}}
_TAGGED = {
    "ETag": {
        "description": "Names this answer: for `If-None-Match`, and of a claim, transfer, document "
        "or party for `If-Match` as well.",
        "schema": {"type": "string"},
    }
}
_LINKED = {
    "Link": {
        "description": 'The address of the next page (`rel="next"`), where there is one.',
        "schema": {"type": "string"},
    }
}
IF_MATCH: dict[str, Any] = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The ETag of each claim or party that this is about, as you saw it.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 1_000},
            "example": 'W/"1f3a9c02-17.9d1e5b7c2a4f60813e57"',
        }
    ]
}
"""What a route that decides on something seen adds to its operation."""


def problems(*statuses: int) -> Responses:
    """The failures that an operation may answer with."""
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {MEDIA_TYPE: {"schema": schema}}
    return {status: {"description": _WHY[status], "content": content} for status in statuses}


EVERYWHERE = problems(400, 401, 403, 421, 422, 503)
TAGGED: Responses = {200: {"headers": _TAGGED}, **_NOT_MODIFIED}
PAGED: Responses = {200: {"headers": _TAGGED | _LINKED}, **_NOT_MODIFIED}


def describe(app: FastAPI) -> None:
    """Complete the description that the routes of `app` give."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    description=app.description,
                    routes=app.routes,
                    separate_input_output_schemas=False,
                )
            )
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _completed(schema: dict[str, Any]) -> dict[str, Any]:
    components = schema.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = _PROBLEM
    components["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of the workbench; a server without accounts needs none.",
        }
    }
    schema["security"] = [{"token": []}, {}]
    return schema
