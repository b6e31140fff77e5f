"""Many movements that are alike: few parties, often the same ones, and much that is said alike."""

from evaluation import crowd, synthetic
from headstamp.corroborate import corroborate


def test_what_is_alike_is_kept_apart_where_there_is_much_of_it() -> None:
    measured = crowd.measure(documents=600)
    assert measured["precision"] > 0.95
    assert measured["recall"] > 0.99
    assert measured["largest_entry"] <= measured["largest_movement"]


def test_a_link_says_how_much_is_told_of_the_same_parties() -> None:
    extracts = [synthetic.extract(number) for number in range(600)]
    links = [link for transfer in corroborate(extracts) for link in transfer.links]
    chances = {reason for link in links for reason in link.reasons if reason.startswith("chance")}
    assert "chance -2.0" in chances
    assert len(chances) > 1
