"""Which words are a nation's: `Lebanese` and `Lebanon` say the same in a group's name."""

from functools import cache

from headstamp.resolve.authority import shipped


def nation(word: str) -> str | None:
    """`~lb` for `lebanon`, `lebanese`, `lebanon's` people, None for other words."""
    return _nations().get(word)


@cache
def _nations() -> dict[str, str]:
    authority = shipped()
    found: dict[str, str] = {}
    for name, titles in authority.titles.items():
        for title in titles:
            entry = authority.entries[title.id]
            fits = title.sort in ("name", "adjective") and not title.ambiguous
            if fits and entry.kind == "state" and entry.country and " " not in name:
                found.setdefault(name, f"~{entry.country.casefold()}")
    return found
