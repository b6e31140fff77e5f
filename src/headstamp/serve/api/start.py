"""Where a program begins: which ledger this is, how far it is, and who asks."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from headstamp.serve.api.answers import answer
from headstamp.serve.api.describing import TAGGED
from headstamp.serve.api.schemas.listed import Start
from headstamp.serve.fresh import FRESH
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter(tags=["start"])


@router.get("", response_model=Start, responses=TAGGED, dependencies=[FRESH])
def start(request: Request, visitor: Reader, view: Viewed) -> Response:
    """The ledger, and who asks for it."""
    told = {
        "headstamp": version("headstamp"),
        "version": view.version(),
        "linked": view.is_linked(),
        "visitor": {"name": visitor.name, "role": visitor.role},
    }
    return answer(request, told)
