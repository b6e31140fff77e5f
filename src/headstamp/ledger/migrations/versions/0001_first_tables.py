"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and the index of words that the store at hand has."""
    _changes()
    _changes_indexes()
    _documents()
    _readings()
    _entries()
    _facets()
    _words()


def _changes() -> None:
    """Who did what and when."""
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("act", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text()),
        sa.Column("document", sa.Integer()),
        sa.Column("claim", sa.Integer()),
        sa.Column("other_claim", sa.Integer()),
        sa.Column("statement", sa.Text()),
        sa.Column("undoes", sa.Integer()),
        sa.Column("undone_by", sa.Integer()),
        sa.ForeignKeyConstraint(["undoes"], ["changes.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(
        "changes_claim",
        "changes",
        ["claim"],
        sqlite_where=sa.text("claim IS NOT NULL"),
        postgresql_where=sa.text("claim IS NOT NULL"),
    )


def _changes_indexes() -> None:
    """What the log is looked up by."""
    op.create_index("changes_document", "changes", ["document", "act"])
    op.create_index(
        "changes_other",
        "changes",
        ["other"],
        sqlite_where=sa.text("other IS NOT NULL"),
        postgresql_where=sa.text("other IS NOT NULL"),
    )
    op.create_index(
        "changes_other_claim",
        "changes",
        ["other_claim"],
        sqlite_where=sa.text("other_claim IS NOT NULL"),
        postgresql_where=sa.text("other_claim IS NOT NULL"),
    )
    op.create_index(
        "changes_stated",
        "changes",
        ["act"],
        sqlite_where=sa.text("act <> 'add'"),
        postgresql_where=sa.text("act <> 'add'"),
    )
    op.create_index("changes_subject", "changes", ["subject"])
    op.create_index(
        "changes_undoes",
        "changes",
        ["undoes"],
        sqlite_where=sa.text("undoes IS NOT NULL"),
        postgresql_where=sa.text("undoes IS NOT NULL"),
    )


def _documents() -> None:
    """What came in, and the text of it."""
    op.create_table(
        "originals",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("digest"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "editions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("published", sa.Date()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "fingerprint"),
    )


def _readings() -> None:
    """What was found in it."""
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["change"], ["changes.number"]),
        sa.ForeignKeyConstraint(["document"], ["documents.number"]),
        sa.ForeignKeyConstraint(["edition"], ["editions.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("change"),
        sa.UniqueConstraint("edition", "reader"),
    )
    op.create_index("readings_document", "readings", ["document", "current"])
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text()),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"]),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("reading", "name"),
    )


def _entries() -> None:
    """What it adds up to."""
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("part_of", sa.Text()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("denials", sa.Integer(), nullable=False),
        sa.Column("certainty", sa.Integer(), nullable=False),
        sa.Column("reviewed", sa.Integer(), nullable=False),
        sa.Column("earliest", sa.Integer(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("entries_certainty", "entries", ["certainty", "number"])
    op.create_index("entries_latest", "entries", ["latest", "number"])
    op.create_index("entries_origins", "entries", ["origins", "number"])
    op.create_index("entries_part_of", "entries", ["part_of"])
    op.create_index("entries_reported", "entries", ["reported", "number"])
    op.create_index("entries_reports", "entries", ["reports", "number"])
    op.create_table(
        "members",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"]),
        sa.ForeignKeyConstraint(["entry"], ["entries.number"]),
        sa.PrimaryKeyConstraint("entry", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("members_claim", "members", ["claim"])


def _facets() -> None:
    """What it is listed and linked by."""
    op.create_table(
        "facet_values",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", "value"),
    )
    op.create_table(
        "facets",
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("value", "reported", "entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("facets_entry", "facets", ["entry", "value"])
    op.create_table(
        "claim_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edition_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "edition"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "linked",
        sa.Column("change", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("change"),
    )


def _words() -> None:
    """Full text over folded words: FTS5 without its own copy of the text, or a tsvector."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(folded, content='', tokenize=\"unicode61\")"
        )
        return
    op.execute("CREATE TABLE words (edition INTEGER PRIMARY KEY, folded TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX words_folded ON words USING gin (folded)")
