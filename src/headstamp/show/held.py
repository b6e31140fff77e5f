"""What is shown of a ledger, as views hand it over: whatever has these fields can be shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from headstamp.model import Claim, Document, Span
from headstamp.model.transfer import Change, ClaimRef, Transfer


class ListedClaim(Protocol):
    """A claim of a transfer. `source_id` is its id in a reading that was made elsewhere."""

    @property
    def ref(self) -> ClaimRef: ...  # noqa: D102
    @property
    def source_id(self) -> str | None: ...  # noqa: D102
    @property
    def trigger(self) -> Span: ...  # noqa: D102


class Listed(Protocol):
    """A transfer as it is listed; `claims` in the order of its members."""

    @property
    def transfer(self) -> Transfer: ...  # noqa: D102
    @property
    def claims(self) -> Sequence[ListedClaim]: ...  # noqa: D102
    @property
    def certainty(self) -> str: ...  # noqa: D102
    @property
    def reviewed(self) -> str: ...  # noqa: D102
    @property
    def earliest(self) -> date | None: ...  # noqa: D102
    @property
    def latest(self) -> date | None: ...  # noqa: D102
    @property
    def reported(self) -> date | None: ...  # noqa: D102


class Shown(Protocol):
    """A transfer with all that is behind it."""

    @property
    def listed(self) -> Listed: ...  # noqa: D102
    @property
    def claims(self) -> Mapping[ClaimRef, Claim]: ...  # noqa: D102
    @property
    def documents(self) -> Mapping[str, Document]: ...  # noqa: D102
    @property
    def parts(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def changes(self) -> Sequence[Change]: ...  # noqa: D102


class Hit(Protocol):
    """A document that was searched for and found; `marks` are the words in the excerpt."""

    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def outlet(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> date | None: ...  # noqa: D102
    @property
    def excerpt(self) -> str: ...  # noqa: D102
    @property
    def marks(self) -> Sequence[Span]: ...  # noqa: D102
    @property
    def entries(self) -> Sequence[str]: ...  # noqa: D102
