"""Parties: who there is, and for each its names, what it belongs to, its flows and merges."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from headstamp.asking import filters
from headstamp.errors import InputError, Missing
from headstamp.ledger.ledger import View, Writer
from headstamp.ledger.listing import Filters
from headstamp.model.transfer import Change, Judgement, Verdict
from headstamp.resolve.authority import shipped
from headstamp.resolve.suggesting import suggested
from headstamp.serve.changing import changed
from headstamp.serve.fresh import FRESH
from headstamp.serve.known import LANGUAGES, SCRIPTS, known
from headstamp.serve.naming import country, names_of
from headstamp.serve.partners import drawn, partners
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()
PAGE = 50
LAST_PAGE = 200
LATEST = 8
COUNTED = 5_000
"""The most transfers of a party that are counted one by one."""


@router.get("/parties", dependencies=[FRESH])
def parties(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    words: str = "",
    number: Annotated[int, Query(alias="page", ge=1, le=LAST_PAGE)] = 1,
) -> HTMLResponse:
    """The parties of the ledger, those with most transfers first."""
    first = (number - 1) * PAGE
    counts = view.values("party", like=words.strip() or None, limit=first + PAGE + 1)
    shown = dict(list(counts.items())[first : first + PAGE])
    return page(
        request,
        "parties.html",
        words=words,
        number=number,
        is_last=len(counts) <= first + PAGE or number == LAST_PAGE,
        counts=shown,
        names=names_of(view, "party", list(shown)),
        roles=view.counts(("supplier", "recipient"), list(shown)),
        known=shipped().entries,
        country=country,
    )


@router.get("/parties/{id:path}", dependencies=[FRESH])
def shown(request: Request, _visitor: Reader, view: Viewed, id: str) -> HTMLResponse:
    """One party."""
    held = view.count(Filters(party=id), most=COUNTED)
    told = known(id)
    same = view.same_parties(id)
    if not held and told is None and len(same) == 1:
        raise Missing(id, "is no party of the ledger", "see the list of parties")
    flows = view.flows(id)
    name = names_of(view, "party", [id])[id]
    others = {flow.other for flow in flows} | _others(view.party_merges(id)) | set(same)
    names = names_of(view, "party", list(others))
    theirs = partners(id, flows, names)
    return page(
        request,
        "party.html",
        id=id,
        name=name,
        known=told,
        part_of=None if told else known(id.split("/", maxsplit=1)[0]),
        held=held,
        counted_to=COUNTED,
        partners=theirs,
        drawn=drawn(theirs),
        latest=view.table(Filters(party=id), limit=LATEST).listed,
        same=[other for other in same if other != id],
        merges=view.party_merges(id),
        names=names,
        suggestions=[entry for entry in suggested(name) if entry.id not in same],
        seen=view.stated(id),
        scripts=SCRIPTS,
        languages=LANGUAGES,
        country=country,
    )


@router.post("/parties/{id:path}")
def judged(  # noqa: PLR0913, PLR0917 - one parameter a field of the form
    request: Request,
    visitor: Analyst,
    id: str,
    party: Annotated[str, Form(max_length=300)],
    verdict: Annotated[Verdict, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=1_500)] = "",
) -> RedirectResponse:
    """Say that a party is the same as another `party`, by its id or any name; or is not."""

    def say(writer: Writer) -> Change:
        meant = _meant(writer, party.strip())
        if meant == id:
            raise InputError(party, "is this very party", "name another")
        return writer.state(Judgement("party", id, meant, verdict, reason.strip()))

    changed(ledger_of(request), say, by=visitor.name, seen={id: seen})
    return RedirectResponse(f"/parties/{quote(id)}#same", 303)


def _meant(view: View, words: str) -> str:
    """The id of the party that goes by these words."""
    if not words:
        raise InputError("The form", "names no other party", "say which it is")
    id = filters(view=view, party=words).party or words
    if id not in shipped().entries and not view.count(Filters(party=id), most=1):
        raise InputError(words, "is no party that is known", "choose one of the list")
    return id


def _others(merges: tuple[Change, ...]) -> set[str]:
    told: list[Any] = [change.statement for change in merges]
    return {side for judgement in told for side in (judgement.left, judgement.right)}
