"""From a document to a reading: what the reader makes of what its network finds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.errors import Permanent
from headstamp.model import Coreference, Reading, Span
from headstamp.read import fill as filling
from headstamp.read import spot as spotting
from headstamp.read.decoding import Calibration, Decoding
from headstamp.read.reader import Reader

TEXT = "Iran sent rockets to Kuwait , officials said . It denied this , Reuters reported ."
TOLD = {
    "entities": {"Iran": "STATE", "rockets": "WEAPON"},
    "triggers": {"sent": "transfer"},
    "cues": ["said", "denied", "reported"],
    "anaphors": ["It"],
    "fills": {
        "sent": {"Iran": "supplier", "rockets": "materiel", "Kuwait": "recipient"},
        "said": {"officials": "source", "Iran sent rockets": "content"},
        "denied": {"It": "source", "this": "content"},
        "reported": {"Reuters": "source"},
        "It": {"Iran": "antecedent"},
    },
    "under": {"sent": "said", "said": "reported", "denied": "reported"},
    "factuality": {"sent": "PR+"},
    "time": {"sent": "ongoing"},
}


def everywhere(reading: Reading) -> list[Span]:
    """Every span of a reading."""
    spans = [*reading.sentences, *(m.span for m in reading.mentions)]
    for attribution in reading.attributions:
        spans += [attribution.cue, *attribution.content]
        spans += [attribution.source] if attribution.source else []
    for frame in reading.frames:
        spans += [frame.trigger, *(filler.span for filler in frame.fillers)]
    for coreference in reading.coreferences:
        spans += [coreference.anaphor, coreference.antecedent]
    return spans


def test_a_frame_has_its_words_and_what_they_say(scripted, hand) -> None:
    reader, _ = scripted(**TOLD)
    (frame,) = reader.read(hand.document(TEXT)).frames
    assert (frame.kind, frame.trigger.of(TEXT)) == ("transfer", "sent")
    assert [(f.role, f.span.of(TEXT)) for f in frame.fillers] == [
        ("supplier", "Iran"),
        ("materiel", "rockets"),
        ("recipient", "Kuwait"),
    ]
    assert (frame.factuality, frame.time) == ("PR+", "ongoing")


def test_an_attribution_has_its_source_cue_and_content(scripted, hand) -> None:
    reader, _ = scripted(**TOLD)
    said, denied, reported = reader.read(hand.document(TEXT)).attributions
    assert said.cue == hand.span(TEXT, "said")
    assert said.source == hand.span(TEXT, "officials")
    assert said.content == (hand.span(TEXT, "Iran sent rockets"),)
    assert denied.source == hand.span(TEXT, "It")
    assert reported.content == ()


def test_a_source_that_the_text_hides_is_none(scripted, hand) -> None:
    reader, _ = scripted(cues=["reportedly"])
    (attribution,) = reader.read(hand.document("It reportedly left")).attributions
    assert attribution.source is None


def test_a_claim_is_by_its_cue_and_a_report_inside_its_own(scripted, hand) -> None:
    reader, _ = scripted(**TOLD)
    reading = reader.read(hand.document(TEXT))
    assert [f.by for f in reading.frames] == [0]
    assert [a.inside for a in reading.attributions] == [2, 2, None]


def test_a_claim_under_no_cue_is_the_outlets_own(scripted, hand) -> None:
    reader, _ = scripted(**(TOLD | {"under": {}}))
    reading = reader.read(hand.document(TEXT))
    assert [f.by for f in reading.frames] == [None]
    assert [a.inside for a in reading.attributions] == [None, None, None]


def test_a_bias_towards_no_link_cuts_links(scripted, hand) -> None:
    reader, _ = scripted(Decoding(no_link_bias=20.0), **TOLD)
    assert [f.by for f in reader.read(hand.document(TEXT)).frames] == [None]


@pytest.mark.parametrize(
    "under",
    [
        {"said": "said"},
        {"said": "denied", "denied": "said"},
        {"said": "denied", "denied": "reported", "reported": "said"},
    ],
)
def test_reports_never_nest_in_a_circle(scripted, hand, under) -> None:
    reader, _ = scripted(**(TOLD | {"under": under}))
    outer = [a.inside for a in reader.read(hand.document(TEXT)).attributions]
    for index in range(len(outer)):
        step, seen = outer[index], {index}
        while step is not None:
            assert step not in seen
            seen.add(step)
            step = outer[step]
    assert sum(inside is not None for inside in outer) == len(under) - 1


def test_an_anaphor_stands_for_its_antecedent(scripted, hand) -> None:
    reader, _ = scripted(**TOLD)
    (found,) = reader.read(hand.document(TEXT)).coreferences
    assert found == Coreference(hand.span(TEXT, "It"), hand.span(TEXT, "Iran"), found.score)


def test_an_anaphor_without_an_antecedent_is_dropped(scripted, hand) -> None:
    reader, _ = scripted(anaphors=["It"])
    assert reader.read(hand.document("It left")).coreferences == ()


def test_comments_and_furniture_are_never_read(scripted, hand) -> None:
    text = "Iran sent rockets\n\nKuwait bought mortars\n\nLebanon sold rifles\n\nOman made shells"
    document = hand.document(text, kinds="body comment furniture caption")
    verbs = {"sent": "transfer", "bought": "transfer", "sold": "transfer", "made": "production"}
    reader, _ = scripted(triggers=verbs)
    reading = reader.read(document)
    assert [f.trigger.of(text) for f in reading.frames] == ["sent", "made"]
    assert [s.of(text) for s in reading.sentences] == ["Iran sent rockets", "Oman made shells"]


@pytest.mark.parametrize(("text", "kinds"), [("", ""), (" \n\n ", ""), ("Nice!", "comment")])
def test_nothing_to_read_gives_an_empty_reading(scripted, hand, text, kinds) -> None:
    reader, model = scripted(**TOLD)
    assert reader.read(hand.document(text, kinds=kinds)) == Reading("a script")
    assert model.batches == []


def test_a_reading_names_its_reader_and_its_sentences(scripted, hand) -> None:
    reader, _ = scripted(**TOLD)
    reading = reader.read(hand.document(TEXT))
    assert reading.reader == reader.name == "a script"
    assert [s.of(TEXT) for s in reading.sentences] == [TEXT[:46], TEXT[47:]]


def test_scores_are_calibrated_each_by_its_kind(scripted, hand) -> None:
    certain = {"claim": Calibration(0.0, 0.0), "argument": Calibration(0.0, 20.0)}
    reader, _ = scripted(Decoding(calibrations=certain), **TOLD)
    (frame,) = reader.read(hand.document(TEXT)).frames
    assert frame.score == 0.5
    assert [f.score for f in frame.fillers] == pytest.approx([1, 1, 1])


def test_batches_do_not_change_a_reading(scripted, hand, monkeypatch) -> None:
    text = "\n\n".join([TEXT, *["x " * 300 + "."] * 3, "Iran sent rockets ."])
    document = hand.document(text)
    whole = scripted(**TOLD)[0].read(document)
    assert len(whole.frames) == 2
    monkeypatch.setattr(spotting, "BATCH_PIECES", 1)
    monkeypatch.setattr(filling, "BATCH_PREDICATES", 1)
    assert scripted(**TOLD)[0].read(document) == whole


NEWS = """\
Kestria sent 40 rockets to the Orlan Brigade in May, Colonel Idris Farouk told reporters. \
The group denied it, and said that no shipment had reached the port of Selm.

Customs officers seized 1,200 rifles on Tuesday, according to the ministry."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(threads=1)


def test_the_shipped_reader_finds_claims_and_who_makes_them(reader, hand) -> None:
    reading = reader.read(hand.document(NEWS))
    assert {"transfer", "interdiction"} <= {frame.kind for frame in reading.frames}
    assert len(reading.attributions) >= 3
    assert reading.mentions


def test_the_shipped_reader_reads_the_same_twice_and_on_two_threads(reader, hand) -> None:
    once = reader.read(hand.document(NEWS))
    assert reader.read(hand.document(NEWS)) == once
    other = Reader.load(threads=2).read(hand.document(NEWS))
    for part in ("mentions", "attributions", "frames", "coreferences"):
        assert len(getattr(other, part)) == len(getattr(once, part))
    assert everywhere(other) == everywhere(once)


@pytest.mark.parametrize(
    "oddity",
    [
        "a" * 10_000,
        "_" * 3_000,
        "武" * 3_000,
        "\x00\x07\x1b[31m",
        "👨\u200d👩\u200d👧\u200d👦 🚀",
        "كتائب حزب الله می‌فرستد",
        "e\u0301\u0323" * 50,
        "\ud7ff\ufffd\uffff",
    ],
    ids=["long", "ruled", "Chinese", "control", "joined emoji", "Arabic", "marks", "edges"],
)
def test_the_shipped_reader_reads_past_oddities(reader, hand, oddity) -> None:
    text = f"Kestria sent 40 rockets {oddity} to the Orlan Brigade.\n\n{oddity}\n\n{NEWS}"
    reading = reader.read(hand.document(text))
    assert any(f.trigger.of(text) == "seized" for f in reading.frames)
    assert all(0 <= s.start < s.end <= len(text) for s in everywhere(reading))


def test_the_shipped_reader_reads_a_long_document(reader, hand) -> None:
    text = "\n\n".join([NEWS] * (20_000 // len(NEWS.split())))
    reading = reader.read(hand.document(text))
    seized = [f for f in reading.frames if f.trigger.of(text) == "seized"]
    assert len(seized) >= 0.9 * text.count("seized")
    assert all(s.of(text).strip() == s.of(text) != "" for s in everywhere(reading))


@given(st.text(alphabet="Iran sent. \n\u200d\u0635_😀武12", min_size=1, max_size=80))
def test_the_shipped_reader_keeps_scores_and_offsets_in_bounds(reader, hand, text) -> None:
    reading = reader.read(hand.document(text))
    assert all(0 <= s.start < s.end <= len(text) for s in everywhere(reading))
    scored = [*reading.mentions, *reading.attributions, *reading.frames, *reading.coreferences]
    assert all(0 <= item.score <= 1 for item in scored)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="holds no model"):
        Reader.load(tmp_path)
