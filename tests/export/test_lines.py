"""`jsonl` and `text`: what is written is read again."""

import json
import re
from typing import Any

from hypothesis import given

from headstamp.export import Entry
from headstamp.export.words import whole
from headstamp.model import Claim, Document
from headstamp.model.plain import decode, encode
from headstamp.model.transfer import ClaimRef, Transfer
from tests.export.conftest import entries, story, written

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')


def without_halves(value: Any) -> Any:
    """A plain value as every export has it: U+FFFD for lone surrogates."""
    match value:
        case str():
            return whole(value)
        case list():
            return [without_halves(each) for each in value]
        case dict():
            return {whole(name): without_halves(each) for name, each in value.items()}
    return value


def tokens(text: str) -> list[list[str]]:
    """The words of each line of the canonical text; words in quotation marks unquoted."""
    lines = (_TOKEN.findall(line) for line in text.splitlines())
    return [[json.loads(t) if t.startswith('"') else t for t in line] for line in lines]


def test_json_lines_are_the_model_s_own_values(entry: Entry) -> None:
    lines = [json.loads(line) for line in written("jsonl", entry).splitlines()]
    assert [line["is"] for line in lines] == ["document", "document", "transfer"]
    assert decode(Document, lines[0]["document"]) == entry.documents["one"]
    assert decode(Transfer, lines[2]["transfer"]) == entry.transfer
    claims = {ClaimRef.parse(ref): decode(Claim, c) for ref, c in lines[2]["claims"].items()}
    assert claims == entry.claims


@given(entries())
def test_json_lines_lose_nothing_but_halves_of_characters(entry: Entry) -> None:
    *_, line = [json.loads(line) for line in written("jsonl", entry).decode().splitlines()]
    assert line["transfer"] == without_halves(json.loads(json.dumps(encode(entry.transfer))))


def test_a_document_stands_once() -> None:
    lines = written("jsonl", story(id="t01"), story(id="t02")).splitlines()
    assert [json.loads(line)["is"] for line in lines] == [
        "document", "document", "transfer", "transfer",
    ]  # fmt: skip


def test_the_canonical_text_of_a_transfer(entry: Entry) -> None:
    assert written("text", entry).decode() == (
        'transfer "t01"\n'
        '  claim "one/c1" asserts CT+ past 5 9 "sent" by "Marsh Post"\n'
        '  claim "two/c1" denies CT- past 19 23 "sent" by "Tehran" "River Wire"\n'
        '  denial "two/c1" by "Tehran" party "iran"\n'
        "  kind transfer\n"
        '  origin "Marsh Post" own-reporting root "one" carried by "one"\n'
        '  repeat "two" "one" citation "the Marsh Post\'s report"\n'
        '  supplier "Iran" "one/c1" "two/c1"\n'
        "\n"
    )


@given(entries())
def test_the_canonical_text_is_read_again(entry: Entry) -> None:
    lines = tokens(written("text", entry).decode())
    (origin,) = entry.transfer.origins
    assert ["transfer", "t01"] in lines
    assert any(line[:2] == ["origin", whole(origin.who)] for line in lines)
    denials = {line[3] for line in lines if line[:1] == ["denial"]}
    assert denials == {whole(denial.by) for denial in entry.transfer.denials}
    claims = [line for line in lines if line[:1] == ["claim"]]
    assert {line[2] for line in claims} == {m.stance for m in entry.transfer.members}
    assert len(claims) == len(entry.transfer.members)
