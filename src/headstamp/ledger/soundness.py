"""Whether an extract holds together: spans inside the text, words where they are said to stand."""

from collections.abc import Iterator

from headstamp.model import Claim, Document, Extract, Reading, Span


def unsound(extract: Extract) -> Iterator[str]:
    """What is wrong, a sentence's end each (`claim c3: …`); nothing for a sound extract."""
    end = len(extract.document.text)
    if any(block.span.end > end for block in extract.document.blocks):
        yield "document: a block ends after the text"
    if any(span.end > end for span in _spans_of_reading(extract.reading)):
        yield "reading: a span ends after the text"
    names = [claim.id for claim in extract.claims]
    if len(set(names)) < len(names):
        yield "two claims have one id"
    for claim in extract.claims:
        problem = _wrong(claim, extract.document)
        if problem:
            yield f"claim {claim.id}: {problem}"


def _wrong(claim: Claim, document: Document) -> str | None:
    text = document.text
    if not claim.id or "/" in claim.id or not claim.id.isprintable():
        return "its id is empty or has a slash in it"
    if any(span.end > len(text) for span in _spans_of_claim(claim)):
        return "a span ends after the text"
    if not claim.speakers or claim.speakers[-1].kind != "outlet":
        return "its last speaker is not the outlet"
    said = [(argument.span, argument.words) for argument in claim.arguments]
    said += [(speaker.span, speaker.words) for speaker in claim.speakers if speaker.span]
    for span, words in said:
        if span.of(text) != words:
            return f"“{words}” does not stand at {span.start}..{span.end}"
    return None


def _spans_of_claim(claim: Claim) -> Iterator[Span]:
    yield claim.trigger
    yield claim.sentence
    for argument in claim.arguments:
        yield from filter(None, (argument.span, argument.stands_for))
    for speaker in claim.speakers:
        yield from filter(None, (speaker.span, speaker.cue, speaker.stands_for))


def _spans_of_reading(reading: Reading) -> Iterator[Span]:
    yield from reading.sentences
    yield from (mention.span for mention in reading.mentions)
    for attribution in reading.attributions:
        yield from filter(None, (attribution.cue, attribution.source, *attribution.content))
    for frame in reading.frames:
        yield frame.trigger
        yield from (filler.span for filler in frame.fillers)
    for coreference in reading.coreferences:
        yield from (coreference.anaphor, coreference.antecedent)
