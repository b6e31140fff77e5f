"""Rules for words around a party's own name: what it is called beside it, who of it is meant."""

from headstamp.model.values import Party, Unresolved
from headstamp.resolve.parties.search import Found, Search, by
from headstamp.resolve.parties.words import (
    APPOSED,
    BACKED,
    FIGHTERS,
    FORMERLY,
    GOVERNMENT,
    LAST,
    LOCATED,
    MEMBERS,
    MEMBERS_OF,
    NUMBERED,
    ORGANS,
    OUTLETS,
    PEOPLE,
    PLACE,
    SO_CALLED,
    SPLINTER,
    WHOEVER,
)


def apposed(search: Search, words: str, depth: int) -> Found:
    """`Quds Force (IRGC-QF)`, `Hezbollah, the Lebanese group`: the part that is known."""
    match = APPOSED.match(words)
    if not match:
        return None
    more = match["inside"] or match["more"]
    if isinstance(search.named(LAST.split(more)[-1]), Party) and LAST.search(more):
        return Unresolved("several parties are named")
    for part in (match["name"], more):
        found = search.find(part, depth)
        if not isinstance(found, Party) or (part == more and found.rule == "spelling"):
            continue
        if part == match["name"] or found.kind != "state":
            return by("apposition", found, 0.97)
    return None


def qualified(search: Search, words: str, depth: int) -> Found:
    """`Iran-backed Kata'ib Hizballah`, `two Israeli soldiers`, `rebel group M23`."""
    for pattern in (BACKED, SO_CALLED, NUMBERED):
        rest = pattern.sub("", words, count=1)
        if rest != words:
            found = search.find(rest, depth)
            if isinstance(found, Party) and found.rule.startswith(("demonym", "adjective")):
                return Unresolved("people of a country are not the country")
            return by("qualified", found, 0.98) if isinstance(found, Party) else found
    first, _, rest = words.partition(" ")
    if rest and first.casefold() in FIGHTERS:
        found = search.find(rest, depth)
        return by("qualified", found, 0.98) if isinstance(found, Party) else None
    return None


_ONES = FIGHTERS | MEMBERS
_RANKS = MEMBERS | {"military", "senior", "border", "political"}


def people(search: Search, words: str, depth: int) -> Found:
    """`RUF fighters`, `Houthi official`, `UN panel`: who acts or speaks for what is named."""
    head, _, last = words.rpartition(" ")
    if not head or last.casefold() not in _ONES:
        return None
    while head.rpartition(" ")[2] in _RANKS:
        head = head.rpartition(" ")[0]
    if any(word in SPLINTER for word in words.casefold().split()):
        return Unresolved("those who left a party are not the party")
    found = search.find(head, depth)
    if isinstance(found, Party) and found.kind != "state":
        return by("people", found, 0.95)
    return found if isinstance(found, Unresolved) else None


def members(search: Search, words: str, depth: int) -> Found:
    """`fighters of the New Army`, `a spokesman for China's army`, `officials in Kyiv`."""
    first = words.partition(" ")[0].casefold()
    plain = first in WHOEVER or NUMBERED.match(words)
    match = MEMBERS_OF.match(words[0].lower() + words[1:] if plain else words)
    if not match:
        return None
    group, whole = match["group"].casefold(), match["whole"]
    if any(word in SPLINTER for word in group.split()):
        return Unresolved("those who left a party are not the party")
    kind = group.split()[-1]
    found = search.find(whole, depth)
    if not isinstance(found, Party):
        return None
    if found.kind == "state":
        speaks = kind in (LOCATED if match["link"] in ("in", "at", "from") else PEOPLE | GOVERNMENT)
        rule = "government" if kind in GOVERNMENT else "officials"
        return by(rule, found, 0.8) if speaks else None
    if match["link"] in ("from", "in", "at") and found.kind in ("outlet", "organisation"):
        return None
    return by("people", found, 0.93)


def placed(search: Search, words: str, depth: int) -> Found:
    """`Hezbollah in Lebanon`: the place is the country that tells homonyms apart."""
    match = PLACE.match(words)
    if not match:
        return None
    state = search.named(match["place"])
    country = search.of(state.id) if isinstance(state, Party) else None
    name = match["name"]
    if name.casefold() in ORGANS and isinstance(state, Party) and state.kind == "state":
        ministry = "ministry" in ORGANS[name.casefold()]
        return search.find(f"{state.canonical}'s {name}", depth) if ministry else None
    found = (search.inside(country) if country else search).find(name, depth)
    return by("placed", found, 0.98) if isinstance(found, Party) else found


def formerly(search: Search, words: str, depth: int) -> Found:
    """`former US officials` speak for nobody; `the former Libyan army` is that army."""
    rest = FORMERLY.sub("", words, count=1)
    if rest == words:
        return None
    found = search.find(rest, depth)
    if isinstance(found, Party) and found.rule in ("officials", "people", "government"):
        return Unresolved("those who left a party are not the party")
    return found


def broadcast(search: Search, words: str, depth: int) -> Found:
    """`the news agency Tasnim`, `TASS news agency`, `Reuters report`: the outlet that is named."""
    match = OUTLETS.match(words)
    found = search.find(match["before"] or match["after"], depth) if match else None
    if isinstance(found, Party) and found.kind in ("outlet", "organisation", "agency"):
        return by("qualified", found, 0.98)
    return None
