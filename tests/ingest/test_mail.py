"""Mail messages: the subject, the body in plain text or HTML, what is quoted and signed."""

from datetime import date
from email.message import EmailMessage

import pytest

from headstamp.errors import InputError
from headstamp.ingest.mail import FORMAT
from headstamp.ingest.raw import Raw
from headstamp.model import Document

BODY = """\
The coast guard stopped a dhow on Tuesday and found three hundred rifles – all new – in it.

The rifles came from the north, a spokesman said, and were on their way to the hills.

On 2 May 2019, Jon Pell wrote:
> They had five hundred rockets as well.

--\x20
Amal Terfaya
Harbour News
"""


def message(text: str = BODY, subject: str = "Rifles on a dhow: three hundred") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Amal Terfaya <amal@harbour.example>"
    made["To"] = "desk@harbour.example"
    made["Date"] = "Fri, 03 May 2019 23:30:00 +0300"
    made["Subject"] = subject
    made.set_content(text)
    return made


def read(made: EmailMessage | bytes) -> Document:
    data = made if isinstance(made, bytes) else made.as_bytes()
    (document,) = FORMAT.read(Raw.of_bytes("message.eml", data))
    assert isinstance(document, Document)
    return document


def test_a_plain_message() -> None:
    document = read(message())
    assert [(b.kind, b.span.of(document.text)[:12]) for b in document.blocks] == [
        ("headline", "Rifles on a "),
        ("lead", "The coast gu"),
        ("body", "The rifles c"),
        ("furniture", "On 2 May 201"),
        ("furniture", "> They had f"),
        ("furniture", "--"),
        ("furniture", "Amal Terfaya"),
        ("furniture", "Harbour News"),
    ]
    assert "– all new –" in document.text
    assert document.author == "Amal Terfaya"
    assert document.title == "Rifles on a dhow: three hundred"
    assert document.published.day == date(2019, 5, 3)
    assert document.published.evidence == "metadata"
    assert document.published.words == "Fri, 03 May 2019 23:30:00 +0300"


def test_a_marked_up_message() -> None:
    made = message()
    made.set_content(
        "<html><body><h2>Rifles</h2><p>The coast guard found <b>three hundred</b> rifles on a "
        "dhow on Tuesday.</p><p>They came from the north, a spokesman said in Salalah.</p></body>",
        subtype="html",
    )
    document = read(made)
    assert [b.span.of(document.text) for b in document.blocks if b.kind in ("lead", "body")] == [
        "The coast guard found three hundred rifles on a dhow on Tuesday.",
        "They came from the north, a spokesman said in Salalah.",
    ]


def test_the_plain_part_goes_before_the_marked_up_one() -> None:
    made = message()
    made.add_alternative("<p>Something else altogether in the markup.</p>", subtype="html")
    assert "Something else" not in read(made).text


def test_an_encoding_that_the_message_names() -> None:
    text = "قال خبراء عسكريون إن الصواريخ سلمت إلى الميليشيات خلال الأشهر الماضية"
    head = b"From: a@b.example\r\nDate: Fri, 03 May 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    body = b"Content-Type: text/plain; charset=windows-1256\r\n\r\n" + text.encode("windows-1256")
    document = read(head + body)
    assert document.text == text
    assert document.language == "ar"


@pytest.mark.parametrize("date_header", ["", "Date: the other day\n"])
def test_a_message_without_a_date_has_none(date_header: str) -> None:
    data = f"From: a@b.example\nTo: c@d.example\nSubject: Rifles\n{date_header}\n{BODY}"
    assert read(data.encode()).published.evidence == "none"


def test_a_message_without_text_is_an_error() -> None:
    made = EmailMessage()
    made["From"] = "a@b.example"
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(InputError, match=r"is a message without text; save its attachments"):
        read(made)


def test_messages_within_messages_without_end_are_refused() -> None:
    layers = b"".join(b"Content-Type: message/rfc822\n\n" for _ in range(20_000))
    with pytest.raises(InputError, match=r"without end|without text"):
        read(b"From: a@b.example\n" + layers)


def test_only_headers_make_a_message() -> None:
    assert FORMAT.recognises(message().as_bytes())
    assert not FORMAT.recognises(b"Subject: none\n\nThis is a letter.")
    assert not FORMAT.recognises(b"Rifles found\n\nFrom: the coast guard\nTo: x\nDate: 1")
