"""With whom a party's arms went to and fro: sums, order, colours, addresses."""

from headstamp.ledger.flows import Flow
from headstamp.serve.partners import NAMED, drawn, partners

NAMES = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
FLOWS = (
    Flow(2014, "in", "a", 2),
    Flow(2014, "in", "b", 5),
    Flow(2016, "out", "a", 1),
    Flow(None, "out", "c", 1),
)


def test_the_largest_partners_come_first_with_what_went_each_way() -> None:
    told = partners("x", FLOWS, NAMES)
    assert [(p.name, p.hue, p.received, p.supplied) for p in told.largest] == [
        ("Beta", 1, 5, 0),
        ("Alpha", 2, 2, 1),
        ("Gamma", 3, 0, 1),
    ]


def test_each_year_leads_to_the_ledger_of_that_year_and_role() -> None:
    told = partners("~the b&b", FLOWS, NAMES)
    assert [year.year for year in told.years] == [2014, 2016, None]
    first, _, undated = told.years
    assert first.received.transfers == 7
    assert first.received.address == (
        "/?party=~the+b%26b&role=recipient&since=2014-01-01&until=2014-12-31"
    )
    assert undated.supplied.address == "/?party=~the+b%26b&role=supplier"


def test_years_without_a_transfer_keep_their_room() -> None:
    years = drawn(partners("x", FLOWS, NAMES))["years"]
    assert [year["name"] for year in years] == ["2014", "2015", "2016", "undated"]
    assert years[0]["received"]["parts"] == [
        {"name": "Beta", "hue": 1, "transfers": 5},
        {"name": "Alpha", "hue": 2, "transfers": 2},
    ]
    assert years[1]["received"]["parts"] == []


def test_years_that_are_far_apart_do_not_fill_the_page() -> None:
    flows = (Flow(1, "in", "a", 1), Flow(2024, "in", "a", 1))
    assert [year["name"] for year in drawn(partners("x", flows, NAMES))["years"]] == ["1", "2024"]


def test_small_partners_share_a_colour() -> None:
    many = {f"p{number}": f"P{number}" for number in range(NAMED + 3)}
    flows = [Flow(2014, "in", id, 20 - number) for number, id in enumerate(many)]
    told = partners("x", flows, many)
    assert [partner.hue for partner in told.largest] == [1, 2, 3, 4, 5, 6, 0, 0, 0]
    (year,) = drawn(told)["years"]
    assert year["received"]["parts"][-1] == {"name": "3 others", "hue": 0, "transfers": 39}


def test_nobody_has_no_years() -> None:
    assert drawn(partners("x", (), {})) == {"years": []}
