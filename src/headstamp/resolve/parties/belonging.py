# ruff: noqa: SIM905 (lists of words read best as words)
"""Rules for what belongs to a party: a state's organs and people, a group's or a force's parts."""

import re
from dataclasses import replace

from headstamp.model.values import Party, PartyKind, Unresolved
from headstamp.resolve.parties.search import Found, Search, bare, by
from headstamp.resolve.parties.words import (
    AGENCIES,
    FIGHTERS,
    GOVERNING,
    GOVERNMENT,
    MEMBERS,
    OF,
    ORGANS,
    PART_PLACE,
    PARTS,
    PEOPLE,
    POSSESSIVE,
    SOLDIERS,
    SPLINTER,
    STATE_MEDIA,
    UNITS,
)
from headstamp.resolve.script import key
from headstamp.resolve.script import words as latin

_GENERAL = re.compile(r"[a-z' -]+")


_VAGUE = frozenset(
    "ministry department directorate mission commission council committee agency bureau court unit "
    "units brigade division battalion regiment company companies column front fronts wing base "
    "command force guard region district branch arm faction section office police".split()
)
"""Of these a party has several; alone they tell not which."""


def owned(search: Search, words: str, depth: int) -> Found:
    """`IRGC's Quds Force`, `Ministry of Defence of Iran`: a child by its name or its organ."""
    doubt: Unresolved | None = None
    for owner_last, pattern in ((True, OF), (False, POSSESSIVE)):
        for match in reversed(list(pattern.finditer(words))):
            before, after = words[: match.start()], words[match.end() :]
            owner = search.find(after if owner_last else before, depth)
            owned_words = before if owner_last else after
            if isinstance(owner, Party):
                found = child(search, owner, owned_words, depth)
                if isinstance(found, Party):
                    return found
                doubt = found
            elif not owner_last:
                named = search.named(bare(after))
                if isinstance(named, Party) and named.kind in ("group", "force"):
                    return by("qualified", named, 0.95)
    return doubt


def national(search: Search, words: str, depth: int) -> Found:
    """`Russian army`, `US officials`, `Kabul government`: a state's word before another."""
    parts = words.split()
    for cut in range(min(4, len(parts) - 1), 0, -1):
        first = " ".join(parts[:cut])
        titles = [
            title
            for title in search.authority.titles.get(key(first), ())
            if search.authority.entries[title.id].kind == "state" and title.exact in (None, first)
        ]
        owner = search.chosen(words, titles) if titles and parts[0][:1].isupper() else None
        if isinstance(owner, Party) and parts[cut] in ("and", "or", "&"):
            return Unresolved("several parties are named")
        if isinstance(owner, Party):
            return child(search, owner, " ".join(parts[cut:]), depth)
    return None


def partly(search: Search, words: str, _depth: int) -> Found:
    """`FARC 29th Front`, `Hamas interior ministry`: a part after the whole, both as they stand."""
    parts = words.split()
    for cut in range(len(parts) - 1, 0, -1):
        owner = search.named(" ".join(parts[:cut]))
        if isinstance(owner, Party) and owner.kind != "state":
            return part(owner, " ".join(parts[cut:]))
    return None


def child(search: Search, owner: Party, words: str, depth: int) -> Party | Unresolved:
    """What `words` are under `owner`."""
    words = PART_PLACE.sub("", bare(words))
    low = words.casefold()
    owner = replace(owner, score=max(owner.score, 0.95))
    if owner.kind == "state":
        derived = _derived(search, owner, low)
        if derived:
            return derived
    elif low in FIGHTERS or low in MEMBERS:
        return by("people", owner, 0.9)
    found = search.inside(search.of(owner.id)).find(words, depth)
    if isinstance(found, Party) and _under(search, found, owner):
        return by("owner", found, 1.0)
    return part(owner, words) or Unresolved(f"not known what {words} of {owner.canonical} is")


def part(owner: Party, words: str) -> Party | None:
    """A ministry, a unit or a branch with no entry of its own: `FARC › 29th Front`."""
    low = words.casefold()
    if any(word in SPLINTER for word in low.split()) or " of the " in low or low in _VAGUE:
        return None
    kind: PartyKind | None = None
    if UNITS.search(low):
        kind = "force" if owner.kind in ("state", "force", "agency") else owner.kind
    elif AGENCIES.search(low):
        kind = "agency"
    elif PARTS.search(low) and owner.kind != "state":
        kind = owner.kind
    if kind is None or (kind == "force" and _GENERAL.fullmatch(words) and owner.kind == "state"):
        return None
    slug = "-".join(latin(words))
    return Party(
        f"{owner.id}/{slug}", words, kind, (owner.canonical, *owner.parents),
        round(0.85 * min(1.0, owner.score / 0.95), 3), "part",
    )  # fmt: skip


def _under(search: Search, party: Party, owner: Party) -> bool:
    """Whether a party stands under another, or in the state that it is."""
    if party.id == owner.id or owner.canonical in party.parents:
        return True
    same = search.of(party.id) == search.of(owner.id)
    return owner.kind == "state" and same and party.kind != "state"


def _derived(search: Search, state: Party, low: str) -> Party | None:
    """A state's government, people who speak for it, or an organ with no entry of its own."""
    if GOVERNING.sub("", low) in GOVERNMENT:
        return by("government", state, 0.98)
    head, _, last = low.rpartition(" ")
    if last in PEOPLE and len(low.split()) < 5 and not set(low.split()) & SPLINTER:
        organ = ORGANS.get(head)
        return _organ(search, state, organ) if organ else by("officials", state, 0.75)
    if STATE_MEDIA.fullmatch(low):
        return Party(
            f"{state.id}/state-media", "state media", "outlet", (state.canonical, *state.parents),
            0.8, "organ",
        )  # fmt: skip
    organ = ORGANS.get(low) or SOLDIERS.get(last if not head else low)
    if not organ and last in MEMBERS:
        organ = ORGANS.get(head)
    return _organ(search, state, organ) if organ else None


def _organ(search: Search, state: Party, organ: str) -> Party:
    names = (f"{state.canonical} {organ}", f"{organ} of {state.canonical}")
    kind: PartyKind = "agency" if "ministry" in organ or organ in AGENTS else "force"
    for name in names:
        known = [t for t in search.authority.titles.get(key(name), ()) if t.sort == "name"]
        if len(known) == 1:
            return search.party(known[0].id, "organ", 0.9)
    return Party(
        f"{state.id}/{organ.replace(' ', '-')}", organ, kind,
        (state.canonical, *state.parents), 0.85, "organ",
    )  # fmt: skip


AGENTS = frozenset(("customs", "intelligence service", "parliament", "embassy"))
"""Organs of a state that are agencies, not forces."""
