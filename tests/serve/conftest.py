"""A workbench over the retold story and three hostile records: asked in process, and in a browser.

The ledger is made once for each store and copied for each test, so tests may change it.
"""

import contextlib
import itertools
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import uvicorn
from click.testing import CliRunner
from fastapi.testclient import TestClient

from headstamp import cli
from headstamp.ledger.ledger import Ledger
from headstamp.serve.app import workbench
from headstamp.serve.settings import Settings
from tests.serve.visiting import admit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "retold" / "readings.jsonl"
CHROMIUM = "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
SECRET = "the word of the forms"


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite ledger of the retold story, not to be written to."""
    return Path(told(str(tmp_path_factory.mktemp("story") / "story.sqlite")))


@pytest.fixture(scope="session")
def story_database(server: str) -> str:
    """The URL of a PostgreSQL database of the retold story, not to be written to."""
    query(server, "CREATE DATABASE story")
    return told(at(server, "story"))


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger of the story is, to be changed: SQLite, or what `both_stores` says."""
    if getattr(request, "param", "sqlite") == "postgresql":
        template = request.getfixturevalue("story_database")
        name = f"story_{next(NUMBERS)}"
        query(request.getfixturevalue("server"), f"CREATE DATABASE {name} TEMPLATE story")
        return at(template, name)
    return str(shutil.copy(request.getfixturevalue("story"), tmp_path / "ledger.sqlite"))


both_stores = pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)
"""Runs a test that asks for `place`, `client` or `page` on both stores."""
NUMBERS = itertools.count(1)


def told(place: str) -> str:
    """The place, with the retold story in it."""
    arguments = [
        "add",
        "--readings",
        str(STORY.relative_to(ROOT)),
        "--by",
        "ana",
        "--ledger",
        place,
    ]
    with contextlib.chdir(ROOT):
        result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 0, result.output
    return place


def at(url: str, database: str) -> str:
    """The URL of another database of the same server."""
    return re.sub(r"(?<=/)[^/?]+(?=\?|$)", database, url, count=1)


def query(url: str, statement: str) -> None:
    """Run one statement outside a transaction."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def settings(place: str, **told: Any) -> Settings:
    """A server on this machine without accounts, whose changes `ana` signs."""
    return Settings(**{"ledger": place, "by": "ana", "secret": SECRET} | told)


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    """The workbench, asked in process; it sends the word that forms carry."""
    with TestClient(workbench(settings(place)), headers={"X-CSRF-Token": SECRET}) as client:
        yield client


@pytest.fixture
def held(place: str) -> Iterator[Ledger]:
    """The ledger with three users, as another process of the server would open it."""
    ledger = Ledger(place)
    admit(ledger.accounts)
    yield ledger
    ledger.close()


@pytest.fixture
def visit(held: Ledger, place: str) -> Iterator[Callable[..., TestClient]]:  # noqa: ARG001
    """Opens a browser's session, as it were, with a workbench that asks people to log in."""
    app = workbench(settings(place, accounts=True))
    opened: list[TestClient] = []

    def visit(url: str = "https://ledger.example") -> TestClient:
        opened.append(TestClient(app, base_url=url, follow_redirects=False))
        return opened[-1]

    yield visit
    for client in opened:
        client.close()


@pytest.fixture
def serving() -> Iterator[Callable[[Settings], str]]:
    """Starts a real server with these settings; gives its address. It ends with the test."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(settings: Settings) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(workbench(settings), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        running.append((server, thread))
        while not server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium, without a screen."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing: install Debian's chromium (`make test` does)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser", serving: Callable[[Settings], str], place: str) -> "Iterator[Page]":
    """A browser's page at a real server of the story. What it asks of others fails the test."""
    address = serving(settings(place))
    with browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}) as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        yield context.new_page()
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
