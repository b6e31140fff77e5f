"""Days as numbers, and derived tables by which transfers are also counted, queued and drawn."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_DERIVED = (
    "facets", "members", "entries", "facet_values", "claim_keys", "edition_keys", "linked",
)  # fmt: skip


def upgrade() -> None:
    """Turn days into numbers, and make what is derived anew, empty: the ledger is not linked then,
    and whoever links it fills these tables.
    """
    for derived in _DERIVED:
        op.drop_table(derived)
    _days()
    _changes()
    _entries()
    _members()
    _facets()
    _pairs()
    _linked()


def _days() -> None:
    """The day an edition was published: 1 is 0001-01-01, 0 stands where none is known. Both stores
    can add, drop and rename a column; only one of them could change its type.
    """
    op.add_column("editions", sa.Column("day", sa.Integer(), nullable=False, server_default="0"))
    if op.get_bind().dialect.name == "sqlite":
        day = "CAST(julianday(published) - julianday('0001-01-01') AS INTEGER) + 1"
    else:
        day = "published - DATE '0001-01-01' + 1"
    op.execute(f"UPDATE editions SET day = {day} WHERE published IS NOT NULL")  # noqa: S608
    op.drop_column("editions", "published")
    op.execute("ALTER TABLE editions RENAME COLUMN day TO published")
    op.create_index("editions_outlet", "editions", ["outlet", "published", "number"])
    op.create_index("editions_published", "editions", ["published", "number"])


def _changes() -> None:
    """What is said of two parties."""
    op.create_index(
        "changes_parties",
        "changes",
        ["act"],
        sqlite_where=sa.text("other IS NOT NULL AND claim IS NULL"),
        postgresql_where=sa.text("other IS NOT NULL AND claim IS NULL"),
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
        sa.Column("queue", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("entries_part_of", "entries", ["part_of"])
    for name in ("reported", "certainty", "reports", "queue"):
        cut = [name, "number", "earliest", "latest", "origins"]
        op.create_index(f"entries_{name}", "entries", cut)
    op.create_index("entries_latest", "entries", ["latest", "number", "earliest", "origins"])
    op.create_index("entries_origins", "entries", ["origins", "number", "earliest", "latest"])


def _members() -> None:
    """The claims that say so."""
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
    """What it is listed by."""
    op.create_table(
        "facet_values",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("label", sa.Text()),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("denied", sa.Integer(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", "value"),
    )
    op.create_index("facet_values_entries", "facet_values", ["name", "entries", "number"])
    op.create_table(
        "facets",
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("value", "reported", "entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("facets_entry", "facets", ["entry", "value"])


def _pairs() -> None:
    """Who gives and takes in it."""
    op.create_table(
        "pairs",
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("gives", sa.Boolean(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("party", "gives", "year", "other", "entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("pairs_entry", "pairs", ["entry"])


def _linked() -> None:
    """How far linking and all that is derived has come."""
    op.create_table(
        "linked",
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("change"),
    )
    op.create_table(
        "renewals",
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("times"),
    )
