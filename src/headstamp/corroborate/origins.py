"""Independent origins: the roots of who repeats whom.

An account is an origin where the document had it from somebody, or saw it itself, and repeats
nobody. One that repeats others is an origin as well only where a party to the matter speaks in it
for itself, or a witness tells when or where. What an outlet tells in its own voice, naming nobody,
after others, is none.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from headstamp.corroborate.accounts import Account, had_it_itself, is_of_party, speaks_for_itself
from headstamp.corroborate.repeats import Outside, Repeated, repeated
from headstamp.corroborate.shelf import Shelf
from headstamp.corroborate.story import Story
from headstamp.corroborate.turns import in_turn
from headstamp.corroborate.voices import Voice, is_same_body
from headstamp.model.transfer import Origin, OriginKind, Repeat


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origins of an entry and who repeats whom."""

    origins: tuple[Origin, ...]
    repeats: tuple[Repeat, ...]


def provenance(told: Sequence[Account], last_day: int | None, transfer_id: str) -> Provenance:
    """Where `told`, the accounts of an entry, come from. Mere denials come from nowhere.

    `last_day` is the last of the days that the entry tells of.
    """
    told = [account for account in told if account.asserting]
    shelf = Shelf(told)
    asserting = list(in_turn(told, shelf))
    roots: dict[str, Account | Outside] = {}
    edges: dict[str, list[Repeated]] = {}
    stories = {account.story.document: account.story for account in asserting}
    for account in asserting:
        document = account.story.document
        found = repeated(account, shelf, last_day)
        same = None if found else _same_body(account, roots)
        if same:
            found = [Repeated(same, "same-source", _own_voices(account)[0].words)]
        if not found and _tells_after_others(account, roots):
            found = [Repeated(next(iter(_documents(roots)), document), "no-source", "")]
        shelf.add(account)
        edges[document] = [r for r in found if r.what != document]
        for repeat in found:
            if isinstance(repeat.what, Outside):
                roots.setdefault(repeat.what.key, repeat.what)
        if not edges[document] or _is_also_own(account, edges[document], stories):
            roots[document] = account
    _break_circles(edges, roots, asserting)
    origins = _origins(roots, edges, asserting, transfer_id)
    ids = dict(zip(roots, (origin.id for origin in origins), strict=True))
    return Provenance(origins, _repeats(edges, ids))


def _documents(roots: dict[str, Account | Outside]) -> list[str]:
    return [key for key, root in roots.items() if isinstance(root, Account)]


def _own_voices(account: Account) -> list[Voice]:
    return [voice for voice in account.outermost if voice.kind != "medium"]


def _same_body(account: Account, roots: dict[str, Account | Outside]) -> str | None:
    """An earlier origin that had it from the same authority."""
    mine = [voice for voice in _own_voices(account) if voice.kind in ("authority", "panel")]
    if not mine:
        return None
    for document, root in roots.items():
        if isinstance(root, Account):
            theirs = _own_voices(root)
            if any(is_same_body(voice, other) for voice in mine for other in theirs):
                return document
    return None


def _tells_after_others(account: Account, roots: dict[str, Account | Outside]) -> bool:
    if not roots or account.story.kind in ("official", "panel") or is_of_party(account):
        return False
    return not _own_voices(account)


def _is_also_own(account: Account, edges: Sequence[Repeated], stories: dict[str, Story]) -> bool:
    """Whether a document that repeats others also tells what a party to the matter, or a witness,
    told it. A witness beside an authority's own text may be that authority.
    """
    repeated = [stories[r.what] for r in edges if isinstance(r.what, str)]
    if not repeated or any(r.evidence in ("near-duplicate", "same-source") for r in edges):
        return False
    if any(story.outlet and story.outlet == account.story.outlet for story in repeated):
        return False
    if account.story.kind in ("official", "panel"):
        own = [g for g in account.asserting if not g.voices or g.voices[0].kind != "medium"]
        return bool(own) and not account.is_recalled
    if not account.is_main:
        return False
    from_authority = any(story.kind in ("official", "panel") for story in repeated)
    cited = {repeat.words for repeat in edges}
    return speaks_for_itself(account, cited) or (
        not from_authority and had_it_itself(account, cited)
    )


def _break_circles(
    edges: dict[str, list[Repeated]],
    roots: dict[str, Account | Outside],
    asserting: Sequence[Account],
) -> None:
    """Where documents only repeat one another, the earliest is the origin."""
    led: set[str] = set()
    for account in asserting:
        document = account.story.document
        if not any(step in roots or step in led for step in _ways(document, edges, ())):
            roots[document] = account
        led.add(document)


def _ways(document: str, edges: dict[str, list[Repeated]], known: Collection[str]) -> Iterator[str]:
    """All that a document's account goes back to, itself first; not beyond what is `known`."""
    seen: set[str] = set()
    steps = [document]
    while steps:
        step = steps.pop()
        if step not in seen:
            seen.add(step)
            yield step
            if step not in known:
                steps += map(_key, edges.get(step, ()))


def _key(repeat: Repeated) -> str:
    return repeat.what if isinstance(repeat.what, str) else repeat.what.key


def _origins(
    roots: dict[str, Account | Outside],
    edges: dict[str, list[Repeated]],
    asserting: Sequence[Account],
    transfer_id: str,
) -> tuple[Origin, ...]:
    carried: dict[str, list[str]] = {key: [] for key in roots}
    known: dict[str, frozenset[str]] = {}
    for account in asserting:
        document = account.story.document
        known[document] = frozenset().union(
            *(known.get(way, {way} & roots.keys()) for way in _ways(document, edges, known))
        )
        for key in sorted(known[document]):
            carried[key].append(document)
    made = [
        _origin(key, root, tuple(carried[key]), f"{transfer_id}:o{number}")
        for number, (key, root) in enumerate(roots.items(), start=1)
    ]
    return tuple(_with_withdrawal(origin, roots, asserting) for origin in made)


def _origin(
    key: str, root: Account | Outside, documents: tuple[str, ...], origin_id: str
) -> Origin:
    if isinstance(root, Outside):
        return Origin(origin_id, root.who, root.kind, None, documents)
    voices = _own_voices(root)
    outlet = root.story.outlet or key
    authorities = [v for v in voices if v.kind in ("authority", "panel")]
    kind: OriginKind = root.story.kind
    if kind == "own-reporting":
        kind = _kind_of(voices, authorities)
    behind = ", ".join(dict.fromkeys(v.words for v in voices if v.kind != "hidden"))
    who = f"{outlet} ({behind})" if behind else outlet
    return Origin(origin_id, who, kind, key, documents)


def _kind_of(voices: Sequence[Voice], authorities: Sequence[Voice]) -> OriginKind:
    if authorities:
        return "panel" if authorities[0].kind == "panel" else "official"
    if any(voice.kind == "post" for voice in voices):
        return "social-media"
    if voices and all(voice.kind == "hidden" for voice in voices):
        return "anonymous"
    return "own-reporting"


def _with_withdrawal(
    origin: Origin, roots: dict[str, Account | Outside], asserting: Sequence[Account]
) -> Origin:
    root = roots.get(origin.root or "")
    if not isinstance(root, Account):
        return origin
    for account in asserting:
        same = root.story.outlet and account.story.outlet == root.story.outlet
        if same and account is not root and account.takes_back:
            return replace(origin, withdrawn_by=account.story.document)
    return origin


def _repeats(edges: dict[str, list[Repeated]], ids: dict[str, str]) -> tuple[Repeat, ...]:
    """Who repeats whom, `ids` being those of the origins by their keys."""
    return tuple(
        Repeat(
            document,
            repeat.what if isinstance(repeat.what, str) else ids[repeat.what.key],
            repeat.evidence,
            repeat.words,
        )
        for document, found in edges.items()
        for repeat in found
    )
