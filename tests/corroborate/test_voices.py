"""Who is a medium, who an authority, and what an outlet is."""

import pytest

from headstamp.corroborate.voices import dateline, is_medium, outlet_kind
from tests.conftest import document


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("news agency Halden Wire", True),
        ("Colombian media", True),
        ("press reports", True),
        ("daily Diario Sabana Alta", True),
        ("media office of Ansar Allah", False),
        ("press secretary", False),
        ("intelligence agency", False),
        ("Defence Minister", False),
        ("The Harbour Post", True),
        ("a post", False),
    ],
)
def test_media_are_told_from_others(words: str, medium: bool) -> None:
    assert is_medium(words) is medium


@pytest.mark.parametrize(
    ("outlet", "kind"),
    [
        ("United Nations Panel of Experts on the Sudan", "panel"),
        ("Serbian Ministry of Trade", "official"),
        ("Adria News Service", "agency"),
        ("The Poti Mail", "own-reporting"),
        ("The Harbour Post", "own-reporting"),
        ("Wadi Watch Telegram channel", "social-media"),
    ],
)
def test_outlets_are_told_by_their_names(outlet: str, kind: str) -> None:
    assert outlet_kind(document("Rifles arrived.", outlet=outlet)) == kind


def test_a_dateline_names_the_agency() -> None:
    assert dateline("Guns seen\n\nBELGRADE, June 5 (ANS) - Six guns were seen.") == "ANS"
    assert dateline("Guns seen\n\nSix guns (of eight) - were seen.") is None
