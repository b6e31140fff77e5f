"""Words that say what sort of thing a name names, in the languages names come in.

`Kata'ib Hizballah` and `Hizballah Brigades` differ in order and language; `Kata'ib Hizballah` and
`Hizballah` differ in substance. So a word of sort is a class: classes must agree between two names,
and only the weak ones (movement, organisation) may be left out.
"""
# ruff: noqa: SIM905 (lists of words read best as words)

from headstamp.resolve.names.skeleton import skeleton

GROUP_WORDS: dict[str, frozenset[str]] = {}
"""A folded word → the classes it may stand for: `liwa` is a brigade or a division."""

_CLASSES = """
brigade: brigade liwa lwa tugay
brigades: brigades battalions kataib kataeb ktaib ketaeb katibat saraya sraya alwiya alwya companies
battalion: battalion katiba katibah katibat ktyba ktybh khatiba taburu bataljon batalon
regiment: regiment polk fawj fwj
division: division firqa firqah firqat frqh frq liwa lwa
lashkar: lashkar lshkr
army: army jaysh jaish jeish jysh artesh artsh armiya ejercito armee jaish
front: front jabhat jabha jbhh jbh jebhe frente cephe
party: party hizb hizbul hezb hzb partiya partido parti
soldiers: soldiers jund jnd
supporters: supporters partisans ansar ansr ansarul
forces: forces force quwat qwat niru nyrwy nyrw sily fuerzas militias militia
guard: guard guards haras hrs sepah sipah spah
corps: corps legion faylaq failaq fylq
league: league asaib asbat esbh
committee: committee council majlis mjls hayat hyyh hyy haya
state: state dawla dwlh dwl
emirate: emirate emirat imarat amarat amart emaret
association: association jamiat jamiyat jamiyyat jmyt
network: network shabaka shabakeh shbkh shbk set
jihad: jihad jhad cihad
resistance: resistance muqawama mqawmh
"""
_WEAK = """
movement: movement harakat harakah haraka hrkh hrk hareket jonbesh jnbsh dvizhenie
movement: movimiento mouvement
organisation: organisation organization munazzamat mnzmh mnzm sazman organizatsiya
organisation: tanzim tnzym group
group: jamaat jamaa jmah jmaa jma groupe grupo gruppa
"""
WEAK = frozenset({"movement", "organisation", "group"})


def _read(table: str) -> None:
    for line in table.strip().splitlines():
        name, _, listed = line.partition(":")
        for word in listed.split():
            GROUP_WORDS[word] = GROUP_WORDS.get(word, frozenset()) | {name}


_read(_CLASSES)
_read(_WEAK)

_BONES: dict[str, frozenset[str]] = {}
for _word, _found in GROUP_WORDS.items():
    if len(skeleton(_word)) > 2:
        _BONES[skeleton(_word)] = _BONES.get(skeleton(_word), frozenset()) | _found


def classes_of(word: str, vowelled: bool) -> frozenset[str] | None:
    """What sort of thing a word says, None for a word that names; without vowels by skeleton."""
    if word.endswith("allah"):
        return None
    return GROUP_WORDS.get(word) or (None if vowelled else _BONES.get(skeleton(word)))


_MEANINGS = """
islam: islamic islami islamiya islamiyya islamiyah
nasr: victory | fath: conquest | shuhada: martyrs | haqq: truth righteous | fajr: dawn
tawhid: monotheism | wahda: unity | asad: lion | usud: lions | suqour: falcons hawks
sham: levant | quds: jerusalem | watan: homeland | thawra: revolution | rasul: messenger
hurriya: freedom | karama: dignity | salam: peace | adl: justice | sadiqin: truthful
ahrar: freemen | hurras: guardians | din: religion | muhajirin: emigrants | janub: south
shamal: north | sharq: east | gharb: west | mukhtar: chosen | huda: guidance | nur: light
"""
_MEANING = {
    english: arabic.strip()
    for line in _MEANINGS.replace("\n", "|").split("|")
    if ":" in line
    for arabic, _, listed in (line.partition(":"),)
    for english in listed.split()
}


def meaning(word: str, vowelled: bool) -> str:
    """The Arabic word that an English one translates in groups' names, else the word itself."""
    if vowelled:
        return _MEANING.get(word, word)
    return "islam" if word in ("aslamy", "aslamyh", "aslamyyh") else word


HONOURS = frozenset("martyr shahid shaheed shhyd imam amam".split())
"""What a group's name may bear beside a person's: `al-Shahid Izz al-Din al-Qassam`."""

EMPTY = frozenset("the of and for in al el ul ol wal wa u e i ye de la du des der l d s y".split())
ASSIMILATED = frozenset("ad ed as es ash esh an en ar er at et az ez ud ur uz us un ush".split())
"""Arabic articles before a sun letter; empty only between two words."""
FILLERS = frozenset(
    "gen general maj major col colonel lt lieutenant brig brigadier capt captain sgt marshal "
    "field cmdr commander admiral dr mr mrs ms president minister sheikh shaykh sheik shaikh "
    "mullah mulla molla maulvi mawlawi hajj haji hajji ayatollah sayyid sayyed seyed syed sardar "
    "imam prince king former late jr sr".split()
)
"""Titles, which are no part of a person's name."""
WEAPON_FILLERS = frozenset(
    "missile missiles rocket rockets rifle rifles drone drones uav uavs system systems launcher "
    "launchers class type series family loitering munition ballistic cruise tank tanks gun "
    "machine assault anti surface to air".split()
)
APART = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("saleh salih salih slh", "salah slah"),
        ("omar umar omer", "amr amro amru"),
        ("hamed hamid", "hamad hamd"),
        ("jaber jabir", "jabbar jabar"),
        ("naser nasser nasir", "nassar nasar"),
    )
)
"""Given names that differ by one vowel and are two names."""

PLACE_FILLERS = frozenset(
    "city town village port airport harbour harbor crossing strait province governorate".split()
)
