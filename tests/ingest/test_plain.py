"""Plain text, as typed and as copied from a browser window with its furniture left in."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.errors import InputError
from headstamp.ingest import documents, from_text
from headstamp.model import Document

SEED = Path(__file__).parents[2] / "../shared/seed/article.txt"

PAGE = """\
Home > World > Middle East

Harbour News

Sudan's militias receive drones by sea, port workers say

By Amal Terfaya | 3 May 2019

Crates are unloaded in Port Sudan in this undated photo. [Harbour News/file]

Three ships unloaded drones for the Rapid Column in Port Sudan last month, dock workers said.

"We carried forty crates," said foreman Idris Walad.

A cook on one of the ships saw them too

The ships came from Fujairah, according to a port register seen by Harbour News.

Share this story

2 Comments

Your comment will be checked. 1,000 / 1000

samira_77

My cousin sold them two thousand rifles last year!
"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)[:24]) for block in document.blocks]


def test_a_page_copied_from_a_browser_is_told_apart() -> None:
    document = from_text(PAGE)
    assert kinds(document) == [
        ("furniture", "Home > World > Middle Ea"),
        ("furniture", "Harbour News"),
        ("headline", "Sudan's militias receive"),
        ("byline", "By Amal Terfaya | 3 May "),
        ("caption", "Crates are unloaded in P"),
        ("lead", "Three ships unloaded dro"),
        ("body", '"We carried forty crates'),
        ("subhead", "A cook on one of the shi"),
        ("body", "The ships came from Fuja"),
        ("furniture", "Share this story"),
        ("furniture", "2 Comments"),
        ("comment", "Your comment will be che"),
        ("furniture", "samira_77"),
        ("comment", "My cousin sold them two "),
    ]
    assert document.title == "Sudan's militias receive drones by sea, port workers say"
    assert document.author == "Amal Terfaya"
    assert document.section == "Harbour News"
    assert document.published.day == date(2019, 5, 3)
    assert document.published.evidence == "visible text"
    assert document.published.words == "3 May 2019"


@pytest.mark.parametrize(
    "mark",
    ["1 Comment(s)", "Comments (14)", "12 comments", "Leave a reply", "Comment policy: be kind"],
)
def test_nothing_after_the_mark_of_the_comments_is_the_articles(mark: str) -> None:
    article = "Rifles seen in Aden\n\nA lorry brought rifles to Aden on Monday, a guard said.\n\n"
    after = "\n\nThey also sent ten tanks to my village, I saw them.\n\nReply\n\nNo, five tanks!"
    document = from_text(article + mark + after)
    assert [block.kind for block in document.blocks] == [
        "headline", "lead", "furniture", "comment", "furniture", "comment",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Fighters are seen here in a photo released by the group on 3 May.", "caption"),
        ("A launcher is pictured outside Marib. (Reuters/File)", "caption"),
        ("Satellite pictures show that six launchers arrived in May, he said.", "body"),
        ("Who delivered the weapons, and how many did you see?", "body"),
        ("Subscribe to our newsletter", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Was this article helpful to you?", "furniture"),
        ("480 / 500", "furniture"),
        ("(Reporting by Rana Saif; editing by Jon Pell)", "byline"),
        ("Weapons by the lorry-load", "subhead"),
    ],
)
def test_what_stands_between_paragraphs(paragraph: str, kind: str) -> None:
    prose = "The ministry said on Monday that no weapons had been sent to the front."
    document = from_text("\n\n".join(["Weapons at the front", prose, paragraph, prose, prose]))
    assert document.blocks[2].kind == kind


def test_an_interview_keeps_its_questions() -> None:
    document = from_text(
        "The smuggler\n\nHe brought rifles over the pass for nine years, he told us there.\n\n"
        "Did you know what was in the boxes?\n\nEveryone knew. They were rifles.\n\n"
        "Who paid you?\n\nNobody."
    )
    assert {block.kind for block in document.blocks} == {"headline", "lead", "body"}


def test_text_wrapped_by_hand_keeps_its_lines_together() -> None:
    document = from_text(
        "Rifles for the coast\nBy Rana Saif\n\n"
        "The coast guard stopped a dhow on Tuesday and found three hundred rifles\n"
        "under its cargo of dates, a spokesman said in the evening in the port of\n"
        "Salalah.\n"
    )
    assert [block.kind for block in document.blocks] == ["headline", "byline", "lead"]
    assert document.text.endswith("in the port of\nSalalah.")


def test_only_line_ends_and_blank_lines_change() -> None:
    document = from_text("One\r\n\r\n\r\n“Two”  a\tb — موشک‌ها\r\n \n\n👩‍🚀 three\n")
    assert document.text == "One\n\n“Two”  a\tb — موشک‌ها\n\n👩‍🚀 three"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_blocks_cover_every_visible_character_in_order(text: str) -> None:
    try:
        document = from_text(text)
    except InputError:
        assert not text.strip()
        return
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.span.start].strip()
        assert end <= block.span.start < block.span.end
        end = block.span.end
    assert end == len(document.text)
    assert "".join(document.text.split()) == "".join(text.split())


def test_a_given_date_goes_before_the_texts_own() -> None:
    document = from_text(PAGE, published=date(2020, 1, 1))
    assert document.published.evidence == "given"
    assert document.published.day == date(2020, 1, 1)


def test_no_text_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^text: has no text in it; give an input with words"):
        from_text(" \n ")


@pytest.mark.skipif(not SEED.exists(), reason="the article lies outside the repository")
def test_the_long_article_is_told_apart() -> None:
    (document,) = documents(str(SEED))
    found = [block.kind for block in document.blocks]
    assert found[:5] == ["furniture", "headline", "byline", "caption", "lead"]
    assert found[-4:] == ["furniture", "furniture", "furniture", "comment"]
    assert [found.count(kind) for kind in ("caption", "subhead", "comment")] == [2, 2, 1]
    assert document.author == "Fares al-Omran"
    assert document.section == "Iraq News"
    assert document.published.day is None
    assert document.language == "en"
