"""Run by Alembic for `headstamp.ledger.opening`, inside the transaction that it hands over."""

from alembic import context

from headstamp.ledger.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table="ledger_version",
    render_as_batch=True,
)
context.run_migrations()
