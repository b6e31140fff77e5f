"""Compares two names as names of a person."""

from headstamp.resolve.names.compare import Scripts, alike, same_words
from headstamp.resolve.names.cutting import VOWELLED, Name, person
from headstamp.resolve.names.given import APART, given


def same_person(left: str, right: str) -> str | None:
    """The rule by which two persons' names are one: never by a surname alone."""
    one, other = person(left), person(right)
    rule = _rule(one, other)
    if rule and _two_persons(one, other):
        return None
    return rule


def _rule(one: Name, other: Name) -> str | None:
    if same_words(one, other):
        return "spelling"
    longer, shorter = sorted((one, other), key=lambda name: (-len(name.content), name.content))
    more, fewer = longer.content, shorter.content
    scripts = (longer.script, shorter.script)
    if len(fewer) < 2 or not alike(more[-1], fewer[-1], scripts):
        return None
    if len(more) == len(fewer):
        pairs = list(zip(more[:-1], fewer[:-1], strict=True))
        if all(_same_given(a, b, scripts) for a, b in pairs):
            return "spelling"
        fits = all(_same_given(a, b, scripts) or _initial(a, b) for a, b in pairs)
        return "initial" if fits else None
    if not _same_given(more[0], fewer[0], scripts):
        return None
    rest = iter(more[1:])
    inner = all(any(alike(word, a, scripts) for a in rest) for word in fewer[1:])
    return "middle-name" if inner else None


def _same_given(left: str, right: str, scripts: Scripts) -> bool:
    """Whether two given names are one, in Ukrainian and in Russian too (`Serhiy`, `Sergei`)."""
    return alike(left, right, scripts) or given(left) == given(right) != ""


def _two_persons(one: Name, other: Name) -> bool:
    """Whether given names are known to be two, or a man's and a woman's (`Samir`, `Samira`)."""
    if one.script not in VOWELLED or other.script not in VOWELLED:
        return False
    return any(_apart(a, b) for a, b in zip(one.content, other.content, strict=False))


def _apart(left: str, right: str) -> bool:
    if left == right:
        return False
    for one, other in APART:
        if (left in one and right in other) or (left in other and right in one):
            return True
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return (
        len(shorter) > 3
        and shorter[-1] not in "aeiou"
        and longer in (shorter + "a", shorter + "ah")
    )


def _initial(left: str, right: str) -> bool:
    return 1 in (len(left), len(right)) and left[0] == right[0]
