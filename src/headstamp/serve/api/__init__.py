"""What programs ask for, under /api/v1: one module a resource, one line here each."""

from fastapi import APIRouter

from headstamp.serve.api import (
    accounts,
    changes,
    claims,
    contents,
    documents,
    exports,
    jobs,
    judgements,
    notes,
    parties,
    ratings,
    reviews,
    search,
    sources,
    start,
    transfers,
)

ROUTERS: tuple[APIRouter, ...] = (
    start.router, transfers.router, claims.router, documents.router, contents.router,
    parties.router, sources.router, search.router, reviews.router, judgements.router,
    ratings.router, notes.router, changes.router, exports.router, jobs.router, accounts.router,
)  # fmt: skip
