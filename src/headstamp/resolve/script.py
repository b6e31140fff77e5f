"""Writes names of four scripts in one alphabet, and cuts them into words.

Arabic and Persian write few vowels, so what comes out is not a transliteration to show but a form
to compare: `كتائب` becomes `ktaib`, `Катаиб` `kataib`, `Kata'ib` `kataib`.
"""
# ruff: noqa: SIM905 (tables of letters read best as letters)

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ARABIC = dict(zip(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیآأإٱؤئةہےٹڈڑںھۀء",
    "a b t t j h kh d dh r z s sh s d t z ` gh f q k l m n h w a y p ch zh g k y "
    "a a a a w y h h y t d r n h h `".split(),
    strict=True,
))  # fmt: skip
_CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїј",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh sh 0 i 0 e yu ya g e i i j".split(),
    strict=True,
))  # fmt: skip
_HEBREW = dict(zip(
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "a b g d h w z h t y k k l m m n n s ` f f ts ts q r sh t".split(),
    strict=True,
))  # fmt: skip
_INITIALS = "g kk n d tt r m b pp s ss 0 j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "0 k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p t".split()
_LETTERS = {
    letter: sound.replace("0", "")
    for table in (_ARABIC, _CYRILLIC, _HEBREW)
    for letter, sound in table.items()
} | {"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}

_JOINERS = re.compile("[\u200c\u200d]")
_SILENT = re.compile("['’‘ʿʾʼ`´ـ\u064b-\u065f\u0670\u200e\u200f]")
_WORD = re.compile(r"[^\W_]+")
_GOD = re.compile(r"(?<=[a-z]{2})(?:[aou]llah?|[aou]lah)$")
"""Spellings of `Allah` at the end of a name: `Hezbollah`, `Hizbullah`, `Abdulla`."""
_BREATH = re.compile("(?<=[دتسكکگز])(?=[هح].)")
"""An `h` that is no part of `dh`, `th`, `sh`: it gets a vowel before it, as `tehran` has."""
_THROAT = re.compile("^ع|ع$")
"""`ع` heard as a vowel: at the edges of a word, where skeletons count vowels."""
_ENDING = re.compile("(?<=..)(?<![يی])[هةۀہ]$")
_ARTICLE = re.compile(r"^(?:وال|ال|لل)(?=\w{2})")


def script(text: str) -> str:
    """The script of the first letter: `Latn`, `Arab`, `Cyrl`, `Hebr`, `Hang`, or `none`."""
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            for word, code in _SCRIPTS:
                if name.startswith(word):
                    return code
            return "other"
    return "none"


_SCRIPTS = (
    ("LATIN", "Latn"), ("ARABIC", "Arab"), ("CYRILLIC", "Cyrl"), ("HEBREW", "Hebr"),
    ("HANGUL", "Hang"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower-case Latin letters and ASCII figures, articles cut off.

    A hyphen parts words; an apostrophe does not. `حزب الله` keeps its second word whole.
    """
    plain = _SILENT.sub("", _JOINERS.sub(" ", unicodedata.normalize("NFKC", text)).casefold())
    found = (_latin(_bare(word)) for word in _WORD.findall(plain))
    return tuple(_owner_of(tuple(word for word in found if word)))


_POSSESSING = re.compile(r"^(?:dhwal|dhul|thul)(?=\w{3})")
_POSSESSOR = frozenset({"dhu", "dhul", "dhw", "dhou", "zu", "zou", "zw", "thu"})


def _owner_of(parts: tuple[str, ...]) -> Iterator[str]:
    """`Dhu al-Fiqar`, `ذو الفقار` and `ذوالفقار` as they are mostly written: `zulfiqar`."""
    ruling = False
    for part in parts:
        if part in _POSSESSOR:
            ruling = True
        elif ruling and part in ("al", "el", "l"):
            continue
        else:
            yield "zul" + part if ruling else _POSSESSING.sub("zul", part)
            ruling = False
    if ruling:
        yield parts[-1]


def _bare(word: str) -> str:
    """An Arabic word without its article; `الله` is a name of its own."""
    if word in ("الله", "اللہ", "لله"):
        return "allah"
    bare = _ENDING.sub("", _BREATH.sub("ي", _ARTICLE.sub("", word)))
    return _THROAT.sub("ا", bare)


def _latin(word: str) -> str:
    whole = word if word.isascii() else "".join(map(_letter, unicodedata.normalize("NFC", word)))
    return _GOD.sub("allah", whole) if len(whole) > 6 else whole


def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _LETTERS:
        return _LETTERS[letter].replace("`", "")
    if "가" <= letter <= "힣":
        place = ord(letter) - ord("가")
        syllable = (_INITIALS[place // 588], _VOWELS[place // 28 % 21], _FINALS[place % 28])
        return "".join(syllable).replace("0", "")
    if letter.isdigit():
        return str(unicodedata.digit(letter, ""))
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() and base.isalnum() else _LETTERS.get(base, letter)


@lru_cache(16_384)
def key(text: str) -> str:
    """What two writings of the very same name share: its words, joined by spaces."""
    return " ".join(word for word in words(text) if word not in ("the", "al", "el"))
