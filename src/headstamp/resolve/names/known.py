"""What the authority file knows of two names."""

from functools import cache, lru_cache

from headstamp.resolve.authority import shipped
from headstamp.resolve.names.cutting import group
from headstamp.resolve.names.groups import same_group
from headstamp.resolve.names.skeleton import skeleton
from headstamp.resolve.script import key, words


def same_known(left: str, right: str) -> bool | None:
    """Whether two names are one party's; None where the authority file knows not both."""
    one, other = owners(left), owners(right)
    if not one or not other:
        return None
    if len(one) == len(other) == 1:
        return one == other
    return None if one & other else False


@lru_cache(maxsize=65536)
def owners(name: str) -> frozenset[str]:
    """The parties that `name` may be, by its letters, else by its spelling."""
    exact = shipped().owners(key(name))
    if exact:
        return exact
    near = _spelled().get(_bones(name), set())
    found = {party for known, party in near if known and same_group(name, known) == "spelling"}
    return frozenset(found) or _without_nation(name)


def _without_nation(name: str) -> frozenset[str]:
    """`Hizbullah (Lebanon)`: the name without its nation, where a party of that nation has it."""
    for tag in (word for word in group(name).content if word.startswith("~")):
        rest = " ".join(word for word in words(name) if group(word).content != (tag,))
        if rest and rest != name:
            parties = shipped().entries
            return frozenset(
                party
                for party in owners(rest)
                if (parties[party].country or "").casefold() == tag[1:]
            )
    return frozenset()


def _bones(name: str) -> str:
    return "".join(skeleton(word).strip("A") for word in group(name).content)


@cache
def _spelled() -> dict[str, set[tuple[str, str]]]:
    """Skeletons → the names of groups and forces that have them, and whose they are."""
    authority = shipped()
    found: dict[str, set[tuple[str, str]]] = {}
    for name, titles in authority.titles.items():
        for title in titles:
            fits = title.sort == "name" and title.exact is None and not title.ambiguous
            if fits and authority.entries[title.id].kind in ("group", "force", "agency"):
                found.setdefault(_bones(name), set()).add((name, title.id))
    return found
