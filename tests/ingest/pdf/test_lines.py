"""What pdfium hands out is mended: the Arabic ligature lam-alef comes with its letters reversed."""

from typing import Any, cast

from headstamp.ingest.pdf.lines import _mend_lam_alef


class DrawnText:
    """A page on which the letters at the given places share one box with their neighbour."""

    def __init__(self, ligatures: set[int]) -> None:
        self.ligatures = ligatures

    def get_charbox(self, i: int) -> tuple[float, float, float, float]:
        place = float(i - 1 if i - 1 in self.ligatures else i)
        return place, 0.0, place + 1, 10.0


def test_the_letters_of_the_ligature_are_set_right() -> None:
    characters = list("خالل")
    _mend_lam_alef(cast(Any, DrawnText({1})), characters)
    assert "".join(characters) == "خلال"


def test_two_letters_beside_each_other_stay() -> None:
    characters = list("قال")
    _mend_lam_alef(cast(Any, DrawnText(set())), characters)
    assert "".join(characters) == "قال"
