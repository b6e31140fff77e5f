"""The words of arms reporting that linking goes by. Lower case; triggers as they stand in texts.

Word lists are small and closed on purpose: each says something that a resolved value does not.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from headstamp.model.values import Category


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DEAL_WORDS = _words(
    """agreed agreement bought buy buying buys contract contracts deal ordered order orders option
    procure procured procurement purchase purchased purchases purchasing sale sales sell
    selling sells signed sold value worth number approval approved licensed acquire acquired
    acquisition sign signs signing agree agrees agreeing deals"""
)
"""Triggers that speak of an order or a sale as a whole, not of goods on the way."""

OFFER_WORDS = _words(
    """approached asked considered considering discussed interest negotiated negotiations offer
    offered offers plan planned plans promised proposed request requested seeking sought talks
    tender wanted"""
)
"""Triggers that, left open, speak of what was planned, not of whether it happened."""

ARMS_AT_LARGE = _words(
    """armament armaments arms equipment gear hardware materiel munitions supplies weaponry weapon
    weapons"""
)
"""Nouns that name arms without saying which."""

MOVEMENTS = _words(
    """cargoes consignments convoys deliveries flights interceptions loads purchases sales seizures
    shipments supplies transfers"""
)
"""Plural nouns for movements: counted, they make a sum over several."""

LEAVING = _words("departed dispatched left loaded sailed sent shipped")
COMING = _words("arrived docked landed reached unloaded")
"""Triggers of the two ends of a voyage."""

CONTAINERS = _words("box cargo case consignment container crate load package pallet shipment")
"""Nouns for what arms come in; never for the aircraft or lorry that brings it."""

CONVEYANCES = _words(
    """aircraft barge boat car caravan container convoy dhow freighter helicopter jet lorry pick-up
    pickup plane ship skiff tanker train trawler truck tunnel van vehicle vessel wagon"""
)
"""What arms go by."""

FAMILIES: dict[str, frozenset[Category]] = {
    "missile": frozenset(
        {"ballistic missile", "cruise missile", "manpads", "anti-tank missile",
         "anti-ship missile", "air defence", "loitering munition"}
    ),
    "rocket": frozenset({"rocket", "ballistic missile", "light weapon"}),
    "gun": frozenset({"small arm", "light weapon", "artillery", "air defence"}),
    "launcher": frozenset(
        {"rocket", "light weapon", "manpads", "anti-tank missile", "air defence",
         "ballistic missile"}
    ),
    "bomb": frozenset({"ammunition", "explosive"}),
    "shell": frozenset({"ammunition"}),
    "drone": frozenset({"uav", "loitering munition"}),
    "aircraft": frozenset(
        {"combat aircraft", "transport aircraft", "uav", "helicopter", "attack helicopter"}
    ),
    "plane": frozenset({"combat aircraft", "transport aircraft", "uav"}),
    "jet": frozenset({"combat aircraft", "transport aircraft"}),
    "carrier": frozenset({"armoured vehicle", "warship"}),
    "car": frozenset({"armoured vehicle", "equipment"}),
    "round": frozenset({"ammunition"}),
    "grenade": frozenset({"ammunition", "explosive", "light weapon"}),
    "vehicle": frozenset({"armoured vehicle", "battle tank", "equipment"}),
}  # fmt: skip
"""What a bare noun may stand for: `the missiles` are of some sort that this word covers."""

ALIKE: dict[Category, Category] = {
    "manpads": "air defence",
    "light weapon": "small arm",
    "loitering munition": "uav",
    "attack helicopter": "helicopter",
}
"""Categories that reports use for each other: `anti-aircraft missiles` may be MANPADS."""

HAND_ARMS: dict[str, str] = {
    "rifle": "rifle", "carbine": "rifle", "kalashnikov": "rifle", "pistol": "pistol",
    "revolver": "pistol", "handgun": "pistol", "shotgun": "shotgun", "machine gun": "machine gun",
    "submachine gun": "machine gun", "grenade launcher": "grenade launcher",
    "rpg": "grenade launcher", "mortar": "mortar", "recoilless rifle": "recoilless rifle",
}  # fmt: skip
"""Sorts of arms that one category covers and that reports do not take for each other."""

TELL_NOTHING: frozenset[Category] = frozenset({"equipment", "dual-use good"})
"""Categories too wide to tell one cargo from another."""

SAID_OF_ANY_ARMS: frozenset[Category] = frozenset(
    {"ammunition", "explosive", "small arm", "light weapon"}
)
"""Categories that denials name for arms of any sort: `not one cartridge`."""

_DEFINITE = re.compile(
    r"\b(?:the|these|this|that|those|its|their|his|her|our|all|both)\s+"
    r"(?:(?!(?:against|of|for|from|in|to|with|by|on|at|and|or|as)\b)[\w-]+\s+){0,2}$",
    re.I,
)
_PRONOUN = re.compile(r"(?:it|they|them|these|those|this|that|which)$", re.I)
_ORDINAL = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|last|final|next)\b"
    r"(?!\s+(?:year|month|week|quarter|decade|spring|summer|autumn|fall|winter|night|time|\w+day)\b)"
    r"(?:\s+[\w-]+){0,3}\s*$",
    re.I,
)
_ORDINAL_BESIDE = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|last|final|next)\s+$", re.I
)
_ORDINAL_INSIDE = re.compile(
    r"^(?P<which>first|second|third|fourth|fifth|sixth|last|final|next)\b", re.I
)
_OTHER = re.compile(r"\b(?:another|a\s+(?:different|separate|further)|(?:the\s+)?other)\b", re.I)
_OTHER_BEFORE = re.compile(_OTHER.pattern + r"\s*$", re.I)
_REMAINING = re.compile(r"\b(?:remaining|rest|other\s+half|second\s+half|remainder)\b", re.I)
_BEFORE = re.compile(
    r"\b(?:earlier|before(?!\s+(?:dawn|noon|midnight|sunrise|daybreak))|previous|previously|prior)\b",
    re.I,
)
_SAME_TIME = re.compile(r"^(?:the\s+|on\s+|in\s+)*(?:same|that)\b", re.I)
_TIME_ON = re.compile(
    r"^(?:the\s+|on\s+|in\s+)*(?:same|that|next|following)\b|\b(?:later|after)$", re.I
)
_SUCH = re.compile(r"\b(?:same|such|similar|like|type|kind|sort|calibre)\b", re.I)
_SEPARATE = re.compile(
    r"^\W*(?:in\s+(?:a|an)\s+(?:separate|unrelated|different)\b|separately\b|unrelated\b)"
    r"|\bseparately\s*$",
    re.I,
)
_RATE = re.compile(r"\b(?:each|every|per|apiece)\b", re.I)
_NAME_AT_END = re.compile(r"(?:^|\s)(?:M[VST]\s+)?(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)$")
_REGISTRATION = re.compile(r"\b(?:[A-Z]{2}|\d[A-Z]|[A-Z]\d)-(?:[A-Z]{3,4}|[A-Z]?\d{4,5})\b")
"""Of an aircraft: `EW-78836`, `5A-DRC`; no type has so many letters or figures."""
_MAKERS = _words("airbus antonov boeing hercules ilyushin toyota tupolev")
_ADDS = re.compile(r"\b(?:also|as well|besides|too|along with|in addition|together with)\b", re.I)
_CORRECTS = re.compile(
    r"\b(?:corrections?|corrects|corrected|clarification|recount|revised|right\s+(?:number|figure))\b",
    re.I,
)
_RECALLS = re.compile(
    r"\b(?:this|our)\s+(?:own\s+)?(?:newspaper|paper|magazine|agency|weekly|daily|journal|station|channel"
    r"|site|website|issue|report|article|story|edition|broadcast|correspondent)\b"
    r"|\bwe\s+(?:had\s+|have\s+)?(?:earlier\s+)?(?:wrote|written|reported|said|published|printed|repeated)\b",
    re.I,
)
_CAPITALISED = re.compile(r"\b([A-Z])[a-z]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LITTLE = _words(
    """a an and at by for from in of on or the to with its their his her our off into near some
    same this that these those"""
)


def hand_arm(phrase: str) -> str | None:
    """The sort of small arm or light weapon that a phrase ends in, None where it is no such."""
    words = [singular(word) for word in content_words(phrase)]
    return HAND_ARMS.get(" ".join(words[-2:])) or HAND_ARMS.get(words[-1] if words else "")


def conveyances_in(phrases: Iterable[str]) -> frozenset[str]:
    """What goods went by, as plain nouns: `lorry` of `four lorries`."""
    words = (singular(word) for phrase in phrases for word in content_words(phrase))
    return frozenset(words) & CONVEYANCES


def carrier_named(phrase: str) -> str | None:
    """The name of a vessel at the end of a phrase: `zeta` of `freighter Zeta`; no type of it."""
    if registration := _REGISTRATION.search(phrase):
        return registration.group().lower()
    name = None if any(char.isdigit() for char in phrase) else name_at_end(phrase)
    return None if name in _MAKERS else name


def name_at_end(phrase: str) -> str | None:
    """The name in which a phrase ends, in lower case: `salvador pass` of `the Salvador Pass`."""
    found = _NAME_AT_END.search(phrase)
    return found["name"].lower() if found else None


def content_words(phrase: str) -> Iterator[str]:
    """The words of a phrase, lower case, without articles and the like."""
    for match in _WORD.finditer(phrase.lower()):
        if match.group() not in _LITTLE:
            yield match.group()


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """An English plural without its ending."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=100_000)
def initials(phrase: str) -> str | None:
    """The letters by which a name of three words and more is known: `uic` of `Union of Islamic
    Courts`.
    """
    capitals = _CAPITALISED.findall(phrase)
    return "".join(capitals).lower() if len(capitals) > 2 else None


@lru_cache(maxsize=100_000)
def is_name(phrase: str) -> bool:
    """Whether a phrase is a name, not a description: `UIC`, `Harar Brigade`."""
    words = _WORD.findall(phrase)
    is_people = len(words) == 2 and words[-1].endswith("s")
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper() and not is_people


def is_definite(before: str, phrase: str) -> bool:
    """Whether `phrase`, with the text `before` it, points back at something named already."""
    return bool(_PRONOUN.fullmatch(phrase) or _DEFINITE.search(before[-60:]))


def ordinal(before: str, phrase: str, *, is_head: bool = True) -> str | None:
    """Which of several lots a phrase speaks of: `second` in `a second batch of six howitzers`. A
    number or a vehicle, which is no head of such a phrase, has the word beside it.
    """
    if _REMAINING.search(phrase) or _REMAINING.search(before[-12:]):
        return "last"
    near = _ORDINAL.search(before[-60:]) if is_head else _ORDINAL_BESIDE.search(before[-10:])
    found = _ORDINAL_INSIDE.match(phrase) or near
    return found["which"].lower().replace("final", "last") if found else None


def is_separate(before: str) -> bool:
    """Whether a sentence, up to what it tells, says that it is another matter: `separately`."""
    return bool(_SEPARATE.search(before))


def is_rate(sentence: str) -> bool:
    """Whether numbers in a sentence are for each of several: `each mule carried two`."""
    return bool(_RATE.search(sentence))


def is_same_time(phrase: str) -> bool:
    """Whether a date only points back: `the same night`."""
    return bool(_SAME_TIME.search(phrase))


def is_time_on(phrase: str) -> bool:
    """Whether a date goes on from the one told before: `the next morning`, `a week later`."""
    return bool(_TIME_ON.search(phrase))


def is_such(phrase: str) -> bool:
    """Whether a phrase is for things like those spoken of, not for those: `the same missiles`."""
    return bool(_SUCH.search(phrase))


def recalls(sentence: str) -> bool:
    """Whether an outlet speaks of what it told before: `in our issue of 8 July we wrote`."""
    return bool(_RECALLS.search(sentence))


def adds(sentence: str) -> bool:
    """Whether a sentence adds to what was told: `also`, `as well`."""
    return bool(_ADDS.search(sentence))


def corrects(passage: str) -> bool:
    """Whether a headline or sentence puts an earlier figure right."""
    return bool(_CORRECTS.search(passage))


def is_other(before: str, phrase: str) -> bool:
    """Whether a phrase brings in somebody or something else: `another Laredo man`."""
    return bool(_OTHER.match(phrase) or _OTHER_BEFORE.search(before[-20:]))


def is_before(phrase: str) -> bool:
    """Whether a date is told as earlier than what was spoken of: `two summers earlier`."""
    return bool(_BEFORE.search(phrase))
