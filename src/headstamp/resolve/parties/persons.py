"""The persons of one document: their names merged inside it, their role and affiliation.

Nothing is merged across documents: two texts' `Karim Dastan` stay two until a person judges.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headstamp.model import Coreference, Mention, Span
from headstamp.model.values import Party
from headstamp.resolve.names.compare import alike
from headstamp.resolve.names.cutting import person as cut
from headstamp.resolve.names.kinds import FILLERS
from headstamp.resolve.parties.search import Search, bare
from headstamp.resolve.script import words as latin


@dataclass(frozen=True, slots=True)
class Person:
    """One person as one text gives them.

    `name` is the fullest form without titles, `spans` are all places that name or stand for the
    person, in order. `role` is in the text's words (`a retired colonel`), `affiliation_words` what
    it belongs to, `affiliation` the party that these name, None where no one is known by them.
    `id` holds in this document only.
    """

    id: str
    name: str
    spans: tuple[Span, ...]
    role: str | None = None
    affiliation_words: str | None = None
    affiliation: Party | None = None


_APPOSED = re.compile(
    r"\s*,\s+(?:an?\s+|the\s+|who (?:is|was) (?:an?\s+|the\s+)?)?"
    r"(?P<role>[^\W\d_][^,.;:()\n\"“”]{2,110})"
)
_WORKS = re.compile(
    r"\s+(?:of|at|from|with|for)\s+(?:the\s+)?"
    r"(?P<party>[A-Z][\w’'.-]*(?:\s+(?:(?:of|for|the|and|al)\s+)*[A-Z][\w’'.-]*)*)"
)
_BEFORE = re.compile(
    r"(?:^|[\s(\"“])(?P<role>(?:[A-Z][\w’'-]*(?:'s|’s)?\s+){0,4}(?:[a-z][\w'’-]*,?\s+){1,6})$"
)
_PREPOSITION = re.compile(r"\s+(?:of|at|in|for|with|from)\s+(?:the\s+)?(?=[A-Z])")
_STOPPED = re.compile(
    r"\b(?:said|says|told|who|which|and|but|that|was|were|is|are|has|had|to|by|with|according|when|"
    r"as|added|on|in|by|from|like|through|between|against|of|met|named|for|or|after|before|while)\b"
)
_OFFICES = re.compile(
    r"\b(?:minister|president|spokes(?:man|woman|person)|colonel|general|captain|major|lieutenant|"
    r"sergeant|admiral|commander|officer|official|analyst|researcher|expert|director|chief|head|"
    r"leader|broker|dealer|trader|smuggler|ambassador|envoy|diplomat|governor|mayor|prosecutor|"
    r"lawyer|professor|economist|journalist|reporter|editor|engineer|secretary|adviser|advisor|"
    r"deputy|manager|chairman|chairwoman|founder|fighter|member|investigator|inspector|scholar|"
    r"lecturer|fellow|businessman|financier|pilot|owner|executive|coordinator|representative|"
    r"consultant|driver|guard|judge|senator|lawmaker|brother|son|emir|sheikh|historian|king|prince|"
    r"soldier|fisherman|farmer|merchant|agent|clerk|veteran|consul|attaché|negotiator)s?\b"
)


def persons(
    text: str, mentions: Sequence[Mention], corefs: Sequence[Coreference], search: Search
) -> tuple[Person, ...]:
    """Each person of a document, in the order of their first naming."""
    named = sorted({mention.span for mention in mentions if mention.type == "PER"})
    named = [span for span in named if span.of(text)[:1].isupper() or _bare_title(span.of(text))]
    groups: list[list[Span]] = []
    fullest_first = sorted(named, key=lambda span: (-len(_cut(span.of(text))), span))
    for span in fullest_first:
        homes = [group for group in groups if _same(span.of(text), group[0].of(text))]
        if len(homes) == 1:
            homes[0].append(span)
        elif not homes:
            groups.append([span])
    groups.sort(key=min)
    made = [_person(text, group, corefs, search) for group in groups]
    return tuple(person for person in made if person.name)


def _bare_title(words: str) -> bool:
    return words.split(" ", 1)[0].casefold() in FILLERS and words != words.casefold()


def _cut(words: str) -> tuple[str, ...]:
    return tuple(part for part in cut(words).content if part)


def _same(shorter: str, longer: str) -> bool:
    """Whether a form (`Dastan`, `Gen Dastan`, `K. Dastan`) can be a fuller name's."""
    one, other = _cut(shorter), _cut(longer)
    if not one or len(one) > len(other):
        return False
    if len(one) == 1:
        return alike(one[0], other[-1]) or (len(other) > 1 and alike(one[0], other[0]))
    if not alike(one[-1], other[-1]):
        return False
    rest = iter(other[:-1])
    return all(any(alike(a, b) or (len(a) == 1 and b[0] == a) for b in rest) for a in one[:-1])


def _person(text: str, spans: list[Span], corefs: Sequence[Coreference], search: Search) -> Person:
    full = spans[0]
    name = _plain(full.of(text))
    links = [
        link.anaphor for link in corefs if any(span.overlaps(link.antecedent) for span in spans)
    ]
    role, belongs = next(_descriptions(text, sorted(spans)), (None, None))
    found = search.find(belongs) if belongs else None
    party = found if isinstance(found, Party) and found.kind != "person" else None
    return Person(
        "-".join(latin(name)), name, tuple(sorted({*spans, *links})), role, belongs, party
    )


def _plain(words: str) -> str:
    """A name without its titles."""
    parts = bare(words).split()
    while len(parts) > 1 and parts[0].strip(".").casefold() in FILLERS:
        parts.pop(0)
    return " ".join(parts)


def _descriptions(text: str, spans: Sequence[Span]) -> Iterator[tuple[str | None, str | None]]:
    """Role and affiliation as the words around each naming give them, surest first."""
    for span in spans:
        after = _APPOSED.match(text, span.end)
        if after and _OFFICES.search(after["role"]):
            yield _parted(after["role"])
        works = _WORKS.match(text, span.end)
        if works:
            yield _title(text, span), bare(works["party"].split(" and ")[0])
        before = _BEFORE.search(text[max(0, span.start - 90) : span.start])
        if before and _OFFICES.search(before["role"]):
            role = _STOPPED.split(before["role"])[-1] if _late(before["role"]) else before["role"]
            yield _owned(role.strip(" ,"))


def _late(role: str) -> bool:
    return bool(_STOPPED.search(role)) and bool(_OFFICES.search(_STOPPED.split(role)[-1]))


def _title(text: str, span: Span) -> str | None:
    words = span.of(text)
    titles = words[: words.find(_plain(words))].strip()
    return titles or None


def _parted(role: str) -> tuple[str | None, str | None]:
    """`retired colonel at the Amman Institute` → the role and what it is at."""
    words = re.split(r"\s+(?:who|which|said|told|and)\s", role)[0].strip()
    match = _PREPOSITION.search(words)
    if match:
        return words[: match.start()].strip(), words[match.end() :].strip()
    return _owned(words)


def _owned(role: str) -> tuple[str | None, str | None]:
    """`Iranian foreign minister`, `Hamas's spokesman`: the role, and whose."""
    match = re.match(
        r"(?P<whose>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.-]*)(?:'s|’s)?\s+(?P<role>[a-z].*)", role
    )
    return (match["role"], bare(match["whose"])) if match else (role, None)
