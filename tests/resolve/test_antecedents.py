"""What pronouns and descriptions stand for."""

from types import SimpleNamespace

from headstamp.resolve.antecedents import names, stands_for

TEXT = "Gen. Idris Farouk spoke. The general said he had sent them to the group, Green Banner."


def test_chains_are_followed_to_their_end(hand: SimpleNamespace) -> None:
    he = hand.span(TEXT, "he", 2)
    known = names(
        TEXT,
        (
            hand.coreference(TEXT, he, "The general"),
            hand.coreference(TEXT, "The general", "Gen. Idris Farouk"),
        ),
    )
    named = stands_for(TEXT, he, known)
    assert named is not None
    assert named.of(TEXT) == "Gen. Idris Farouk"


def test_articles_do_not_matter(hand: SimpleNamespace) -> None:
    known = names(TEXT, (hand.coreference(TEXT, "the group", "Green Banner"),))
    assert stands_for(TEXT, hand.span(TEXT, "group"), known) == hand.span(TEXT, "Green Banner")


def test_a_chain_that_bites_its_tail_ends(hand: SimpleNamespace) -> None:
    known = names(
        TEXT,
        (
            hand.coreference(TEXT, "group", "Green Banner"),
            hand.coreference(TEXT, "Green Banner", "group"),
        ),
    )
    assert stands_for(TEXT, hand.span(TEXT, "group"), known) == hand.span(TEXT, "Green Banner")


def test_the_better_of_two_names_is_taken(hand: SimpleNamespace) -> None:
    known = names(
        TEXT,
        (
            hand.coreference(TEXT, "group", "Green Banner", 0.4),
            hand.coreference(TEXT, "group", "Gen. Idris Farouk", 0.3),
        ),
    )
    assert stands_for(TEXT, hand.span(TEXT, "group"), known) == hand.span(TEXT, "Green Banner")


def test_words_that_contain_their_own_name_stand_for_themselves(hand: SimpleNamespace) -> None:
    known = names(TEXT, (hand.coreference(TEXT, "Gen. Idris Farouk", "Farouk"),))
    assert stands_for(TEXT, hand.span(TEXT, "Gen. Idris Farouk"), known) is None
