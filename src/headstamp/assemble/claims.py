"""From frames to claims: arguments pinned to their words, a chain of speakers, a sentence."""

from headstamp.assemble.quoting import quotable
from headstamp.assemble.speakers import speakers
from headstamp.model import (
    Argument,
    Block,
    Claim,
    Document,
    Filler,
    Frame,
    Reading,
    Resolution,
    Resolutions,
    Span,
)


def claims(document: Document, reading: Reading, resolutions: Resolutions) -> tuple[Claim, ...]:
    """One claim a frame, in the same order, numbered c1, c2, …"""
    cut: dict[Span, list[Span]] = {}
    made: list[Claim] = []
    for number, frame in enumerate(reading.frames, start=1):
        block = document.block_at(frame.trigger.start) or _whole(document)
        if block.span not in cut:
            cut[block.span] = [s for s in reading.sentences if block.span.contains(s)]
        arguments = _arguments(frame, resolutions.fillers[number - 1], document.text)
        made.append(
            Claim(
                id=f"c{number}",
                kind=frame.kind,
                trigger=frame.trigger,
                sentence=quotable(cut[block.span], frame.trigger, [a.span for a in arguments]),
                block=block.kind,
                arguments=arguments,
                factuality=frame.factuality,
                factuality_score=frame.factuality_score,
                time=frame.time,
                time_score=frame.time_score,
                speakers=speakers(document, reading, frame.by, resolutions.sources),
                score=frame.score,
            )
        )
    return tuple(made)


def _arguments(
    frame: Frame, resolutions: tuple[Resolution, ...], text: str
) -> tuple[Argument, ...]:
    """The fillers as arguments, in the order of the text."""
    both = zip(frame.fillers, resolutions, strict=True)
    ordered = sorted(both, key=lambda pair: (pair[0].span, pair[0].role))
    return tuple(_argument(filler, resolution, text) for filler, resolution in ordered)


def _argument(filler: Filler, resolution: Resolution, text: str) -> Argument:
    named = resolution.stands_for
    return Argument(
        role=filler.role,
        span=filler.span,
        words=filler.span.of(text),
        score=filler.score,
        stands_for=named,
        stands_for_words=named.of(text) if named else None,
        value=resolution.value,
        also=resolution.also,
    )


def _whole(document: Document) -> Block:
    """The text as one block, for a document whose blocks leave the trigger out."""
    return Block("body", Span(0, len(document.text)))
