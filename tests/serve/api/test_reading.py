"""What the API shows of the story, on both stores: the ledger's own words, and no others."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from pydantic import BaseModel

from headstamp import cli
from headstamp.export import FORMATS
from headstamp.ledger.ledger import Ledger
from headstamp.serve.api.schemas import changes, claims, listed, transfers
from headstamp.serve.exported import MEDIA_TYPES
from tests.serve.conftest import both_stores

BASE = "/api/v1"
DOCUMENT = "washington-post-2023-04-10"
CLAIM = f"{DOCUMENT}/c3"
DESCRIBED: dict[str, type[BaseModel]] = {
    "": listed.Start,
    "/transfers": transfers.Transfers,
    "/documents": claims.Documents,
    f"/documents/{DOCUMENT}": claims.Document,
    f"/claims/{CLAIM}": claims.StatedClaim,
    "/parties": listed.Parties,
    "/parties/egypt": listed.WholeParty,
    "/sources": listed.Sources,
    "/sources?about=speaker": listed.Sources,
    "/sources/outlet/Anadolu": listed.Source,
    "/search?words=rockets": claims.Hits,
    f"/changes?subject={DOCUMENT}": changes.Changes,
    "/exports": listed.Formats,
    "/jobs": listed.Jobs,
}
PAGED = ("/transfers", "/documents", "/parties", "/sources", "/search?words=rockets")


def got(client: TestClient, address: str) -> Any:
    answer = client.get(BASE + address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def printed(place: str, *arguments: str) -> Any:
    """What a command prints with `--json`."""
    result = CliRunner().invoke(cli.main, [*arguments, "--json", "--ledger", place])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@both_stores
@pytest.mark.parametrize("address", DESCRIBED)
def test_an_answer_holds_what_is_described_and_nothing_else(
    client: TestClient, address: str
) -> None:
    DESCRIBED[address].model_validate(got(client, address), extra="forbid")


@both_stores
def test_transfers_are_those_of_the_command_line(client: TestClient, place: str) -> None:
    assert got(client, "/transfers?limit=200")["items"] == printed(place, "list")
    whole = got(client, f"/transfers/{got(client, f'/claims/{CLAIM}')['transfer']}")
    assert whole == printed(place, "show", CLAIM)
    transfers.WholeTransfer.model_validate(whole, extra="forbid")


@both_stores
@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("party=Russia&role=recipient", ["--party", "Russia", "--role", "recipient"]),
        ("kind=transfer&sort=origins", ["--kind", "transfer", "--sort", "origins"]),
        ("denied=yes&outlet=Anadolu", ["--denied", "yes", "--outlet", "Anadolu"]),
        ("category=rocket&country=Egypt", ["--category", "rocket", "--country", "Egypt"]),
        ("since=2023-01-01&until=2023-12-31", ["--since", "2023-01-01", "--until", "2023-12-31"]),
        ("origins=2&reviewed=no", ["--origins", "2", "--reviewed", "no"]),
    ],
)
def test_filters_are_those_of_the_command_line(
    client: TestClient, place: str, query: str, options: list[str]
) -> None:
    assert got(client, f"/transfers?limit=200&{query}")["items"] == printed(place, "list", *options)


@both_stores
@pytest.mark.parametrize("address", PAGED)
def test_pages_one_after_another_are_the_whole(client: TestClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    whole = got(client, f"{address}{joint}limit=200")["items"]
    answer, found = client.get(f"{BASE}{address}{joint}limit=2"), []
    while True:
        found += answer.json()["items"]
        link = answer.links.get("next")
        assert bool(link) == (answer.json()["next"] is not None)
        if not link:
            break
        answer = client.get(link["url"])
    assert found == whole
    assert len(found) > 2


@both_stores
def test_a_text_is_what_offsets_count_in_and_an_original_what_came_in(
    client: TestClient, place: str
) -> None:
    text = client.get(f"{BASE}/texts/{DOCUMENT}")
    trigger = got(client, f"/claims/{CLAIM}")["said"]["trigger"]
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text[trigger["start"] : trigger["end"]] == trigger["words"]
    original = client.get(f"{BASE}/originals/{DOCUMENT}")
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["content-disposition"].startswith("attachment")
    ledger = Ledger(place)
    with ledger.reading() as view:
        assert original.content == view.original(DOCUMENT)
    ledger.close()


@both_stores
@pytest.mark.parametrize("format", FORMATS)
def test_an_export_is_the_file_of_the_command_line(
    client: TestClient, place: str, format: str, tmp_path: Any
) -> None:
    answer = client.get(f"{BASE}/exports/{format}?kind=transfer")
    file = tmp_path / "made"
    arguments = ["export", format, "--output", str(file), "--kind", "transfer", "--ledger", place]
    assert CliRunner().invoke(cli.main, arguments).exit_code == 0
    assert answer.content == file.read_bytes()
    assert answer.headers["content-type"] in MEDIA_TYPES.values()
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''head")


@both_stores
def test_many_may_export_at_once(client: TestClient) -> None:
    """Each holds two connections: the request's, and that of who writes the file."""
    with ThreadPoolExecutor(30) as people:
        answers = list(people.map(lambda _: client.get(f"{BASE}/exports/text"), range(30)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


def test_a_workbook_is_a_form_of_the_register(client: TestClient) -> None:
    assert client.get(f"{BASE}/exports/register?form=.xlsx").content.startswith(b"PK")
    assert client.get(f"{BASE}/exports/text?form=.xlsx").status_code == 422


def test_a_file_may_be_named_after_any_words(client: TestClient) -> None:
    answer = client.get(f"{BASE}/exports/text", params={"party": "حزب الله"})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].isascii()


@both_stores
@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/transfers/none", 404, "is no transfer of the ledger"),
        ("/documents/none", 404, "is no document of the ledger"),
        (f"/claims/{DOCUMENT}/c999", 404, "is no claim of the ledger"),
        ("/claims/none", 404, "is no claim of the ledger"),
        ("/texts/none", 404, "is no document of the ledger"),
        ("/originals/none", 404, "is no document of the ledger"),
        ("/parties/none", 404, "is no party that is known"),
        ("/sources/outlet/none", 404, "is no outlet that the ledger knows"),
        ("/jobs/1", 404, "is not there"),
        ("/exports/none", 404, "is no format"),
        ("/nowhere", 404, "There is no such address."),
        ("/transfers?role=supplier", 422, "name a party too"),
        ("/transfers?colour=red", 422, "colour: Extra inputs are not permitted"),
        ("/transfers?limit=201", 422, "limit: Input should be less than or equal to 200"),
        ("/transfers?country=Ruritania", 422, "is no country that is known"),
        ("/transfers?after=999999999999.1", 422, "after: String should match pattern"),
        ("/transfers?since=2024-02-30", 422, "is no day"),
        ("/search?words=!", 422, "has no words to look for"),
        ("/documents/a%00b", 400, "No address holds the character NUL."),
        ("/search?words=%00", 400, "No address holds the character NUL."),
    ],
)
def test_what_cannot_be_is_a_problem_with_a_sentence(
    client: TestClient, address: str, status: int, sentence: str
) -> None:
    answer = client.get(BASE + address)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert sentence in answer.json()["detail"]
    assert answer.json()["detail"].endswith(".")


def test_an_address_says_what_it_takes(client: TestClient) -> None:
    answer = client.put(f"{BASE}/documents")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
    assert answer.json()["detail"] == "This address does not take PUT."


def test_a_server_by_another_name_says_so_to_programs(client: TestClient) -> None:
    answer = client.post(f"{BASE}/notes", headers={"origin": "https://other.example"})
    assert (answer.status_code, answer.json()["title"]) == (403, "Forbidden")
