"""W3C Web Annotations (Recommendation of 2017): each claim and each of its arguments, on the words.

A target is pinned twice: by `TextQuoteSelector` (the words, with what stands around them) and by
`TextPositionSelector`, whose offsets count Unicode code points of the document's canonical text,
as `jsonl` carries it; JavaScript counts UTF-16 units. The quote finds the words on the page itself.
The file is an `AnnotationCollection` with one page.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import interval, party_name, quantity
from headstamp.export.naming import claim_urn, document_iri, urn
from headstamp.export.words import json_bytes
from headstamp.model import Argument, Document, Span
from headstamp.model.transfer import Member
from headstamp.model.values import Interval, Materiel, Party, Place, Quantity, Value

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND_CHARACTERS = 32
"""How much of the text before and after goes with a quote."""


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """The collection, one annotation a line."""
    head = {"@context": CONTEXT, "id": urn("collection"), "type": "AnnotationCollection"}
    page = {"id": urn("page"), "type": "AnnotationPage", "startIndex": 0}
    out.write(json_bytes(head)[:-1] + b', "first": ' + json_bytes(page)[:-1] + b', "items": [')
    total = 0
    for entry in entries:
        for annotation in annotations(entry):
            out.write((b",\n" if total else b"\n") + json_bytes(annotation))
            total += 1
    out.write(f'\n]}}, "total": {total}}}\n'.encode())


def annotations(entry: Entry) -> Iterator[dict[str, Any]]:
    """For each claim its own annotation, then one an argument."""
    for member in entry.transfer.members:
        document = entry.documents[member.claim.document]
        claim = entry.claims[member.claim]
        yield _annotation(claim_urn(member.claim), "classifying", _claim(entry, member),
                          _target(document, claim.trigger))  # fmt: skip
        for number, argument in enumerate(claim.arguments):
            id = urn("argument", member.claim.document, member.claim.claim, str(number))
            body = [*_argument(argument), _link(claim_urn(member.claim))]
            yield _annotation(id, "identifying", body, _target(document, argument.span))


def _annotation(id: str, motivation: str, body: list[Any], target: Any) -> dict[str, Any]:
    return {
        "id": id,
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": urn("software"), "type": "Software", "name": "Headstamp"},
        "body": body,
        "target": target,
    }


def _target(document: Document, span: Span) -> dict[str, Any]:
    before = document.text[max(0, span.start - AROUND_CHARACTERS) : span.start]
    after = document.text[span.end : span.end + AROUND_CHARACTERS]
    quote = {"exact": span.of(document.text), "prefix": before, "suffix": after}
    return {
        "source": document_iri(document),
        "selector": [
            {"type": "TextQuoteSelector", **quote},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _claim(entry: Entry, member: Member) -> list[dict[str, Any]]:
    claim = entry.claims[member.claim]
    said = " < ".join(speaker.stands_for_words or speaker.words for speaker in claim.speakers)
    return [
        _text("classifying", claim.kind),
        _text("tagging", member.stance),
        _text("tagging", claim.factuality),
        _text("tagging", claim.time),
        _text("describing", f"said by: {said}"),
        _text("identifying", str(member.claim)),
        _link(urn("transfer", entry.transfer.id)),
    ]


def _argument(argument: Argument) -> Iterator[dict[str, Any]]:
    yield _text("tagging", argument.role)
    if argument.stands_for_words is not None:
        yield _text("describing", f"stands for: {argument.stands_for_words}")
    for value in argument.values:
        yield _text("identifying", _named(value))


def _named(value: Value) -> str:
    match value:
        case Party(id=id):
            return f"{party_name(value)} ({id})"
        case Materiel(designation=designation, category=category):
            return f"{designation} ({category})" if designation else category
        case Place(name=name, country=country):
            return f"{name} ({country})" if country else name
        case Interval() as days:
            return interval(days)
        case Quantity() as amount:
            return quantity(amount)


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _link(source: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "purpose": "linking", "source": source}
