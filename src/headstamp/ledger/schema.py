"""The tables of the ledger, the same in SQLite and PostgreSQL.

What is kept (rows are added, never edited; the two columns marked * are derived and checked):

    changes     who did what and when: every row below names the change that brought it
                undone_by*: the standing change that undoes this one
    originals   the bytes that came in, compressed, by their SHA-256
    documents   one for each digest, with the id it goes by
    editions    the canonical text and particulars of a document, as some day's ingest saw them
    readings    what one reader found in one edition; current*: the newest that stands
    claims      the claims of a reading, whole as packed JSON, beside what is looked up

What is derived (droppable, rebuilt from claims and changes):

    entries, members, facet_values, facets    transfers, their claims, what they are listed by, with
                                             how many are confirmed, denied, only repeat a source
    pairs                                     who gives and takes in them, parents included
    linked                                    the last change that the transfers were made of, and
                                             whether the whole was linked since
    renewals                                  how often transfers were replaced; only ever rises
    words                                     full text, folded: FTS5, or a tsvector

Who may use a ledger, and what is waiting to be done, stands in `accounts_schema`.

Days are numbers: 1 is 0001-01-01, 0 stands where none is known. Rows get their numbers from the one
writer that holds the ledger's lock, so they never collide. The migrations in `migrations/` make
these tables; a test holds the two together.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from headstamp.ledger.columns import Packed, PackedPlain, PackedText, PackedTransfer, Plain

MIGRATIONS = ("0001", "0002", "0003")
"""The migrations there are; a ledger at the last one needs none. One that has made ledgers stays as
it is: what changes comes in a new one.
"""

METADATA = MetaData()

changes = Table(
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("act", String(8), nullable=False),
    Column("subject", Text, nullable=False),
    Column("other", Text),
    Column("document", Integer),
    Column("claim", Integer),
    Column("other_claim", Integer),
    Column("statement", Plain),
    Column("undoes", Integer, ForeignKey("changes.number")),
    Column("undone_by", Integer),
    Index("changes_document", "document", "act"),
    Index("changes_subject", "subject"),
)
for _name in ("other", "claim", "other_claim", "undoes"):
    Index(
        f"changes_{_name}",
        changes.c[_name],
        sqlite_where=changes.c[_name].is_not(None),
        postgresql_where=changes.c[_name].is_not(None),
    )
STATED = text("act <> 'add'")
"""What people say: the few lines of the log that are not documents coming in."""
Index("changes_stated", changes.c.act, sqlite_where=STATED, postgresql_where=STATED)

OF_PARTIES = text("other IS NOT NULL AND claim IS NULL")
"""What is said of two parties."""
Index("changes_parties", changes.c.act, sqlite_where=OF_PARTIES, postgresql_where=OF_PARTIES)

originals = Table(
    "originals",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("size_bytes", Integer, nullable=False),
    Column("data", Packed, nullable=False),
)

documents = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
)

editions = Table(
    "editions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("published", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("outlet", Text),
    Column("body", PackedPlain, nullable=False),
    Column("text", PackedText, nullable=False),
    UniqueConstraint("document", "fingerprint"),
    Index("editions_published", "published", "number"),
    Index("editions_outlet", "outlet", "published", "number"),
)

readings = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("edition", ForeignKey("editions.number"), nullable=False),
    Column("change", ForeignKey("changes.number"), nullable=False, unique=True),
    Column("reader", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("findings", Plain, nullable=False),
    Column("detail", PackedPlain, nullable=False),
    UniqueConstraint("edition", "reader"),
    Index("readings_document", "document", "current"),
)

claims = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("name", Text, nullable=False),
    Column("source_id", Text),
    Column("kind", String(16), nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("body", PackedPlain, nullable=False),
    UniqueConstraint("reading", "name"),
)

entries = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("part_of", Text),
    Column("claims", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("denials", Integer, nullable=False),
    Column("certainty", Integer, nullable=False),
    Column("reviewed", Integer, nullable=False),
    Column("earliest", Integer, nullable=False),
    Column("latest", Integer, nullable=False),
    Column("reported", Integer, nullable=False),
    Column("queue", Integer, nullable=False),
    Column("body", PackedTransfer, nullable=False),
    Index("entries_part_of", "part_of"),
)

for _name in ("reported", "latest", "certainty", "origins", "reports", "queue"):
    _cut = (column for column in ("earliest", "latest", "origins") if column != _name)
    Index(f"entries_{_name}", *(entries.c[column] for column in (_name, "number", *_cut)))

members = Table(
    "members",
    METADATA,
    Column("entry", ForeignKey("entries.number"), primary_key=True),
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("stance", String(12), nullable=False),
    Index("members_claim", "claim"),
    sqlite_with_rowid=False,
)

facet_values = Table(
    "facet_values",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("label", Text),
    Column("folded", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("denied", Integer, nullable=False),
    Column("repeated", Integer, nullable=False),
    UniqueConstraint("name", "value"),
    Index("facet_values_entries", "name", "entries", "number"),
)

facets = Table(
    "facets",
    METADATA,
    Column("value", Integer, primary_key=True, autoincrement=False),
    Column("reported", Integer, primary_key=True, autoincrement=False),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("repeats", Boolean, nullable=False),
    Index("facets_entry", "entry", "value"),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    METADATA,
    Column("party", Integer, primary_key=True, autoincrement=False),
    Column("gives", Boolean, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("direct", Boolean, nullable=False),
    Index("pairs_entry", "entry"),
    sqlite_with_rowid=False,
)

linked = Table(
    "linked",
    METADATA,
    Column("change", Integer, primary_key=True, autoincrement=False),
    Column("whole", Boolean, nullable=False),
)

renewals = Table(
    "renewals",
    METADATA,
    Column("times", Integer, primary_key=True, autoincrement=False),
)

DERIVED = (pairs, facets, members, entries, facet_values, linked)
"""What can be dropped and built again, in an order that no reference forbids."""
