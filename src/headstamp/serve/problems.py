"""What goes wrong, for programs: a problem (RFC 9457) whose detail is a sentence for people."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi.responses import Response

from headstamp.export.words import json_bytes

MEDIA_TYPE = "application/problem+json"


def problem(status: int, sentence: str, errors: Sequence[dict[str, str]] = ()) -> Response:
    """One problem. `errors` say where in a request something stands (`where`) that cannot be, and
    why (`what`).
    """
    title = HTTPStatus(status).phrase
    told: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
    told |= {"detail": sentence} | ({"errors": list(errors)} if errors else {})
    return Response(json_bytes(told), status, media_type=MEDIA_TYPE)
