"""What a request finds: the ledger at one moment, the settings, the accounts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from headstamp.ledger.ledger import Ledger, View
from headstamp.serve.answers import Answers
from headstamp.serve.settings import Settings

if TYPE_CHECKING:
    from headstamp.ledger.accounts import Accounts


def settings_of(request: Request) -> Settings:
    """What the server was told."""
    settings: Settings = request.app.state.settings
    return settings


def ledger_of(request: Request) -> Ledger:
    """The ledger, open."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def accounts_of(request: Request) -> "Accounts":
    """Who may use the ledger."""
    return ledger_of(request).accounts


def answers_of(request: Request) -> Answers:
    """The pages that this worker made of late."""
    answers: Answers = request.app.state.answers
    return answers


def view(request: Request) -> Iterator[View]:
    """The ledger at the moment of the request."""
    with ledger_of(request).reading() as view:
        yield view


Viewed = Annotated[View, Depends(view)]
