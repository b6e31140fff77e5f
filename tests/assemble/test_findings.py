"""Doubts: each check finds what it is for and leaves alone what is well."""

from types import SimpleNamespace

import pytest

from headstamp.assemble import language_not_read


def codes(hand: SimpleNamespace, text: str, *frames: object, **fields: object) -> dict[str, str]:
    """The findings of a text with these frames: code to words, without the publication's."""
    extract = hand.from_reading(hand.document(text, **fields), hand.reading(frames=frames))
    return {
        finding.code: finding.span.of(text) if finding.span else "" for finding in extract.findings
    }


def test_what_is_well_is_not_doubted(hand: SimpleNamespace) -> None:
    text = "Zhorda sent an estimated 20 rockets last August."
    sent = hand.frame(
        text, "transfer", "sent", supplier="Zhorda", quantity="an estimated 20", date="last August"
    )
    assert codes(hand, text, sent) == {}


def test_without_a_publication_date_relative_dates_stay_open(hand: SimpleNamespace) -> None:
    text = "Zhorda sent rockets last August. It did so in May 2016 too."
    frames = [
        hand.frame(text, "transfer", "sent", date="last August"),
        hand.frame(text, "transfer", "did so", date="May 2016"),
    ]
    assert codes(hand, text, *frames, day=None) == {
        "no-publication-date": "",
        "date-not-placed": "last August",
    }


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Zhorda sent 120 mm mortar rounds.", "120"),
        ("Zhorda sent 155-millimetre shells.", "155"),
        ("Zhorda sent 7.62×39 rounds.", "7.62×39"),
        ("Zhorda sent 5.56x45mm rounds.", "5.56x45mm"),
        ("Zhorda sent .50 rifles.", ".50"),
        ("Zhorda sent Fateh-110 missiles.", "110"),
        ("Zhorda sent AK47 rifles.", "47"),
        ("Zhorda sent 9K33 launchers.", "9K33"),
        ("Zhorda sent 12-gauge shotguns.", "12"),
    ],
)
def test_calibres_and_designations_are_no_numbers_of_things(
    hand: SimpleNamespace, sentence: str, quantity: str
) -> None:
    found = codes(hand, sentence, hand.frame(sentence, "transfer", "sent", quantity=quantity))
    assert found == {"quantity-may-be-calibre": quantity}


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Zhorda sent 20 155 mm howitzers.", "20"),
        ("Zhorda sent at least 1,500 rifles.", "at least 1,500"),
        ("Zhorda sent between 40 and 60 tonnes of arms.", "between 40 and 60 tonnes"),
        ("Zhorda sent 4.5 million rounds.", "4.5 million"),
        ("Zhorda sent 12 MANPADS.", "12"),
        ("Zhorda sent dozens of T-72 tanks.", "dozens"),
    ],
)
def test_numbers_of_things_are_left_alone(
    hand: SimpleNamespace, sentence: str, quantity: str
) -> None:
    assert codes(hand, sentence, hand.frame(sentence, "transfer", "sent", quantity=quantity)) == {}


def test_a_range_is_no_number_of_things(hand: SimpleNamespace) -> None:
    text = "Zhorda sent missiles with ranges between 200 and 700 kilometres."
    frame = hand.frame(text, "transfer", "sent", quantity="between 200 and 700 kilometres")
    assert codes(hand, text, frame) == {"quantity-may-be-range": "between 200 and 700 kilometres"}


def test_a_claim_of_one_word_is_doubted(hand: SimpleNamespace) -> None:
    text = "It is a trickle."
    frame = hand.frame(text, "transfer", "trickle")
    assert codes(hand, text, frame) == {"claim-without-arguments": "trickle"}


def test_a_claim_below_even_chance_is_doubted(hand: SimpleNamespace) -> None:
    text = "Zhorda sent word."
    frame = hand.frame(text, "transfer", "sent", supplier="Zhorda", score=0.49)
    assert codes(hand, text, frame) == {"low-score": "sent"}


def test_a_speaker_who_is_only_a_pronoun_is_doubted(hand: SimpleNamespace) -> None:
    text = "He said Zhorda sent rockets."
    reading = hand.reading(
        attributions=[hand.attribution(text, "He", "said", "Zhorda sent rockets")],
        frames=[hand.frame(text, "transfer", "sent", supplier="Zhorda", by=0)],
    )
    extract = hand.from_reading(hand.document(text), reading)
    assert [finding.code for finding in extract.findings] == ["speaker-not-named"]


def test_a_block_of_broken_characters_is_unreadable(hand: SimpleNamespace) -> None:
    broken = "Z\ufffd\ufffd\ufffda s\ufffdnt"
    text = f"Zhorda sent rockets.\n\n{broken}\n\n{broken}"
    assert codes(hand, text, kinds="body body comment") == {"unreadable-block": broken}


def test_persian_and_emoji_are_readable(hand: SimpleNamespace) -> None:
    assert codes(hand, "موشک‌ها را تحویل داد 🚀") == {}


def test_an_unread_language_is_named(hand: SimpleNamespace) -> None:
    finding = language_not_read(hand.document("متن", language="fa"))
    assert finding.message == "not read: language fa"
