"""What words in groups' names mean: `Army of Victory` is `Jaysh al-Nasr`.

Each line has one meaning, in Arabic and Persian (as written in Latin letters), then in English,
and then in other languages groups name themselves in.
"""

import re

from headstamp.resolve.names.skeleton import skeleton

_MEANINGS = """
islam: islamic islami islamiya islamiyya islamiyah islamskiy islamskaya islamskoe islamiyye
nasr: victory nusra nusrah | fath: conquest | shuhada: martyrs | haqq: truth righteous haq
fajr: dawn | tawhid: monotheism tawheed | wahda: unity unified | asad: lion | usud: lions usood
suqour: falcons hawks suqur suqoor | sham: levant | quds: jerusalem qods kudus | watan: homeland
thawra: revolution revolutionary thawri thawriya | rasul: messenger | hurriya: freedom
karama: dignity | salam: peace | adl: justice | sadiqin: truthful | ahrar: freemen
hurras: guardians | din: religion | muhajirin: emigrants | janub: south southern janubi janubiya
shamal: north northern shimal shamali | sharq: east eastern sharqi sharqiya sharqiyya
gharb: west western gharbi gharbiya | mukhtar: chosen | huda: guidance | nur: light
amaliqa: giants giant | rad: thunder | sayf: sword seif saif | suyuf: swords | rih: wind
asifa: storm aasifa | barq: lightning | nimr: tiger | numur: tigers nimour | dhib: wolf
dhiab: wolves | sahra: desert | jabal: mountain | wadi: valley | sahil: coast coastal sahel sahili
bahr: sea | furat: euphrates | dijla: tigris | shaab: people peoples popular shaabi shabi
difa: defence defense | himaya: protection | inqadh: salvation | tahrir: liberation
islah: reform | inqilab: uprising intifada | muqatilin: fighters muqatilun | fursan: knights
abtal: heroes | abna: sons | ahl: people | mujahidin: mujahideen mujahedin mujahidun mujahedeen
ummah: nation | wafa: loyalty | ahd: covenant | amal: hope | mustaqbal: future | ghadab: anger rage
karar: decision | quwa: power | jadid: new jadida | hurr: free hurra | dimuqrati: democratic
dimuqrati: dimuqratiya | arab: arabi arabiya arabic | qawmi: nationalist qawmiya | watani: national
watani: wataniya wataniyya nacional | ishtiraki: socialist | shuyui: communist komunista
khass: special khassa | intiqali: transitional
thuwar: revolutionaries thuwwar | tarabulus: tripoli | sari: rapid saria
musallah: armed musallaha armadas | amn: security amni
siyasi: political siyasiya | wataniun: patriots | salib: cross | ghuraba: strangers
sahaba: companions | khalifa: caliph | dhahab: gold golden dhahabi | ahmar: red | aswad: black
abyad: white | akhdar: green | layl: night nochnie nochnoy | volki: wolves
"""
_MEANING = {
    word: meant.strip()
    for line in _MEANINGS.replace("\n", "|").split("|")
    if ":" in line
    for meant, _, listed in (line.partition(":"),)
    for word in (meant.strip(), *listed.split())
}

_BONES = {skeleton(word): meant for word, meant in _MEANING.items() if len(skeleton(word)) > 2}
_FEMININE = re.compile(r"(?<=\w\wy)h$")
"""The end of `الوطنية` beside that of `الوطني`."""


def meaning(word: str, vowelled: bool) -> str:
    """The Arabic word that another one translates in groups' names, else the word itself."""
    if vowelled:
        return _MEANING.get(word, word)
    if word in ("aslamy", "aslamyh", "aslamyyh"):
        return "islam"
    return _BONES.get(skeleton(_FEMININE.sub("", word)), word)
