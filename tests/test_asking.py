"""Words of a person as filters: names that are known anywhere, and those that a ledger has."""

from collections.abc import Iterator

import pytest

from evaluation import synthetic
from headstamp.asking import filters
from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger, View
from headstamp.ledger.listing import Filters
from headstamp.ledger.readying import Addition


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """A ledger whose parties nobody has heard of."""
    ledger = Ledger(tmp_path_factory.mktemp("asking") / "ledger.sqlite")
    extracts = [synthetic.extract(number) for number in range(20)]
    held = {extract.document.id: extract for extract in extracts}
    with ledger.writing(by="anna") as writer:
        writer.add(Addition(each, each.document.text.encode()) for each in extracts)
        writer.replace_transfers([], synthetic.transfers(extracts), held, {})
    with ledger.reading() as view:
        yield view
    ledger.close()


def test_a_party_of_one_s_own_goes_by_its_name_or_id(view: View) -> None:
    assert filters(view=view, party="group 0") == Filters(party="group-0")
    assert filters(view=view, party="group-0", role="supplier").party == "group-0"
    assert filters(party="group 0") == Filters(party="~group 0")


def test_what_the_ledger_does_not_have_is_looked_up(view: View) -> None:
    assert filters(view=view, party="the Houthis").party == filters(party="Ansar Allah").party
    for words in ("houthis", "HOUTHIS", "ansar allah"):
        assert filters(party=words).party == filters(party="Ansar Allah").party
    assert filters(party="rsf").party == filters(party="Rapid Support Forces").party
    assert filters(view=view, party="Nobody at All").party == "~nobody at all"
    assert filters(view=view, party="~as it is").party == "~as it is"


def test_speakers_and_outlets_go_by_any_spelling(view: View) -> None:
    asked = filters(view=view, speaker="MIRA TAL", outlet="the karst courier")
    assert asked == Filters(speaker="~mira tal", outlet="The Karst Courier")
    assert view.count(asked) > 0
    assert filters(view=view, outlet="Nowhere Post").outlet == "Nowhere Post"


def test_what_cannot_be_meant_is_told() -> None:
    with pytest.raises(ValueError, match="name a party"):
        filters(role="supplier")
    with pytest.raises(ValueError, match="No party is a route"):
        filters(party="Iran", role="route")
    with pytest.raises(InputError, match="is no country"):
        filters(country="Atlantis the Lost")
    assert filters(country="ye", designation="kornet", denied=False, origins=2) == Filters(
        country="YE", designation="9M133 Kornet", denied=False, origins=2
    )
