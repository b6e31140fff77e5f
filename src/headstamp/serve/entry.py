"""What the page of one transfer tells, laid out for its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from headstamp.model import Claim, Document
from headstamp.model.transfer import ClaimRef, Link, Member, Origin, Rating, Transfer
from headstamp.model.values import Party
from headstamp.show.held import Shown
from headstamp.show.marks import marked
from headstamp.show.phrases import PARTS, Piece, said_by
from headstamp.show.telling import by_role, stances


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of a transfer as it is read: its sentence in pieces, who says it, its links to claims
    told before it, and the grade it was given.
    """

    member: Member
    claim: Claim
    document: Document
    sentence: tuple[Piece, ...]
    speakers: tuple[Piece, ...]
    links: tuple[Link, ...]
    grade: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value that a role is given: by which claims, from which origins. `share` is the part of
    the role's claims that give it; `denied`: none but those that deny the transfer give it; `party`
    is the id of whom it names.
    """

    words: str
    claims: tuple[ClaimRef, ...]
    origins: tuple[Origin, ...]
    share: float
    denied: bool
    party: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A role and the values that it is given, those that most claims give first, those that only
    denials give last.
    """

    role: str
    part: str
    values: tuple[Value, ...]


def said(entry: Shown, ratings: Mapping[str, Rating]) -> dict[ClaimRef, Said]:
    """The claims of a transfer, by name."""
    links: dict[ClaimRef, list[Link]] = {}
    for link in entry.listed.transfer.links:
        links.setdefault(link.claim, []).append(link)
    found = {}
    for member in entry.listed.transfer.members:
        claim = entry.claims.get(member.claim)
        if claim is None:
            continue
        document = entry.documents[member.claim.document]
        rating = ratings.get(str(member.claim))
        found[member.claim] = Said(
            member,
            claim,
            document,
            tuple(marked(claim, document.text)),
            tuple(said_by(claim, document)),
            tuple(links.get(member.claim, ())),
            rating.grade if rating else None,
        )
    return found


def told(entry: Shown) -> list[Told]:
    """What is told of the transfer, role by role."""
    transfer = entry.listed.transfer
    parties = _parties(entry.claims.values())
    denying = {member.claim for member in transfer.members if member.stance == "denies"}
    found = []
    for role, variants in by_role(transfer):
        most = sum(len(variant.claims) for variant in variants)
        values = [
            Value(
                variant.value,
                variant.claims,
                _origins(transfer, variant.claims),
                len(variant.claims) / most,
                denying.issuperset(variant.claims),
                parties.get(variant.value),
            )
            for variant in variants
        ]
        ordered = sorted(values, key=lambda value: value.denied)
        found.append(Told(role, PARTS[role], tuple(ordered)))
    return found


def grades(entry: Shown, ratings: Mapping[str, Rating]) -> list[tuple[str, str]]:
    """The outlets of its documents and its claims that have a grade, with it."""
    outlets = dict.fromkeys(d.outlet for d in entry.documents.values() if d.outlet)
    subjects = [*outlets, *map(str, entry.claims)]
    return [(subject, ratings[subject].grade) for subject in subjects if subject in ratings]


def reporting(entry: Shown) -> dict[str, Any]:
    """What transfer.js draws of the reporting in time: each dated document with how it stands to
    the transfer, whether an origin begins with it; and the period that is spoken of.
    """
    transfer = entry.listed.transfer
    roots = {origin.root for origin in transfer.origins}
    documents = [
        {
            "id": id,
            "day": str(document.published.day),
            "name": document.outlet or document.title or document.source,
            "stances": stances,
            "root": id in roots,
        }
        for id, document, stances in in_time(entry)
        if document.published.day
    ]
    first, last = entry.listed.earliest, entry.listed.latest
    return {"documents": documents, "earliest": _day(first), "latest": _day(last)}


def in_time(entry: Shown) -> list[tuple[str, Document, tuple[str, ...]]]:
    """The documents from the earliest published, those without a day last, with their stances."""
    how = stances(entry.listed.transfer)
    told = [(id, document, how.get(id, ())) for id, document in entry.documents.items()]
    return sorted(told, key=lambda each: (each[1].published.day or date.max, each[0]))


def _origins(transfer: Transfer, claims: Iterable[ClaimRef]) -> tuple[Origin, ...]:
    documents = {ref.document for ref in claims}
    return tuple(o for o in transfer.origins if not documents.isdisjoint(o.documents))


def _parties(claims: Iterable[Claim]) -> dict[str, str]:
    """The ids of the parties that claims name, by what they are called."""
    values = (v for claim in claims for argument in claim.arguments for v in argument.values)
    return {value.canonical: value.id for value in values if isinstance(value, Party)}


def _day(day: date | None) -> str | None:
    return str(day) if day else None
