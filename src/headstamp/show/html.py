"""A page of its own for a browser: the article with its words marked, its claims beside it.

The page asks nothing of the network: style and script stand in it, and its content security
policy allows only these two, by their hashes. Every word of a document is escaped, fenced off
from the direction of the words around it, and stripped of characters that steer. Plain strings
serve: one page with one loop needs no template engine.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.metadata import version
from importlib.resources import files
from typing import TextIO

from headstamp.model import Block, Claim, Document, Extract
from headstamp.show.harmless import harmless
from headstamp.show.marks import Mark, Segment, by_stretch, marks, segments
from headstamp.show.phrases import Piece, flow, particulars, said_by, sureness
from headstamp.show.summary import counts, doubts, facts, label_of, link_of

_ELEMENTS = {"headline": "h1", "subhead": "h2"}


def write(extracts: Iterable[Extract], out: TextIO) -> None:
    """One page; each document is written as it comes."""
    out.write(_opening())
    for number, extract in enumerate(extracts, start=1):
        out.writelines(f"{line}\n" for line in _article(extract, f"d{number}"))
        out.flush()
    out.write(
        f"<footer>Read by Headstamp {escape(version('headstamp'))}.</footer>\n</body>\n</html>\n"
    )


def _opening() -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reported arms flows</title>
<style>{style}</style>
<script type="module">{script}</script>
</head>
<body>
"""


def _article(extract: Extract, id: str) -> Iterator[str]:
    document = extract.document
    blocks = [block.span for block in document.blocks]
    claims = by_stretch(blocks, extract.claims, lambda claim: claim.trigger)
    marked = [mark for claim in extract.claims for mark in marks(claim)]
    marks_of = by_stretch(blocks, marked, lambda mark: mark.span)
    yield f'<article id="{id}">'
    yield from _header(extract)
    for block in document.blocks:
        yield f'<section class="row {block.kind}">'
        yield _words(block, document, marks_of[block.span], id)
        if claims[block.span]:
            yield '<ol class="claims">'
            yield from (_claim(claim, document, id) for claim in claims[block.span])
            yield "</ol>"
        yield "</section>"
    yield from _doubts(extract)
    yield "</article>"


def _header(extract: Extract) -> Iterator[str]:
    """What is known of the document; its title too, unless its headline is about to say it."""
    document = extract.document
    title = _isolated(document.title or document.source)
    known = [_isolated(fact) for fact in facts(document)]
    yield "<header>"
    if not any(block.kind == "headline" for block in document.blocks):
        yield f"<h1>{title}</h1>"
    yield f"<p>{' · '.join([*known, _address(document)])}</p>"
    yield f"<p>{_isolated(counts(extract))}</p>"
    yield "</header>"


def _address(document: Document) -> str:
    shown, link = _isolated(document.url or document.source), link_of(document)
    if link:
        return f'<a href="{escape(link)}" rel="noopener noreferrer">{shown}</a>'
    return shown


def _words(block: Block, document: Document, marked: list[Mark], id: str) -> str:
    told = label_of(block.kind)
    label = f'<span class="kind">{told}</span>' if told else ""
    words = "".join(
        _segment(segment, document.text, id) for segment in segments(block.span, marked)
    )
    language = escape(document.language)
    element = _ELEMENTS.get(block.kind, "div")
    return f'<{element} class="words" lang="{language}" dir="auto">{label}{words}</{element}>'


def _segment(segment: Segment, text: str, id: str) -> str:
    """Some words and all the parts they play; the first of a trigger is where its claim links."""
    words = "\n".join(escape(harmless(line)) for line in segment.span.of(text).split("\n"))
    if not segment.marks:
        return words
    anchors = [
        f'<a id="{id}{mark.claim_id}-word"></a>'
        for mark in segment.marks
        if mark.role == "trigger" and mark.span.start == segment.span.start
    ]
    claims = dict.fromkeys(f"{id}{mark.claim_id}" for mark in segment.marks)
    roles = dict.fromkeys(f"{mark.claim_id} {mark.role}" for mark in segment.marks)
    return (
        f'{"".join(anchors)}<span class="part {segment.marks[-1].part}" '
        f'data-claims="{" ".join(claims)}" title="{", ".join(roles)}">{words}</span>'
    )


def _claim(claim: Claim, document: Document, id: str) -> str:
    sure = sureness(claim)
    lines = [
        f'<a href="#{id}{claim.id}-word">{claim.id}</a> <b>{claim.kind}</b> · '
        f'<span class="sure {sure.replace(" ", "-")}">{sure}</span> · {claim.time}',
        _dressed(flow(claim, document.text)),
        " · ".join(map(_dressed, particulars(claim))),
        _dressed([Piece("says: ", "label"), *said_by(claim, document)]),
    ]
    body = "".join(f"<p>{line}</p>" for line in lines if line)
    return (
        f'<li class="claim" id="{id}{claim.id}" data-claims="{id}{claim.id}" tabindex="0">'
        f"{body}</li>"
    )


def _dressed(pieces: Iterable[Piece]) -> str:
    return "".join(
        f'<bdi class="part {piece.part}"{_title(piece.why)}>{escape(harmless(piece.words))}</bdi>'
        if piece.quoted
        else f'<span class="label">{escape(piece.words)}</span>'
        if piece.part
        else escape(piece.words)
        for piece in pieces
    )


def _title(why: str) -> str:
    return f' title="{escape(harmless(why))}"' if why else ""


def _doubts(extract: Extract) -> Iterator[str]:
    sentences = doubts(extract)
    if sentences:
        items = "".join(f"<li>{_isolated(sentence)}</li>" for sentence in sentences)
        yield f'<section class="doubts"><h2>Doubtful</h2><ul>{items}</ul></section>'


def _isolated(words: str) -> str:
    return f"<bdi>{escape(harmless(words))}</bdi>"


def _asset(name: str) -> str:
    return files("headstamp.show").joinpath("page", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """A source expression that allows exactly `content` (Content Security Policy, level 3)."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
