"""Parties: found by the beginning of a name; each with its names, flows and merges."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from headstamp.errors import Missing
from headstamp.ledger.view import View
from headstamp.model.plain import encode
from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import Named
from headstamp.serve.api.describing import PAGED, TAGGED, problems
from headstamp.serve.api.schemas import listed as schemas
from headstamp.serve.fresh import FRESH, FRESH_THING, Id
from headstamp.serve.known import Known, known
from headstamp.serve.naming import names_of
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.json import plain

router = APIRouter(tags=["parties"])


@router.get("/parties", response_model=schemas.Parties, responses=PAGED, dependencies=[FRESH])
def list_parties(
    request: Request, _visitor: Reader, view: Viewed, asked: Annotated[Named, Query()]
) -> Response:
    """List the parties of the ledger, those with most transfers first, all or those of which a
    word of the name begins so.
    """
    begun = asked.after or 0
    found = view.values("party", like=asked.words, limit=begun + asked.limit + 1)
    some = list(found)[begun : begun + asked.limit]
    names = names_of(view, "party", some)
    items = [{"id": id, "name": names[id], "transfers": found[id]} for id in some]
    more = begun + len(some) if len(found) > begun + len(some) else None
    return paged(request, items, None if more is None else str(more))


@router.get(
    "/parties/{id:path}",
    response_model=schemas.WholeParty,
    responses=TAGGED | problems(404),
    dependencies=[FRESH_THING],
)
def show_party(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Show a party: its names with their sources, what it belongs to, supplies in and out by year,
    and what people judged to be the same.
    """
    there = party_there(view, id)
    told = {
        "id": id,
        "name": names_of(view, "party", [id])[id],
        **_told(there),
        "same": list(view.same_parties(id)[1:]),
        "merges": [encode(change) for change in view.party_merges(id)],
        "flows": [plain(flow, "") for flow in view.flows(id)],
    }
    return answer(request, told)


def party_there(view: View, id: str) -> Known | None:
    """What is known of a party that is in the authority file, or of which the ledger tells.

    Raises `Missing` where it is in neither.
    """
    there = known(id)
    if there is None and id not in view.counts(["party"], [id]):
        raise Missing(id, "is no party that is known", "see the list of parties")
    return there


def _told(there: Known | None) -> dict[str, Any]:
    """What the authority file has of a party."""
    if there is None:
        nothing: dict[str, Any] = dict.fromkeys(("kind", "country", "since", "until"))
        return nothing | {"names": [], "parents": [], "members": []}
    entry = there.entry
    return {
        "kind": entry.kind,
        "country": entry.country,
        "since": entry.since,
        "until": entry.until,
        "names": [plain(alias, "") for alias in there.names],
        "parents": [{"id": each.id, "name": each.name} for each in there.parents],
        "members": [{"id": each.id, "name": each.name} for each in there.members],
    }
