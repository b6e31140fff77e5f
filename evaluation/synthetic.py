"""Documents that nobody wrote: as many as a measurement asks for, the same for the same number.

A document tells of one to seven movements of arms, each in a sentence with its parties, goods,
count, day and speaker, among sentences that claim nothing; about 350 words and four claims in all,
as news has them. Movements are shared: document n draws from those near n, a few of them told
again and again, so that claims link. Parties follow Zipf's law; all names of persons are invented.
"""

import hashlib
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from headstamp.model import Argument, Block, Claim, Document, Extract, Publication, Reading, Span
from headstamp.model.claim import Speaker
from headstamp.model.transfer import ClaimRef, Denial, Member, Origin, Stance, Transfer, Variant
from headstamp.model.values import Category, Interval, Materiel, Party, Place, Quantity, Value

STATES = 190
GROUPS = 210
CATEGORIES: tuple[Category, ...] = (
    "ballistic missile", "rocket", "uav", "loitering munition", "manpads", "anti-tank missile",
    "artillery", "small arm", "ammunition", "battle tank", "armoured vehicle", "explosive",
)  # fmt: skip
COUNTRIES = ("IQ", "SY", "YE", "LB", "LY", "SD", "UA", "CD", "ML", "SO", "MM", "AF")
OUTLETS = tuple(
    f"The {name} Courier" for name in ("Karst", "Delta", "Strait", "Plateau", "Harbour")
)
SPEAKERS = ("a spokesman", "Col. Anwar Saleh", "Mira Tal", "two officials", "a diplomat")
FILLER = (
    "The minister did not comment on the matter and left the hall by a side door.",
    "Prices of bread rose again in the capital over the past week, traders complained.",
    "Rain had closed the mountain road for most of the morning.",
    "Talks between the two sides are to go on next month, though no date has been set.",
    "Residents spoke of a quiet night after several days of shelling in the suburbs.",
)


@dataclass(frozen=True, slots=True)
class Movement:
    """What some documents tell of."""

    number: int
    supplier: Party
    recipient: Party
    materiel: Materiel
    quantity: Quantity
    day: date
    place: Place


def movement(number: int) -> Movement:
    """The movement of that number."""
    chance = random.Random(number)
    category = chance.choice(CATEGORIES)
    low = float(chance.choice((2, 12, 20, 40, 100, 500)))
    country = chance.choice(COUNTRIES)
    return Movement(
        number,
        party(chance),
        party(chance),
        Materiel(
            f"model {chance.randrange(50)}", category, None, None, None, None, None, 0.9, "name"
        ),
        Quantity(low, low, False, None, "figure"),
        date(2005, 1, 1) + timedelta(days=chance.randrange(7_300)),
        Place(f"Place {chance.randrange(300)}", country, 33.1, 44.2, "city", 0.9, "name"),
    )


def extract(number: int, *, reader: str = "synthetic 1") -> Extract:
    """What a reader of that name found in the document of that number."""
    chance = random.Random(f"document {number}")
    sentences: list[str] = [f"Arms on the move, part {number}"]
    told: list[tuple[int, Movement, str]] = []
    for _ in range(chance.choice((1, 2, 3, 4, 5, 6, 7))):
        sentences += chance.sample(FILLER, 3)
        sent = movement(_near(number, chance))
        told.append((len(sentences), sent, chance.choice(SPEAKERS)))
        sentences.append(_sentence(sent, told[-1][2]))
    sentences += chance.choices(FILLER, k=8)
    text = "\n\n".join(sentences)
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 2)
    document = Document(
        id=f"synthetic-{number}",
        text=text,
        blocks=tuple(
            Block("body", Span(start, start + len(sentence)))
            for start, sentence in zip(starts, sentences, strict=False)
        ),
        source="synthetic.jsonl",
        digest=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        published=Publication(date(2005, 1, 1) + timedelta(days=number % 7_300), "given", ""),
        title=sentences[0],
        outlet=chance.choice(OUTLETS),
    )
    claims = tuple(
        _claim(document, f"c{place}", starts[at], sent, speaker, chance)
        for place, (at, sent, speaker) in enumerate(told, start=1)
    )
    return Extract(document, Reading(reader), claims, ())


def transfers(
    extracts: Iterable[Extract],
    *,
    touching: Iterable[Extract] | None = None,
    named: str = "t",
) -> list[Transfer]:
    """The claims of some documents put together by what they tell of, as linking would; only those
    that `touching` tell of, where it is given. `named` begins their ids.
    """
    wanted = touching if touching is None else {told_in(c) for e in touching for c in e.claims}
    members: dict[str, list[Member]] = {}
    for each in extracts:
        for claim in each.claims:
            told = told_in(claim)
            if wanted is None or told in wanted:
                stance: Stance = "denies" if claim.factuality == "CT-" else "asserts"
                ref = ClaimRef(each.document.id, claim.id)
                members.setdefault(told, []).append(Member(ref, stance))
    return [_transfer(f"{named}-{number}", some) for number, some in members.items()]


def countries() -> Mapping[str, str]:
    """The countries of the states there are."""
    return {f"state-{n}": COUNTRIES[n % len(COUNTRIES)] for n in range(STATES)}


def _transfer(id: str, members: list[Member]) -> Transfer:
    documents = tuple(dict.fromkeys(member.claim.document for member in members))
    cut = max(1, len(documents) // 2)
    groups = [some for some in (documents[:cut], documents[cut:]) if some]
    origins = tuple(
        Origin(f"{id}-o{place}", OUTLETS[place], "outlet", some[0], some)
        for place, some in enumerate(groups)
    )
    claims = tuple(member.claim for member in members)
    variants = (Variant("quantity", "20", claims), Variant("supplier", "a state", claims))
    denials = tuple(Denial(m.claim, "a ministry", None) for m in members if m.stance == "denies")
    return Transfer(id, "transfer", tuple(members), (), origins, (), denials, variants)


def told_in(claim: Claim) -> str:
    """The number of the movement, which the sentence carries as its consignment."""
    return next(a.words.rpartition(" ")[2] for a in claim.arguments if a.role == "means")


def _near(number: int, chance: random.Random) -> int:
    """One of the movements that are told of about then, the first of them most often."""
    return max(0, number - int(chance.paretovariate(1.1)) % 400)


def party(chance: random.Random) -> Party:
    """Some party; the first by far the most often."""
    rank = int(chance.paretovariate(0.7)) % (STATES + GROUPS)
    if rank % 2 and rank // 2 < GROUPS:
        parents = (f"state-{rank % STATES}",) if rank % 3 else ()
        return Party(f"group-{rank // 2}", f"Group {rank // 2}", "group", parents, 0.9, "name")
    return Party(f"state-{rank // 2}", f"State {rank // 2}", "state", (), 0.95, "name")


def _sentence(sent: Movement, speaker: str) -> str:
    return (
        f"{sent.supplier.canonical} sent {sent.quantity.low:.0f} {sent.materiel.category}s to "
        f"{sent.recipient.canonical} through {sent.place.name} on {sent.day}"
        f" in consignment {sent.number}, {speaker} said."
    )


def _claim(
    document: Document, id: str, start: int, sent: Movement, speaker: str, chance: random.Random
) -> Claim:
    end = document.text.index(" said.", start) + 6

    def at(words: str, after: int = start) -> Span:
        place = document.text.index(words, after)
        return Span(place, place + len(words))

    def argument(role: str, words: str, value: Value | None, after: int = start) -> Argument:
        return Argument(role, at(words, after), words, 0.9, value=value)

    trigger = at(" sent ", start)
    day = Interval(sent.day, sent.day, "day", "absolute")
    said = at(f"{speaker} said", start)
    return Claim(
        id=id,
        kind="transfer",
        trigger=Span(trigger.start + 1, trigger.end - 1),
        sentence=Span(start, end),
        block="body",
        arguments=(
            argument("supplier", sent.supplier.canonical, sent.supplier),
            argument("quantity", f"{sent.quantity.low:.0f}", sent.quantity, trigger.end),
            argument("materiel", f"{sent.materiel.category}s", sent.materiel),
            argument("recipient", sent.recipient.canonical, sent.recipient, trigger.end),
            argument("route", sent.place.name, sent.place),
            argument("date", str(sent.day), day),
            argument("means", f"consignment {sent.number}", None),
        ),
        factuality=chance.choice(("CT+", "CT+", "CT+", "PR+", "PS+", "CT-")),
        factuality_score=0.9,
        time="past",
        time_score=0.9,
        speakers=(
            Speaker(
                "source", speaker, Span(said.start, said.end - 5), Span(said.end - 4, said.end)
            ),
            Speaker("outlet", document.outlet or "the article"),
        ),
        score=0.8,
    )
