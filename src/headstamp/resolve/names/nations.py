"""Which words are a nation's: `Lebanese` and `Lebanon` say the same in a group's name."""

from functools import cache

from headstamp.resolve.authority import shipped

_ROMANISED = """
sy: suriya suriyya souria souriya | lb: lubnan loubnan | ps: filastin falastin filistin flstyn
eg: misr masr | ye: yaman | jo: urdun | ly: libiya lybya | sd: sudan | kw: kuwayt | tr: turkiye
tr: turkiya | ru: rossiya rossii rossiyskaya russkiy | ua: ukraina ukrainy | ir: iranian irani
lb: lubnani lubnaniya lbnany lbnanyh | sy: suri suriyya swryh swry | iq: iraqi iraqiya arak araky
ps: filastini flstyny flstynyh | ly: libi libiyya lyby lybyh | ye: yamani ymny ymnyh ymn
"""
"""How Arabic, Turkish and Russian name the nations that groups' names bear most."""


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
    for part in _ROMANISED.replace("\n", "|").split("|"):
        country, _, listed = part.partition(":")
        for word in listed.split():
            found.setdefault(word, f"~{country.strip()}")
    return found
