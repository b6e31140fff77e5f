"""The order of the stages, the language gate, and one bad input among good ones."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

import headstamp
from headstamp import pipeline
from headstamp.model import Extract, Reading

ARTICLE = "Arms for the north\n\nZhorda sent rockets to Green Banner.\n"


pytestmark = pytest.mark.usefixtures("every_rocket")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_text_is_read() -> None:
    extract = headstamp.read(ARTICLE, published=date(2024, 5, 3))
    assert [claim.trigger.of(extract.document.text) for claim in extract.claims] == ["sent"]
    assert extract.document.published.day == date(2024, 5, 3)
    assert extract.document.published.evidence == "given"


def test_a_path_is_opened_whether_path_or_string(article: Path) -> None:
    for path in (article, str(article)):
        assert headstamp.read(path).document.source == str(article)


def test_a_path_that_leads_nowhere_is_an_error_and_a_text_is_not(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.txt"
    with pytest.raises(headstamp.InputError, match="nowhere"):
        headstamp.read(missing)
    assert headstamp.read("Nowhere, 3 May. Nobody sent anything to anyone.").claims


def test_a_very_long_text_is_no_path() -> None:
    assert (
        len(headstamp.read("The government said it sent rockets to the north. " * 5_000).claims)
        == 1
    )


def test_records_are_many_documents(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    line = '{{"id": "{}", "text": "Zhorda sent rockets to Green Banner.", "language": "en"}}\n'
    path.write_text("".join(line.format(number) for number in range(3)), encoding="utf-8")
    assert [extract.document.id for extract in headstamp.extracts(str(path))] == ["0", "1", "2"]
    with pytest.raises(headstamp.InputError, match="holds 3 documents"):
        headstamp.read(path)


def test_one_bad_input_does_not_stop_the_others(article: Path, tmp_path: Path) -> None:
    sources = [str(article), str(tmp_path / "nowhere.txt"), str(article)]
    outcomes = list(pipeline.outcomes(sources))
    assert [isinstance(outcome, Extract) for outcome in outcomes] == [True, False, True]


def test_one_bad_record_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    good = '{"id": "a", "text": "Zhorda sent rockets to Green Banner."}\n'
    path.write_text(good + '{"id": "b"\n' + good.replace('"a"', '"c"'), encoding="utf-8")
    outcomes = list(pipeline.outcomes([str(path)]))
    assert [isinstance(outcome, Extract) for outcome in outcomes] == [True, False, True]


def test_a_language_that_is_not_read_is_kept_and_said(
    hand: SimpleNamespace, every_rocket: type
) -> None:
    extract = pipeline.extract(hand.document("سپاه قدس sent", language="fa"), every_rocket())
    assert extract.claims == ()
    assert extract.reading == Reading(reader="every rocket")
    assert extract.findings[0].code == "language-not-read"
    assert extract.findings[0].message == "not read: language fa"


def test_read_is_a_function_whatever_was_imported_first() -> None:
    from headstamp.read import shipped_reader

    assert callable(headstamp.read)
    assert callable(shipped_reader)


def test_the_public_names_are_sorted_and_there() -> None:
    assert headstamp.__all__ == sorted(headstamp.__all__)
    assert all(hasattr(headstamp, name) for name in headstamp.__all__)
