"""English is told at once, other languages by py3langid, and few words by what is declared."""

import pytest

from headstamp.ingest.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the missiles were delivered to the militia by lorry.", "en"),
        ("RIFLES SEIZED IN PORT, 12 HELD, CUSTOMS SAY", "en"),
        ("قال خبراء عسكريون إن الصواريخ سلمت إلى الميليشيات خلال الأشهر الماضية", "ar"),
        ("سخنگوی وزارت دفاع گفت که موشک‌های تازه به گروه‌های شبه نظامی تحویل داده شد", "fa"),
        ("Les missiles ont été livrés à des milices irakiennes l'été dernier, dit un expert", "fr"),
        ("Der Iran hat den Milizen im Irak Raketen geliefert, was der Experte in Wien sagt", "de"),
        (
            "Volgens de krant is dat in de haven van Rotterdam gevonden, zei hij over het schip",
            "nl",
        ),
        ("Источники сообщили, что ракеты поставлены в последние месяцы", "ru"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_few_words_are_in_the_declared_language() -> None:
    assert language_of("Aden, Sana'a", declared="fr-FR") == "fr"
    assert language_of("Aden, Sana'a") == "en"
