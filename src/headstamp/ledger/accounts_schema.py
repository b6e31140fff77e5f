"""The tables beside the ledger's own: who may use it, what they did there, work that waits.

    users       everybody who may log in or once might; nobody is deleted, only closed
    sessions    who has logged in, by the SHA-256 of the secret that the browser shows
    tokens      what programs show in a user's stead, by the SHA-256 of it
    audit       what was done with accounts, or refused; rows are added, never edited
    jobs        work that takes longer than a request, with what it needs to begin

Statements about documents, claims and transfers are not here: they are `changes`, signed by name.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from headstamp.ledger.columns import Moment, Packed, Plain
from headstamp.ledger.schema import METADATA

users = Table(
    "users",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("role", String(8), nullable=False),
    Column("password", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
)

sessions = Table(
    "sessions",
    METADATA,
    Column("secret", String(64), primary_key=True),
    Column("user", ForeignKey("users.name"), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("ended", Moment),
    Index("sessions_user", "user"),
)

tokens = Table(
    "tokens",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("secret", String(64), nullable=False, unique=True),
    Column("user", ForeignKey("users.name"), nullable=False),
    Column("name", Text, nullable=False),
    Column("scopes", Plain, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("revoked", Moment),
    Index("tokens_user", "user"),
)

audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("did", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("address", Text, nullable=False),
    Index("audit_by", "by", "number"),
    Index("audit_subject", "subject", "number"),
    Index("audit_address", "address", "at"),
)

jobs = Table(
    "jobs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer),
    Column("documents", Plain, nullable=False),
    Column("messages", Plain, nullable=False),
    Column("data", Packed),
    Column("at", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Index("jobs_state", "state", "number"),
)
