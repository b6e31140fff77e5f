"""The words of quantities: vague amounts, hedges, shares. docs/quantities.md shows each table."""

SHARE = "share"
PER_CENT = "per cent"

VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 99), "several dozen": (24, 99), "a few dozen": (24, 99), "few dozen": (24, 99),
    "some dozens": (24, 99), "scores": (40, 99), "tens": (20, 99),
    "hundreds": (200, 999), "several hundred": (200, 900), "a few hundred": (200, 900),
    "few hundred": (200, 900), "thousands": (2_000, 9_999), "several thousand": (2_000, 9_000),
    "a few thousand": (2_000, 9_000), "few thousand": (2_000, 9_000),
    "tens of thousands": (20_000, 99_999), "dozens of thousands": (24_000, 99_999),
    "hundreds of thousands": (200_000, 999_999), "several hundred thousand": (200_000, 900_000),
    "a few hundred thousand": (200_000, 900_000), "millions": (2e6, 9_999_999),
    "several million": (2e6, 9e6), "a few million": (2e6, 9e6), "tens of millions": (2e7,
    99_999_999), "hundreds of millions": (2e8, 999_999_999), "several hundred million": (2e8, 9e8),
    "billions": (2e9, 9_999_999_999), "several billion": (2e9, 9e9), "a few billion": (2e9, 9e9),
    "tens of billions": (2e10, 99_999_999_999), "several": (2, 9), "a few": (2, 9), "few": (2, 9),
    "a handful": (2, 9), "handful": (2, 9), "a couple of dozen": (24, 24), "couple of dozen": (24,
    24), "a couple of hundred": (200, 200), "couple of hundred": (200, 200),
    "a couple of thousand": (2_000, 2_000), "couple of thousand": (2_000, 2_000),
    "a couple": (2, 2), "couple": (2, 2), "single figures": (1, 9), "single digits": (1, 9),
    "double figures": (10, 99), "double digits": (10, 99), "ones and twos": (1, 2),
    "twos and threes": (2, 3), "threes and fours": (3, 4),
}  # fmt: skip
"""Least and most; a plural runs to where the next word would be said. All are approximate."""

EXACT: dict[str, float] = {
    "none": 0, "no": 0, "not one": 0, "not a single": 0, "not a": 0, "nothing": 0, "nil": 0,
    "both": 2, "a pair": 2, "pair": 2, "a brace": 2, "brace": 2, "a single": 1, "single": 1,
    "sole": 1, "lone": 1, "free": 0, "free of charge": 0, "gratis": 0,
    "another": 1, "once": 1, "twice": 2, "thrice": 3,
}  # fmt: skip
UNCOUNTED: dict[str, float] = {
    "some": 1, "at least some": 1,
    **dict.fromkeys(
        ("many", "a great many", "great many", "a good many", "very many", "numerous",
         "countless", "plenty", "lots", "a lot", "various", "a number", "number", "others",
         "a certain number", "certain number", "a small number", "small number", "small numbers",
         "a large number", "large number", "large numbers", "a growing number", "growing number",
         "increasing numbers", "any number", "multiple"), 2),
}  # fmt: skip
"""Least of what is only said to be there; open above. A plural is two at least."""

OCCASIONS = ("once", "twice", "thrice")

SHARES: dict[str, tuple[float, float]] = {
    "most": (0.5, 1), "the majority": (0.5, 1), "majority": (0.5, 1), "bulk": (0.5, 1),
    "vast majority": (0.5, 1), "larger part": (0.5, 1), "greater part": (0.5, 1), "mostly": (0.5,
    1), "better part": (0.5, 1), "nearly all": (0.9, 1), "almost all": (0.9, 1), "all": (1, 1),
    "entire": (1, 1), "whole": (1, 1), "full amount": (1, 1), "almost entirely": (0.9, 1),
    "a part": (0, 1), "part": (0, 1), "in part": (0, 1), "partly": (0, 1), "some part": (0, 1),
    "a good part": (0, 1), "good part": (0, 1), "a large part": (0, 1), "large part": (0, 1),
    "a small part": (0, 1), "small part": (0, 1), "the rest": (0, 1), "rest": (0, 1),
    "some of the rest": (0, 1), "the remainder": (0, 1), "remainder": (0, 1), "the balance": (0, 1),
    "balance": (0, 1), "a share": (0, 1), "share": (0, 1), "a growing share": (0, 1),
    "growing share": (0, 1), "a portion": (0, 1), "portion": (0, 1), "much": (0, 1),
}  # fmt: skip
"""Shares of something said elsewhere, 1 for the whole."""

FRACTION_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip

HEDGES: dict[str, str] = {
    **dict.fromkeys(
        ("more than", "over", "above", "exceeding", "upwards of", "upward of", "in excess of",
         "well over", "just over", "slightly more than", "slightly over", "north of", "well above",
         "greater than", "a little over", "a little more than", "a bit over", "rather more than",
         "somewhat over", "far more than", "well beyond", ">"), "more"),
    **dict.fromkeys(
        ("at least", "no fewer than", "not fewer than", "no less than", "not less than",
         "a minimum of", "minimum of", "≥", "as few as", "not under", "not below",
         "never fewer than", "never less than"), "least"),
    **dict.fromkeys(
        ("fewer than", "less than", "under", "below", "just under", "slightly under", "well under",
         "well below", "<", "not quite", "a little under", "a little less than",
         "slightly less than", "slightly fewer than", "far fewer than", "far less than"), "fewer"),
    **dict.fromkeys(
        ("up to", "at most", "no more than", "not more than", "a maximum of", "maximum of",
         "as many as", "as much as", "anything up to", "no higher than", "≤", "not even",
         "never more than", "never over", "so much as"), "most"),
    **dict.fromkeys(
        ("about", "around", "roughly", "approximately", "some", "an estimated", "estimated",
         "nearly", "almost", "barely", "hardly", "close to", "perhaps", "maybe", "possibly",
         "probably", "reportedly", "something like", "in the region of", "in the order of",
         "on the order of", "circa", "ca.", "c.", "ca", "~", "≈", "nearer to", "nearer", "near",
         "approaching", "virtually", "an average of", "average of", "apparently", "a good", "good",
         "practically", "a possible", "possible"), "about"),
    **dict.fromkeys(
        ("only", "just", "exactly", "precisely", "a total of", "total of", "a further", "further",
         "another", "an additional", "additional", "extra", "the first", "first", "the last",
         "last", "next", "remaining", "the other", "other", "earlier", "all", "fully", "of", "the",
         "a mere", "mere", "altogether", "these", "those", "a", "an", "sold for", "worth",
         "a combined", "combined", "a record", "its", "their", "final", "the final", "the next",
         "the remaining", "a paltry", "a token", "a full", "an initial", "initial", "somewhere"),
        "same"),
}  # fmt: skip
"""What a word before the amount does to it: more, least, fewer and most open one end."""

AFTERTHOUGHTS: dict[str, str] = {
    "or more": "least", "or so": "about", "or thereabouts": "about", "at least": "least",
    "at most": "most", "or fewer": "most", "or less": "most", "at minimum": "least", "+": "least",
    "plus": "least", "more or less": "about", "-ish": "about", "ish": "about", "-plus": "least",
    "and counting": "least", "approx": "about", "approximately": "about",
}  # fmt: skip

REFUSED: dict[str, str] = {
    **dict.fromkeys(
        ("quantity", "a quantity", "small quantity", "large quantity", "small quantities",
         "large quantities", "quantities", "small amounts", "amount", "sum", "any", "figure",
         "symbolic quantity", "money", "cash", "funds", "enough", "little"),
        "says that there is some, not how much"),
    **dict.fromkeys(
        ("more", "fewer", "less", "far fewer", "far more", "many more", "as many", "as much",
         "as many more", "so many", "not so many", "equal number", "an equal number",
         "smaller quantity", "double",
         "twice as much", "twice as many", "half as many", "extra batch"),
        "compares with an amount said elsewhere"),
    **dict.fromkeys(
        ("unknown number", "an unknown number", "undisclosed number", "unspecified number",
         "undisclosed sum", "unstated number", "unspecified quantity", "how many", "how much",
         "an undisclosed number", "an unspecified number", "an unknown quantity",
         "unknown quantity", "undetermined quantity", "an undetermined quantity", "unknown no",
         "a further unknown number", "further unknown number", "too few",
         "too many", "undisclosed amount", "an undisclosed sum", "an undisclosed amount"),
        "says that the amount is not known"),
}  # fmt: skip
