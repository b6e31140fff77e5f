"""Who says so: the chain from the innermost speaker out to the document itself."""

from collections.abc import Sequence

from headstamp.model import Attribution, Document, Reading, Resolution, Speaker
from headstamp.model.values import Party, Unresolved

UNNAMED = "a source the text does not name"
ARTICLE_ITSELF = "the article itself"


def speakers(
    document: Document, reading: Reading, by: int | None, sources: Sequence[Resolution]
) -> tuple[Speaker, ...]:
    """The chain that starts at attribution `by` of `reading`; it always ends with the outlet.

    `sources` are what the reading's sources resolve to.

    One who goes on speaking under a second cue (`he said, adding that`) is one link, not two.
    """
    chain: list[Speaker] = []
    seen: set[int] = set()
    while by is not None and by not in seen:
        seen.add(by)
        attribution = reading.attributions[by]
        speaker = _speaker(document.text, attribution, sources[by])
        if not (chain and _name(chain[-1]) == _name(speaker)):
            chain.append(speaker)
        by = attribution.inside
    outlet = Speaker(kind="outlet", words=document.outlet or ARTICLE_ITSELF)
    return (*chain, outlet)


def _name(speaker: Speaker) -> tuple[str, str]:
    return speaker.kind, speaker.stands_for_words or speaker.words


def _speaker(text: str, attribution: Attribution, resolution: Resolution) -> Speaker:
    source = attribution.source
    if source is None:
        return Speaker(kind="hidden", words=UNNAMED, cue=attribution.cue, score=attribution.score)
    named = resolution.stands_for
    return Speaker(
        kind="source",
        words=source.of(text),
        span=source,
        cue=attribution.cue,
        stands_for=named,
        stands_for_words=named.of(text) if named else None,
        score=attribution.score,
        party=resolution.value if isinstance(resolution.value, Party | Unresolved) else None,
    )
