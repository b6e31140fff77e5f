"""GraphML for tools of network analysis: who is said to arm whom, and who says so after whom.

Nodes are transfers, parties, documents and origins (`sort`). Directed edges, by `relation`:

    party → transfer     a role in which it gives or acts (supplier, seizer …), holder, intermediary
    transfer → party     a role in which it receives (recipient, trainee …)
    document → transfer  asserts, denies, open, withdrawn
    document → document  repeats; document → origin  carries, repeats; transfer → transfer  part of
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import PARTIES, RECEIVING, Given, certainty, given
from headstamp.export.naming import uuid, web_address
from headstamp.export.words import xml
from headstamp.model.values import Party

NODE = {"sort": "string", "label": "string", "ledger_id": "string", "kind": "string",
        "certainty": "string", "origins": "int", "reports": "int", "denials": "int",
        "published": "string", "url": "string"}  # fmt: skip
EDGE = {"relation": "string", "transfer": "string", "sure": "boolean", "words": "string"}

Values = dict[str, object]


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """One directed graph; a node stands before the edges that need it."""
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for sort, attributes in (("node", NODE), ("edge", EDGE)):
        for name, type_ in attributes.items():
            key = f'id="{sort}-{name}" for="{sort}" attr.name="{name}" attr.type="{type_}"'
            out.write(f"<key {key}/>\n".encode())
    out.write(b'<graph id="ledger" edgedefault="directed">\n')
    written: set[str] = set()
    parts: list[tuple[str, str]] = []
    for entry in entries:
        if entry.transfer.part_of is not None:
            parts.append((_transfer(entry.transfer.id), _transfer(entry.transfer.part_of)))
        for id, values in _nodes(entry):
            if id not in written:
                written.add(id)
                out.write(f'<node id="{id}">{_data("node", values)}</node>\n'.encode())
        for number, (source, target, values) in enumerate(_edges(entry)):
            id = f"{_transfer(entry.transfer.id)}-{number}"
            out.write(_edge(id, source, target, values | {"transfer": entry.transfer.id}))
    for part, deal in parts:
        if deal in written:  # a deal that was not exported has no node to point at
            out.write(_edge(f"{part}-part", part, deal, {"relation": "part of"}))
    out.write(b"</graph>\n</graphml>\n")


def _nodes(entry: Entry) -> Iterator[tuple[str, Values]]:
    transfer = entry.transfer
    yield _transfer(transfer.id), {
        "sort": "transfer", "label": transfer.id, "ledger_id": transfer.id, "kind": transfer.kind,
        "certainty": certainty(entry), "origins": len(transfer.origins),
        "reports": len(transfer.reports), "denials": len(transfer.denials),
    }  # fmt: skip
    for found in given(entry, *PARTIES):
        resolved = found.value if isinstance(found.value, Party) else None
        yield _party(found), {
            "sort": "party", "label": found.name, "ledger_id": resolved and resolved.id,
            "kind": resolved and resolved.kind,
        }  # fmt: skip
    for document in entry.sources:
        yield _document(document.id), {
            "sort": "document", "label": document.title or document.id, "ledger_id": document.id,
            "kind": document.outlet, "published": document.published.day,
            "url": web_address(document),
        }  # fmt: skip
    for origin in transfer.origins:
        yield _origin(origin.id), {
            "sort": "origin", "label": origin.who, "ledger_id": origin.id, "kind": origin.kind,
        }  # fmt: skip


def _edges(entry: Entry) -> Iterator[tuple[str, str, Values]]:
    transfer = entry.transfer
    own = _transfer(transfer.id)
    for found in given(entry, *PARTIES):
        ends = (own, _party(found)) if found.role in RECEIVING else (_party(found), own)
        yield *ends, {"relation": found.role, "sure": found.sure, "words": found.words}
    stands = sorted({(member.claim.document, member.stance) for member in transfer.members})
    for document, stance in stands:
        yield _document(document), own, {"relation": stance}
    held = {document for document, _ in stands}
    origins = {origin.id for origin in transfer.origins}
    for origin in transfer.origins:
        for document in origin.documents:
            if document in held:
                yield _document(document), _origin(origin.id), {"relation": "carries"}
    for repeat in transfer.repeats:
        if repeat.document in held and repeat.repeats in held | origins:
            name = _document if repeat.repeats in held else _origin
            values: Values = {"relation": f"repeats ({repeat.evidence})", "words": repeat.words}
            yield _document(repeat.document), name(repeat.repeats), values


def _edge(id: str, source: str, target: str, values: Values) -> bytes:
    ends = f'id="{id}" source="{source}" target="{target}"'
    return f"<edge {ends}>{_data('edge', values)}</edge>\n".encode()


def _data(sort: str, values: Values) -> str:
    return "".join(
        f'<data key="{sort}-{name}">{_value(value)}</data>'
        for name, value in values.items()
        if value not in (None, "")
    )


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else xml(str(value))


def _transfer(id: str) -> str:
    return f"transfer-{uuid('transfer', id)}"


def _document(id: str) -> str:
    return f"document-{uuid('document', id)}"


def _origin(id: str) -> str:
    return f"origin-{uuid('origin', id)}"


def _party(found: Given) -> str:
    if isinstance(found.value, Party):
        return f"party-{uuid('party', found.value.id)}"
    return f"party-{uuid('words', found.words.casefold())}"
