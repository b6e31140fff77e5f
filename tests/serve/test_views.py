"""A view as its drawings read it: the strongest part of a network, each place once."""

from datetime import date

from headstamp.ledger.drawing import Month, Places, PlaceShown, Timeline, Way
from headstamp.ledger.flows import Edge, Network
from headstamp.ledger.listing import Filters
from headstamp.serve.asked import Asked
from headstamp.serve.views import map_told, mapped, months_told, network_told, strongest

ASKED = Asked(Filters(), {"since": "2014-01-01", "party": "a"}, "reported")
EDGES = (Edge("a", "b", 9, 1), Edge("b", "c", 4, 4), Edge("d", "e", 1, 0))


def test_the_parties_of_most_transfers_are_drawn() -> None:
    drawn = strongest(Network(EDGES, 14, 14), most=3)
    assert drawn.edges == EDGES[:2]
    assert drawn.drawn == ("b", "a", "c")
    assert drawn.parties == 5


def test_who_is_left_without_an_edge_is_not_drawn() -> None:
    drawn = strongest(Network((*EDGES, Edge("a", "f", 3, 0)), 17, 17), most=1)
    assert (drawn.edges, drawn.drawn) == ((), ())


def test_a_party_leads_to_its_page_and_to_the_view_of_it() -> None:
    told = network_told(
        strongest(Network(EDGES, 14, 14)), {id: id.upper() for id in "abcde"}, ASKED
    )
    party = next(each for each in told["parties"] if each["id"] == "b")
    assert (party["name"], party["supplied"], party["received"]) == ("B", 4, 9)
    assert party["address"] == "/parties/b"
    assert party["supplying"] == "/?since=2014-01-01&party=b&role=supplier"
    assert told["flows"][1] == {"source": "b", "target": "c", "transfers": 4, "denied": 4}


def place(role: str, name: str, transfers: int) -> PlaceShown:
    return PlaceShown(role, name, "YE", 15.5, len(name), "city", transfers)


PLACES = Places(
    (place("origin", "Karst", 3), place("route", "Port", 2), place("destination", "Karst", 4)),
    (Way(0, 1, 2, 2), Way(1, 2, 2, 0), Way(0, 2, 1, 0)),
    9, 9, 5,
)  # fmt: skip


def test_a_place_stands_once_whatever_its_roles() -> None:
    told = mapped(PLACES)
    assert [(spot.name, spot.role, spot.transfers) for spot in told.spots] == [
        ("Karst", "destination", 7),
        ("Port", "route", 2),
    ]
    assert {(leg.start, leg.end): (leg.transfers, leg.denied) for leg in told.legs} == {
        (0, 1): (2, 2),
        (1, 0): (2, 0),
    }


def test_ways_to_places_that_are_not_drawn_are_not_drawn() -> None:
    told = mapped(PLACES, most=1)
    assert (len(told.spots), told.legs, told.places) == (1, (), 2)


def test_points_lead_to_the_view_of_their_country_and_ways_say_what_is_denied() -> None:
    told = map_told(mapped(PLACES), ASKED)
    assert told["points"][0]["href"] == "/?since=2014-01-01&party=a&country=YE"
    assert told["points"][0]["title"] == "Karst: origin of 3, destination of 4"
    denied = {flow["name"]: flow["denied"] for flow in told["flows"]}
    assert denied == {"Karst → Port: 2, 2 denied": True, "Port → Karst: 2": False}


def test_months_are_told_apart_by_what_they_count() -> None:
    months = (Month(date(2014, 3, 1), 2, 0), Month(date(2014, 5, 1), 0, 7))
    told = months_told(Timeline(months, 9, 9, 7, 2))
    assert told == {"happened": [["2014-03", 2]], "reported": [["2014-05", 7]]}
