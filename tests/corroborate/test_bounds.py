"""What may yet speak for a link is never less than what then does."""

from itertools import product

from evaluation import synthetic
from headstamp.corroborate import digest
from headstamp.corroborate.bounds import ROUNDING, most_to_come
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.weighing import total, weigh, weigh_unless_hopeless
from headstamp.corroborate.weights import ACROSS, WITHIN
from tests.corroborate.conftest import case

EXTRACTS = [*case("kivu")[0], *(synthetic.extract(number) for number in range(15))]


def _profiles() -> list[Profile]:
    return [strand.thread.profile() for e in EXTRACTS for strand in digest(e).strands]


def test_nothing_is_given_up_that_makes_as_much_as_was_asked() -> None:
    for a, b in product(_profiles(), repeat=2):
        for weights in (ACROSS, WITHIN):
            whole = weigh(a, b, weights)
            least = total(whole) - ROUNDING / 2
            found = weigh_unless_hopeless(a, b, weights, least, most_to_come(a, weights))
            assert found == whole


def test_what_cannot_win_is_given_up() -> None:
    profiles = _profiles()
    beaten = [
        weigh_unless_hopeless(a, b, ACROSS, 100.0, most_to_come(a, ACROSS))
        for a, b in product(profiles[:10], repeat=2)
    ]
    assert beaten == [None] * 100
