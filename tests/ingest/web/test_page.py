"""Web pages of many makes: the article, its captions and its comments, each in its place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.errors import InputError
from headstamp.ingest.raw import Raw
from headstamp.ingest.web.page import FORMAT
from headstamp.model import Document

TITLE = "Drones came by sea, port workers say"
BODY = (
    "Three ships unloaded drones for the Rapid Column in Port Sudan last month, workers said.",
    "“We carried forty crates,” said foreman Idris Walad, who has worked here for nine years.",
    "The ships came from Fujairah, according to a port register seen by Harbour News in April.",
    "The army denied it in a statement on Thursday and gave no further detail of the ships.",
)
COMMENTS = (
    "My cousin sold them two thousand rifles last year, I saw it with my own eyes.",
    "That is not true, they got five hundred rockets from the north, not rifles.",
)
SIDEBAR = "".join(
    f'<li><a href="/{n}">Ministers promise road number {n} through the valley by spring</a></li>'
    for n in range(8)
)
FOOTER = "<footer><p>© 2018 Harbour News. All rights reserved.</p></footer>"


def paragraphs(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def read(page: str, encoding: str = "utf-8", **told: str) -> Document:
    (document,) = FORMAT.read(Raw.of_bytes("page.html", page.encode(encoding), **told))
    assert isinstance(document, Document)
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def words(document: Document, kind: str) -> list[str]:
    return [said for each, said in parts(document) if each == kind]


def is_whole(document: Document) -> bool:
    """Whether lead and body are the article's paragraphs, all of them, and nothing else."""
    return (*words(document, "lead"), *words(document, "body")) == BODY


def test_a_news_page_with_linked_data() -> None:
    document = read(
        f"""<!doctype html><html lang="en"><head><title>{TITLE} | Harbour News</title>
        <link rel="canonical" href="/2019/drones"><script type="application/ld+json">
        {{"@graph": [{{"@type": "WebSite", "name": "x"}}, {{"@type": "NewsArticle",
          "headline": "{TITLE}", "datePublished": "2019-05-03T10:00:00+02:00",
          "author": [{{"@type": "Person", "name": "Amal Terfaya"}}, {{"name": "Jon Pell"}}],
          "articleSection": "World", "publisher": {{"name": "Harbour News"}}}}]}}</script></head>
        <body><nav><a href="/">Home</a></nav><header><h1>Harbour News</h1></header>
        <main><article><h1>{TITLE}</h1><p class="byline">By Amal Terfaya and Jon Pell</p>
        <div class="share"><a>Share</a> <a>Tweet</a></div>
        <figure><img src="a"><figcaption>Crates in Port Sudan in 2017.</figcaption></figure>
        {paragraphs(*BODY[:2])}<h2>A cook saw them too</h2>{paragraphs(*BODY[2:])}
        </article><section id="comments"><h3>2 Comments</h3>
        {"".join(f'<div class="comment"><b>samira</b><p>{c}</p></div>' for c in COMMENTS)}
        </section></main>{FOOTER}</body></html>""",
        url="https://harbour.example/old",
    )
    assert parts(document) == [
        ("headline", TITLE),
        ("byline", "By Amal Terfaya and Jon Pell"),
        ("caption", "Crates in Port Sudan in 2017."),
        ("lead", BODY[0]),
        ("body", BODY[1]),
        ("subhead", "A cook saw them too"),
        ("body", BODY[2]),
        ("body", BODY[3]),
        ("furniture", "2 Comments"),
        ("furniture", "samira"),
        ("comment", COMMENTS[0]),
        ("furniture", "samira"),
        ("comment", COMMENTS[1]),
    ]
    assert document.published.day == date(2019, 5, 3)
    assert document.published.evidence == "metadata"
    assert document.published.words == "2019-05-03T10:00:00+02:00"
    assert document.title == TITLE
    assert document.author == "Amal Terfaya, Jon Pell"
    assert (document.outlet, document.section) == ("Harbour News", "World")
    assert document.url == "https://harbour.example/2019/drones"


def test_a_wordpress_page() -> None:
    comments = "".join(
        f'<li class="comment"><article class="comment-body"><b class="fn">u</b>'
        f'<time datetime="2021-02-01">then</time><p>{c}</p><a>Reply</a></article></li>'
        for c in COMMENTS
    )
    document = read(
        f"""<html><head><title>{TITLE} – Coast Blog</title>
        <meta property="og:site_name" content="Coast Blog"></head><body class="single">
        <p class="site-title"><a href="/">Coast Blog</a></p><article class="post hentry">
        <h1 class="entry-title">{TITLE}</h1><div class="entry-meta">
        <time class="entry-date published" datetime="2019-05-03T08:00:00+00:00">May 3, 2019</time>
        <time class="updated" datetime="2020-01-01">January 1, 2020</time> by <a rel="author">Amal
        Terfaya</a> <span class="comments-link"><a>2 Comments</a></span></div>
        <div class="entry-content"><div class="wp-caption"><img src="x">
        <p class="wp-caption-text">Crates in Port Sudan, 2017</p></div>{paragraphs(*BODY)}
        <div class="sharedaddy"><h3>Share this:</h3><a>Twitter</a> <a>Facebook</a></div></div>
        </article><div id="comments"><h2>2 thoughts on “{TITLE}”</h2><ol>{comments}</ol>
        <div id="respond"><h3>Leave a Reply</h3></div></div>
        <ul class="sidebar">{SIDEBAR}</ul>{FOOTER}</body></html>"""
    )
    assert is_whole(document)
    assert words(document, "caption") == ["Crates in Port Sudan, 2017"]
    assert words(document, "comment") == list(COMMENTS)
    assert document.author == "Amal Terfaya"
    assert document.outlet == "Coast Blog"
    assert document.published.day == date(2019, 5, 3)


def test_a_blogger_page_whose_date_stands_above_the_headline() -> None:
    document = read(
        f"""<html><head><title>Coast Watch: {TITLE}</title></head><body>
        <h2 class="date-header">Friday, 3 May 2019</h2><div class="post hentry">
        <h3 class="post-title">{TITLE}</h3><div class="post-body">
        <table class="tr-caption-container"><tr><td><img src="q"></td></tr>
        <tr><td class="tr-caption">Crates on the quay</td></tr></table>{"<br><br>".join(BODY)}
        </div></div><div id="comments"><h4>1 comment:</h4><p>{COMMENTS[0]}</p></div>
        <ul>{SIDEBAR}</ul></body></html>"""
    )
    assert is_whole(document)
    assert words(document, "headline") == [TITLE]
    assert words(document, "caption") == ["Crates on the quay"]
    assert words(document, "comment") == [COMMENTS[0]]
    assert document.published.evidence == "visible text"
    assert document.published.day == date(2019, 5, 3)


def test_a_page_of_nothing_but_divs() -> None:
    divs = "".join(f"<div>{text}</div>" for text in BODY)
    document = read(
        f"""<html><head><title>{TITLE} - Port Daily</title></head><body><div><div>Port Daily</div>
        <div><div>{TITLE}</div><div>By Amal Terfaya, 3 May 2019</div>
        <div>Crates are seen in this photo taken in Port Sudan in 2017.</div>{divs}
        <div>Share this story</div><div>2 Comments</div><div><div>samira77</div>
        <div>{COMMENTS[0]}</div><div>Reply</div><div>{COMMENTS[1]}</div></div></div></div>
        <ul>{SIDEBAR}</ul></body></html>"""
    )
    assert is_whole(document)
    assert words(document, "headline") == [TITLE]
    assert words(document, "caption") == [
        "Crates are seen in this photo taken in Port Sudan in 2017."
    ]
    assert words(document, "comment") == list(COMMENTS)
    assert document.author == "Amal Terfaya"


def test_a_page_of_1999_set_in_tables() -> None:
    opening = f"PORT SUDAN, 3 May 1999 - {BODY[0]}"
    document = read(
        f"""<HTML><TITLE>Harbour Wire</TITLE><BODY><TABLE><TR><TD><A HREF=a>News</A><BR>
        <A HREF=b>Sport</A></TD><TD><FONT SIZE=5><B>{TITLE}</B></FONT><BR><BR>
        {"<P>".join([opening, *BODY[1:]])}<P>Copyright 1999 Harbour Wire</TD></TR></TABLE></HTML>"""
    )
    assert [*words(document, "lead"), *words(document, "body")] == [opening, *BODY[1:]]
    assert document.published.day == date(1999, 5, 3)
    assert document.published.evidence == "visible text"


def test_lists_tables_and_quotations_are_the_articles() -> None:
    document = read(
        f"""<html><body><article><h1>{TITLE}</h1>{paragraphs(BODY[0])}
        <table><tr><th>Type</th><th>Number</th></tr><tr><td>Raven drones</td><td>12</td></tr>
        </table><ul><li>Port Sudan: 12 drones of the older type</li></ul>
        <blockquote>{BODY[1]}</blockquote>{paragraphs(*BODY[2:])}</article></body></html>"""
    )
    assert words(document, "body") == [
        "Type\tNumber",
        "Raven drones\t12",
        "Port Sudan: 12 drones of the older type",
        *BODY[1:],
    ]


def test_comments_that_outweigh_the_article_stay_comments() -> None:
    comments = "".join(
        f'<div class="comment"><p>{c} Number {n} of my many remarks on this matter.</p></div>'
        for n in range(15)
        for c in COMMENTS
    )
    document = read(
        f"""<html><body><div class="story"><h1>{TITLE}</h1>{paragraphs(*BODY)}</div>
        <div class="userComments"><h2>Comments</h2>{comments}</div></body></html>"""
    )
    assert is_whole(document)
    assert len(words(document, "comment")) == 30


def test_a_page_about_comment_is_not_taken_for_one() -> None:
    document = read(
        f"""<html><body class="section-comment"><div class="comment opinion"><h1>{TITLE}</h1>
        {paragraphs(*BODY)}</div></body></html>"""
    )
    assert is_whole(document)


def test_joiners_arabic_and_quotation_marks_survive() -> None:
    persian = (
        "سه کشتی ماه گذشته پهپادهایی را در بندر تخلیه کردند، کارگران گفتند که جعبه‌ها سنگین بود.",
        "سرکارگر گفت: «ما چهل جعبه را جابه‌جا کردیم و موشک‌ها در آن بود» و از گروه‌ها نام برد.",
        "ارتش این گزارش را در بیانیه‌ای رد کرد و جزئیات دیگری درباره کشتی‌ها نداد.",
    )
    document = read(
        f"""<html dir="rtl" lang="fa"><head><title>x</title></head><body><main>
        <h1>پهپادها از راه دریا رسیدند</h1><div class="date">۱۳ اردیبهشت ۱۳۹۸</div>
        {paragraphs(*persian)}</main><footer>© 2018</footer></body></html>"""
    )
    assert [*words(document, "lead"), *words(document, "body")] == list(persian)
    assert document.language == "fa"
    assert document.published.evidence == "none"


@pytest.mark.parametrize("said", ["", '<meta charset="windows-1256">'])
def test_a_page_in_windows_1256(said: str) -> None:
    arabic = (
        "قال عمال الميناء يوم الاثنين إن ثلاث سفن أفرغت طائرات مسيرة خلال الشهر الماضي للقوات.",
        "وأضاف رئيس العمال إدريس ولد أن الشحنة ضمت أربعين صندوقا من الأسلحة والذخائر الجديدة.",
        "ونفى الجيش ذلك في بيان صدر يوم الخميس ولم يعط أي تفاصيل أخرى عن السفن في الميناء.",
    )
    page = f"<html><head>{said}</head><body><h1>طائرات عبر البحر</h1>{paragraphs(*arabic)}</body>"
    document = read(page, "windows-1256")
    assert [*words(document, "lead"), *words(document, "body")] == list(arabic)
    assert document.language == "ar"


def test_what_no_eye_sees_is_left_out_and_raised_digits_stay_raised() -> None:
    document = read(
        f"""<html><body><article><h1>{TITLE}</h1><p>They got 20<sup>3</sup> mis\u00adsiles and
        <b>twelve</b>&nbsp;drones\u200b from the ships<!-- not so -->, as the workers said.</p>
        <p style="display: none">Hidden words that nobody sees on this page at all.</p>
        {paragraphs(*BODY)}</article></body></html>"""
    )
    assert words(document, "lead") == [
        "They got 20³ missiles and twelve\xa0drones from the ships, as the workers said."
    ]
    assert "Hidden" not in document.text


def test_a_short_brief_is_an_article() -> None:
    document = read(
        "<html><body><article><h1>Rifles found in Aden</h1>"
        "<p>The coast guard found 30 rifles in Aden on Monday.</p></article></body></html>"
    )
    assert words(document, "lead") == ["The coast guard found 30 rifles in Aden on Monday."]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><form><p>Please sign in to go on.</p><input></form></body></html>",
        f"<html><body><h1>Harbour News</h1><ul>{SIDEBAR}</ul></body></html>",
    ],
)
def test_a_page_without_an_article_is_an_error(page: str) -> None:
    with pytest.raises(InputError, match=r"^page\.html: has no article in it; give the page of"):
        read(page)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["<div>", "</div>", "<br>", "<p>", "<b>", "x", " ", *BODY])))
def test_blocks_cover_every_visible_character_in_order(markup: list[str]) -> None:
    try:
        document = read(f"<html><body><h1>{TITLE}</h1>{''.join(markup)}</body></html>")
    except InputError:
        return
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.span.start].strip()
        assert end <= block.span.start < block.span.end
        end = block.span.end
    assert end == len(document.text)
