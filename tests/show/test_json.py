"""JSON for programs: one object with everything, and one line a document."""

import io
import json as standard

from headstamp.model import Extract
from headstamp.model.reading import ROLES
from headstamp.show import json, jsonl
from headstamp.show.phrases import PARTS


def one_object(*extracts: Extract) -> dict[str, object]:
    out = io.StringIO()
    json.write(extracts, out)
    return standard.loads(out.getvalue())


def test_one_object_holds_every_document(extract: Extract) -> None:
    assert one_object()["documents"] == []
    whole = one_object(extract, extract)
    assert set(whole) == {"headstamp", "documents"}
    assert len(whole["documents"]) == 2


def test_spans_come_with_their_words(extract: Extract) -> None:
    (document,) = one_object(extract)["documents"]
    claim = document["claims"][0]
    assert claim["trigger"]["words"] == "delivered"
    assert claim["arguments"][0]["span"]["words"] == claim["arguments"][0]["words"] == "Zhorda"
    assert [speaker["kind"] for speaker in claim["speakers"]] == ["source", "source", "outlet"]
    assert document["document"]["published"] == {"day": None, "evidence": "none", "words": ""}
    assert [finding["code"] for finding in document["findings"]] == [
        "no-publication-date",
        "date-not-placed",
        "quantity-may-be-calibre",
    ]


def test_a_line_takes_the_form_of_annotated_records(extract: Extract) -> None:
    line = jsonl.line(extract)
    text = extract.document.text

    def said(pair: list[int]) -> str:
        return text[slice(*pair)]

    first, second, _ = line["claims"]
    assert (first["kind"], first["factuality"], first["time"], first["by"]) == (
        "transfer", "CT+", "past", 1,
    )  # fmt: skip
    assert said(first["trigger"]) == "delivered"
    assert {role: [said(pair) for pair in pairs] for role, pairs in first["roles"].items()} == {
        "supplier": ["Zhorda"],
        "recipient": ["Green Banner"],
        "materiel": ["short-range rockets"],
        "quantity": ["an estimated 20"],
        "date": ["last August"],
    }
    assert second["factuality"] == "CT-"
    assert [attribution["in"] for attribution in line["attributions"]] == [None, 0, None]
    assert [said(a["source"]) for a in line["attributions"]] == [
        "Col. Anwar Saleh", "Media reports", "its spokesman",
    ]  # fmt: skip
    assert [(e["type"], said(e["span"])) for e in line["entities"]] == [("STATE", "Zhorda")]
    assert [said(link["antecedent"]) for link in line["corefs"]] == ["Zhorda"]
    assert line["blocks"][-1]["kind"] == "comment"


def test_lines_keep_order_and_are_flushed_one_by_one(extract: Extract) -> None:
    out = io.StringIO()
    seen: list[int] = []

    def extracts() -> object:
        for _ in range(3):
            seen.append(out.getvalue().count("\n"))
            yield extract

    jsonl.write(extracts(), out)
    assert seen == [0, 1, 2]
    assert [standard.loads(line)["id"] for line in out.getvalue().splitlines()] == ["sample"] * 3


def test_every_role_of_the_guidelines_is_shown_as_something() -> None:
    assert set(PARTS) == {role for roles in ROLES.values() for role in roles}
