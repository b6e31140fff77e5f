"""Facts are taken from fields that say so, and from nothing else."""

import pytest

from headstamp.ingest.web.facts import Facts, facts_of
from headstamp.ingest.web.tree import parsed

LINKED = '<script type="application/ld+json">{}</script>'


def facts(head: str = "", body: str = "") -> Facts:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return facts_of(parsed(page, "page.html"), url="https://harbour.example/news/1")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-05-03T08:00Z">',
        '<meta name="DC.date.issued" content="2019-05-03">',
        '<meta itemprop="datePublished" content="May 3, 2019">',
        LINKED.format('{"@type": ["NewsArticle"], "datePublished": "2019-05-03"}'),
        LINKED.format('[{"@graph": [{"@type": "Article", "datePublished": "2019-05-03"}]}]'),
    ],
)
def test_fields_that_give_the_day(head: str) -> None:
    published = facts(head).published
    assert published is not None
    assert str(published.day) == "2019-05-03"
    assert published.evidence == "metadata"


@pytest.mark.parametrize(
    "head",
    [
        LINKED.format('{"@type": "Article", broken'),
        LINKED.format('[[[{"datePublished": "2019-05-03"}]]]'),
        LINKED.format("[" * 100_000),
        LINKED.format('{"@type": "Event", "datePublished": "2019-05-03"}'),
        '<meta name="date" content="2019">',
        '<meta property="article:modified_time" content="2019-05-03">',
    ],
)
def test_fields_that_do_not(head: str) -> None:
    assert facts(head, "<p>© 2018. The last ship left on 9 April 2019.</p>").published is None


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time datetime="2019-05-03T10:00">x</time>', "2019-05-03"),
        (
            '<time class="entry-date" datetime="2019-05-03">x</time><time datetime="2018-01-01">',
            "2019-05-03",
        ),
        ('<time datetime="2019-05-03">x</time><time datetime="2018-01-01">y</time>', None),
        ('<time class="updated" datetime="2019-05-03">x</time>', None),
        ('<div class="comment"><time datetime="2019-05-03">x</time></div>', None),
    ],
)
def test_times(body: str, day: str | None) -> None:
    published = facts(body=body).published
    assert (str(published.day) if published else None) == day


def test_the_other_facts() -> None:
    found = facts(
        """<link rel="canonical" href="/news/one"><meta property="og:site_name" content="Harbour
        News"><meta property="og:title" content="Drones"><meta property="article:section"
        content="World"><meta property="article:author" content="https://faces.example/amal">""",
        '<a rel="author">By Amal Terfaya</a>',
    )
    assert found.url == "https://harbour.example/news/one"
    assert (found.outlet, found.title) == ("Harbour News", "Drones")
    assert (found.section, found.author) == ("World", "Amal Terfaya")


def test_a_canonical_link_of_another_kind_is_not_taken() -> None:
    assert facts('<link rel="canonical" href="javascript:x()">').url == (
        "https://harbour.example/news/1"
    )


def test_a_page_that_says_nothing_has_no_facts() -> None:
    page = parsed("<html><body><p>Words.</p></body></html>", "page.html")
    assert facts_of(page) == Facts()
