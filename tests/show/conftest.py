"""One extract that has something of everything that is shown."""

from types import SimpleNamespace

import pytest

from headstamp.model import Extract, Frame

TEXT = """\
Zhorda keeps arming Green Banner

Media reports say Zhorda has delivered an estimated 20 short-range rockets to Green Banner \
since last August, Col. Anwar Saleh told The Karst Courier.

"We never bought 120 mm mortars from them," its spokesman said.

Fighters of the group are seen with a launcher in a photo.

Liars, all of them!"""


def frames(hand: SimpleNamespace) -> list[Frame]:
    """What the article says, and what it denies."""
    return [
        hand.frame(
            TEXT,
            "transfer",
            "delivered",
            supplier=hand.span(TEXT, "Zhorda", 2),
            recipient=hand.span(TEXT, "Green Banner", 2),
            materiel="short-range rockets",
            quantity="an estimated 20",
            date="last August",
            by=1,
        ),
        hand.frame(
            TEXT,
            "transfer",
            "bought",
            supplier="them",
            recipient="We",
            materiel="mortars",
            quantity="120",
            factuality="CT-",
            by=2,
        ),
        hand.frame(
            TEXT,
            "possession",
            "seen with",
            holder="Fighters of the group",
            materiel="launcher",
            time="ongoing",
        ),
    ]


@pytest.fixture
def extract(hand: SimpleNamespace) -> Extract:
    """Two claims in the body, one in a caption, a comment, three doubts."""
    document = hand.document(
        TEXT,
        kinds="headline lead body caption comment",
        title="Zhorda keeps arming Green Banner",
        outlet="The Karst Courier",
        author="Mira Tal",
        day=None,
    )
    reading = hand.reading(
        document,
        mentions=[hand.mention(TEXT, "STATE", "Zhorda")],
        attributions=[
            hand.attribution(TEXT, "Col. Anwar Saleh", "told"),
            hand.attribution(TEXT, "Media reports", "say", "Zhorda has delivered", inside=0),
            hand.attribution(TEXT, "its spokesman", "said", "We never bought 120 mm mortars"),
        ],
        frames=frames(hand),
        coreferences=[hand.coreference(TEXT, "them", "Zhorda")],
    )
    return hand.from_reading(document, reading)
