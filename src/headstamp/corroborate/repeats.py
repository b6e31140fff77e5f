"""Whom a document repeats in what it tells of one entry, and by which words that shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from headstamp.corroborate.accounts import Account, is_long_past
from headstamp.corroborate.descriptions import Sort, meant, sort_described
from headstamp.corroborate.shelf import Shelf
from headstamp.corroborate.story import plain
from headstamp.corroborate.vocabulary import is_definite
from headstamp.corroborate.voices import Voice, is_named, name_in
from headstamp.model.transfer import Evidence, OriginKind

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


def repeated(account: Account, shelf: Shelf, last_day: int | None) -> list[Repeated]:
    """All that `account` repeats of what is on the shelf; if nothing, of origins outside.
    `last_day` is the last that the entry tells of.
    """
    found = [*_copied(account, shelf), *_cited(account, shelf, last_day), *_quoted(account, shelf)]
    if not found and (account.is_main or shelf.first is None):
        found = _from_outside(account, last_day)
    elif not found and (account.is_recalled or account.story.kind not in ("official", "panel")):
        found = list(_in_passing(account, shelf))
    if any(isinstance(r.what, str) for r in found):
        found = [r for r in found if isinstance(r.what, str)]
    once = {(_key(r.what), r.evidence): r for r in reversed(found)}
    return [r for r in reversed(once.values()) if r.what != account.story.document]


def _key(what: str | Outside) -> str:
    return what if isinstance(what, str) else what.key


def _copied(account: Account, shelf: Shelf) -> Iterator[Repeated]:
    shared = shelf.wording.copied(account.story, account.paragraphs)
    if shared:
        yield Repeated(shared.earlier, "near-duplicate", shared.words)


def _quoted(account: Account, shelf: Shelf) -> Iterator[Repeated]:
    for shared in shelf.wording.quoted(account.story):
        yield Repeated(shared.earlier, "shared-quote", shared.words)


def _cited(account: Account, shelf: Shelf, last_day: int | None) -> Iterator[Repeated]:
    """Outlets named as speakers or in the text, and reports that are named no further."""
    own = account.story.outlet
    for voice in account.outermost:
        yield from _said_by(voice, account, shelf, last_day)
    in_text = dict(shelf.outlets_in_text(account))
    if own and own in shelf.told:
        kinds = list(_own_evidence(account, is_named=own in in_text))
        for other in [shelf.told[own][0], *shelf.at_the_time(own, account)]:
            yield from (Repeated(other.story.document, evidence, own) for evidence in kinds)
    for outlet, words in sorted(in_text.items()):
        if outlet != own:
            for other in shelf.at_the_time(outlet, account):
                yield Repeated(other.story.document, "citation", words)
    for at, words in account.story.media if account.is_main else ():
        if not is_named(words) and not shelf.outlet_said(words):
            yield from _unnamed_medium(account, shelf, words, at)


def _own_evidence(account: Account, *, is_named: bool) -> Iterator[Evidence]:
    """What shows that an outlet goes on with its own account: it is the same, or says so."""
    if is_named or account.recalls:
        yield "citation"
    if not is_named:
        yield "same-outlet"


def _said_by(
    voice: Voice, account: Account, shelf: Shelf, last_day: int | None
) -> Iterator[Repeated]:
    """What a claim's speaker stands for: an outlet, an authority's own text, or reports."""
    outlet = shelf.outlet_said(voice.words) if voice.kind != "hidden" else None
    if outlet:
        if outlet != account.story.outlet:
            for other in shelf.at_the_time(outlet, account):
                yield Repeated(other.story.document, "citation", voice.words)
        return
    for body in shelf.bodies_meant(voice):
        if body in shelf.told.get(body.story.outlet, ()) or is_long_past(account, last_day):
            yield Repeated(body.story.document, "citation", voice.words)
            return
    if voice.kind == "medium":
        if is_named(voice.words):
            yield _not_held(voice.words)
        else:
            reports = list(_unnamed_medium(account, shelf, voice.words, voice.at))
            yield from reports or ([_not_held(voice.words)] if shelf.first is None else [])


def _not_held(words: str) -> Repeated:
    """A medium of which no document is held."""
    who = Outside(f"medium:{plain(name_in(words) or words)}", words, "outlet")
    return Repeated(who, "citation", words)


def _unnamed_medium(account: Account, shelf: Shelf, words: str, at: int) -> Iterator[Repeated]:
    """`the newspaper` is one that the text names; `a newspaper`, `media reports` may be any of
    the outlets of that sort that told it before.
    """
    story = account.story
    sort: Sort | None = sort_described(words)
    if sort:
        named = meant(sort, at, shelf.named_in(story))
        if named and named.words == story.outlet:
            return
        if named and shelf.is_on(named.words):
            for other in shelf.at_the_time(named.words, account):
                yield Repeated(other.story.document, "citation", words)
            return
        if named:
            yield _not_held(named.words)
            return
        if is_definite(story.text[:at], words):
            return
    for other in shelf.others_first(story.outlet, REPORTS_MEANT, sort or "any"):
        yield Repeated(other.story.document, "citation", words)


def _from_outside(account: Account, last_day: int | None) -> list[Repeated]:
    """What an authority found long ago, or seized, told by somebody else beside other things."""
    if account.story.kind in ("official", "panel"):
        return []
    if account.is_main and not is_long_past(account, last_day):
        return []
    return [
        Repeated(Outside(_body(voice), voice.words, _sort(voice)), "citation", voice.words)
        for voice in account.outermost
        if voice.kind in ("authority", "panel")
    ] or list(_seizers(account))


def _seizers(account: Account) -> Iterator[Repeated]:
    """Who seized goods stands behind what is told of it, where nobody is named who told it."""
    for gist in account.asserting:
        seizer = dict(gist.fields).get("seizer")
        if gist.kind == "interdiction" and seizer and not account.outermost:
            ids = ",".join(sorted(gist.seizers.ids)) or seizer.lower()
            yield Repeated(Outside(f"body:{ids}", seizer, "official"), "citation", seizer)


def _body(voice: Voice) -> str:
    return f"body:{','.join(sorted(voice.ids)) or voice.words.lower()}"


def _sort(voice: Voice) -> OriginKind:
    return "panel" if voice.kind == "panel" else "official"


def _in_passing(account: Account, shelf: Shelf) -> Iterator[Repeated]:
    """A matter mentioned beside another is what was told before, save by what the outlet itself
    found: `photographs taken by Lamp Daily`.
    """
    own = account.story.outlet
    if own and any(own in voice.words for voice in account.outermost):
        return
    voice = account.outermost[0] if account.outermost else None
    evidence: Evidence = "citation" if voice else "no-source"
    if shelf.first:
        yield Repeated(shelf.first.story.document, evidence, voice.words if voice else "")
