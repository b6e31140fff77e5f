"""Given names that are one in two languages, and such as differ by a vowel and are two."""

import re

_RUSSIAN = """
aleksandr: oleksandr aleksander alexander alexandr | aleksey: oleksiy aleksiy alexey alexei
vladimir: volodymyr vladymyr | sergey: serhiy serge | nikolay: mykola mykolay | petr: petro pyotr
evgeny: yevhen yevgen yevgeny evgen yevheniy | dmitry: dmytro dmytriy | igor: ihor | oleg: oleh
mikhail: mykhailo mykhaylo | andrey: andriy | pavel: pavlo | kirill: kyrylo kiril | elena: olena
grigory: hryhoriy | vasily: vasyl | daniil: danylo danila danil | yakov: yakiv | ilya: illia illya
nikita: mykyta | fedor: fedir fyodor | semen: semyon | matvey: matviy | timofey: tymofiy
iosif: yosyp osip | konstantin: kostyantyn kostiantyn | ekaterina: kateryna yekaterina
artem: artyom | georgy: heorhiy | anatoly: anatoliy anatol | stepan: stefan | filipp: pylyp
"""
"""Russian and Ukrainian forms of one name."""


def fold(name: str) -> str:
    """A given name with the letters levelled that Russian and Ukrainian write differently."""
    level = name.replace("h", "g").replace("kg", "g").replace("y", "i").replace("x", "ks")
    return re.sub("(?<=i)i+", "", level)


_FORMS = {
    fold(form): name.strip()
    for line in _RUSSIAN.replace("\n", "|").split("|")
    if ":" in line
    for name, _, listed in (line.partition(":"),)
    for form in (name.strip(), *listed.split())
}


def given(name: str) -> str:
    """What Russian and Ukrainian forms of a given name share, empty for other names."""
    return _FORMS.get(fold(name), "")


APART = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("saleh salih salih", "salah"),
        ("omar umar omer", "amr amro amru"),
        ("hamed hamid", "hamad"),
        ("jaber jabir", "jabbar jabar"),
        ("naser nasser nasir", "nassar nasar"),
    )
)
"""Given names that differ by one vowel and are two names."""
