"""What people say, taken from programs: checked, signed, and answered with the change it made."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated

from fastapi import Request, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from headstamp.errors import InputError
from headstamp.ledger.ledger import Writer
from headstamp.model.plain import encode
from headstamp.model.transfer import Change
from headstamp.serve.api.answers import answer
from headstamp.serve.api.asking import WITHOUT_NUL
from headstamp.serve.changing import changed
from headstamp.serve.rights import Visitor
from headstamp.serve.state import ledger_of

Reason = Annotated[str, StringConstraints(max_length=1_500, pattern=r"^[^\x00]*$")]
Cause = Annotated[str, StringConstraints(max_length=1_500, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$")]
"""A reason that is not left out."""
SourceName = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=WITHOUT_NUL)]


def _whole(value: object) -> object:
    """JSON has one sort of number: 17.0 is 17."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


WHOLE = BeforeValidator(_whole)


class Body(BaseModel):
    """What a program sends. What is not named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


@contextmanager
def fitting() -> Iterator[None]:
    """Tells what a value of the model refuses."""
    try:
        yield
    except ValueError as error:
        raise InputError("what is said", str(error).rstrip("."), "change it") from None


def stated(
    request: Request,
    visitor: Visitor,
    say: Callable[[Writer], Change],
    seen: Mapping[str, int] | None = None,
) -> Response:
    """Write what is said; the change that it made."""
    change = changed(ledger_of(request), say, by=visitor.name, seen=seen)
    return answer(request, encode(change), 201)
