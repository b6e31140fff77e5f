"""From a reading to claims: arguments, speakers, sentences; never the words of a comment."""

from types import SimpleNamespace

TEXT = """\
Zhorda arms its friends

Col. Anwar Saleh told The Karst Courier: "Media reports say Zhorda sent them rockets." \
They reportedly arrived in May. The army seized them. The crates were empty.

Rebels parade with rockets in a photo.

I was there, and Zhorda sent tanks!"""
KINDS = "headline body caption comment"


def sample(hand: SimpleNamespace, **parts: object) -> tuple[object, object]:
    document = hand.document(TEXT, kinds=KINDS, outlet="The Karst Courier")
    return document, hand.reading(document, **parts)


def test_speakers_run_from_the_innermost_to_the_outlet(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        attributions=[
            hand.attribution(TEXT, "Col. Anwar Saleh", "told", "Media reports"),
            hand.attribution(TEXT, "Media reports", "say", "Zhorda sent them rockets", inside=0),
            hand.attribution(TEXT, None, "reportedly", "They"),
        ],
        frames=[
            hand.frame(TEXT, "transfer", "sent", supplier="Zhorda", by=1),
            hand.frame(TEXT, "transfer", "arrived", by=2),
            hand.frame(TEXT, "interdiction", "seized", seizer="The army"),
        ],
    )
    chains = [
        [(speaker.kind, speaker.words) for speaker in claim.speakers]
        for claim in hand.from_reading(document, reading).claims
    ]
    outlet = ("outlet", "The Karst Courier")
    assert chains == [
        [("source", "Media reports"), ("source", "Col. Anwar Saleh"), outlet],
        [("hidden", "a source the text does not name"), outlet],
        [outlet],
    ]


def test_an_unknown_outlet_is_the_article_itself(hand: SimpleNamespace) -> None:
    reading = hand.reading(frames=[hand.frame(TEXT, "interdiction", "seized")])
    claim = hand.from_reading(hand.document(TEXT), reading).claims[0]
    assert [speaker.words for speaker in claim.speakers] == ["the article itself"]


def test_attributions_in_a_ring_end_at_the_outlet(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        attributions=[
            hand.attribution(TEXT, "Col. Anwar Saleh", "told", inside=1),
            hand.attribution(TEXT, "Media reports", "say", inside=0),
        ],
        frames=[hand.frame(TEXT, "transfer", "sent", by=1)],
    )
    claim = hand.from_reading(document, reading).claims[0]
    assert [speaker.kind for speaker in claim.speakers] == ["source", "source", "outlet"]


def test_claims_are_numbered_in_the_order_of_their_triggers(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        frames=[
            hand.frame(TEXT, "interdiction", "seized"),
            hand.frame(TEXT, "transfer", "sent"),
            hand.frame(TEXT, "possession", "parade"),
            hand.frame(TEXT, "transfer", "arms"),
        ],
    )
    extract = hand.from_reading(document, reading)
    told = [(c.id, c.trigger.of(TEXT), c.block) for c in extract.claims]
    assert told == [
        ("c1", "arms", "headline"),
        ("c2", "sent", "body"),
        ("c3", "seized", "body"),
        ("c4", "parade", "caption"),
    ]
    assert [frame.trigger for frame in extract.reading.frames] == [
        claim.trigger for claim in extract.claims
    ]


def test_a_comment_is_no_claim_of_the_article_s(hand: SimpleNamespace) -> None:
    comment = TEXT.rindex("Zhorda sent tanks")
    frames = [
        hand.frame(TEXT, "transfer", "sent"),
        hand.frame(TEXT, "transfer", "sent tanks!", supplier="Zhorda"),
    ]
    document, reading = sample(
        hand,
        frames=[frames[1], frames[0]],
        attributions=[
            hand.attribution(TEXT, None, "I was there", "Zhorda sent tanks"),
            hand.attribution(TEXT, None, "reportedly", "tanks!", inside=0),
        ],
        mentions=[hand.mention(TEXT, "WEAPON", "tanks")],
        coreferences=[hand.coreference(TEXT, "tanks", "rockets")],
    )
    own = hand.from_reading(document, reading).reading
    assert [frame.trigger.start < comment for frame in own.frames] == [True]
    assert [(a.inside, a.content) for a in own.attributions] == [(None, ())]
    assert own.mentions == own.coreferences == ()


def test_indexes_follow_when_attributions_are_left_out(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        attributions=[
            hand.attribution(TEXT, None, "I was there"),
            hand.attribution(TEXT, "Col. Anwar Saleh", "told"),
            hand.attribution(TEXT, "Media reports", "say", inside=1),
        ],
        frames=[hand.frame(TEXT, "transfer", "sent", by=2)],
    )
    own = hand.from_reading(document, reading).reading
    assert own.frames[0].by == 1
    assert [attribution.inside for attribution in own.attributions] == [None, 0]


def test_arguments_keep_their_words_and_say_what_they_stand_for(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        frames=[
            hand.frame(
                TEXT, "transfer", "sent", materiel="rockets", recipient="them", supplier="Zhorda"
            )
        ],
        coreferences=[hand.coreference(TEXT, "them", "its friends")],
    )
    arguments = hand.from_reading(document, reading).claims[0].arguments
    assert [(a.role, a.words, a.stands_for_words) for a in arguments] == [
        ("supplier", "Zhorda", None),
        ("recipient", "them", "its friends"),
        ("materiel", "rockets", None),
    ]


def test_the_quoted_sentence_holds_trigger_and_arguments(hand: SimpleNamespace) -> None:
    document, reading = sample(
        hand,
        frames=[
            hand.frame(TEXT, "interdiction", "seized"),
            hand.frame(TEXT, "interdiction", "empty", seizer="The army"),
        ],
    )
    quoted = [claim.sentence.of(TEXT) for claim in hand.from_reading(document, reading).claims]
    assert quoted == [
        "The army seized them.",
        "The army seized them. The crates were empty.",
    ]


def test_the_same_reading_gives_the_same_extract(hand: SimpleNamespace) -> None:
    document, reading = sample(hand, frames=[hand.frame(TEXT, "transfer", "sent")])
    assert hand.from_reading(document, reading) == hand.from_reading(document, reading)
