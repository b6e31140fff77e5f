"""Within one article: what goes on about the same movement, and what begins another."""

from typing import Any

from headstamp.corroborate.gist import gist
from headstamp.corroborate.threads import threads
from headstamp.model import Extract
from tests.corroborate.conftest import article


def grouped(extract: Extract) -> list[list[str]]:
    """The triggers of each thread."""
    text = extract.document.text
    words = {claim.id: claim.trigger.of(text) for claim in extract.claims}
    found = threads([gist(extract.document, claim) for claim in extract.claims])
    return [[words[ref.claim] for ref in thread.refs] for thread in found]


def claim(kind: str, trigger: str, **roles: Any) -> dict[str, Any]:
    settled = {name: roles.pop(name) for name in ("factuality", "time") if name in roles}
    filled = {role: [v] if isinstance(v, str) else v for role, v in roles.items()}
    return {"kind": kind, "trigger": trigger, "roles": filled, **settled}


def test_a_text_goes_on_about_the_same_shipment() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah in May. The shipment crossed at Qaim, and was seen later.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("transfer", "crossed", route="Qaim"),
    )
    assert grouped(found) == [["sent", "crossed"]]


def test_another_recipient_is_another_movement() -> None:
    found = article(
        "a",
        "Serbia sold howitzers to Armenia. Serbia sold howitzers to Cyprus, too.",
        "2024-06-03",
        claim("transfer", "sold@1", supplier="Serbia", recipient="Armenia", materiel="howitzers"),
        claim("transfer", "sold@2", supplier="Serbia", recipient="Cyprus", materiel="howitzers"),
    )
    assert grouped(found) == [["sold"], ["sold"]]


def test_other_goods_in_another_year_are_another_movement() -> None:
    found = article(
        "a",
        "Iran sent drones to Hezbollah in May. In 2019 Iran gave Hezbollah anti-tank missiles.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="drones",
              date="May"),
        claim("transfer", "gave", supplier="Iran@2", recipient="Hezbollah@2",
              materiel="anti-tank missiles", date="2019"),
    )  # fmt: skip
    assert grouped(found) == [["sent"], ["gave"]]


def test_arms_at_large_stand_alone() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah. The movement has been getting weapons for years.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("transfer", "getting", recipient="The movement", materiel="weapons", time="ongoing"),
        corefs={"The movement": "Hezbollah"},
    )
    assert grouped(found) == [["sent"], ["getting"]]


def test_a_denial_stands_with_what_it_denies() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah. Iran has given nobody a cartridge, its ministry said.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("transfer", "given", supplier="Iran@2", materiel="cartridge", factuality="CT-"),
    )
    assert grouped(found) == [["sent", "given"]]


def test_what_is_no_movement_makes_threads_of_its_kind() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah and trained its fighters.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("training", "trained", trainer="Iran", trainee="its fighters"),
    )
    assert grouped(found) == [["sent"], ["trained"]]


def test_claims_judged_different_are_kept_apart() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah in May. The shipment crossed at Qaim.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("transfer", "crossed", route="Qaim"),
    )
    first, second = (gist(found.document, c) for c in found.claims)
    apart = {first.ref: {second.ref}, second.ref: {first.ref}}
    assert [len(thread.refs) for thread in threads([first, second], apart)] == [1, 1]


def test_a_claim_that_only_comes_next_begins_another_elsewhere() -> None:
    found = article(
        "a",
        "Police seized rifles at Dirkou on Sunday.\n\nA convoy crossed the Salvador Pass.",
        "2024-06-03",
        claim("interdiction", "seized", seizer="Police", materiel="rifles", place="Dirkou"),
        claim("transfer", "convoy", route="Salvador Pass"),
    )
    assert grouped(found) == [["seized"], ["convoy"]]


def test_the_same_speaker_goes_on_about_the_same() -> None:
    spoken = {"by": "a1"}
    found = article(
        "a",
        "Iran sent drones to Sudan, a docker said.\n\nEight boxes were unloaded, the docker said.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Sudan", materiel="drones") | spoken,
        claim("transfer", "unloaded", materiel="boxes", quantity="Eight") | {"by": "a2"},
        attributions=[
            {"id": "a1", "source": "docker@1", "cue": "said@1",
             "content": ["Iran sent drones to Sudan"]},
            {"id": "a2", "source": "docker@2", "cue": "said@2",
             "content": ["Eight boxes were unloaded"]},
        ],
    )  # fmt: skip
    assert grouped(found) == [["sent", "unloaded"]]


def test_goods_that_a_sentence_adds_belong_to_the_plan() -> None:
    plan = {"factuality": "UU", "time": "future"}
    found = article(
        "a",
        "Egypt was to send Russia rockets. It was to supply artillery shells as well.",
        "2024-06-03",
        claim("transfer", "send", supplier="Egypt", recipient="Russia", materiel="rockets", **plan),
        claim("transfer", "supply", supplier="It", materiel="artillery shells", **plan),
        corefs={"It": "Egypt"},
    )
    assert grouped(found) == [["send", "supply"]]


def test_rifles_are_not_machine_guns() -> None:
    found = article(
        "a",
        "Gendarmes seized 200 assault rifles.\n\nEarlier this month machine guns went to Mali.",
        "2024-06-03",
        claim("interdiction", "seized", seizer="Gendarmes", materiel="assault rifles",
              quantity="200"),
        claim("transfer", "went", materiel="machine guns", destination="Mali",
              date="Earlier this month"),
    )  # fmt: skip
    assert grouped(found) == [["seized"], ["went"]]


def test_a_correction_is_no_part_delivery() -> None:
    found = article(
        "a",
        "Correction: two drones. China delivered 12 drones to Chad, it was said. "
        "Two drones were delivered on May 1.",
        "2024-06-03",
        claim("transfer", "delivered@1", supplier="China", recipient="Chad", materiel="drones@2",
              quantity="12"),
        claim("transfer", "delivered@2", materiel="drones@3", quantity="Two", date="May 1"),
    )  # fmt: skip
    assert grouped(found) == [["delivered", "delivered"]]


def test_lots_counted_out_in_one_sentence_are_two() -> None:
    found = article(
        "a",
        "Romania sent twelve carriers to Rwanda by rail and ten by road.",
        "2024-06-03",
        claim("transfer", "sent", quantity="twelve", materiel="carriers", recipient="Rwanda",
              means="rail"),
        claim("transfer", "ten", quantity="ten", means="road"),
    )  # fmt: skip
    assert grouped(found) == [["sent"], ["ten"]]


def test_first_and_second_are_told_apart_by_what_brought_them() -> None:
    found = article(
        "a",
        "The first plane carried rockets to Myanmar's army. The second plane landed at night.",
        "2024-06-03",
        claim("transfer", "carried", means="first plane", materiel="rockets"),
        claim("transfer", "landed", means="second plane"),
    )
    assert grouped(found) == [["carried"], ["landed"]]


def test_what_a_speaker_denies_is_not_what_he_tells() -> None:
    found = article(
        "a",
        "Rwanda has not bought carriers, Major Gasana said. The vehicles were a gift, Gasana said.",
        "2024-06-03",
        claim("transfer", "bought", recipient="Rwanda", materiel="carriers", factuality="CT-")
        | {"by": "s1"},
        claim("transfer", "gift", materiel="vehicles") | {"by": "s2"},
        attributions=[
            {"id": "s1", "source": "Major Gasana", "cue": "said@1",
             "content": ["Rwanda has not bought carriers"]},
            {"id": "s2", "source": "Gasana@2", "cue": "said@2",
             "content": ["The vehicles were a gift"]},
        ],
    )  # fmt: skip
    assert grouped(found) == [["bought"], ["gift"]]


def test_what_is_told_separately_is_another() -> None:
    found = article(
        "a",
        "Iran sent rockets to Hezbollah. Separately, rockets were unloaded at night.",
        "2024-06-03",
        claim("transfer", "sent", supplier="Iran", recipient="Hezbollah", materiel="rockets"),
        claim("transfer", "unloaded", materiel="rockets@2"),
    )
    assert grouped(found) == [["sent"], ["unloaded"]]


def test_a_rate_is_no_part_of_an_order() -> None:
    found = article(
        "a",
        "Officers sold 37 missiles to the rebels. They went over the pass; each mule carried two.",
        "2024-06-03",
        claim("transfer", "sold", quantity="37", materiel="missiles", recipient="rebels"),
        claim("transfer", "carried", quantity="two", means="mule"),
    )
    assert grouped(found) == [["sold", "carried"]]
