"""Why it is worth a person's while to look at a transfer."""

from dataclasses import dataclass, replace
from datetime import date

from headstamp.model.transfer import ClaimRef, Denial, Member, Origin, Transfer, Variant
from headstamp.show.doubts import doubts

ONE, TWO = ClaimRef("one", "c1"), ClaimRef("two", "c1")
PLAIN = Transfer(
    "t1",
    "transfer",
    (Member(ONE, "asserts"), Member(TWO, "asserts")),
    (),
    (Origin("o1", "Marsh Post", "outlet", "one", ("one",)),
     Origin("o2", "River Wire", "outlet", "two", ("two",))),
    (),
    (),
    (),
)  # fmt: skip


@dataclass
class Listed:
    """A transfer as the ledger lists it."""

    transfer: Transfer = PLAIN
    certainty: str = "certain"
    reviewed: str = "no"
    claims: tuple[()] = ()
    earliest: date | None = None
    latest: date | None = None
    reported: date | None = None


def told(listed: Listed) -> list[str]:
    return ["".join(piece.words for piece in reason) for reason in doubts(listed)]


def test_what_two_origins_tell_alike_and_surely_is_not_doubted() -> None:
    assert told(Listed()) == []


def test_reasons_stand_in_the_order_of_their_weight() -> None:
    doubted = replace(
        PLAIN,
        members=(Member(ONE, "asserts"), Member(TWO, "denies")),
        origins=PLAIN.origins[:1],
        denials=(Denial(TWO, "Cairo", "egypt"),),
        variants=(
            Variant("quantity", "20", (ONE,)),
            Variant("quantity", "40", (TWO,)),
            Variant("materiel", "rockets", (ONE,)),
        ),
    )
    assert told(Listed(doubted, "possible", "partly")) == [
        "denied by Cairo",
        "nobody is surer than possible",
        "told differently: quantity (2)",
        "one origin only",
        "some of its claims are reviewed",
    ]


def test_one_who_denies_twice_is_named_once_and_many_are_counted() -> None:
    names = ("Cairo", "Cairo", "Moscow", "Ankara", "Tripoli")
    denials = tuple(Denial(ClaimRef("two", f"c{n}"), who, None) for n, who in enumerate(names))
    members = tuple(Member(denial.claim, "denies") for denial in denials)
    denied = replace(PLAIN, members=members, denials=denials)
    reason = told(Listed(denied))[0]
    assert reason.count("Cairo") <= 1
    assert reason.endswith(" and 2 more")
    two = replace(PLAIN, members=members, denials=denials[1:3])
    assert told(Listed(two))[0] == "denied by Cairo and Moscow"


def test_names_are_the_document_s_words() -> None:
    denied = replace(PLAIN, members=(Member(TWO, "denies"),), denials=(Denial(TWO, "Cairo", None),))
    (reason, *_) = doubts(Listed(denied))
    assert [(piece.words, piece.quoted) for piece in reason] == [
        ("denied by ", False),
        ("Cairo", True),
    ]
