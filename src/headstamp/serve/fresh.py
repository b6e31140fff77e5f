"""What need not be sent twice, and what may not be changed unseen: entity tags (RFC 9110).

A tag names an answer: who asks for which address, and the version of the ledger. Whoever asks again
with it in `If-None-Match` is told that nothing is new, and nothing is made for it. The tag of a
thing that people change says before a `.` which change of it was the last; in `If-Match` that part
alone counts, so that a decision stands or falls by what people said of the thing, not by what else
the ledger took in meanwhile.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.exceptions import HTTPException

from headstamp.errors import Outdated
from headstamp.ledger.ledger import View
from headstamp.serve.rights import Reader, Visitor
from headstamp.serve.state import Viewed, answers_of

ID_CHARACTERS = 2_000
Id = Annotated[str, Path(min_length=1, max_length=ID_CHARACTERS)]
"""The id of a thing in an address."""

_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_KEPT = "private, no-cache"
"""Kept by the browser alone, and asked about each time."""
UNSEEN = "Say in If-Match what you have seen: give the ETag of what this is about."


class NotModified(Exception):  # noqa: N818 - nothing is wrong
    """Whoever asks has the answer already."""


class Made(Exception):  # noqa: N818 - nothing is wrong
    """The page was made before, and is the same today."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page


def fresh(request: Request, visitor: Reader, view: Viewed) -> None:
    """A dependency of what shows the ledger. Raises `NotModified`, or `Made`."""
    _offer(request, _shape(request, visitor, view))


def fresh_thing(request: Request, visitor: Reader, view: Viewed, id: Id) -> None:
    """A dependency of what shows a document, claim or transfer, the `id` of its address. Raises
    `NotModified`, or `Made`.
    """
    _offer(request, f"{_state(id, view.stated(id))}.{_shape(request, visitor, view)}")


FRESH, FRESH_THING = Depends(fresh), Depends(fresh_thing)


def validators(request: Request) -> dict[str, str]:
    """The headers by which an answer is kept and asked about; none where it has no tag."""
    tag: str | None = getattr(request.state, "tag", None)
    return {"ETag": f'W/"{tag}"', "Cache-Control": _KEPT} if tag else {}


def seen(request: Request, view: View, *subjects: str) -> Mapping[str, int]:
    """The last change of each subject, all of them seen by whoever asks, by his `If-Match`.

    Raises `HTTPException` (428) where he does not say what he saw, `Outdated` where it is no more.
    """
    told = _tags(request, "if-match")
    if not told:
        raise HTTPException(428, UNSEEN)
    states = {tag.partition(".")[0] for tag in told}
    numbers = {subject: view.stated(subject) for subject in subjects}
    for subject, number in numbers.items():
        if _state(subject, number) not in states:
            raise Outdated(subject, "was changed since you looked", "look again")
    return numbers


def _offer(request: Request, tag: str) -> None:
    request.state.tag = tag
    if tag in _tags(request, "if-none-match"):
        raise NotModified
    page = answers_of(request).get(tag)
    if page is not None:
        raise Made(page)


def _tags(request: Request, header: str) -> list[str]:
    """The tags in a header, weak or strong: what lies between may have weakened them."""
    return _TAG.findall(",".join(request.headers.getlist(header)))


def _state(subject: str, number: int) -> str:
    return f"{_digest(subject)[:8]}-{number}"


def _shape(request: Request, visitor: Visitor, view: View) -> str:
    """What an answer is made of: a page holds the visitor's name and the word of his forms."""
    told = (
        _program(),
        str(view.version()),
        visitor.name,
        visitor.role,
        visitor.csrf,
        request.url.path,
        request.url.query,
        request.headers.get("hx-request", ""),
    )
    return _digest("\0".join(told))[:20]


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _program() -> str:
    return version("headstamp")
