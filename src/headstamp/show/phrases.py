"""A claim in the words that people read: who to whom, how sure, who says so.

What the screen and the page both say is said here once, as pieces that each then dresses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from headstamp.model import Argument, Claim, Document, Speaker
from headstamp.model.reading import Kind
from headstamp.model.values import Materiel, Party, Unresolved, Value
from headstamp.show.values import because, shown

SURENESS = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "denied",
    "PR-": "probably not",
    "PS-": "possibly not",
    "UU": "left open",
}
# The role that acts in a claim of each kind, and the one it is done to.
ACTING: dict[Kind, str] = {
    "transfer": "supplier",
    "production": "producer",
    "training": "trainer",
    "funding": "funder",
    "possession": "holder",
    "interdiction": "seizer",
    "use": "user",
    "control": "actor",
}
RECEIVING: dict[Kind, str] = {
    "transfer": "recipient",
    "training": "trainee",
    "funding": "recipient",
    "interdiction": "holder",
    "use": "target",
    "control": "addressee",
}
# What a part of a claim is, for its colour: one word for the roles that answer one question.
# The order is the order of telling.
PARTS: dict[str, str] = {
    "supplier": "giver",
    "producer": "giver",
    "trainer": "giver",
    "funder": "giver",
    "seizer": "giver",
    "user": "giver",
    "actor": "giver",
    "materiel": "thing",
    "subject": "thing",
    "measure": "thing",
    "quantity": "amount",
    "specification": "thing",
    "value": "amount",
    "intermediary": "giver",
    "backer": "giver",
    "holder": "taker",
    "recipient": "taker",
    "trainee": "taker",
    "target": "taker",
    "addressee": "taker",
    "origin": "setting",
    "route": "setting",
    "means": "setting",
    "destination": "setting",
    "place": "setting",
    "date": "setting",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and the part they play: one of `PARTS`' values, "trigger" or "source" for words
    of the document or what they resolve to (`why` then says by which rule); "label" or "" for
    words of ours.
    """

    words: str
    part: str = ""
    why: str = field(default="", compare=False)

    @property
    def quoted(self) -> bool:
        """Whether the words are the document's, not ours."""
        return self.part not in ("", "label")


def flow(claim: Claim, text: str) -> list[Piece]:
    """The trigger, and from whom to whom: `delivered: Iran → “affiliated militias in Iraq”`.

    A question mark stands for the side that is not said. The arrow runs the way the arms, the
    money or the demand do, whatever the trigger's own direction (`bought`).
    """
    giver, taker = ACTING[claim.kind], RECEIVING.get(claim.kind)
    who = _listed(claim.filling(giver))
    whom = _listed(claim.filling(taker)) if taker else []
    pieces = [Piece(claim.trigger.of(text), "trigger")]
    if not who and not whom:
        return pieces
    pieces += [Piece(": "), *(who or [Piece("?")])]
    if taker:
        arrow = " ← " if claim.kind == "interdiction" else " → "
        pieces += [Piece(arrow), *(whom or [Piece("?")])]
    return pieces


def particulars(claim: Claim) -> list[list[Piece]]:
    """What `flow` leaves out, role by role: what, how many, through whom, where, when."""
    told = (ACTING[claim.kind], RECEIVING.get(claim.kind))
    return [
        [Piece(f"{role}: ", "label"), *_listed(claim.filling(role))]
        for role in PARTS
        if role not in told and claim.filling(role)
    ]


def said_by(claim: Claim, document: Document) -> list[Piece]:
    """The chain of speakers: `media reports, according to Anwar Saleh (“he”), to Diyaruna`.

    A person goes by the fullest name that the text gives. An article whose outlet is not known is
    named only where nobody else speaks.
    """
    *speakers, outlet = claim.speakers
    pieces: list[Piece] = []
    for speaker in speakers:
        pieces += [Piece(", according to ")] if pieces else []
        pieces += _speaker(speaker, document.text)
    if not speakers:
        return [Piece(outlet.words, "source")]
    if document.outlet:
        pieces += [Piece(", to "), Piece(outlet.words, "source")]
    return pieces


def sureness(claim: Claim) -> str:
    """How sure the innermost speaker is: `certain`, `denied`, `left open`, …"""
    return SURENESS[claim.factuality]


def _speaker(speaker: Speaker, text: str) -> list[Piece]:
    if speaker.span is None:
        hint = _meant(speaker.cue.of(text), "source") if speaker.cue else []
        return [Piece(speaker.words), *hint]
    named, role = speaker.stands_for_words or speaker.words, ""
    if isinstance(speaker.party, Party) and speaker.party.kind == "person":
        role = speaker.party.role or ""
        if speaker.party.canonical not in named:
            named = speaker.party.canonical
    pieces = [Piece(named, "source", role)]
    return pieces + (_meant(speaker.words, "source") if named != speaker.words else [])


def _listed(arguments: Iterable[Argument]) -> list[Piece]:
    """What arguments resolve to, with commas between; the same thing once."""
    return _joined(dict.fromkeys(tuple(_meaning(argument)) for argument in arguments))


def _meaning(argument: Argument) -> list[Piece]:
    """What the words resolve to; in quotation marks, the words themselves where that is not known.

    What a pronoun or description stands for comes before it. Words that nothing looks up (a
    specification, a measure) stand as they are.
    """
    part, words = PARTS[argument.role], argument.stands_for_words or argument.words
    if argument.values:
        pieces = _joined([piece] for piece in _told(argument.values, words, part))
    elif isinstance(argument.value, Unresolved):
        pieces = [Piece("“"), Piece(words, part, argument.value.reason), Piece("”")]
    else:
        pieces = [Piece(words, part)]
    return pieces + (_meant(argument.words, part) if argument.stands_for_words else [])


def _told(values: Sequence[Value], words: str, part: str) -> list[Piece]:
    """Values as people read them; words that name only categories of arms often say more, and
    are kept.
    """
    if not all(isinstance(value, Materiel) and not value.designation for value in values):
        return [Piece(shown(value), part, because(value)) for value in values]
    more = [shown(v) for v in values if shown(v) not in words.casefold()]
    told = f"{words} ({', '.join(more)})" if more else words
    return [Piece(told, part, "; ".join(map(because, values)))]


def _joined(things: Iterable[Iterable[Piece]]) -> list[Piece]:
    pieces: list[Piece] = []
    for thing in things:
        pieces += [Piece(", "), *thing] if pieces else thing
    return pieces


def _meant(words: str, part: str) -> list[Piece]:
    """The text's own words, in quotation marks and brackets, after what they stand for."""
    return [Piece(" (“"), Piece(words, part), Piece("”)")]
