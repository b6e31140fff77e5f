"""Entries for people: what stands in a pipe, and what a terminal adds."""

import io
import re

import pytest

from headstamp.model import Extract
from headstamp.show import text
from headstamp.show.screen import columns

ENTRIES = f"""\
{"━" * 80}
Zhorda keeps arming Green Banner
The Karst Courier · by Mira Tal · no publication date · en · 56 words ·
sample.txt
3 claims: 2 transfer, 1 possession; 1 denied

  c1 transfer      delivered: “Zhorda” → “Green Banner”
     certain       materiel: short-range rockets; quantity: ~20; date: “last
     past          August”
                   says: Media reports, according to Col. Anwar Saleh, to The
                   Karst Courier
                   │ [Media reports] say [Zhorda] has *delivered* [an estimated
                   │ 20] [short-range rockets] to [Green Banner] since [last
                   │ August], [Col. Anwar Saleh] told The Karst Courier.

  c2 transfer      bought: “Zhorda” (“them”) → “We”
     denied        materiel: mortars (artillery); quantity: 120
     past          says: its spokesman, to The Karst Courier
                   │ "[We] never *bought* [120] mm [mortars] from [them]," [its
                   │ spokesman] said.

  c3 possession    seen with: “Fighters of the group”
     certain       materiel: “launcher”
     ongoing       says: The Karst Courier
     in a caption  │ [Fighters of the group] are *seen with* a [launcher] in a
                   │ photo.

Doubtful
  · No publication date is known, so dates told from it (“last August”) stay
    open.
  · A date cannot be placed without a publication date: “last August” (c1).
  · A quantity may be a calibre or part of a designation, not a number of
    things: “120” (c2).
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def shown(*extracts: Extract, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    text.write(extracts, out)
    return out.getvalue()


def test_in_a_pipe_entries_are_plain_text(extract: Extract) -> None:
    assert shown(extract) == ENTRIES


def test_no_line_is_wider_than_the_screen(
    extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (30, 48, 63, 64, 80, 119):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(columns, shown(extract).splitlines())) <= width


def test_a_terminal_shows_parts_by_colour_instead_of_brackets(extract: Extract) -> None:
    seen = shown(extract, out=Terminal())
    assert "\x1b[1;4mdelivered\x1b[0m" in seen
    bare = re.sub(r"\x1b\[[\d;]*m", "", seen)
    assert "[" not in bare
    assert "*" not in bare
    assert "Media reports say Zhorda has delivered an estimated 20" in bare


def test_no_color_is_respected(extract: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(extract, out=Terminal())


def test_a_dumb_terminal_gets_no_colour(extract: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in shown(extract, out=Terminal())


def test_colour_can_be_asked_for_in_a_pipe(
    extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in shown(extract)


def test_documents_are_set_apart(extract: Extract) -> None:
    assert shown(extract, extract) == f"{ENTRIES}\n{ENTRIES}"
