"""Readings made elsewhere, in both forms, and what is said of those that do not fit."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from headstamp.errors import InputError
from headstamp.model import Attribution, Coreference, Frame, Span
from headstamp.read.annotation import annotated
from headstamp.read.references import whole_words
from tests.conftest import document

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
STEP = 20  # of the corpus; all of it agrees, and takes too long for every run
TEXT = "Iran sent rockets to Iran's friends, Karim Daoud said. He said Iran denied it."


def record(**fields: Any) -> dict[str, Any]:
    return {
        "entities": [{"type": "STATE", "names": ["Iran"]}],
        "attributions": [
            {"id": "a1", "source": "He", "cue": "said@2", "content": ["Iran denied it"]},
            {"id": "a2", "source": "Iran", "cue": "denied", "content": ["it"], "in": "a1"},
        ],
        "claims": [
            {
                "id": "c7",
                "kind": "transfer",
                "trigger": "sent",
                "roles": {"supplier": ["Iran"], "materiel": ["rockets"]},
                "factuality": "CT-",
                "time": "past",
                "by": "a2",
            }
        ],
        "corefs": {"He": "Karim Daoud"},
        **fields,
    }


def read(changed: dict[str, Any]) -> Any:
    return annotated(changed, document(TEXT), place="readings.jsonl:3")


def at(words: str, nth: int = 1) -> Span:
    return list(whole_words(TEXT, words))[nth - 1]


def test_a_person_s_annotation_becomes_a_reading() -> None:
    reading = read(record())
    assert [mention.span for mention in reading.mentions] == [at("Iran", n) for n in (1, 2, 3)]
    assert reading.attributions == (
        Attribution(at("said", 2), at("He"), (at("Iran denied it"),), None, 1.0),
        Attribution(at("denied"), at("Iran", 3), (at("it"),), 0, 1.0),
    )
    (frame,) = reading.frames
    assert isinstance(frame, Frame)
    assert (frame.trigger, frame.by, frame.source_id) == (at("sent"), 1, "c7")
    assert [(f.role, f.span) for f in frame.fillers] == [
        ("supplier", at("Iran")),
        ("materiel", at("rockets")),
    ]
    assert reading.coreferences == (Coreference(at("He"), at("Karim Daoud"), 1.0),)


def test_offsets_are_taken_as_they_are() -> None:
    claim = {"kind": "transfer", "trigger": [5, 9], "roles": {"supplier": [[0, 4]]}, "by": 0}
    cue = {"source": None, "cue": [49, 53], "content": [[0, 34]], "in": None}
    offsets = {
        "id": "x",
        "reader": "other 2.0",
        "entities": [{"type": "STATE", "span": [0, 4]}],
        "attributions": [cue],
        "claims": [{**claim, "factuality": "PR+", "time": "past", "score": 0.4}],
    }
    reading = read(offsets)
    assert (reading.reader, reading.frames[0].by, reading.frames[0].score) == ("other 2.0", 0, 0.4)
    assert reading.frames[0].source_id is None
    assert reading.attributions[0].cue == at("said")


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"text": "Another."}, "has another text than the document"),
    ({"claims": {}}, '"claims" is no list of objects'),
    ({"entities": [{"type": "THING", "names": ["Iran"]}]}, 'entity 1 has the type "THING"'),
    ({"attributions": [{"id": "a1", "cue": "said"}]}, "'said', stands 2 times in the text"),
    ({"attributions": [{"id": "a1", "cue": "said@3"}]}, "stands 2 times in the text, not 3"),
    ({"attributions": [{"id": "a1", "source": "Iran"}]}, 'a1 has no "cue"'),
    ({"attributions": [{"id": "a1", "cue": "denied", "in": "a1"}]}, "reported within itself"),
    ({"attributions": [{"cue": [60, 600]}]}, "[60, 600], is no stretch of the text"),
    ({"attributions": []}, "c7 is by 'a2', which is no attribution"),
    ({"corefs": {"They": "Iran"}}, "a coreference, 'They', is not in the text"),
]


@pytest.mark.parametrize(("change", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_what_does_not_fit_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as raised:
        read(record(**change))
    assert said in str(raised.value)
    assert str(raised.value).startswith("readings.jsonl:3: ")


CLAIM_ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "gift"}, 'c7 has the kind "gift"'),
    ({"factuality": "yes"}, 'c7 has the factuality "yes"'),
    ({"time": "then"}, 'c7 has the time "then"'),
    ({"roles": {"seizer": ["Iran"]}}, "c7 has no role 'seizer'"),
    ({"roles": {"supplier": ["Iraq"]}}, "the supplier of c7, 'Iraq', is not in the text"),
    ({"trigger": None}, 'c7 has no "trigger"'),
]


@pytest.mark.parametrize(("change", "said"), CLAIM_ERRORS, ids=[said for _, said in CLAIM_ERRORS])
def test_what_does_not_fit_in_a_claim_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match="readings") as raised:
        read(record(claims=[{**record()["claims"][0], **change}]))
    assert said in str(raised.value)


def scorer() -> ModuleType:
    """The scorer that is given with the corpus, which reads annotations in its own way."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")
def test_every_span_is_where_the_corpus_s_scorer_has_it() -> None:
    score = scorer()
    lines = (CORPUS / "own" / "train.jsonl").read_text("utf-8").splitlines()
    for line in lines[::STEP]:
        one = json.loads(line)
        gold = score.gold_record(one)
        reading = annotated(one, document(one["text"]), place=one["id"])
        assert [(m.span.start, m.span.end) for m in reading.mentions] == sorted(
            (start, end) for start, end, _ in gold["entities"]
        )
        for ours, theirs in zip(reading.attributions, gold["attributions"], strict=True):
            assert pair(ours.cue) == theirs["cue"]
            assert (pair(ours.source) if ours.source else None) == theirs["source"]
            assert [pair(piece) for piece in ours.content] == theirs["content"]
            assert ours.inside == theirs["in"]
        for frame, claim in zip(reading.frames, gold["claims"], strict=True):
            assert (pair(frame.trigger), frame.by) == (claim["trigger"], claim["by"])
            assert [(f.role, pair(f.span)) for f in frame.fillers] == [
                (role, span) for role, spans in claim["roles"].items() for span in spans
            ]


def pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
