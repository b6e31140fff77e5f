"""The proper names inside a phrase, and the words that join them to what lies there."""

import re
from dataclasses import dataclass
from functools import cache

from headstamp.resolve.places.catalogue import KIND_WORDS, countries, load
from headstamp.resolve.places.spelling import form

TOKEN = re.compile(r"[^\s,;()\"“”«»/]+|[,;]")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|az|ad|es|ed|ez)[-–'’][^\W\d_a-z]")
ACRONYM_LETTERS = 6
ACRONYM_ALONE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words, the words before and after it; `owner`: it ends in 's."""

    words: str
    left: str
    right: str
    owner: bool = False

    @property
    def before(self) -> str:
        """The word before it, articles passed over."""
        passed = re.sub(r"(?: (?:the|an?))+ ?$", "", f" {self.left}").split()
        return passed[-1].lower() if passed else ""

    @property
    def after(self) -> str:
        """The word or sign after it."""
        return self.right.split()[0].lower() if self.right else ""

    @property
    def located(self) -> bool:
        """Whether a preposition of place stands before it."""
        return self.before in words_for("locatives")

    @property
    def acronym(self) -> bool:
        """Whether it is short and all capitals, as the names of organisations are."""
        return self.words.isupper() and len(self.words) <= ACRONYM_LETTERS


def names_in(phrase: str) -> list[Name]:
    """The proper names of a phrase in order, with the capitalised common words beside them."""
    tokens = TOKEN.findall(phrase.replace("–", " – "))
    shouted = phrase.isupper() and len(tokens) > 1
    marks = [_mark(token, shouted=shouted) for token in tokens]
    names, start = [], 0
    while start < len(tokens):
        end = _end(tokens, marks, start) if marks[start] else start
        if "proper" in marks[start:end]:
            names.append(_name(tokens, start, end))
        start = max(end, start + 1)
    return names


def without_common(words: str) -> str:
    """A name without the common words at its edges (`Juba International Airport`: `Juba`)."""
    kept = words.split()
    while kept and kept[0].lower() in words_for("common"):
        kept.pop(0)
    while kept and kept[-1].lower() in words_for("common") | words_for("settled"):
        kept.pop()
    return " ".join(kept)


def is_adjective(word: str) -> str | None:
    """The code of the country whose adjective a word is."""
    return countries().adjectives.get(form(word))


def kind_beside(name: Name) -> str:
    """The kind of place that a word beside the name says, the more telling kinds first."""
    return next(
        (
            kind
            for kind, (before, after) in _beside().items()
            if after.match(name.right) or before.search(name.left)
        ),
        "",
    )


@cache
def words_for(use: str) -> frozenset[str]:
    """The words of `data/place_words.yaml` for a use."""
    return frozenset(load("words")[use])


@cache
def _beside() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Patterns of the words for each kind, before a name and after it."""
    return {
        kind: (
            re.compile(rf"\b(?:{words})(?: of| at| in)?(?: the)?$", re.IGNORECASE),
            re.compile(rf"(?:, )?(?:{words})\b", re.IGNORECASE),
        )
        for kind, words in KIND_WORDS.items()
    }


def _end(tokens: list[str], marks: list[str], start: int) -> int:
    """Where the run of capitalised words from `start` ends."""
    end = start + 1
    while end < len(tokens) and not POSSESSIVE.search(tokens[end - 1]):
        if marks[end]:
            end += 1
        elif tokens[end].lower() in words_for("links") and any(marks[end + 1 : end + 2]):
            end += 2
        else:
            break
    return end


def _name(tokens: list[str], start: int, end: int) -> Name:
    """The run as a name."""
    words = " ".join(tokens[start:end])
    bare = POSSESSIVE.sub("", words)
    return Name(
        bare.rstrip("."), " ".join(tokens[:start]), " ".join(tokens[end:]), owner=bare != words
    )


def _mark(token: str, *, shouted: bool) -> str:
    """`proper` for a word of a name, `common` for a common one with a capital, else nothing."""
    plain = POSSESSIVE.sub("", token).strip("#'’‘.")
    first = next((mark for mark in plain if mark.isalpha()), "")
    if not first:
        return ""
    if plain.lower() in words_for("common") | words_for("locatives"):
        return "common" if first.isupper() and not shouted else ""
    if shouted:
        return "" if plain.lower() in words_for("links") else "proper"
    if first.isupper() or first.lower() == first.upper() or ARTICLED.match(plain):
        return "proper"
    return ""
