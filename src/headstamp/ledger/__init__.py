"""What was read, who said what of it, and what it adds up to: kept, dated, signed, undoable."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headstamp.ledger.ledger import Ledger


def open_ledger(where: str | Path, *, create: bool = True) -> "Ledger":
    """The ledger at a path or a `postgresql://` URL; made where there is none, if `create`.

    Raises `InputError` for a place where no ledger is or can be.
    """
    from headstamp.ledger.ledger import Ledger  # noqa: PLC0415 - SQLAlchemy, only when opened

    return Ledger(where, create=create)


__all__ = ["open_ledger"]
