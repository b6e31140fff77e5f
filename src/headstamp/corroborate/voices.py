"""Who is speaking, as far as it matters for where an account comes from.

A medium repeats what somebody told it; an authority speaks for itself; a person or a paper that a
text names nowhere else is the reporting of the outlet that found it.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from headstamp.corroborate.vocabulary import content_words
from headstamp.model import Claim, Document, Speaker
from headstamp.model.transfer import OriginKind
from headstamp.model.values import Party

WORDS_OF_A_BODY = 2
"""A body told by fewer words (`the army`) may be anybody's."""

VoiceKind = Literal["medium", "authority", "panel", "post", "person", "hidden"]

_MEDIUM = re.compile(
    r"\b(?:(?:news|press|wire)\s+(?:agency|agencies|service)|agency|newspapers?|daily|weekly|portal"
    r"|media|press|reports?|accounts|website|news\s+(?:site|outlets?)|broadcaster|television|tv|radio"
    r"|magazine|outlets?|correspondents?|journalists?|channel)\b",
    re.I,
)
_NO_MEDIUM = re.compile(
    r"\b(?:(?:press|media)\s+(?:officer?|office|secretary|service|adviser|attach[eé]|department|centre)"
    r"|(?:intelligence|security|defen[cs]e|space|border|customs|export|procurement|development"
    r"|atomic|energy|aid|relief|government|state)\s+agency"
    r"|(?:panel|annual|united\s+nations|un|experts?|monitoring|inspection)\s+reports?|reports?\s+(?:of|by|from)\s+the)\b",
    re.I,
)
_PANEL = re.compile(
    r"\b(?:panel|monitoring\s+(?:group|team)|group\s+of\s+experts|un\s+experts|un\s+report"
    r"|united\s+nations|un\s+investigators|commission\s+of\s+inquiry|sanctions\s+committee"
    r"|special\s+rapporteur|rapporteur|fact-finding\s+mission)\b",
    re.I,
)
_AUTHORITY = re.compile(
    r"\b(?:ministry|minister|government|army|navy|air\s+force|armed\s+forces|military|police|staff"
    r"|command|coast\s*guard|customs|court|prosecutors?|prosecution|president|parliament|embassy"
    r"|ambassador|spokes(?:man|woman|person|people)|office|department|authorit(?:y|ies)|secretary"
    r"|commander|governor|council|officials?|commission|directorate|administration|pentagon"
    r"|kremlin|white\s+house|state|treasury|service|corps|forces|security"
    r"|(?:coast|national|border|presidential|republican|revolutionary|civil)\s*guards?)\b",
    re.I,
)
_UNNAMED = re.compile(
    r"(?:[\w'’-]+\s+){0,5}(?:officials?|officers?|sources?|diplomats?|people|soldiers?|fighters?)\b",
    re.I,
)
_POST = re.compile(
    r"\b(?:[Tt]weets?|posts?|[Vv]ideos?|[Ff]ootage|[Cc]lips?|[Bb]loggers?|Telegram|Facebook|TikTok"
    r"|Twitter|YouTube|Instagram|X\s+account)\b"
)
"""Posts, by words that as names of newspapers have a capital: `a post`, but `the Lamp Post`."""
_POSTING_OUTLET = re.compile(
    r"^@|\b(?:telegram|facebook|tiktok|twitter|youtube|instagram|x\s+account|blog|blogger)\b", re.I
)
_PAPER_NAME = re.compile(
    r"\b[A-Z][\w'’-]+\s+(?:(?:[A-Z][\w'’-]+|and|of|&)\s+)*(?:Post|Times|Herald|Gazette|Tribune|Courier"
    r"|Chronicle|Guardian|Observer|Mirror|Journal|Star|Mail|Telegraph|Ledger|Dispatch|Messenger"
    r"|Standard|Examiner|Echo|News|Today|Review|Matin|Soir|Independent|Daily|Weekly|Wire|Press)\b"
)
"""Names that newspapers and agencies have: `The Washington Post`."""
_PRESENTER = re.compile(r"(?:the\s+)?(?:presenter|announcer|anchor|newsreader|host|narrator)", re.I)
"""Who reads an outlet's own words."""
_NAMED = re.compile(
    r"[A-Z][\w'’]+(?:\s+(?:of|the|de|and|&|[A-Z][\w'’]+))*\s+[A-Z][\w'’]+|^[A-Z][\w'’]+$"
)
_CALLED = re.compile(
    r"\b(?:agency|newspaper|daily|weekly|magazine|portal|website|broadcaster|station|channel)\s+"
    r"(?P<name>[A-Z][\w'’]+)$"
)
"""A medium of one name, told with its sort: `weekly Ikaze`."""
_TOLD = re.compile(r"\breport(?:s|ed|edly|ing)?\b|\baccounts?\b", re.I)
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|took\s+back|take\s+back|recant\w*)\b", re.I
)
_OFFICIAL_OUTLET = re.compile(
    r"\b(?:ministry|government|army|navy|air\s+force|armed\s+forces|police|staff|command|coast\s*guard"
    r"|customs|court|prosecutor|president|parliament|embassy|office|department|directorate|treasury"
    r"|security\s+service|council|commission|authority)\b",
    re.I,
)
_AGENCY_OUTLET = re.compile(
    r"\b(?:agency|wire|news\s+service|newswire|press\s+service|press)\b|^(?:reuters|afp|ap|efe|ansa|tass|dpa)$",
    re.I,
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’\-]{2,40}?,?[^\n]{0,20}?\((?P<who>[^()\n]{2,40})\)\s*[-–—]", re.M
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker behind a claim. `ids` are its party's keys, where it is known; `at` is where in
    the text it is named.
    """

    kind: VoiceKind
    words: str
    ids: frozenset[str] = frozenset()
    takes_back: bool = False
    at: int = field(default=0, compare=False)


def voices(document: Document, claim: Claim) -> tuple[Voice, ...]:
    """The speakers behind a claim, from the outermost in, without the document itself."""
    return tuple(
        _voice(document.text, speaker) for speaker in reversed(claim.speakers)
        if speaker.kind != "outlet" and not _PRESENTER.fullmatch(speaker.words)
    )  # fmt: skip


def _voice(text: str, speaker: Speaker) -> Voice:
    cue = speaker.cue.of(text) if speaker.cue else ""
    takes_back = bool(_TAKEN_BACK.search(cue))
    if speaker.kind == "hidden":
        return Voice("medium" if _TOLD.search(cue) else "hidden", cue, takes_back=takes_back)
    words = speaker.stands_for_words or speaker.words
    party = speaker.party if isinstance(speaker.party, Party) else None
    ids = frozenset((party.id,)) if party else frozenset()
    at = speaker.span.start if speaker.span else 0
    return Voice(_kind(speaker.words, words, party), words, ids, takes_back, at)


def _kind(as_said: str, words: str, party: Party | None) -> VoiceKind:
    if party and party.kind == "outlet":
        return "medium"
    stands_for_other = as_said != words and (_AUTHORITY.search(words) or _UNNAMED.match(words))
    if is_medium(words) or (is_medium(as_said) and not stands_for_other):
        return "medium"
    if _PANEL.search(words):
        return "panel"
    if _UNNAMED.match(words):
        return "person"
    if _AUTHORITY.search(words) or (party and party.kind != "person"):
        return "authority"
    return "post" if _POST.search(words) else "person"


def is_medium(words: str) -> bool:
    """Whether words are for a newspaper, an agency, `press reports` or the like."""
    if _NO_MEDIUM.search(words):
        return False
    is_named = _PAPER_NAME.search(words) and not _AUTHORITY.search(words)
    return bool(_MEDIUM.search(words) or is_named)


def is_same_body(one: Voice, other: Voice) -> bool:
    """Whether two speakers are one authority: `defence ministry`, `defence ministry in Kampala`."""
    if one.ids and other.ids:
        return bool(one.ids & other.ids)
    if not {one.kind, other.kind} <= {"authority", "panel"}:
        return False
    few, many = sorted((set(content_words(v.words)) for v in (one, other)), key=len)
    return len(few) >= WORDS_OF_A_BODY and few <= many


def is_named(words: str) -> bool:
    """Whether a medium is named: `newspaper Bamako Soir`, not `Colombian media` or `Report`."""
    return name_in(words) is not None


def name_in(words: str) -> str | None:
    """The name among the words for a medium; None where they only describe it."""
    if called := _CALLED.search(words):
        return called["name"]
    found = _NAMED.search(words)
    if found is None:
        return None
    is_more = any(word[0].isupper() for word in _MEDIUM.sub(" ", found.group()).split())
    return found.group() if is_more else None


def outlet_kind(document: Document) -> OriginKind:
    """What sort of origin a document's outlet is when it speaks for itself."""
    name = document.outlet or ""
    if _PANEL.search(name):
        return "panel"
    if _OFFICIAL_OUTLET.search(name):
        return "official"
    if _POSTING_OUTLET.search(name):
        return "social-media"
    if _AGENCY_OUTLET.search(name) or dateline(document.text):
        return "agency"
    return "own-reporting"


def dateline(text: str) -> str | None:
    """The agency named in a dateline: `ANS` in `BELGRADE, June 5 (ANS) -`."""
    found = _DATELINE.search(text[:600])
    return found["who"] if found else None
