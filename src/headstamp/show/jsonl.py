"""One line of JSON a document, for programs: spans as `[start, end]`, `by` and `in` as indexes.

    {"id", "source", "url", "title", "outlet", "author", "section", "media_type", "digest",
     "language", "published", "published_evidence", "reader", "text",
     "blocks":       [{"kind", "span"}],
     "entities":     [{"type", "span", "score"}],
     "attributions": [{"source" or null, "cue", "content": [span, …], "in": index or null,
                       "score"}],
     "claims":       [{"id", "kind", "trigger", "roles": {role: [span, …]}, "factuality", "time",
                       "by": index or null, "block", "sentence", "score", "factuality_score",
                       "time_score", "role_scores": {role: [score, …]},
                       "resolved": {role: [[value, …] or reason, …]}}],
     "corefs":       [{"anaphor", "antecedent", "score"}],
     "findings":     [{"code", "message", "span" or null}]}

Spans count Unicode code points of `text`. `role_scores` and `resolved` run beside `roles`: what
words resolve to, as in `show.json`, or why to nothing; null where nothing looks them up. `by` and
`in` point into the line's own `attributions`. A line can be read again: `id`, `text` and
`published` mean what they mean on the way in.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TextIO

from headstamp.model import Argument, Attribution, Claim, Document, Extract, Finding, Frame, Span
from headstamp.model.values import Unresolved
from headstamp.show.json import plain

Pair = list[int]


def write(extracts: Iterable[Extract], out: TextIO) -> None:
    """One line an extract, in the order they come, flushed so that a pipe can follow."""
    for extract in extracts:
        out.write(json.dumps(line(extract), ensure_ascii=False) + "\n")
        out.flush()


def line(extract: Extract) -> dict[str, Any]:
    """The fields of one line."""
    reading = extract.reading
    return {
        **_document(extract.document),
        "reader": reading.reader,
        "entities": [
            {"type": mention.type, "span": _pair(mention.span), "score": _rounded(mention.score)}
            for mention in reading.mentions
        ],
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "claims": [
            _claim(claim, frame)
            for claim, frame in zip(extract.claims, reading.frames, strict=True)
        ],
        "corefs": [
            {
                "anaphor": _pair(coreference.anaphor),
                "antecedent": _pair(coreference.antecedent),
                "score": _rounded(coreference.score),
            }
            for coreference in reading.coreferences
        ],
        "findings": [_finding(finding) for finding in extract.findings],
    }


def _document(document: Document) -> dict[str, Any]:
    published = document.published
    return {
        "id": document.id,
        "source": document.source,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "section": document.section,
        "media_type": document.media_type,
        "digest": document.digest,
        "language": document.language,
        "published": published.day.isoformat() if published.day else None,
        "published_evidence": {"kind": published.evidence, "words": published.words},
        "text": document.text,
        "blocks": [{"kind": block.kind, "span": _pair(block.span)} for block in document.blocks],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _pair_or_none(attribution.source),
        "cue": _pair(attribution.cue),
        "content": [_pair(piece) for piece in attribution.content],
        "in": attribution.inside,
        "score": _rounded(attribution.score),
    }


def _claim(claim: Claim, frame: Frame) -> dict[str, Any]:
    roles: dict[str, list[Pair]] = defaultdict(list)
    role_scores: dict[str, list[float]] = defaultdict(list)
    resolved: dict[str, list[Any]] = defaultdict(list)
    for argument in claim.arguments:
        roles[argument.role].append(_pair(argument.span))
        role_scores[argument.role].append(_rounded(argument.score))
        resolved[argument.role].append(_resolved(argument))
    return {
        "id": claim.id,
        "kind": claim.kind,
        "trigger": _pair(claim.trigger),
        "roles": roles,
        "factuality": claim.factuality,
        "time": claim.time,
        "by": frame.by,
        "block": claim.block,
        "sentence": _pair(claim.sentence),
        "score": _rounded(claim.score),
        "factuality_score": _rounded(claim.factuality_score),
        "time_score": _rounded(claim.time_score),
        "role_scores": role_scores,
        "resolved": resolved,
    }


def _resolved(argument: Argument) -> list[Any] | str | None:
    if isinstance(argument.value, Unresolved):
        return argument.value.reason
    return [plain(value, "") for value in argument.values] or None


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.message,
        "span": _pair_or_none(finding.span),
    }


def _pair(span: Span) -> Pair:
    return [span.start, span.end]


def _pair_or_none(span: Span | None) -> Pair | None:
    return None if span is None else _pair(span)


def _rounded(score: float) -> float:
    """A score to three places: the calibration does not carry more."""
    return round(score, 3)
