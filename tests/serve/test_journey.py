"""The ways that goods are said to have gone, for the map of a transfer."""

import pytest

from headstamp.model.transfer import ClaimRef
from headstamp.serve.journey import Stop, drawn

CLAIM = (ClaimRef("wire", "c1"),)


def stop(role: str, name: str, *, denied: bool = False) -> Stop:
    return Stop(role, name, 10.0, 20.0, CLAIM, denied)


def ways(*stops: Stop) -> list[str]:
    """`a→b` for each way, `a⇢b` for one that is denied."""
    told = drawn(list(stops))
    names = [point["name"] for point in told["points"]]
    return [
        f"{names[way['from']]}{'⇢' if way['denied'] else '→'}{names[way['to']]}"
        for way in told["flows"]
    ]


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        ("o:A r:B r:C d:D", "A→B B→C C→D"),
        ("o:A d:D p:E", "A→D"),
        ("r:B d:D", "B→D"),
        ("o:A o:Z r:B d:D d:Y", "A→B Z→B B→D B→Y"),
        ("o:A o:Z d:D d:Y", "A→D A→Y Z→D"),
        ("d:D p:E", ""),
    ],
)
def test_ways_run_from_origin_by_the_routes_to_destination(stops: str, expected: str) -> None:
    roles = {"o": "origin", "r": "route", "d": "destination", "p": "place"}
    made = [stop(roles[word[0]], word[2:]) for word in stops.split()]
    assert ways(*made) == expected.split()


def test_a_way_to_where_only_denials_lead_is_denied() -> None:
    assert ways(stop("origin", "A"), stop("destination", "D", denied=True)) == ["A⇢D"]
