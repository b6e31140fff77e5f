"""What goes wrong is told in a sentence, in whatever process it went wrong."""

import pickle

import pytest

from headstamp.errors import HeadstampError, InputError, Missing, Refused, Retryable

ERRORS = (
    InputError("a.txt", "is empty", "give words"),
    Missing("t1", "is not there", "see the list"),
    Refused("Nobody may.", unknown=True),
    Retryable("Try again."),
)


@pytest.mark.parametrize("error", ERRORS)
def test_errors_say_the_same_elsewhere(error: HeadstampError) -> None:
    there = pickle.loads(pickle.dumps(error))
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))


def test_a_sentence_names_the_thing_and_the_mend() -> None:
    assert str(ERRORS[0]) == "a.txt: is empty; give words."
