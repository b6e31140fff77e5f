"""What claims add up to, as JSON for programs: a list with one object a transfer.

    [{"id", "kind", "part_of",
      "claims":   [{"id", "document", "source_claim_id", "trigger": [s, e], "stance"}],
      "reports":  [document, …],
      "origins":  [{"id", "who", "kind", "root", "documents": [..], "withdrawn_by"}],
      "denials":  [{"claim", "by", "party"}],
      "repeats":  [{"document", "repeats", "evidence", "words"}],
      "variants": [{"role", "value", "claims": [..]}],
      "links":    [{"claim", "other", "score", "reasons": [..]}]}, …]

Where they come from a ledger, each has `certainty`, `reviewed`, `earliest`, `latest`, `reported`
as well. A claim's `id` is `document/claim`. `source_claim_id` is its id in a reading made
elsewhere. What is repeated is a document's id, or, where the origin lies outside the documents
held, its name.
"""

from collections.abc import Iterable
from typing import Any

from headstamp.model import Extract
from headstamp.model.plain import encode
from headstamp.model.transfer import ClaimRef, Member, Transfer
from headstamp.show.held import Listed, Shown
from headstamp.show.json import plain


def entries(transfers: Iterable[Transfer], extracts: Iterable[Extract]) -> list[dict[str, Any]]:
    """One object a transfer. `extracts` are those that the transfers were made of."""
    places = {
        ClaimRef(extract.document.id, claim.id): (claim.trigger, frame.source_id)
        for extract in extracts
        for claim, frame in zip(extract.claims, extract.reading.frames, strict=True)
    }
    return [_entry(transfer, places) for transfer in transfers]


def entry_of(listed: Listed) -> dict[str, Any]:
    """One transfer of a ledger, with what it is listed by."""
    places = {claim.ref: (claim.trigger, claim.source_id) for claim in listed.claims}
    return _entry(listed.transfer, places) | {
        "certainty": listed.certainty,
        "reviewed": listed.reviewed,
        "earliest": plain(listed.earliest, ""),
        "latest": plain(listed.latest, ""),
        "reported": plain(listed.reported, ""),
    }


def whole(shown: Shown) -> dict[str, Any]:
    """One transfer of a ledger with all behind it: `said` holds each claim whole, as reviewed,
    `documents` what is known of them without their texts, `history` what people said of it.
    """
    texts = {id: document.text for id, document in shown.documents.items()}
    said = {str(ref): plain(claim, texts[ref.document]) for ref, claim in shown.claims.items()}
    return entry_of(shown.listed) | {
        "parts": list(shown.parts),
        "said": said,
        "documents": [_known(encode(document)) for document in shown.documents.values()],
        "history": [encode(change) for change in shown.changes],
    }


def _known(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in ("text", "blocks")}


def _entry(transfer: Transfer, places: dict[ClaimRef, Any]) -> dict[str, Any]:
    outside = {origin.id: origin.who for origin in transfer.origins if origin.root is None}
    return {
        "id": transfer.id,
        "kind": transfer.kind,
        "part_of": transfer.part_of,
        "claims": [_claim(member, *places[member.claim]) for member in transfer.members],
        "reports": list(transfer.reports),
        "origins": [
            {
                "id": origin.id,
                "who": origin.who,
                "kind": origin.kind,
                "root": origin.root,
                "documents": list(origin.documents),
                "withdrawn_by": origin.withdrawn_by,
            }
            for origin in transfer.origins
        ],
        "denials": [
            {"claim": str(denial.claim), "by": denial.by, "party": denial.party}
            for denial in transfer.denials
        ],
        "repeats": [
            {
                "document": repeat.document,
                "repeats": outside.get(repeat.repeats, repeat.repeats),
                "evidence": repeat.evidence,
                "words": repeat.words,
            }
            for repeat in transfer.repeats
        ],
        "variants": [
            {"role": v.role, "value": v.value, "claims": [str(ref) for ref in v.claims]}
            for v in transfer.variants
        ],
        "links": [
            {
                "claim": str(link.claim),
                "other": str(link.other),
                "score": link.score,
                "reasons": list(link.reasons),
            }
            for link in transfer.links
        ],
    }


def _claim(member: Member, trigger: Any, source_id: str | None) -> dict[str, Any]:
    return {
        "id": str(member.claim),
        "document": member.claim.document,
        "source_claim_id": source_id,
        "trigger": [trigger.start, trigger.end],
        "stance": member.stance,
    }
