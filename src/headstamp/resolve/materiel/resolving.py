"""Says what materiel words name: a designation of the catalogue, or a sort of arms, or nothing."""

import re

from headstamp.model.values import Category, Materiel, Unresolved
from headstamp.resolve.materiel import registers
from headstamp.resolve.materiel.catalogue import Entry, Owner
from headstamp.resolve.materiel.designation import Token, tokens
from headstamp.resolve.materiel.grammar import Meaning, calibre_mm, meaning
from headstamp.resolve.materiel.naming import LIKE, Naming, namings

_CUT = re.compile(
    r"\s(?:for|from|in|with|w/|to|by|at|on|that|which|who|whose|bound|worth|carrying|carried|"
    r"including|such as|like|made|built|designed|capable|filled|rigged|under|marked|bearing|it|"
    r"he|she|they|left|taken|stolen|of)\b(?![-\d])|\s*(?:,(?!\d{3}\b)|[;(\[–—])",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset((
    "it", "they", "them", "these", "those", "this", "that", "its", "their", "theirs", "his", "her",
    "hers", "he", "she", "which", "what", "who", "one", "ones", "other", "others", "another",
    "some", "any", "all", "both", "neither", "none", "each", "everything", "anything", "nothing",
    "something", "ours", "mine", "same", "rest", "more", "most",
))  # fmt: skip
_MEASURES = ("mm", "x", "caliber", "cal", "nato", "special")
_RIFLE_CARTRIDGES_MM = (5.45, 5.56, 7.62)
_GUNS: tuple[Category, ...] = (
    "small arm", "light weapon", "artillery", "battle tank", "armoured vehicle", "warship",
    "combat aircraft", "attack helicopter", "helicopter", "transport aircraft", "uav",
)  # fmt: skip
IN_GENERAL = "arms-in-general"
"""The rule of words that name arms but no sort of them (`weapons`, `military aid`)."""
_SCORES = {"designation": 0.95, "designation-variant": 0.85, "designation-family": 0.7}


def resolve_materiel(words: str) -> Materiel | Unresolved:
    """What `words` name: the longest designation that fits the head noun, else the head's category.

    `9M133 Kornets` is that missile; `Kornet parts` are a component; `weapons` and `them` are
    Unresolved with the reason.
    """
    core, link, following = _parted(words)
    found = _resolve(tokens(core))
    doubt = isinstance(found, Unresolved) or found.rule == IN_GENERAL
    if doubt and link in ("of", "(", "like", "for"):
        return _of(tokens(core), link, following, found)
    if link in ("of", "(", "like") and isinstance(found, Materiel):
        return _specified(found, following)
    return found


def head_noun(words: str) -> Meaning | None:
    """The meaning of the noun that `words` turn on (`launchers of this type`: `launchers`)."""
    core, _, _ = _parted(words)
    phrase = tokens(core)
    return meaning(phrase, len(phrase))


def _parted(words: str) -> tuple[str, str, str]:
    """The words up to the first preposition, that preposition, and what follows it."""
    phrase = re.sub(r"\s+", " ", words.replace("*", " ")).strip(" .,:;'\"“”‘’«»")
    cut = _CUT.search(phrase)
    if cut is None or not tokens(phrase[: cut.start()]):
        return phrase, "", ""
    return phrase[: cut.start()], cut[0].strip().casefold(), phrase[cut.end() :]


def _specified(materiel: Materiel, following: str) -> Materiel:
    """`frigates of the Reshef class`: the designation after the head, where it is of that sort."""
    if materiel.designation is not None:
        return materiel
    inner = _resolve(tokens(following))
    same = isinstance(inner, Materiel) and inner.category == materiel.category
    return inner if isinstance(inner, Materiel) and same and inner.designation else materiel


def _of(
    holder: list[Token], link: str, held: str, doubt: Materiel | Unresolved
) -> Materiel | Unresolved:
    """`crates of rifles` are rifles, `launchers for Igla missiles` too; `cases for rifles` not."""
    head = meaning(holder, len(holder))
    if head is None or (link == "for" and (head.role == "holder" or head.rule == IN_GENERAL)):
        return doubt
    inner = resolve_materiel(held)
    if isinstance(inner, Unresolved) or (head.admits and inner.category not in head.admits):
        return doubt
    return inner


def _resolve(phrase: list[Token]) -> Materiel | Unresolved:
    joined = _joined(phrase)
    if joined is not None:
        return joined
    names = namings(phrase)
    head = _head(phrase, names)
    if head is not None and head.role == "holder" and head.start > 0:
        inner = _resolve(phrase[: head.start])
        if isinstance(inner, Materiel):
            return inner
    doubt: Unresolved | None = None
    for naming in sorted(names, key=lambda name: name.start - name.end):
        found = _named(naming, head)
        if isinstance(found, Materiel):
            return found
        doubt = doubt or found
    if head is not None and head.category is not None:
        return _generic(head, "ammunition" if _shot(names, head) else head.category)
    return doubt or _by_calibre(phrase, head) or _nothing(phrase, head)


def _joined(phrase: list[Token]) -> Materiel | Unresolved | None:
    """`rifles and mortars`: the category of both, or Unresolved where they differ."""
    places = [place for place, token in enumerate(phrase) if token.key in ("and", "or")]
    if not places or places[-1] + 1 == len(phrase) or places[0] == 0:
        return None
    left, right = phrase[: places[0]], phrase[places[-1] + 1 :]
    first, last = _resolve(left), _resolve(right)
    if isinstance(first, Unresolved) or isinstance(last, Unresolved):
        whole = meaning(left, len(left)) and meaning(right, len(right))
        return Unresolved("the words name more than one sort") if whole else None
    if {first.category, last.category} == {"helicopter", "attack helicopter"}:
        return _bare(first if first.category == "helicopter" else last)
    if first.category != last.category:
        return Unresolved(f"the words name more than one sort: {first.category}, {last.category}")
    return first if first.designation == last.designation else _bare(first)


def _bare(materiel: Materiel) -> Materiel:
    head = Meaning(materiel.category, "", None, "", None, materiel.score, "head-noun", 0)
    return _generic(head, materiel.category)


def _head(phrase: list[Token], names: list[Naming]) -> Meaning | None:
    """The last head noun outside a designation; after it only names and figures may stand."""
    taken = {place for name in names for place in range(name.start, name.end)}
    for end in range(len(phrase), 0, -1):
        if end - 1 in taken:
            if end == len(phrase):
                whole = meaning(phrase, end)
                if whole is not None and whole.category == "explosive":
                    return whole
            continue
        found = meaning(phrase, end)
        if found is not None:
            return found
        last = phrase[end - 1]
        if (
            last.words.islower()
            and last.key.isalpha()
            and last.key not in LIKE
            and len(last.key) > 2
        ):
            return None
    return None


def _named(naming: Naming, head: Meaning | None) -> Materiel | Unresolved | None:
    """What a designation and the head noun say together; None where the head overrules it."""
    if head is not None and head.role == "part" and "component" in (head.admits or ()):
        owners = [owner for owner in naming.owners if owner.entry.category == head.category]
        return _designated(owners[0], naming, "designation", 0.9) if owners else None
    fitting = [owner for owner in naming.owners if _fits(owner.entry, head)]
    if head is not None and not fitting:
        return None
    if len(fitting) > 1 or (fitting[0].shared and _says_nothing(head)):
        usual = [owner for owner in fitting if owner.entry.usual]
        if not usual:
            several = ", ".join(sorted({owner.designation for owner in naming.owners}))
            return Unresolved(f"the name may mean more than one thing: {several}")
        return _designated(usual[0], naming, "designation-usual", 0.6)
    owner = fitting[0]
    if owner.shared:
        return _designated(owner, naming, "designation-by-context", 0.85)
    category = _fired(owner.entry, head)
    return _designated(owner, naming, naming.rule, _SCORES[naming.rule], category)


def _shot(names: list[Naming], head: Meaning) -> bool:
    """Whether the head is what a light weapon fires: `RPG-7 rockets`."""
    owners = [owner for naming in names for owner in naming.owners]
    return head.category == "rocket" and any(
        owner.entry.category == "light weapon" for owner in owners
    )


def _says_nothing(head: Meaning | None) -> bool:
    return head is None or head.admits is None


def _fits(entry: Entry, head: Meaning | None) -> bool:
    """Whether a designation may stand before this head: `Osa launcher`, never `Taurus missiles`."""
    if head is None:
        return True
    if head.role == "round" and entry.category in _GUNS and entry.munition is None:
        return False
    if head.role == "round" and entry.category not in _GUNS:
        return head.category == "ammunition" or entry.category in (head.admits or ())
    if head.admits is None:
        return head.category is None or entry.category == head.category or head.reason == ""
    return entry.category in head.admits or entry.munition in head.admits


def _fired(entry: Entry, head: Meaning | None) -> Category:
    """`Grad rockets` are rockets, `Grads` and `Grad launchers` artillery."""
    if (
        entry.munition
        and head is not None
        and head.role != "launcher"
        and (head.role == "round" or "rocket" in (head.admits or ()))
    ):
        return entry.munition if head.category in ("rocket", "ammunition", None) else entry.category
    return entry.category


def _designated(
    owner: Owner, naming: Naming, rule: str, score: float, category: Category | None = None
) -> Materiel:
    entry = owner.entry
    category = category or entry.category
    family = naming.rule == "designation-family"
    like = naming.like and not entry.family
    low, high = (None, None) if family or like else (entry.range_low_km, entry.range_high_km)
    register = entry.un_register
    if category != entry.category:
        register = registers.un_register(category, range_km=high)
    return Materiel(
        designation=None if like else owner.designation,
        category=category,
        range_low_km=low,
        range_high_km=high,
        un_register=register,
        sipri=entry.sipri if category == entry.category else registers.SIPRI.get(category),
        mtcr=registers.mtcr(category, range_km=high, payload_kg=entry.payload_kg),
        score=0.7 if like else score,
        rule="like-designation" if like else rule,
    )


def _generic(head: Meaning, category: Category) -> Materiel:
    register = head.register or registers.un_register(category)
    return Materiel(
        designation=None,
        category=category,
        range_low_km=None,
        range_high_km=None,
        un_register=None if register == "none" else register,
        sipri=registers.SIPRI.get(category),
        mtcr=None,
        score=head.score,
        rule=head.rule,
    )


def _by_calibre(phrase: list[Token], head: Meaning | None) -> Materiel | None:
    """`7.62 mm` by itself means cartridges; `9 mm` may be a pistol, `82 mm` a mortar."""
    keys = [token.key for token in phrase]
    alone = all(key in _MEASURES or key[0].isdecimal() for key in keys)
    if head is not None or not (keys and alone) or calibre_mm(keys) not in _RIFLE_CARTRIDGES_MM:
        return None
    rounds = Meaning("ammunition", "", None, "round", None, 0.6, "calibre", 0)
    return _generic(rounds, "ammunition")


def _nothing(phrase: list[Token], head: Meaning | None) -> Unresolved:
    if not phrase:
        return Unresolved("there are no words")
    if phrase[-1].key in _ELSEWHERE or phrase[0].key in ("it", "they", "them"):
        return Unresolved("the words point to something said elsewhere")
    if head is not None and head.reason:
        return Unresolved(head.reason)
    if calibre_mm([token.key for token in phrase]) is not None:
        return Unresolved("a calibre alone does not say what has it")
    return Unresolved("no word names arms that the catalogue or the grammar knows")
