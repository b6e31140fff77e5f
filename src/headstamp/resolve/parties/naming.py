"""Names that are on no file: what the text itself says they are.

`Sardab Air Services, a Sharjah-based carrier` is a firm; nothing more is known of it, and nothing
more is said. Its id begins with `text:` and holds in its document only.
"""

# ruff: noqa: SIM905 (lists of words read best as words)

import re
from collections.abc import Sequence

from headstamp.model import Mention, Span
from headstamp.model.reading import EntityType
from headstamp.model.values import Party, PartyKind
from headstamp.resolve.parties.search import Search, bare
from headstamp.resolve.parties.words import ORGANS, WHOEVER
from headstamp.resolve.script import words as latin

_HEADS: tuple[tuple[PartyKind, str], ...] = (
    ("outlet", "newspaper daily weekly broadcaster channel website magazine station outlet"),
    (
        "firm",
        "firm company maker manufacturer exporter trader dealer contractor airline carrier "
        "supplier conglomerate broker shipyard forwarder wholesaler importer shipper operator "
        "producer subsidiary distributor consultancy yard business retailer",
    ),
    ("group", "group militia faction movement gang cartel insurgents rebels organisation band"),
    ("agency", "ministry directorate authority commission department bureau"),
    (
        "organisation",
        "institute think-tank charity observatory university centre center foundation ngo "
        "association society forum museum",
    ),
    ("force", "battalion brigade regiment division unit squadron"),
)
_KIND_OF = {head: kind for kind, heads in _HEADS for head in heads.split()}
_PROPER: tuple[tuple[PartyKind, re.Pattern[str]], ...] = (
    (
        "firm",
        re.compile(
            r"\b(?:Ltd|Limited|LLC|GmbH|Inc|Corp(?:oration)?|S\.?A|SARL|AG|AB|Oy|A\.?Ş|plc|PLC|Co|"
            r"Company|Trading|Industries|Airlines|Airways|Air|Aviation|Logistics|Shipping|Systems|"
            r"Holdings?|Technologies|Electronics|Aerospace|Optics|Marine|Enterprises?|Services|"
            r"Cargo|Freight|Exports?|Imports?|Metals?|Consultants|Ventures|Motors?)\.?$"
        ),
    ),
    (
        "outlet",
        re.compile(
            r"\b(?:News|Times|Herald|Gazette|Tribune|Post|Radio|Television|TV|Chronicle|Ledger)$"
            r"|^Radio |^La Voz\b"
        ),
    ),
    (
        "organisation",
        re.compile(
            r"\b(?:Institute|University|Observatory|Foundation|Monitor|Watch|Centre|Center|Forum)$"
        ),
    ),
)
_OF_TYPE: dict[EntityType, PartyKind] = {"GROUP": "group", "FORCE": "force"}
_AFTER = re.compile(r"\s*,\s+(?:an?|the|one of the)\s+(?P<said>[^,.;:()\n]{3,90})")
_BEFORE = re.compile(r"([a-z-]+),?\s+(?:called\s+|named\s+)?$")
_UNDER = re.compile(
    r"\b(?:subsidiary|arm|wing|branch|unit|part|affiliate|division|offshoot) of (?:the )?"
    r"(?P<above>[A-Z][^,.;]*)$|\b(?:owned|controlled|run) by (?:the )?(?P<owner>[A-Z][^,.;]*)$"
)
_HEAD = re.compile(
    r"[a-z-]+(?=\s+(?:that|which|who|of|in|based|known|called|run|with|from|linked|owned|registered|"
    r"controlled|close|near|at|for|by|led|allied)\b|$)"
)
_SMALL = frozenset("of the and for al de du la et & van von e i y".split())


def named_in_text(
    text: str, span: Span, mentions: Sequence[Mention], search: Search
) -> Party | None:
    """A party of the text alone, where the words are one proper name that the reader saw too."""
    name = bare(span.of(text))
    types = {m.type for m in mentions if span.contains(m.span) and bare(m.span.of(text)) == name}
    if not types & {"ORG", "GROUP", "FORCE"} or not _is_proper(name, search):
        return None
    kind, above = _described(text, name, search)
    if kind is None:
        kind = next((kind for kind, pattern in _PROPER if pattern.search(name)), None)
    if kind is None and len(types) == 1 and " " in name:
        kind = _OF_TYPE.get(next(iter(types)))
    if kind is None:
        return None
    parents = (above.canonical, *above.parents) if above else ()
    return Party(f"text:{'-'.join(latin(name))}", name, kind, parents, 0.6, "named-in-text")


def _is_proper(name: str, search: Search) -> bool:
    """Whether words are a proper name: capitals throughout, no general word, no nation first."""
    parts = name.split()
    low = [part.casefold() for part in parts]
    if len(name) < 4 or name.isupper() or name.casefold() in ORGANS or low[-1] in WHOEVER:
        return False
    if not all(part[:1].isupper() or part in _SMALL for part in parts):
        return False
    return low[-1] not in _PEOPLES and not isinstance(search.named(parts[0]), Party)


_PEOPLES = frozenset(
    "islamists jihadists kurds tuareg communists royalists loyalists families".split()
)


def _described(text: str, name: str, search: Search) -> tuple[PartyKind | None, Party | None]:
    """What an apposition beside any occurrence of the name says it is, and under whom."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before = _BEFORE.search(text, max(0, start - 40), start)
        after = _AFTER.match(text, end)
        said = after["said"] if after else ""
        under = _UNDER.search(said)
        above = search.find(under["above"] or under["owner"]) if under else None
        heads = [head[0] for head in _HEAD.finditer(said)] + ([before[1]] if before else [])
        kind = next((_KIND_OF[head] for head in heads if head in _KIND_OF), None)
        if kind:
            return kind, above if isinstance(above, Party) else None
        start = text.find(name, end)
    return None, None
