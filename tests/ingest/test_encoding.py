"""Old encodings are told by the languages they were made for; what is no text is refused."""

import pytest

from headstamp.errors import InputError
from headstamp.ingest.encoding import decoded

TEXTS = {
    "ar": "قال خبراء عسكريون إن الصواريخ سلمت إلى الميليشيات خلال الأشهر الماضية",
    "fa": "سخنگوی وزارت دفاع گفت که موشکهای تازه به گروههای شبه نظامی تحویل داده شد",
    "he": "דובר משרד הביטחון אמר כי טילים הועברו למיליציות בחודשים האחרונים",
    "ru": "Источники в министерстве сообщили, что ракеты поставлены в последние месяцы",
    "el": "Τα οχήματα παραδόθηκαν στην Ουκρανία, δήλωσε ο υπουργός την Τρίτη",
    "fr": "Les missiles ont été livrés l'été dernier, selon un expert. « Déjà ! » dit-il",
    "tr": "Araçların gönderildiği bildirildi, şirket yorumda bulunmadı, işçiler gördü",
    "pl": "Źródła twierdzą, że dostawy będą kontynuowane w następnych miesiącach",
    "en": "The ministry said “no missiles were delivered” to the group’s fighters – a lie.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ar", "windows-1256"),
        ("ar", "iso-8859-6"),
        ("ar", "utf-16-le"),
        ("fa", "windows-1256"),
        ("he", "windows-1255"),
        ("ru", "windows-1251"),
        ("ru", "koi8-r"),
        ("ru", "cp866"),
        ("el", "windows-1253"),
        ("fr", "windows-1252"),
        ("tr", "windows-1254"),
        ("pl", "windows-1250"),
        ("pl", "iso-8859-2"),
        ("en", "windows-1252"),
        ("en", "utf-16"),
        ("en", "utf-8-sig"),
        *((language, "utf-8") for language in TEXTS),
    ],
)
def test_the_encoding_is_told_from_the_bytes(language: str, encoding: str) -> None:
    text = TEXTS[language]
    if encoding == "windows-1256":  # which has no Persian kaf and yeh: its writers used these
        text = text.replace("ی", "ي").replace("ک", "ك")
    assert decoded(text.encode(encoding), "page") == text


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    assert decoded("Ракеты".encode("koi8-r"), "page", declared="koi8-r") == "Ракеты"
    assert decoded("Ракеты".encode(), "page", declared="ascii") == "Ракеты"
    assert decoded(b"Rockets", "page", declared="no-such-encoding") == "Rockets"


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_a_broken_character_in_utf_8_stands_out(language: str) -> None:
    text = TEXTS[language]
    data = text[:10].encode() + b"\xd8 " + text[10:].encode()
    assert decoded(data, "page") == f"{text[:10]}\ufffd {text[10:]}"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", bytes(range(256)) * 4])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^photo\.png: holds binary data, not text; give"):
        decoded(data, "photo.png")


def test_an_encoding_that_cannot_be_told_is_refused() -> None:
    with pytest.raises(InputError, match="save it as UTF-8"):
        decoded("伊朗向伊拉克民兵组织提供了弹道导弹".encode("gb18030"), "page")
