"""Which party words name: by the authority file, with the reason, or not at all."""

from headstamp.resolve.parties.declarations import declarations
from headstamp.resolve.parties.resolving import resolve_party

__all__ = ["declarations", "resolve_party"]
