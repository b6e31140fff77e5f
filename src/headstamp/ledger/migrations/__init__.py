"""How a ledger of an older Headstamp becomes one of today's; run by Alembic."""
