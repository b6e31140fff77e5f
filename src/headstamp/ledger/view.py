"""The questions that are asked of the ledger at one moment; each is told where it is answered."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from headstamp.ledger import (
    checking,
    contents,
    counting,
    documents,
    drawing,
    entries,
    flows,
    history,
    linked,
    listing,
    merged,
    nearby,
    parcels,
    remembering,
    searching,
    showing,
    sources,
    stating,
    valuing,
)
from headstamp.ledger.checking import Fault
from headstamp.ledger.contents import AsRead
from headstamp.ledger.documents import DocumentsPage
from headstamp.ledger.drawing import TIMED, Places, Timeline
from headstamp.ledger.facets import Facet
from headstamp.ledger.flows import DRAWN, Flow, Network
from headstamp.ledger.listing import Filters, Page, Sort
from headstamp.ledger.nearby import Days
from headstamp.ledger.parcels import Head, Parcel
from headstamp.ledger.searching import Hit
from headstamp.ledger.showing import Shown
from headstamp.ledger.sources import Source, SourceKind, SourceSort, SourcesPage
from headstamp.model import Document, Extract
from headstamp.model.transfer import Change, ClaimRef, Judgement, Rating, Transfer


@dataclass(slots=True)
class View:
    """The ledger at one moment, to be read; made by `Ledger.reading` and `Ledger.writing`."""

    _connection: Connection

    def version(self) -> int:
        """A number that rises with every change and whenever transfers are replaced."""
        return remembering.version(self._connection)

    def stated(self, subject: str) -> int:
        """The number of the last change that bears on a document, claim, transfer, party or source;
        0 where none does. Who writes after having seen another number has not seen all.
        """
        return history.last(self._connection, subject)

    def stated_of_claims(self, document: str, names: Collection[str]) -> dict[str, int]:
        """The same for some claims of a document, by their names there."""
        return history.last_of_claims(self._connection, document, names)

    def documents(
        self, *, limit: int = 50, after: str | None = None, outlet: str | None = None
    ) -> DocumentsPage:
        """A page of the documents, those of one outlet or all, the newest published first."""
        return documents.listing(self._connection, limit=limit, after=after, outlet=outlet)

    def entries_of(self, document: str) -> dict[ClaimRef, str]:
        """The transfer of each current claim of a document that is part of one."""
        return entries.of_document(self._connection, document)

    def document_ids(self) -> Iterator[str]:
        """The ids of the documents, in the order they were added."""
        return contents.document_ids(self._connection)

    def claims_read(self) -> int:
        """How many claims were ever read, those of superseded readings too: how large it is."""
        return contents.claims_read(self._connection)

    def extracts(self, ids: Iterable[str]) -> Iterator[Extract]:
        """What was found in documents, with the claims as reviewed (`contents.extracts`)."""
        return contents.extracts(self._connection, ids)

    def read_by(self, ids: Iterable[str]) -> dict[str, tuple[Document, str]]:
        """Which of these documents are there, as they are now, and the reader of each."""
        return contents.read_by(self._connection, ids)

    def as_read(self, id: str) -> AsRead | None:
        """A document before any review, and what stands of what people said of its claims."""
        return contents.as_read(self._connection, id)

    def original(self, id: str) -> bytes | None:
        """The bytes of a document; None where they were not at hand."""
        return contents.original(self._connection, id)

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that stand, on claims as they are called today."""
        return stating.judgements(self._connection)

    def ratings(self) -> dict[str, Rating]:
        """The rating that stands of each source and claim, by its name."""
        return stating.ratings(self._connection)

    def list(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        sort: Sort = "reported",
        limit: int = 50,
        after: str | None = None,
        before: str | None = None,
    ) -> Page:
        """A page of the transfers that pass the filters (`listing.listing`), with their claims."""
        page = self.table(filters, sort=sort, limit=limit, after=after, before=before)
        return replace(page, listed=listing.with_claims(self._connection, page.listed))

    def table(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        sort: Sort = "reported",
        limit: int = 50,
        after: str | None = None,
        before: str | None = None,
    ) -> Page:
        """The same without their claims, in half the time."""
        return listing.listing(
            self._connection, filters, sort=sort, limit=limit, after=after, before=before
        )

    def count(
        self,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        most: int | None = None,
    ) -> int:
        """How many transfers pass the filters; `most` + 1 where more than `most` do."""
        return counting.count(self._connection, filters, most=most)

    def values(
        self, name: str, *, like: str | None = None, limit: int | None = None
    ) -> dict[str, int]:
        """The values of a facet and how many transfers each has (`valuing.values`)."""
        return valuing.values(self._connection, name, like=like, limit=limit)

    def counts(self, names: Collection[str], values: Collection[str]) -> dict[str, dict[str, int]]:
        """How many transfers have each of some values under these names (`valuing.counts`)."""
        return valuing.counts(self._connection, names, values)

    def labels(self, name: str, values: Collection[str]) -> dict[str, str]:
        """What some values of a facet are called, where that is known."""
        return valuing.labels(self._connection, name, values)

    def called(self, name: str, words: str) -> str | None:
        """The value of a facet that goes by these words (`valuing.called`)."""
        return valuing.called(self._connection, name, words)

    def facet_counts(
        self, filters: Filters, names: Collection[str], *, most: int
    ) -> counting.Counted:
        """The values of facets among the transfers that pass (`counting.facet_counts`)."""
        return counting.facet_counts(self._connection, filters, names, most=most)

    def sources(
        self,
        about: SourceKind,
        *,
        sort: SourceSort = "transfers",
        limit: int = 50,
        after: str | None = None,
    ) -> SourcesPage:
        """A page of the outlets or the speakers (`sources.sources`)."""
        return sources.sources(self._connection, about, sort=sort, limit=limit, after=after)

    def source(self, name: str, about: SourceKind | None = None) -> Source | None:
        """The outlet of that name, else the speaker; None where no transfer comes from it."""
        return sources.source(self._connection, name, about)

    def flows(
        self, party: str, *, since: date | None = None, until: date | None = None
    ) -> tuple[Flow, ...]:
        """Supplies to and from a party, by year and other party (`flows.flows`)."""
        return flows.flows(self._connection, party, since=since, until=until)

    def network(self, filters: Filters, *, limit: int = DRAWN) -> Network:
        """Who supplies whom in the last reported transfers that pass."""
        return flows.network(self._connection, filters, limit=limit)

    def timeline(self, filters: Filters, *, limit: int = TIMED) -> Timeline:
        """How many transfers a month, by period and by report, of those that pass."""
        return drawing.timeline(self._connection, filters, limit=limit)

    def places(self, filters: Filters, *, limit: int = DRAWN) -> Places:
        """The places in the last reported transfers that pass."""
        return drawing.places(self._connection, filters, limit=limit)

    def party_merges(self, id: str) -> tuple[Change, ...]:
        """The standing judgements that make other parties the same as this one."""
        return merged.merges(self._connection, id)

    def same_parties(self, id: str) -> tuple[str, ...]:
        """A party and all that are judged the same, itself first."""
        return merged.merged(self._connection, id)

    def show(self, id: str) -> Shown:
        """One transfer with all that is behind it."""
        return showing.shown(self._connection, id)

    def search(
        self, words: str, *, limit: int = 20, before: int | None = None
    ) -> tuple[tuple[Hit, ...], int | None]:
        """The documents with all the words, and where the next page begins."""
        return searching.search(self._connection, words, limit=limit, before=before)

    def history(self, subject: str) -> tuple[Change, ...]:
        """What happened to a document, claim, transfer, party or source."""
        return history.history(self._connection, subject)

    def verify(self) -> Iterator[Fault]:
        """What is wrong in the ledger; nothing for a whole one."""
        return checking.verify(self._connection)

    def heads(self, ids: Iterable[str]) -> Iterator[Head]:
        """The heads of these documents as they lie in the ledger (`parcels.document_in`)."""
        return parcels.heads(self._connection, ids)

    def parcels(self, ids: Iterable[str]) -> Iterator[Parcel]:
        """These documents as they lie in the ledger, for another process (`parcels.unpacked`)."""
        return parcels.parcels(self._connection, ids)

    def transfers(self, ids: Iterable[str]) -> Iterator[Transfer]:
        """Some of the transfers, by id."""
        return entries.transfers(self._connection, ids)

    def transfers_touching(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids of the transfers that hold a claim of these documents."""
        return entries.touching(self._connection, ids)

    def transfers_holding(self, refs: Iterable[ClaimRef]) -> dict[ClaimRef, str]:
        """The transfer of each of these claims that is part of one."""
        return entries.holding(self._connection, frozenset(refs))

    def transfers_near(
        self, under: Collection[Facet], reported: Sequence[Days], *, limit: int, claims: int
    ) -> tuple[str, ...]:
        """The transfers that what is listed `under` these values may be about (`nearby.near`)."""
        return nearby.near(self._connection, under, reported, limit=limit, claims=claims)

    def transfers_told(self, facet: Facet, days: Days, *, most: int) -> int:
        """How many transfers have a value and were last reported on these days (`nearby.told`)."""
        return nearby.told(self._connection, facet, days, most=most)

    def parts_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids of the part-deliveries of these transfers."""
        return entries.parts_of(self._connection, ids)

    def documents_naming(self, parties: Collection[str], *, limit: int) -> tuple[str, ...]:
        """The documents of transfers that name one of these parties (`entries.naming`)."""
        return entries.naming(self._connection, parties, limit=limit)

    def is_linked(self) -> bool:
        """Whether the transfers are made of all that the ledger holds today."""
        return linked.is_linked(self._connection)

    def unlinked(self) -> frozenset[str]:
        """The documents on whose claims a change bears that came after the last linking."""
        return linked.touched(self._connection)

    def stated_on(self) -> frozenset[ClaimRef]:
        """The claims of these documents that people spoke of, where nothing else changed."""
        return linked.stated_on(self._connection)

    def parties_judged(self) -> frozenset[str]:
        """The parties of whom people judged, or took it back, after the last linking."""
        return linked.judged_parties(self._connection)

    def is_wholly_linked(self) -> bool:
        """Whether the whole ledger was linked when it was linked last, not only what was near."""
        return linked.is_whole(self._connection)
