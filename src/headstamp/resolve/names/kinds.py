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
brigade: brigade liwa lwa tugay tugayi brigada katiba katibah ktyba ktybh katibat
brigades: brigades battalions kataib kataeb ktaib ketaeb katibat saraya sraya alwiya alwiyat alwya
brigades: alwyt companies brigadas
battalion: battalion katiba katibah katibat ktyba ktybh khatiba taburu bataljon batalon tabur
regiment: regiment polk fawj fwj alay
division: division firqa firqah firqat frqh frq liwa lwa diviziya tumeni
lashkar: lashkar lshkr
army: army jaysh jaish jeish jysh artesh artsh armiya ejercito armee ordusu ordu
front: front jabhat jabha jbhh jbh jebhe frente cephe cephesi
party: party hizb hizbul hezb hzb partiya partido parti partisi
soldiers: soldiers jund jnd
supporters: supporters partisans ansar ansr ansarul
forces: forces force quwat quwwat qwat niru nyrwy nyrw sily fuerzas militias militia hezen
forces: kuvvetleri opolchenie
guard: guard guards haras hrs sepah sipah spah spa gvardiya muhafizlari
corps: corps legion faylaq failaq fylq korpus kolordu
league: league asaib asbat esbh
committee: committee council majlis mjls hayat hyyh hyy haya sovet komitet meclisi konseyi shura
state: state dawla dwlh dwl
emirate: emirate emirat imarat amarat amart emaret
association: association jamiat jamiyat jamiyyat jmyt
network: network shabaka shabakeh shbkh shbk set
union: union ittihad athad soyuz birligi
units: units yekineyen wahdat whdat birlikleri
detachment: detachment otryad
jihad: jihad jhad cihad dzhikhad
resistance: resistance muqawama mqawmh mukavemet direnis
"""
_WEAK = """
movement: movement harkat harakat harakah haraka hrkh hrk hareket hareketi jonbesh jnbsh dvizhenie
movement: movimiento mouvement tevgera
organisation: organisation organization munazzamat munazzama mnzmh mnzm sazman organizatsiya
organisation: tanzim tnzym orgutu
group: group jamaat jamaa jmah jmaa jma groupe grupo gruppa gruppirovka pmc chvk
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


def classes_of(word: str, script: str) -> frozenset[str] | None:
    """What sort of thing a word says, None for a word that names.

    By skeleton in scripts without vowels; a Cyrillic `kh` may be an `h`.
    """
    if word.endswith("allah"):
        return None
    found = GROUP_WORDS.get(word)
    if found is None and script == "Cyrl":
        return GROUP_WORDS.get(word.replace("kh", "h"))
    return found or (_BONES.get(skeleton(word)) if script in ("Arab", "Hebr") else None)


HONOURS = frozenset("martyr shahid shaheed shhyd imam amam".split())
"""What a group's name may bear beside a person's: `al-Shahid Izz al-Din al-Qassam`."""

EMPTY = frozenset(
    "the of and for in fi fy al el ul ol wal wa u e i ye de la du des der l d s y".split()
)
ASSIMILATED = frozenset("ad ed as es ash esh an en ar er at et az ez ud ur uz us un ush ut".split())
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
PLACE_FILLERS = frozenset(
    "city town village port airport harbour harbor crossing strait province governorate".split()
)
