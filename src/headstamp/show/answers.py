"""What one phrase resolved to, and whether two names match, for `headstamp resolve` and `match`."""

from typing import Any

from headstamp.model.values import Unresolved, Value
from headstamp.show.json import plain
from headstamp.show.values import because, shown

FIELDS: dict[str, dict[str, str]] = {
    "party": {
        name: name for name in ("id", "canonical", "kind", "parents", "score", "rule")
    },
    "materiel": {
        name: name
        for name in (
            "designation", "category", "range_low_km", "range_high_km", "un_register", "sipri",
            "mtcr", "score", "rule",
        )
    },
    "place": {
        "name": "name", "country": "country", "lat": "latitude", "lon": "longitude",
        "kind": "kind", "score": "score", "rule": "rule",
    },
    "date": {
        name: name
        for name in (
            "earliest", "latest", "granularity", "rule", "anchor", "anchor_day", "approximate",
        )
    },
    "quantity": {name: name for name in ("low", "high", "approximate", "unit", "rule")},
}  # fmt: skip
"""For each kind of thing, the fields of its answer and the attributes they come from."""


def answer(kind: str, found: Value | Unresolved) -> dict[str, Any]:
    """The fields of one answer; all null, with a `reason`, where nothing was found."""
    fields = FIELDS[kind]
    if isinstance(found, Unresolved):
        return dict.fromkeys(fields) | {"reason": found.reason}
    return {name: plain(getattr(found, attribute), "") for name, attribute in fields.items()}


def sentence(found: Value | Unresolved) -> str:
    """The answer for a person, on one line."""
    if isinstance(found, Unresolved):
        return f"not resolved: {found.reason}"
    return f"{shown(found)} ({because(found)})"
