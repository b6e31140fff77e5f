"""What a correction made of a claim, field by field, in the words of its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from headstamp.model import Argument, Claim
from headstamp.model.reading import ROLES
from headstamp.model.values import Value
from headstamp.show.phrases import sureness
from headstamp.show.values import shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not what it was. `was` and `now` are words of the text, or ours for a kind,
    factuality or time; None where nothing stood or stands there. `means` is what the new ones mean.
    """

    field: str
    was: str | None
    now: str | None
    means: str = ""


def differences(before: Claim, after: Claim, text: str) -> tuple[Difference, ...]:
    """What differs between a claim as read and as put right, the role of each filler in order."""
    trigger = before.trigger.of(text), after.trigger.of(text)
    fields = (
        ("kind", before.kind, after.kind, before.kind == after.kind),
        ("trigger", *trigger, before.trigger == after.trigger),
        ("factuality", sureness(before), sureness(after), before.factuality == after.factuality),
        ("time", before.time, after.time, before.time == after.time),
    )
    told = [Difference(field, was, now) for field, was, now, same in fields if not same]
    roles = dict.fromkeys((*ROLES[before.kind], *ROLES[after.kind]))
    return (*told, *(each for role in roles for each in _of_role(role, before, after)))


def _of_role(role: str, before: Claim, after: Claim) -> Iterator[Difference]:
    """Fillers that are gone beside those that came, in the order of the text."""
    gone = [a for a in before.filling(role) if a not in after.arguments]
    came = [a for a in after.filling(role) if a not in before.arguments]
    for place in range(max(len(gone), len(came))):
        was = gone[place] if place < len(gone) else None
        now = came[place] if place < len(came) else None
        yield Difference(role, was.words if was else None, now.words if now else None, _means(now))


def _means(argument: Argument | None) -> str:
    value = argument.value if argument else None
    return shown(value) if isinstance(value, Value) else ""
