"""The words around a party's name: organs of a state, its people, and words that name nobody."""
# ruff: noqa: SIM905 (lists of words read best as words)

import re

GOVERNMENT = frozenset(
    "government govt governments regime administration state authorities leadership side "
    "federation kingdom emirate sultanate monarchy republic junta".split()
)
"""`the Iranian government` is Iran."""

PEOPLE = frozenset(
    "official officials officer officers diplomat diplomats leader leaders president premier "
    "minister ministers envoy envoys ambassador delegation negotiators representatives "
    "representative authority rulers spokesman spokeswoman spokesperson spokesmen adviser advisers "
    "advisor advisors instructors trainers personnel crews diplomats general generals colonel "
    "commanders negotiator government-in-exile king emir sultan vice-president".split()
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
    "garrisons": "armed forces", "peacekeepers": "armed forces",
    "parliament": "parliament", "embassy": "embassy",
    "interior department": "ministry of the interior", "constabulary": "police",
    "foreign office": "foreign ministry", "ministry of foreign affairs": "foreign ministry",
    "customs office": "customs", "customs authority": "customs", "border troops": "border guard",
    "frontier guards": "border guard", "military police": "military police",
    "general staff": "general staff", "military intelligence": "military intelligence",
    "army headquarters": "army", "army depots": "army", "mod": "ministry of defence",
    "home ministry": "ministry of the interior", "home office": "ministry of the interior",
    "police force": "police", "police service": "police", "police forces": "police",
    "people's army": "army", "justice ministry": "ministry of justice",
    "ministry of justice": "ministry of justice",
    "trade ministry": "ministry of trade", "ministry of trade": "ministry of trade",
    "ministry of interior": "ministry of the interior",
}  # fmt: skip
"""What a state has, as it is called → the name of the child under the state."""

NOBODY = frozenset(
    "it they them he she him her who whom which that those these this we us you i me one someone "
    "somebody nobody anyone anybody everyone whoever others other himself themselves".split()
)

SOLDIERS = {
    "paratroopers": "army",
    "paras": "army",
    "commandos": "armed forces",
    "gunners": "armed forces",
    "airmen": "air force",
    "sailors": "navy",
    "conscripts": "armed forces",
    "pilots": "air force",
    "guardsmen": "national guard",
    "gendarmes": "gendarmerie",
    "policemen": "police",
    "soldier": "armed forces",
    "servicemen": "armed forces",
    "reservists": "armed forces",
    "warships": "navy",
    "ships": "navy",
    "warship": "navy",
    "frigates": "navy",
    "jets": "air force",
    "warplanes": "air force",
    "naval commandos": "navy",
    "customs men": "customs",
    "customs officers": "customs",
    "customs officials": "customs",
    "police officers": "police",
    "army officers": "army",
    "coast guards": "coast guard",
    "marine": "marines",
    "police officer": "police",
    "military officers": "armed forces",
    "intelligence officials": "intelligence service",
    "intelligence officers": "intelligence service",
    "border guards": "border guard",
    "guards": "armed forces",
    "batteries": "armed forces",
    "positions": "armed forces",
}
"""Those who serve → the organ they serve in."""

MEMBERS = frozenset(
    "personnel people men man boys technicians technician quartermaster quartermasters cell cells "
    "emissaries instructors instructor trainers colonel commander commanders leaders leader column "
    "loyalists spokesman spokeswoman spokesperson spox official officials adviser advisers cadres "
    "emissary courier couriers envoy envoys trainees recruits sailors crews crew team teams patrol "
    "patrols convoy gunners operatives operative agents agent sources source statement communique "
    "deputies deputy general generals lieutenant captain sergeant negotiators negotiator delegates "
    "inspectors inspector experts expert panel monitors monitor investigators report reports "
    "representative representatives engineers staff observers peacekeepers troops soldiers patrol "
    "media website channel page account diplomats diplomat officer officers squad squads veterans "
    "authorities lawmakers chief head boats boat camp camps depot depots headquarters office "
    "director chairman secretary-general council politburo member warehouse warehouses positions "
    "gunmen partisans guerrilleros drivers workshops workshop".split()
)
"""Who or what acts and speaks for the party named beside it."""

LOCATED = GOVERNMENT | frozenset(
    "official officials minister ministers leader leaders rulers ruler president premier".split()
)
"""Who in a capital (`officials in Kyiv`) can be taken for the state's."""

LAST = re.compile(r"\s+(?:and|or|&)\s+(?:the\s+)?")

SPLINTER = frozenset(
    "former ex dissident dissidents deserter deserters defector defectors renegade renegades "
    "splinter breakaway rival rivals offshoot mutineers opponents opponent enemies enemy allies "
    "ally affiliated affiliate affiliates proxies proxy linked those anyone nobody exile exiled "
    "captured retired dismissed opposition anti suspected supporters supporter sympathisers "
    "relatives deserted departing allied loyal close".split()
)
"""Words of those who are not, or no longer, the party named beside them."""

UNITS = re.compile(
    r"\b(?:brigades?|divisions?|battalions?|regiments?|regt|corps|units?|fleet|squadrons?|compan(?:y|ies)"
    r"|command|army|armies|forces?|fronts?|wing|bloc|column|"
    r"military region|military district|base|garrison|"
    r"guards?|rangers|rifles|navy|police|gendarmerie|militia|battery|flotilla|platoon|detachment|"
    r"militias|commandos|contingents?|defen[cs]e|marines)$"
)
AGENCIES = re.compile(
    r"\b(?:ministry|department|directorate|embassy|consulate|mission|commission|council|committee|"
    r"agency|bureau|court|parliament|congress|senate|assembly|treasury|"
    r"inspectorate|prosecutor's office|"
    r"high commission|cabinet|legislature|secretariat|national bank|central bank|customs service)$"
    r"|^(?:ministry|department|directorate|office|institute|agency|bureau|embassy|mission)"
    r" (?:of|for|in|to)\b"
)
PARTS = re.compile(
    r"\b(?:wing|branch|arm|faction|office|bureau|leadership|political bureau|media office|radio|"
    r"procurement office|supply office|committee|council|section|media|finance ministry|post)$"
)
"""What a unit, an agency, a part of a group is called; the words end in it."""

STATE_MEDIA = re.compile(
    r"(?:official |semi-official )?(?:state|state-run|government|state-owned|official)[- ]"
    r"(?:television|tv|radio|media|news agency|broadcaster|newspaper|press|run media)"
)
GOVERNING = re.compile(
    r"^(?:(?:military|interim|transitional|new|current|caretaker|provisional|federal|central|"
    r"ruling|military-led|elected|unity|national unity|de facto|recognised|then|local|communist|"
    r"royal)\s+)+"
)

_CALLED = (
    r"(?:backed|aligned|linked|supported|sponsored|allied|funded|armed|trained|affiliated|led|"
    r"controlled|based|held)"
)
BACKED = re.compile(
    rf"^(?:\S+(?: \S+)?-(?:{_CALLED})|[A-Z]\S+ (?:{_CALLED}))\s+"
    r"(?!(?:in|by|at|to|with|from)\b)(?=\S)"
)
SO_CALLED = re.compile(
    r"^(?:(?:so-called|pro-\S+|anti-\S+|neighbou?ring|then|allied|rebel|terrorist|militant|insurgent|"
    r"armed|paramilitary|outlawed|separatist|jihadist|jihadi|rogue|late|new|local|communist|nearby|"
    r"ally|unnamed|unidentified|senior|same|powerful|young|fleeing|returning|old|ruling|main|friendly|"
    r"Islamist|Shiite|Shia|Shi'ite|Sunni|Maoist|Royal|Marxist|militia|"
    r"self-declared|self-styled|unrecognised|top|Kurdish|Palestinian|Tuareg|Druze|Turkmen)\s+)+(?=\S)"
)
WHOEVER = FIGHTERS | MEMBERS | PEOPLE | GOVERNMENT
NUMBERED = re.compile(
    r"^(?:(?:about|some|nearly|almost|over|at least|more than|around|up to)\s+)?"
    r"(?:\d[\d,.]*|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|several|many|"
    r"thousands of|a few|few|various|both|other|Two|Three|Four|Five|Six|Several|Some)\s+(?=\S)"
)
FORMERLY = re.compile(r"^(?:former|ousted|ex-|late|exiled|deposed|retired|defeated)[- ]?\s*(?=\S)")
MEMBERS_OF = re.compile(
    r"^(?P<group>(?:(?:[a-z'-]+|\d[\d,.]*)\s+)*?"
    r"(?P<kind>" + "|".join(sorted(map(re.escape, WHOEVER))) + r"))\s+"
    r"(?P<link>of|for|from|with|in|at)\s+(?:the\s+)?(?P<whole>[^\W\d_].*)$"
)
OUTLETS = re.compile(
    r"^(?:(?:[\w'-]+ )*?(?:news agency|news wire|newspaper|agency|daily|weekly|broadcaster|channel|"
    r"website|magazine|network|radio|television|outlet|site|wire)\s+(?P<after>[A-Z@].*)"
    r"|(?P<before>[A-Z]\S*(?: [A-Z]\S*)*)'?s? (?:news agency|news wire|newspaper|agency|website|"
    r"network|television|channel|report|reports|correspondent|reporter|story|article|TV|magazine))$"
)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?=\S)")
OF = re.compile(r"\s+of\s+(?:the\s+)?(?=\S)")
PART_PLACE = re.compile(r"\s+(?:in|at|near|on|to|from)\s+(?:the\s+)?[A-Z].*$")
PLACE = re.compile(r"^(?P<name>.+?)\s+(?:in|from|at|inside|of)\s+(?:the\s+)?(?P<place>[^\W\d_].*)$")
APPOSED = re.compile(r"^(?P<name>.+?)\s*(?:\((?P<inside>[^()]+)\)|[,–—]\s+(?P<more>\S.*))$")
ACRONYM = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
ARTICLE = re.compile(
    r"^(?:the|a|an|both|its|their|our|his|her|my|some|all|many|that|this|these|those)\s+(?=\S)",
    re.IGNORECASE,
)
