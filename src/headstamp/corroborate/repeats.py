"""Whom a document repeats in what it tells of one entry, and by which words that shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headstamp.corroborate.accounts import Account, is_long_past
from headstamp.corroborate.copies import copied, quotation_taken
from headstamp.corroborate.linking import Entry
from headstamp.corroborate.story import Story, names_outlet
from headstamp.corroborate.voices import Voice
from headstamp.model.transfer import Evidence, OriginKind

AT_THE_TIME_DAYS = 10
"""`Reuters reported` means what it told in these days, where it told of it several times."""
REPORTS_MEANT = 10
"""Unnamed `media reports` may be any of the latest so many outlets that told it before."""


@dataclass(frozen=True, slots=True)
class Outside:
    """An origin of which no document is held. Two with the same `key` are one."""

    key: str
    who: str
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class Repeated:
    """What a document repeats, a document's id or an origin outside, and what shows it."""

    what: str | Outside
    evidence: Evidence
    words: str


def repeated(account: Account, others: Sequence[Account], entry: Entry) -> list[Repeated]:
    """All that `account` repeats. `others` are the entry's other accounts, earliest first."""
    before = [other for other in others if _is_before(other, account)]
    found = [
        *_copied(account, before),
        *_cited(account, before, others, entry),
        *_quoted(account, before),
    ]
    if account.is_main or found or not before:
        found += _from_outside(account, entry) if not found else []
    elif account.story.kind not in ("official", "panel"):
        found.append(_in_passing(account, before))
    return list({(_key(r.what), r.evidence): r for r in reversed(found)}.values())[::-1]


def _key(what: str | Outside) -> str:
    return what if isinstance(what, str) else what.key


def _is_before(other: Account, account: Account) -> bool:
    mine = (account.story.published or 0, account.story.document)
    return (other.story.published or 0, other.story.document) < mine


def _copied(account: Account, before: Sequence[Account]) -> Iterator[Repeated]:
    shared = copied(account.story, account.paragraphs, [other.story for other in before])
    if shared:
        yield Repeated(shared.earlier, "near-duplicate", shared.words)


def _quoted(account: Account, before: Sequence[Account]) -> Iterator[Repeated]:
    if not account.asserting:
        return
    unless = {quoted for other in before for quoted in other.denying_passages}
    for shared in quotation_taken(account.story, [other.story for other in before], unless):
        yield Repeated(shared.earlier, "shared-quote", shared.words)


def _cited(
    account: Account, before: Sequence[Account], others: Sequence[Account], entry: Entry
) -> Iterator[Repeated]:
    """Outlets named as speakers or in the text, and reports that are named no further."""
    story = account.story
    named: set[str] = set()
    for voice in account.outermost:
        told = [o for o in others if _is_meant(voice, o.story) and not _same_outlet(o, account)]
        earlier = [other for other in told if _is_before(other, account)]
        late = told[:1] if is_long_past(account, entry) else []
        for other in _at_the_time(account, earlier) or late:
            named.add(other.story.document)
            yield Repeated(other.story.document, "citation", voice.words)
    own = [other for other in before if _same_outlet(other, account)]
    names_itself = any(names_outlet(name, story.aliases) for name in story.names)
    for other in [*own[:1], *_at_the_time(account, own)]:
        evidence: Evidence = "citation" if names_itself else "same-outlet"
        yield Repeated(other.story.document, evidence, story.outlet or "")
    for other in _at_the_time_each(account, [o for o in before if o not in own]):
        words = next((n for n in story.names if names_outlet(n, other.story.aliases)), None)
        if words and other.story.document not in named:
            named.add(other.story.document)
            yield Repeated(other.story.document, "citation", words)
    unnamed = _unnamed(account, others)
    if unnamed:
        yield from _unnamed_reports(account, before, named, unnamed)


def _unnamed(account: Account, others: Sequence[Account]) -> str | None:
    """Words for media that are not those of an outlet held."""
    said = [voice.words for voice in account.outermost if voice.kind == "medium"]
    said += account.story.media if account.is_main else ()
    stories = [account.story, *(other.story for other in others)]
    unknown = (w for w in said if not any(names_outlet(w, s.aliases) for s in stories))
    return next(unknown, None)


def _same_outlet(other: Account, account: Account) -> bool:
    return bool(account.story.outlet) and other.story.outlet == account.story.outlet


def _is_meant(voice: Voice, story: Story) -> bool:
    """Whether a speaker is the outlet of `story`: a medium by name, an authority in its words."""
    if voice.kind == "hidden":
        return False
    if names_outlet(voice.words, story.aliases):
        return True
    if story.kind not in ("official", "panel") or voice.kind not in ("authority", "panel"):
        return False
    words = {
        w.strip(",.'’s").lower() for w in voice.words.replace("UN ", "United Nations ").split()
    }
    outlet = {word.lower().rstrip("s") for word in (story.outlet or "").split()}
    return len(words) > 1 and {word.rstrip("s") for word in words} <= outlet


def _at_the_time(account: Account, told: Sequence[Account]) -> list[Account]:
    """Of one outlet's documents those shortly before, else the latest."""
    published = account.story.published or 0
    near = [o for o in told if published - (o.story.published or 0) <= AT_THE_TIME_DAYS]
    return near or list(told[-1:])


def _at_the_time_each(account: Account, told: Sequence[Account]) -> Iterator[Account]:
    by_outlet: dict[str | None, list[Account]] = {}
    for other in told:
        by_outlet.setdefault(other.story.outlet, []).append(other)
    for documents in by_outlet.values():
        yield from _at_the_time(account, documents)


def _unnamed_reports(
    account: Account, before: Sequence[Account], named: set[str], words: str
) -> Iterator[Repeated]:
    """`media reports`: any outlet that told it before; where none is held, one from outside."""
    first_of: dict[str | None, Account] = {}
    for other in before:
        if other.asserting and not _same_outlet(other, account):
            first_of.setdefault(other.story.outlet, other)
    for other in list(first_of.values())[-REPORTS_MEANT:]:
        if other.story.document not in named:
            yield Repeated(other.story.document, "citation", words)
    if not first_of and not named and any(v.words == words for v in account.outermost):
        yield Repeated(Outside(f"medium:{words.lower()}", words, "outlet"), "citation", words)


def _from_outside(account: Account, entry: Entry) -> list[Repeated]:
    """An authority's finding of long ago, told by somebody else."""
    if account.story.kind in ("official", "panel") or not is_long_past(account, entry):
        return []
    return [
        Repeated(Outside(_body(voice), voice.words, _sort(voice)), "citation", voice.words)
        for voice in account.outermost
        if voice.kind in ("authority", "panel")
    ]


def _body(voice: Voice) -> str:
    return f"body:{','.join(sorted(voice.ids)) or voice.words.lower()}"


def _sort(voice: Voice) -> OriginKind:
    return "panel" if voice.kind == "panel" else "official"


def _in_passing(account: Account, before: Sequence[Account]) -> Repeated:
    """A matter mentioned beside another is what was told before."""
    first = next((other for other in before if other.asserting), before[0])
    voice = account.outermost[0] if account.outermost else None
    evidence: Evidence = "citation" if voice else "no-source"
    return Repeated(first.story.document, evidence, voice.words if voice else "")
