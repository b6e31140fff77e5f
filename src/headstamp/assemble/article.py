"""Only the article's own words: what a reading says of comments and furniture is left out."""

from collections.abc import Callable
from dataclasses import replace

from headstamp.model import Attribution, Document, Frame, Reading, Span
from headstamp.model.document import NOT_THE_ARTICLE


def of_the_article(document: Document, reading: Reading) -> Reading:
    """`reading` without anything that stands in a reader's comment or in page furniture.

    Frames come in the order of their triggers, so that claims can be numbered from the text
    alone. Attributions keep their order, and the indexes that point at them are renewed.
    """
    foreign = [block.span for block in document.blocks if block.kind in NOT_THE_ARTICLE]

    def own(*spans: Span) -> bool:
        return not any(span.overlaps(stretch) for span in spans for stretch in foreign)

    kept = [i for i, attribution in enumerate(reading.attributions) if own(attribution.cue)]
    renewed = {old: new for new, old in enumerate(kept)}
    frames = (
        replace(
            frame,
            by=None if frame.by is None else renewed.get(frame.by),
            fillers=tuple(filler for filler in frame.fillers if own(filler.span)),
        )
        for frame in reading.frames
        if own(frame.trigger)
    )
    return replace(
        reading,
        mentions=tuple(mention for mention in reading.mentions if own(mention.span)),
        attributions=tuple(_renewed(reading.attributions[i], renewed, own) for i in kept),
        frames=tuple(sorted(frames, key=_place)),
        coreferences=tuple(
            link for link in reading.coreferences if own(link.anaphor, link.antecedent)
        ),
    )


def _renewed(
    attribution: Attribution, renewed: dict[int, int], own: Callable[..., bool]
) -> Attribution:
    inside = attribution.inside
    return replace(
        attribution,
        source=attribution.source if attribution.source and own(attribution.source) else None,
        content=tuple(piece for piece in attribution.content if own(piece)),
        inside=None if inside is None else renewed.get(inside),
    )


def _place(frame: Frame) -> tuple[int, int, str]:
    return frame.trigger.start, frame.trigger.end, frame.kind
