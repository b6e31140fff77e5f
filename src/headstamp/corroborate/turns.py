"""In which turn accounts of one entry were told, as far as that can be known.

By day of publication; within a day one that names another comes after it, whatever their ids, and
agencies before those whom they serve.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from headstamp.corroborate.accounts import Account
from headstamp.corroborate.filling import FAR
from headstamp.corroborate.shelf import LATEST, Shelf


def in_turn(accounts: Sequence[Account], shelf: Shelf) -> Iterator[Account]:
    """`accounts`, which come by day, in their turn. Of a circle the first by id comes last."""
    for _, group in groupby(accounts, key=_day):
        told = sorted(group, key=lambda a: (a.story.kind not in ("agency", "official"), _id(a)))
        if len(told) == 1:
            yield told[0]
        else:
            yield from _after_those_they_name(told, shelf)


def _day(account: Account) -> int:
    return account.story.published or FAR


def _id(account: Account) -> str:
    return account.story.document


def _after_those_they_name(told: list[Account], shelf: Shelf) -> Iterator[Account]:
    """The accounts of one day, each after those of the outlets and bodies that it names."""
    of_outlet: dict[str | None, list[Account]] = {}
    for account in told:
        of_outlet.setdefault(account.story.outlet, []).append(account)
    waiting: set[str] = set()
    for first in told:
        steps = [(first, False)]
        while steps:
            account, is_ready = steps.pop()
            if is_ready:
                yield account
            elif _id(account) not in waiting:
                waiting.add(_id(account))
                steps.append((account, True))
                for outlet in sorted(_named(account, shelf), reverse=True):
                    steps += [(other, False) for other in of_outlet.get(outlet, ())[:LATEST]]


def _named(account: Account, shelf: Shelf) -> set[str]:
    """The outlets that an account names, its own left out."""
    found = {outlet for outlet, _ in shelf.outlets_in_text(account)}
    for voice in account.outermost:
        said = shelf.outlet_said(voice.words) if voice.kind != "hidden" else None
        found |= {said} if said else set()
        found |= {body.story.outlet or "" for body in shelf.bodies_meant(voice)}
    return found - {account.story.outlet}
