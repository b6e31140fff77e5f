"""Jobs: what was asked to be added, and how far it is."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from headstamp.errors import Missing
from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import LARGEST, Counting
from headstamp.serve.api.describing import problems
from headstamp.serve.api.schemas.listed import Job, Jobs
from headstamp.serve.rights import Reader
from headstamp.serve.state import ledger_of
from headstamp.show.json import plain

router = APIRouter(tags=["jobs"])


@router.get("/jobs", response_model=Jobs)
def list_jobs(request: Request, _visitor: Reader, asked: Annotated[Counting, Query()]) -> Response:
    """List what was asked for, the last first."""
    found = ledger_of(request).jobs.recent(limit=asked.limit + 1, before=asked.after)
    some = found[: asked.limit]
    more = str(some[-1].id) if len(found) > len(some) else None
    return paged(request, (plain(job, "") for job in some), more)


@router.get("/jobs/{id}", response_model=Job, responses=problems(404))
def show_job(
    request: Request, _visitor: Reader, id: Annotated[int, Path(ge=1, le=LARGEST)]
) -> Response:
    """Show how far a job is; it is over when its state is `done` or `failed`."""
    job = ledger_of(request).jobs.job(id)
    if job is None:
        raise Missing(f"job {id}", "is not there", "see the list of jobs")
    return answer(request, plain(job, ""))
