"""Requests that nobody would make, and those that everybody might, made up by Schemathesis.

Whatever is asked, the API answers as its description says, and never with a fault of its own. What
fits the description is refused for a reason of the ledger's alone. So that much of what is asked
for is there, every second request is aimed at a thing that the ledger has, and has seen what is
said of it.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as limits
from hypothesis import strategies as st
from schemathesis.generation.modes import GenerationMode

from headstamp.serve.api import ROUTERS
from headstamp.serve.app import workbench
from tests.serve.conftest import at, query, settings

BASE = "/api/v1"
OPERATIONS = sorted(
    (
        (f"{BASE}{route.path.replace(':path', '')}", method)
        for router in ROUTERS
        for route in router.routes
        for method in route.methods
    ),
    key=lambda operation: ("undo" in operation[0], operation),
)
"""What takes back how the ledger came to be is asked last."""
SEED = 20260301
EXAMPLES, STEPS = {"sqlite": 10, "postgresql": 3}, {"sqlite": 2, "postgresql": 16}
"""Requests of each sort to each operation; of those at the bounds, every so manyth."""
fuzzing = limits(
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
DOCUMENTS = ["washington-post-2023-04-10", "anadolu-2023-04-11"]
CLAIMS = ["washington-post-2023-04-10/c3", "efe-2023-04-11/c4"]
PARTIES = ["egypt", "russia"]
IDS = {"documents": DOCUMENTS, "texts": DOCUMENTS, "originals": DOCUMENTS, "claims": CLAIMS,
       "parties": PARTIES, "sources": ["Anadolu", "~panel"]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """A workbench over one ledger of the story, which all requests change."""

    store: str
    client: TestClient
    described: Any
    transfers: list[str]

    def called(self, sort: str) -> list[str]:
        """The ids of two things of a sort that are there."""
        return self.transfers if sort.startswith("transfer") else IDS[sort]

    def tags(self, *addresses: str) -> str:
        """What `If-Match` says when these have been seen."""
        answers = [self.client.get(f"{BASE}/{address}") for address in addresses]
        return ", ".join(answer.headers.get("etag", '""') for answer in answers)

    def aim(self, case: Any, place: int) -> None:
        """Ask for something that is there instead of something made up."""
        section = case.path.split("/")[3:][:1]
        if "id" in case.path_parameters and section != ["jobs"]:
            case.path_parameters["id"] = self.called(section[0])[place]
        if "subject" in (case.query or {}):
            case.query["subject"] = CLAIMS[place]
        body = case.body if isinstance(case.body, dict) else {}
        if "claim" in body:
            body["claim"] = CLAIMS[place]
            case.headers["If-Match"] = self.tags(f"claims/{CLAIMS[place]}")
        if "left" in body:
            section = {"claim": "claims", "party": "parties"}[body["about"]]
            body["left"], body["right"] = self.called(section)
            sides = (f"{section}/{body[side]}" for side in ("left", "right"))
            case.headers["If-Match"] = self.tags(*sides)
        sections = {"claim": "claims", "document": "documents", "transfer": "transfers"}
        if "subject" in body and body["about"] in sections:
            body["subject"] = self.called(sections[body["about"]])[place]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def fuzzed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fuzzed]:
    """A workbench to be fuzzed, over a ledger in each store."""
    if request.param == "postgresql":
        template = request.getfixturevalue("story_database")
        query(request.getfixturevalue("server"), "CREATE DATABASE fuzzed TEMPLATE story")
        place = at(template, "fuzzed")
    else:
        story: Path = request.getfixturevalue("story")
        place = str(shutil.copy(story, tmp_path_factory.mktemp("fuzzed") / "ledger.sqlite"))
    app = workbench(settings(place))
    described = schemathesis.openapi.from_asgi(f"{BASE}/openapi.json", app)
    checks = described.config.checks
    checks.positive_data_acceptance.expected_statuses = ["2xx", "404", "412", "422"]
    checks.missing_required_header.expected_statuses = ["404", "422", "428"]
    with TestClient(app) as client:
        listed = client.get(f"{BASE}/transfers?limit=2").json()["items"]
        yield Fuzzed(request.param, client, described, [each["id"] for each in listed])


def check(case: Any) -> None:
    """Ask, and hold the answer to the description."""
    answer = case.call()
    fits = case.meta.generation.mode is GenerationMode.POSITIVE
    if fits and answer.status_code in (400, 422):
        assert "errors" not in answer.json(), f"{case.as_curl_command()}\n{answer.text}"
    case.validate_response(answer)


every_operation = pytest.mark.parametrize(
    ("path", "method"), OPERATIONS, ids=lambda word: word.removeprefix(BASE).strip("/")
)


@every_operation
def test_what_is_asked_at_the_bounds_is_answered_as_described(
    fuzzed: Fuzzed, path: str, method: str
) -> None:
    operation = fuzzed.described[path][method]
    generation = fuzzed.described.config.generation_for(operation=operation)
    bounds = fuzzed.described.iter_coverage_cases(
        operation, generation_modes=list(GenerationMode), generation_config=generation
    )
    for case in islice(bounds, 0, None, STEPS[fuzzed.store]):
        check(case)


@every_operation
def test_what_fits_the_description_is_answered_as_described(
    fuzzed: Fuzzed, path: str, method: str
) -> None:
    @seed(SEED)
    @limits(fuzzing, max_examples=EXAMPLES[fuzzed.store])
    @given(fuzzed.described[path][method].as_strategy(), st.integers(0, 3))
    def ask(case: Any, place: int) -> None:
        if place < 2:
            fuzzed.aim(case, place)
        check(case)

    ask()


@every_operation
def test_what_does_not_fit_the_description_is_refused(
    fuzzed: Fuzzed, path: str, method: str
) -> None:
    operation = fuzzed.described[path][method]
    if operation.body or operation.query or operation.path_parameters:
        strategy = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
        seed(SEED)(limits(fuzzing, max_examples=EXAMPLES[fuzzed.store])(given(strategy)(check)))()


def test_all_is_described_and_all_that_is_described_is_fuzzed(fuzzed: Fuzzed) -> None:
    fuzzed.described.validate()
    paths = fuzzed.described.raw_schema["paths"]
    operations = {
        (path, method.upper()): paths[path][method] for path in paths for method in paths[path]
    }
    assert set(operations) == set(OPERATIONS)
    assert [name for name, each in operations.items() if not each.get("description")] == []
