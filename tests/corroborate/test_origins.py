"""Who repeats whom, by which words, and what is left as independent."""

from typing import Any

from headstamp.corroborate import corroborate
from headstamp.model import Extract
from headstamp.model.transfer import Transfer
from tests.corroborate.conftest import article

SENT = {
    "kind": "transfer",
    "trigger": "sent",
    "roles": {"supplier": ["Serbia"], "recipient": ["Armenia"], "materiel": ["howitzers"]},
}


def told(
    name: str, text: str, day: str, outlet: str, *said: dict[str, Any], **more: Any
) -> Extract:
    claim = {**SENT, **({"by": "a1"} if said else {}), **more}
    return article(name, text, day, claim, outlet=outlet, attributions=list(said))


def said(source: str | None, cue: str) -> dict[str, Any]:
    return {
        "id": "a1",
        "source": source,
        "cue": cue,
        "content": ["Serbia sent howitzers to Armenia"],
    }


FIRST = told(
    "one",
    "Serbia sent howitzers to Armenia, two dockers told us.",
    "2024-03-01",
    "The Poti Mail",
    said("two dockers", "told"),
)


def only(*extracts: Extract) -> Transfer:
    (transfer,) = corroborate(extracts)
    return transfer


def shown(transfer: Transfer) -> list[tuple[str, str, str]]:
    return [(r.document, r.repeats, r.evidence) for r in transfer.repeats]


def test_one_that_names_the_outlet_repeats_it() -> None:
    second = told(
        "two",
        "Serbia sent howitzers to Armenia, the Poti Mail reported.",
        "2024-03-02",
        "Lamp Daily",
        said("Poti Mail", "reported"),
    )
    transfer = only(FIRST, second)
    assert shown(transfer) == [("two", "one", "citation")]
    assert [(o.root, o.documents) for o in transfer.origins] == [("one", ("one", "two"))]
    assert transfer.reports == ("one", "two")


def test_an_outlet_that_asked_somebody_itself_is_an_origin() -> None:
    second = told(
        "two",
        "Serbia sent howitzers to Armenia, a railway clerk said.",
        "2024-03-02",
        "Lamp Daily",
        said("railway clerk", "said"),
    )
    assert [origin.root for origin in only(FIRST, second).origins] == ["one", "two"]


def test_one_that_names_nobody_after_others_is_none() -> None:
    second = told("two", "Serbia sent howitzers to Armenia.", "2024-03-02", "Lamp Daily")
    transfer = only(FIRST, second)
    assert shown(transfer) == [("two", "one", "no-source")]
    assert len(transfer.origins) == 1


def test_an_outlet_going_on_with_its_story_is_one_origin() -> None:
    second = told(
        "two",
        "Serbia sent howitzers to Armenia, a railway clerk said.",
        "2024-03-02",
        "The Poti Mail",
        said("railway clerk", "said"),
    )
    transfer = only(FIRST, second)
    assert shown(transfer) == [("two", "one", "same-outlet")]
    assert len(transfer.origins) == 1


def test_circles_have_one_root() -> None:
    extracts = [
        told(
            name,
            f"Serbia sent howitzers to Armenia, {other} reported.",
            "2024-03-01",
            outlet,
            said(other, "reported"),
        )
        for name, outlet, other in (
            ("one", "Lamp Daily", "Moth Weekly"),
            ("two", "Moth Weekly", "Lamp Daily"),
        )
    ]
    assert len(only(*extracts).origins) == 1


def test_names_are_known_whatever_the_order_within_a_day() -> None:
    citing = told(
        "a",
        "Serbia sent howitzers to Armenia, Far Wire reported.",
        "2024-03-01",
        "Lamp Daily",
        said("Far Wire", "reported"),
    )
    cited = told(
        "z",
        "Serbia sent howitzers to Armenia, two dockers said.",
        "2024-03-01",
        "Far Wire",
        said("two dockers", "said"),
    )
    transfer = only(citing, cited)
    assert shown(transfer) == [("a", "z", "citation")]
    assert [origin.root for origin in transfer.origins] == ["z"]


def test_a_plain_description_means_the_outlet_that_the_text_names() -> None:
    between = told(
        "two",
        "Serbia sent howitzers to Armenia, a railway clerk said.",
        "2024-03-02",
        "Moth Daily",
        said("railway clerk", "said"),
    )
    last = told(
        "three",
        "The Poti Mail has a scoop. Serbia sent howitzers to Armenia, the newspaper says.",
        "2024-03-03",
        "Lamp Journal",
        said("newspaper", "says"),
    )
    assert shown(only(FIRST, between, last)) == [("three", "one", "citation")]


def test_a_plain_description_of_nothing_named_means_none_of_those_told_before() -> None:
    second = told(
        "two",
        "Serbia sent howitzers to Armenia, the agency says.",
        "2024-03-02",
        "Lamp Daily",
        said("agency", "says"),
    )
    assert shown(only(FIRST, second)) == [("two", "one", "no-source")]


def test_an_outlet_not_held_is_an_origin_outside() -> None:
    transfer = only(
        told(
            "two",
            "Serbia sent howitzers to Armenia, the agency Far Wire reported.",
            "2024-03-02",
            "Lamp Daily",
            said("agency Far Wire", "reported"),
        )
    )
    assert [(o.who, o.root, o.documents) for o in transfer.origins] == [
        ("agency Far Wire", None, ("two",))
    ]
    assert [r.repeats for r in transfer.repeats] == [transfer.origins[0].id]


def test_a_denial_is_no_origin() -> None:
    second = told(
        "two",
        "Serbia sent howitzers to Armenia: a ministry spokesman denied it.",
        "2024-03-02",
        "Lamp Daily",
        said("ministry spokesman", "denied"),
        factuality="CT-",
    )
    transfer = only(FIRST, second)
    assert [origin.root for origin in transfer.origins] == ["one"]
    assert [denial.by for denial in transfer.denials] == ["ministry spokesman"]
    assert transfer.reports == ("one",)


def test_an_embassy_s_own_text_is_known_by_its_country_s_people() -> None:
    own = told(
        "one",
        "Serbia sent howitzers to Armenia.",
        "2024-03-01",
        "Embassy of Serbia in Yerevan",
    )
    second = told(
        "two",
        "Serbia sent howitzers to Armenia, the Serbian embassy said.",
        "2024-03-01",
        "Lamp Daily",
        said("Serbian embassy", "said"),
    )
    assert shown(only(own, second)) == [("two", "one", "citation")]


def test_one_ministry_told_with_and_without_its_capital_is_one_source() -> None:
    first, second = (
        told(
            name,
            f"Serbia sent howitzers to Armenia, {body} said.",
            day,
            outlet,
            said(body, "said"),
        )
        for name, body, day, outlet in (
            ("one", "defence ministry", "2024-03-01", "The Poti Mail"),
            ("two", "defence ministry in Yerevan", "2024-03-02", "Lamp Daily"),
        )
    )
    assert shown(only(first, second)) == [("two", "one", "same-source")]
