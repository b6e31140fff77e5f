"""The words around a party's name: organs of a state, its people, and words that name nobody."""
# ruff: noqa: SIM905 (lists of words read best as words)

import re

GOVERNMENT = frozenset(
    "government govt regime administration state authorities leadership side "
    "federation kingdom emirate".split()
)
"""`the Iranian government` is Iran."""

PEOPLE = frozenset(
    "official officials officer officers diplomat diplomats leader leaders president premier "
    "minister ministers envoy envoys ambassador delegation negotiators representatives "
    "representative authority rulers".split()
)
"""`US officials` speak and act for the state, which is less than the state."""

FIGHTERS = frozenset(
    "fighters fighter rebels rebel militants militant militia militiamen militias forces force "
    "insurgents insurgent guerrillas guerrilla troops soldiers combatants gunmen members "
    "leaders leadership commanders commander movement group groups faction terrorists "
    "organisation organization cartel gang officials units elements officers officer battalion "
    "battalions separatists jihadists side representatives spokesman network coalition "
    "volunteers patrol hunters paramilitaries paramilitary party".split()
)
"""`Houthi fighters`, `the rebel group M23`: words beside a group's name that add nothing to it."""

ORGANS = {
    "army": "army", "armies": "army", "military": "armed forces", "armed forces": "armed forces",
    "forces": "armed forces", "troops": "armed forces", "soldiers": "armed forces",
    "navy": "navy", "naval forces": "navy", "air force": "air force", "coast guard": "coast guard",
    "coastguard": "coast guard", "marines": "marines", "police": "police",
    "national police": "police", "border guards": "border guard", "border guard": "border guard",
    "border police": "border guard", "border service": "border guard", "customs": "customs",
    "customs service": "customs", "intelligence": "intelligence service",
    "intelligence services": "intelligence service", "secret service": "intelligence service",
    "intelligence service": "intelligence service", "security forces": "security forces",
    "security services": "security forces", "special forces": "special forces",
    "presidential guard": "presidential guard", "ground forces": "army", "land forces": "army",
    "defence ministry": "ministry of defence", "defense ministry": "ministry of defence",
    "ministry of defence": "ministry of defence", "ministry of defense": "ministry of defence",
    "interior ministry": "ministry of the interior", "national guard": "national guard",
    "ministry of the interior": "ministry of the interior", "gendarmerie": "gendarmerie",
    "foreign ministry": "foreign ministry", "defence force": "armed forces",
    "defense force": "armed forces", "defence forces": "armed forces", "units": "armed forces",
    "defense forces": "armed forces", "contingent": "armed forces", "garrison": "armed forces",
    "garrisons": "armed forces", "policemen": "police", "airmen": "air force",
    "peacekeepers": "armed forces",
}  # fmt: skip
"""What a state has, as it is called → the name of the child under the state."""

NOBODY = frozenset(
    "it they them he she him her who whom which that those these this we us you i me one someone "
    "somebody nobody anyone anybody everyone whoever others other himself themselves".split()
)

BACKED = re.compile(
    r"(?i)^(?:\S+[- ])(?:backed|aligned|linked|supported|sponsored|allied|funded|armed|trained|"
    r"affiliated|led|controlled|based|held)\s+(?=\S)"
)
SO_CALLED = re.compile(
    r"(?i)^(?:so-called|pro-\S+|anti-\S+|neighbou?ring|then|former|allied|rebel|terrorist|militant|"
    r"Islamist|jihadist|insurgent|armed|paramilitary|outlawed|Shiite|Shia|Shi'ite|Sunni|separatist|"
    r"rogue|late|new|ousted|local|communist|Maoist|nearby|ally|Royal)\s+(?=\S)"
)
POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’])\s+(?P<owned>\S.*)$")
OF = re.compile(r"^(?P<owned>.+?)\s+of\s+(?:the\s+)?(?P<owner>\S.*)$")
PLACE = re.compile(r"^(?P<name>.+?)\s+(?:in|from|at|inside)\s+(?:the\s+)?(?P<place>[^\W\d_].*)$")
APPOSED = re.compile(r"^(?P<name>.+?)\s*(?:\((?P<inside>[^()]+)\)|[,–—]\s+(?P<more>\S.*))$")
