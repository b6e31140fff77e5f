"""What words may mean, for a person to choose from."""

import pytest

from headstamp.resolve.suggesting import suggested


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Kataeb Hizbullah", "kataib-hizballah"),
        ("Rapid Suport Forces", "rapid-support-forces"),
        ("Iran's Quds Force", "quds-force"),
        ("Jemaah Islamiya", "jemaah-islamiyah"),
    ],
)
def test_a_name_in_another_spelling_is_known_again(words: str, first: str) -> None:
    assert suggested(words)[0].id == first


@pytest.mark.parametrize("words", ["", "the brokers", "army", "them", "his troops", "🙂"])
def test_general_words_suggest_nobody(words: str) -> None:
    assert suggested(words) == ()


def test_no_more_are_suggested_than_asked_for() -> None:
    assert len(suggested("Libyan National Army", limit=2)) <= 2
