"""The application that a server runs: settings and a ledger to routes."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware

from headstamp.ledger import open_ledger
from headstamp.serve.answers import Answers
from headstamp.serve.api import ROUTERS
from headstamp.serve.api.describing import EVERYWHERE, describe
from headstamp.serve.assets import Assets
from headstamp.serve.failures import answer_failures
from headstamp.serve.guard import Guard
from headstamp.serve.pages import PAGES
from headstamp.serve.settings import Settings

AT_ONCE = 16
"""Requests that a worker answers at the same time. They take processor time, which more threads
would only divide; fewer would leave none to read while many wait to write.
"""
COLLECTED_AFTER = 20_000, 20, 50
"""New values before the youngest are looked through, and how often these before older ones are."""
DESCRIPTION = (
    "A ledger of reported arms transfers: claims with the words they stand in, who says so and how "
    "sure they are; what the claims add up to; and what people say of them."
)


API = "/api/v1"


def workbench(settings: Settings) -> FastAPI:
    """The workbench of one ledger. It opens the ledger and closes it when it ends."""
    ledger = open_ledger(settings.ledger, create=False)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = AT_ONCE
        collect_seldom()
        yield
        ledger.close()

    app = FastAPI(
        title="Headstamp",
        version=version("headstamp"),
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        generate_unique_id_function=_named,
    )
    app.state.settings, app.state.ledger, app.state.answers = settings, ledger, Answers()
    for router in ROUTERS:
        app.include_router(router, prefix=API, responses=EVERYWHERE)
    describe(app)
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", Assets(), name="static")
    answer_failures(app, {API: ROUTERS, "": PAGES})
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(Guard, hosts=settings.hosts)
    return app


def collect_seldom() -> None:
    """Keep Python from looking again and again for rings of dead values among what stays as long
    as the program, and from looking at all after every seven hundred values: a page makes tens of
    thousands, hardly one of them in a ring, and a seventh of its time went there.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)


def _named(route: APIRoute) -> str:
    """An operation goes by the name of its function."""
    return route.name


def from_environment() -> FastAPI:
    """The workbench that the command line asked this worker for."""
    return workbench(Settings.from_environment())
