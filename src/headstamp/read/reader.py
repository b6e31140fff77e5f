"""Document → Reading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from headstamp.errors import Permanent
from headstamp.model.document import NOT_THE_ARTICLE, Document, Span
from headstamp.model.reading import (
    ENTITY_TYPES,
    FACTUALITIES,
    TIMES,
    Attribution,
    Coreference,
    Filler,
    Frame,
    Mention,
    Reading,
)
from headstamp.read.decoding import Decoding
from headstamp.read.fill import Filled, fill
from headstamp.read.labels import FILLS, KINDS, PREDICATES
from headstamp.read.model import SHIPPED, Model, OnnxModel
from headstamp.read.pieces import Pieces, tokenizer
from headstamp.read.sentences import sentences
from headstamp.read.spot import Spotted, spot
from headstamp.read.words import Word, windows_of, words_of


class Reader:
    """Reads English documents. Holds a loaded model, so make one and use it for many."""

    languages = ("en",)

    def __init__(self, model: Model, pieces: Pieces, decoding: Decoding) -> None:
        self.name = decoding.reader
        self._model = model
        self._pieces = pieces
        self._decoding = decoding

    @classmethod
    def load(cls, folder: Traversable = SHIPPED, *, threads: int = 0) -> "Reader":
        """The reader in a model's folder, by default the shipped one.

        `threads` is the number of cores to use, 0 for all. Raises `Permanent` where there is none.
        """
        if not folder.joinpath("decoding.json").is_file():
            raise Permanent(f"{folder} holds no model; install headstamp anew or run `make train`.")
        decoding = Decoding.from_json(folder.joinpath("decoding.json").read_text("utf-8"))
        return cls(OnnxModel(folder, threads=threads), tokenizer(folder), decoding)

    def read(self, document: Document) -> Reading:
        """Everything the document's own blocks say; comments and furniture are passed over."""
        text = document.text
        blocks = [b.span for b in document.blocks if b.kind not in NOT_THE_ARTICLE]
        cut = [sentence for block in blocks for sentence in sentences(text, block)]
        words = words_of(text, cut)
        if not words:
            return Reading(self.name, tuple(cut))
        pieces = self._pieces([word.span.of(text) for word in words])
        windows = list(windows_of([len(p) for p in pieces], [w.sentence for w in words]))
        spottings = list(spot(self._model, words, pieces, windows, self._decoding))
        filled = list(fill(self._model, words, spottings, self._decoding))
        entities = [entity for spotting in spottings for entity in spotting.entities]
        found = _Composer(words, self._decoding).reading(self.name, entities, filled)
        return replace(found, sentences=tuple(cut))


@dataclass(frozen=True, slots=True)
class _Composer:
    """Turns stretches of words into the nouns of a reading."""

    words: Sequence[Word]
    decoding: Decoding

    def reading(self, name: str, entities: Sequence[Spotted], filled: Sequence[Filled]) -> Reading:
        def order(item: Filled) -> tuple[int, int]:
            return item.predicate.first, item.predicate.label

        cue, anaphor = PREDICATES.index("cue"), PREDICATES.index("anaphor")
        cues = sorted((f for f in filled if f.predicate.label == cue), key=order)
        claims = sorted((f for f in filled if f.predicate.label < len(KINDS)), key=order)
        anaphors = sorted((f for f in filled if f.predicate.label == anaphor), key=order)
        at = {f.predicate.first: index for index, f in enumerate(cues)}
        outer = _without_circles([_under(f, at, own=i) for i, f in enumerate(cues)])
        return Reading(
            reader=name,
            mentions=tuple(
                Mention(ENTITY_TYPES[e.label], self.span(e), self.sure("entity", e.score))
                for e in sorted(entities, key=lambda e: e.first)
            ),
            attributions=tuple(
                self.attribution(f, inside) for f, inside in zip(cues, outer, strict=True)
            ),
            frames=tuple(self.frame(f, at) for f in claims),
            coreferences=tuple(c for f in anaphors for c in self.coreference(f)),
        )

    def span(self, item: Spotted) -> Span:
        return Span(self.words[item.first].span.start, self.words[item.last].span.end)

    def sure(self, kind: str, score: float) -> float:
        return self.decoding.calibrated(kind, score)

    def attribution(self, item: Filled, inside: int | None) -> Attribution:
        sources = _named(item, "source")
        source = max(sources, key=lambda s: s.score, default=None)
        return Attribution(
            cue=self.span(item.predicate),
            source=self.span(source) if source else None,
            content=tuple(self.span(piece) for piece in _named(item, "content")),
            inside=inside,
            score=self.sure("attribution", item.predicate.score),
        )

    def frame(self, item: Filled, cues: dict[int, int]) -> Frame:
        factuality, time = int(item.factuality.argmax()), int(item.time.argmax())
        return Frame(
            kind=KINDS[item.predicate.label],
            trigger=self.span(item.predicate),
            fillers=tuple(
                Filler(FILLS[f.label], self.span(f), self.sure("argument", f.score))
                for f in item.fills
            ),
            factuality=FACTUALITIES[factuality],
            factuality_score=self.sure("factuality", float(item.factuality[factuality])),
            time=TIMES[time],
            time_score=self.sure("time", float(item.time[time])),
            by=_under(item, cues),
            score=self.sure("claim", item.predicate.score),
        )

    def coreference(self, item: Filled) -> list[Coreference]:
        found = max(_named(item, "antecedent"), key=lambda s: s.score, default=None)
        if found is None:
            return []
        score = self.sure("coreference", min(item.predicate.score, found.score))
        return [Coreference(self.span(item.predicate), self.span(found), score)]


def _named(item: Filled, name: str) -> list[Spotted]:
    return [f for f in item.fills if FILLS[f.label] == name]


def _under(item: Filled, cues: dict[int, int], *, own: int | None = None) -> int | None:
    """The attribution that a predicate stands in: the best-scored cue in reach, or none."""
    candidates = [
        (logit, cues[word])
        for word, logit in item.links.items()
        if word in cues and cues[word] != own
    ]
    best = max(candidates, default=(item.no_link, None))
    return best[1] if best[0] > item.no_link else None


def _without_circles(outer: list[int | None]) -> list[int | None]:
    """Cut any link that would close a circle of reports within reports."""
    kept: list[int | None] = [None] * len(outer)
    for index, target in enumerate(outer):
        step = target
        while step is not None and step != index:
            step = kept[step]
        kept[index] = target if step is None else None
    return kept
