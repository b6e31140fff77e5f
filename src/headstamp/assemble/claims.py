"""From frames to claims: arguments pinned to their words, a chain of speakers, a sentence."""

from headstamp.assemble.naming import Names, names, stands_for
from headstamp.assemble.sentences import quotable
from headstamp.assemble.speakers import speakers
from headstamp.model import Argument, Block, Claim, Document, Filler, Frame, Reading, Span


def claims(document: Document, reading: Reading) -> tuple[Claim, ...]:
    """One claim a frame, in the same order, numbered c1, c2, …"""
    known = names(document.text, reading.coreferences)
    return tuple(
        _claim(f"c{number}", frame, document, reading, known)
        for number, frame in enumerate(reading.frames, start=1)
    )


def _claim(id: str, frame: Frame, document: Document, reading: Reading, known: Names) -> Claim:
    block = document.block_at(frame.trigger.start) or _whole(document)
    arguments = tuple(
        _argument(filler, document.text, known)
        for filler in sorted(frame.fillers, key=lambda filler: (filler.span, filler.role))
    )
    return Claim(
        id=id,
        kind=frame.kind,
        trigger=frame.trigger,
        sentence=quotable(
            document.text,
            frame.trigger,
            tuple(argument.span for argument in arguments),
            block.span,
        ),
        block=block.kind,
        arguments=arguments,
        factuality=frame.factuality,
        factuality_score=frame.factuality_score,
        time=frame.time,
        time_score=frame.time_score,
        speakers=speakers(document, reading, frame.by, known),
        score=frame.score,
    )


def _argument(filler: Filler, text: str, known: Names) -> Argument:
    named = stands_for(text, filler.span, known)
    return Argument(
        role=filler.role,
        span=filler.span,
        words=filler.span.of(text),
        score=filler.score,
        stands_for=named,
        stands_for_words=named.of(text) if named else None,
    )


def _whole(document: Document) -> Block:
    """The text as one block, for a document whose blocks leave the trigger out."""
    return Block("body", Span(0, len(document.text)))
