"""What is measured in: mass, length, packages, formations and money, each by one name.

Nothing is converted. `$` and `dollars` without more are the United States' by the custom of the
press; `pounds` without a sign may be of money or of mass, and stay `pound`.
"""

import re
from dataclasses import dataclass

_MEASURES = {
    "tonne": "tonnes|tonne|metric tons|metric ton|metric tonnes|mt|t",
    "ton": "tons|ton", "kilogram": "kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo|kgs|kg",
    "gram": "grams|gram|grammes|gramme|g", "pound": "pounds|pound|lbs|lb",
    "ounce": "ounces|ounce|oz", "stone": "stone",
    "hundredweight": "hundredweights|hundredweight|cwt",
    "kilometre": "kilometres|kilometre|kilometers|kilometer|kms|km",
    "metre": "metres|metre|meters|meter", "centimetre": "centimetres|centimetre|centimeters|cm",
    "mile": "miles|mile", "nautical mile": "nautical miles|nautical mile|nm",
    "foot": "feet|foot|ft", "litre": "litres|litre|liters|liter", "gallon": "gallons|gallon",
    "barrel": "barrels|barrel|bbl", "per cent": "per cent|percent|pct|%",
    "percentage point": "percentage points|points",
}  # fmt: skip
_PACKAGES = (
    "crate", "box", "case", "container", "truckload", "lorryload", "lorry-load", "shipload",
    "planeload", "plane-load", "boatload", "camel-load", "cartload", "trainload", "carload", "load",
    "batch", "round", "sack", "bag", "drum", "carton", "tin", "consignment", "shipment", "cargo",
    "set", "belt", "magazine", "pallet", "parcel", "block", "lot", "package", "packet", "bundle",
    "chest", "trunk", "canister", "roll", "sheet", "delivery", "tranche", "flight", "convoy",
    "lorry", "truck", "wagon", "trailer", "row", "rack", "column", "clip", "piece", "unit", "item",
    "battery", "squadron", "regiment", "battalion", "brigade", "division", "company", "platoon",
    "flotilla", "occasion", "coil", "time", "trip", "journey", "voyage", "stage", "cache", "dump",
    "vial",
)  # fmt: skip
_ABBREVIATED = {"rds": "round", "rd": "round", "pcs": "piece", "pc": "piece", "nos": "", "no": "",
                "ctns": "carton", "bxs": "box", "times": "time", "lorries": "lorry"}  # fmt: skip
_SIGNS = {
    "us$": "US dollar", "$": "US dollar", "a$": "Australian dollar", "au$": "Australian dollar",
    "c$": "Canadian dollar", "ca$": "Canadian dollar", "nz$": "New Zealand dollar",
    "hk$": "Hong Kong dollar", "s$": "Singapore dollar", "nt$": "New Taiwan dollar",
    "r$": "Brazilian real", "£": "pound sterling", "€": "euro", "¥": "yen or yuan",
    "₹": "Indian rupee", "₦": "naira", "₽": "rouble", "₩": "won", "₪": "shekel",
    "₺": "Turkish lira", "₴": "hryvnia", "৳": "taka", "฿": "baht", "₫": "dong",
    "₱": "Philippine peso", "rs": "rupee", "rs.": "rupee", "rp": "rupiah", "dm": "Deutschmark",
    "r": "rand", "kshs": "Kenyan shilling", "ksh": "Kenyan shilling", "n": "naira",
}  # fmt: skip
_CODES = {
    "usd": "US dollar", "eur": "euro", "gbp": "pound sterling", "aud": "Australian dollar",
    "cad": "Canadian dollar", "nzd": "New Zealand dollar", "chf": "Swiss franc",
    "sek": "Swedish krona", "nok": "Norwegian krone", "dkk": "Danish krone", "pln": "zloty",
    "czk": "Czech koruna", "huf": "forint", "ron": "Romanian leu", "bgn": "lev", "rub": "rouble",
    "uah": "hryvnia", "try": "Turkish lira", "ils": "shekel", "nis": "shekel",
    "inr": "Indian rupee", "pkr": "Pakistani rupee", "lkr": "Sri Lankan rupee", "bdt": "taka",
    "mmk": "kyat", "irr": "Iranian rial", "iqd": "Iraqi dinar", "lyd": "Libyan dinar",
    "kwd": "Kuwaiti dinar", "jod": "Jordanian dinar", "tnd": "Tunisian dinar",
    "dzd": "Algerian dinar", "syp": "Syrian pound", "lbp": "Lebanese pound",
    "egp": "Egyptian pound", "sdg": "Sudanese pound", "ssp": "South Sudanese pound",
    "yer": "Yemeni rial", "sar": "Saudi riyal", "qar": "Qatari riyal", "aed": "UAE dirham",
    "mad": "Moroccan dirham", "ngn": "naira", "kes": "Kenyan shilling", "ugx": "Ugandan shilling",
    "tzs": "Tanzanian shilling", "etb": "birr", "zar": "rand", "xof": "CFA franc",
    "xaf": "CFA franc", "cdf": "Congolese franc", "rwf": "Rwandan franc", "jpy": "yen",
    "cny": "yuan", "rmb": "yuan", "krw": "won", "twd": "New Taiwan dollar", "thb": "baht",
    "idr": "rupiah", "php": "Philippine peso", "vnd": "dong", "mxn": "Mexican peso",
    "cop": "Colombian peso", "brl": "Brazilian real", "ars": "Argentine peso", "afn": "afghani",
    "sgd": "Singapore dollar", "myr": "ringgit", "amd": "dram", "azn": "manat", "gel": "lari",
    "kzt": "tenge", "dem": "Deutschmark", "frf": "French franc", "bef": "Belgian franc",
    "itl": "Italian lira", "esp": "peseta", "pgk": "kina", "bwp": "pula", "ghs": "cedi",
    "zmw": "kwacha", "mwk": "Malawian kwacha", "gtq": "quetzal", "hnl": "lempira",
    "pen": "Peruvian sol", "pyg": "guarani", "ves": "bolivar", "nad": "Namibian dollar",
    "mvr": "rufiyaa", "npr": "Nepalese rupee", "omr": "Omani rial", "bhd": "Bahraini dinar",
}  # fmt: skip
_CURRENCIES = {
    "US dollar": "dollars|dollar|bucks", "euro": "euros|euro", "cent": "cents|cent",
    "franc": "francs|franc", "pound sterling": "pounds sterling|sterling|quid",
    "dinar": "dinars|dinar", "naira": "naira", "rupee": "rupees|rupee", "rial": "rials|rial",
    "riyal": "riyals|riyal", "dirham": "dirhams|dirham", "peso": "pesos|peso",
    "lira": "liras|lire|lira", "rouble": "roubles|rouble|rubles|ruble",
    "hryvnia": "hryvnias|hryvnia|hryvni", "zloty": "zlotys|zloty", "krona": "kronor|krona",
    "krone": "kroner|krone", "koruna": "korunas|koruna|crowns", "yen": "yen",
    "yuan": "yuan|renminbi", "won": "won", "baht": "baht", "taka": "taka", "kyat": "kyats|kyat",
    "shilling": "shillings|shilling", "shekel": "shekels|shekel", "birr": "birr",
    "metical": "meticais|metical", "mark": "marks|mark|deutschmarks", "rupiah": "rupiah",
    "afghani": "afghanis|afghani|afs", "real": "reais", "colon": "colones", "rand": "rands|rand",
    "toman": "tomans|toman", "forint": "forints|forint", "leu": "lei", "lev": "leva",
    "dong": "dong", "kwacha": "kwacha", "cedi": "cedis|cedi", "dalasi": "dalasi", "tenge": "tenge",
    "som": "som", "guarani": "guaranies", "sol": "soles", "bolivar": "bolivars|bolivares",
    "ruffiyaa": "rufiyaa", "kina": "kina", "pula": "pula", "quetzal": "quetzales|quetzal",
    "lempira": "lempiras|lempira", "peseta": "pesetas|peseta", "dram": "drams|dram",
    "manat": "manats|manat", "lari": "laris|lari", "escudo": "escudos|escudo",
    "ouguiya": "ouguiyas|ouguiya", "ariary": "ariary", "ringgit": "ringgit",
}  # fmt: skip

_NATION = (
    r"(?:(?P<nation>cfa|swiss|us|u\.s\.|american|hong kong|new zealand|west african|south sudanese"
    r"|sri lankan|[a-z]{3,}(?:an|ese|ish|ic|i|ine)) )?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name, whether it comes in whole numbers, and what of the words is left behind it."""

    name: str | None
    counts: bool
    rest: str


def _listed(names: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in names.items() for word in words.split("|")}


def _plurals(name: str) -> tuple[str, ...]:
    if name.endswith("y"):
        return name, f"{name[:-1]}ies"
    return name, name + ("es" if name.endswith(("x", "ch", "s", "o")) else "s")


MEASURES = _listed(_MEASURES)
PACKAGES = {word: name for name in _PACKAGES for word in _plurals(name)} | _ABBREVIATED
CURRENCIES = _listed(_CURRENCIES)
SIGNS, CODES = _SIGNS, _CODES


def _any(words: "dict[str, str]") -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGN = re.compile(
    rf"(?:(?P<sign>{_any(SIGNS)})(?= ?\d)|(?P<code>{_any(CODES)}) ?(?=\d)"
    rf"|(?P<name>{_any(CURRENCIES)}) (?=\d)|(?P<letter>[pk])(?=\d{{1,3}},\d{{3}}))[ ]?"
)
_LETTERS = {"p": "peso or pula", "k": "kina or kwacha"}
_MEASURE = re.compile(rf"[- ]?(?P<unit>{_any(MEASURES)})(?![\w])")
_PACKAGE = re.compile(rf"[- ]?(?:[a-z]+ )??(?P<unit>{_any(PACKAGES)})(?:' worth)?(?![\w-])")
_MONEY = re.compile(
    rf"[- ]?{_NATION}(?:(?P<unit>{_any(CURRENCIES)})|(?P<code>{_any(CODES)}))(?!\w)"
)


def sign_before(text: str) -> Unit | None:
    """The currency whose sign or code stands before a figure."""
    match = _SIGN.match(text)
    if match is None:
        return None
    names = {"sign": SIGNS, "code": CODES, "name": CURRENCIES, "letter": _LETTERS}
    name = next(known[match[part]] for part, known in names.items() if match[part])
    return Unit(name, counts=False, rest=text[match.end() :])


def unit_after(text: str) -> Unit:
    """The unit that stands after a figure; without one, things are counted."""
    money = _MONEY.match(text)
    if money:
        name = CODES[money["code"]] if money["code"] else _national(money["nation"], money["unit"])
        return Unit(name, counts=False, rest=text[money.end() :])
    measure = _MEASURE.match(text)
    if measure:
        return Unit(MEASURES[measure["unit"]], counts=False, rest=text[measure.end() :])
    package = _PACKAGE.match(text)
    if package:
        return Unit(PACKAGES[package["unit"]] or None, counts=True, rest=text[package.end() :])
    return Unit(None, counts=True, rest=text)


def _national(nation: str | None, word: str) -> str:
    """`Libyan dinar`; dollars are American unless they are said to be others."""
    name = CURRENCIES[word]
    if nation in {None, "us", "u.s.", "american"}:
        return name
    adjective = "CFA" if nation == "cfa" else str(nation).title()
    return f"{adjective} {name.removeprefix('US ')}"
