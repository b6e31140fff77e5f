"""`headstamp resolve` and `headstamp match`: one phrase, or many on standard input."""

import json

import pytest
from click.testing import CliRunner, Result

from headstamp.cli import main


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


FIELDS = {
    "party": "canonical kind parents score rule",
    "materiel": "designation category range_low_km range_high_km un_register score rule",
    "place": "name country lat lon kind score rule",
    "date": "earliest latest granularity rule anchor",
    "quantity": "low high approximate unit rule",
}
KNOWN = {
    "party": "the Islamic Revolutionary Guard Corps",
    "materiel": "Kornet missiles",
    "place": "Karbala",
    "date": "25 October 2018",
    "quantity": "dozens",
}


@pytest.mark.parametrize("kind", FIELDS)
def test_an_answer_has_its_fields(kind: str) -> None:
    found = json.loads(run("resolve", kind, KNOWN[kind], "--json").stdout)
    assert set(FIELDS[kind].split()) <= set(found)
    assert found["rule"]
    assert "reason" not in found


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_unknown_is_null_with_a_reason(kind: str) -> None:
    found = json.loads(run("resolve", kind, "the wumpus of it", "--json").stdout)
    assert [found[field] for field in FIELDS[kind].split()] == [None] * len(FIELDS[kind].split())
    assert found["reason"]


def test_a_person_gets_a_sentence() -> None:
    result = run("resolve", "date", "last August", "--on", "2018-10-25")
    assert result.stdout == "2018-08 (rule last-month-name, counted from 2018-10-25)\n"
    assert run("resolve", "date", "last August").stdout.startswith("not resolved: ")


def test_the_country_decides_between_places() -> None:
    tripolis = [
        json.loads(run("resolve", "place", "Tripoli", "--country", code, "--json").stdout)
        for code in ("LY", "LB")
    ]
    assert [place["country"] for place in tripolis] == ["LY", "LB"]


def test_many_phrases_are_answered_in_order() -> None:
    given = '"dozens"\n\n{"text": "over 300"}\n'
    lines = [
        json.loads(line) for line in run("resolve", "quantity", given=given).stdout.split("\n")[:2]
    ]
    assert [(line["text"], line["low"]) for line in lines] == [("dozens", 24), ("over 300", 301)]


def test_a_line_may_have_a_day_of_its_own() -> None:
    given = '{"text": "yesterday", "on": "2020-03-01"}\n"yesterday"\n'
    result = run("resolve", "date", "--on", "2019-01-02", given=given)
    found = [json.loads(line)["earliest"] for line in result.stdout.splitlines()]
    assert found == ["2020-02-29", "2019-01-01"]


@pytest.mark.parametrize(
    "bad", ["nonsense", '{"words": "x"}', '{"text": "May", "on": "soon"}', "[" * 9999]
)
def test_a_bad_line_is_named_and_the_others_are_answered(bad: str) -> None:
    result = run("resolve", "date", given=f'"May 2019"\n{bad}\n"June 2019"\n')
    assert result.exit_code == 1
    assert "line 2" in result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("earliest") for line in found] == ["2019-05-01", None, "2019-06-01"]
    assert "line 2" in found[1]["error"]


def test_two_names_match() -> None:
    result = run("match", "Kataeb Hezbollah", "Kata'ib Hizballah", "--kind", "group")
    assert result.stdout.startswith("the same (")
    found = json.loads(run("match", "Kornet", "Konkurs", "--kind", "weapon", "--json").stdout)
    assert found["same"] is False
    assert {"same", "score", "rule"} <= set(found)


def test_many_names_match() -> None:
    given = '{"a": "Aleppo", "b": "Halab", "kind": "place"}\n{"a": "Sana", "b": "Sanaa"}\n'
    result = run("match", "--kind", "place", given=given)
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [("resolve",), ("resolve", "wumpus", "x"), ("match", "one", "--kind", "group"),
     ("match", "one", "two"), ("resolve", "date", "x", "--on", "soon")],
)  # fmt: skip
def test_misuse_is_told_with_status_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
