"""What several claims say together: of a thread in one document, or of an entry of many."""

from collections.abc import Iterable

from headstamp.corroborate.filling import NOBODY, Days
from headstamp.corroborate.gist import Gist
from headstamp.corroborate.vocabulary import COMING, LEAVING, SAID_OF_ANY_ARMS

MANY = 24
"""Of an entry's dates only so many different ones are kept: more add nothing to a comparison."""

ORDERING = {"deal", "plan"}
"""The phases of what is agreed or planned, not yet of goods that moved."""
SETTLED = 30
"""Claims; an entry of more has named its parties."""


class Profile:
    """The union of what its gists say. It grows, and never shrinks.

    `dealt`, `moved`, `seized`, `held` are days by what happened on them, `left` and `came` those
    moved that are of departures and arrivals; `ordered` and `delivered` are counts; `denied` are
    categories of goods in denials. Whether it `corrects` is told of one document only. `context`
    is who gives, who takes and what goods there are in the rest of the document, for claims that
    leave it out.
    """

    __slots__ = (
        "all_negative", "allowed", "came", "carriers", "categories", "claims", "context_givers",
        "context_goods", "context_takers", "conveyances", "corrects", "countries", "dealt",
        "delivered", "denied", "designations", "documents", "first_published", "givers",
        "hand_arms", "has_headline", "heads", "held", "holders", "is_planned", "kinds", "lands",
        "last_published", "left", "lots", "marks", "moved", "ordered", "phases", "scenes", "seized",
        "seizers", "spots", "takers", "tallies", "triggers",
    )  # fmt: skip

    def __init__(self) -> None:
        self.claims = 0
        self.givers = self.takers = self.holders = self.seizers = NOBODY
        self.context_givers = self.context_takers = NOBODY
        self.context_goods: frozenset[str] = frozenset()
        self.designations: set[str] = set()
        self.categories: set[str] = set()
        self.allowed: set[str] = set()
        self.heads: set[str] = set()
        self.hand_arms: frozenset[str] = frozenset()
        self.dealt: set[Days] = set()
        self.moved: set[Days] = set()
        self.seized: set[Days] = set()
        self.held: set[Days] = set()
        self.left: frozenset[Days] = frozenset()
        self.came: frozenset[Days] = frozenset()
        self.ordered: set[tuple[float, float]] = set()
        self.delivered: set[tuple[float, float]] = set()
        self.tallies: set[float] = set()
        self.spots: set[str] = set()
        self.scenes: frozenset[str] = frozenset()
        self.lands: frozenset[str] = frozenset()
        self.countries: set[str] = set()
        self.denied: frozenset[str] = frozenset()
        self.carriers: frozenset[str] = frozenset()
        self.conveyances: frozenset[str] = frozenset()
        self.lots: set[str] = set()
        self.phases: set[str] = set()
        self.kinds: set[str] = set()
        self.triggers: set[str] = set()
        self.marks: set[int] = set()
        self.documents: set[str] = set()
        self.corrects = False
        self.all_negative = True
        self.has_headline = False
        self.is_planned = True
        self.first_published: int | None = None
        self.last_published: int | None = None

    def add(self, gist: Gist) -> None:
        """Take one more claim in."""
        self.claims += 1
        self.givers |= gist.givers
        self.takers |= gist.takers
        self.holders |= gist.holders
        self.seizers |= gist.seizers
        if gist.negative:
            self.denied |= gist.categories - SAID_OF_ANY_ARMS
        else:
            self.categories |= gist.categories
            self.designations |= gist.designations
        self.allowed |= gist.allowed
        self.heads |= gist.heads
        self.hand_arms |= gist.hand_arms
        self._add_days(gist)
        counts = self.delivered if gist.phase in ("delivery", "found") else self.ordered
        counts |= gist.quantities
        self.tallies |= gist.tallies
        self.spots |= gist.spots
        self.scenes |= gist.scenes
        self.lands |= gist.lands
        self.countries |= gist.countries
        self.carriers |= gist.carriers
        self.conveyances |= gist.conveyances
        self.corrects = self.corrects or gist.corrects
        if gist.lot:
            self.lots.add(gist.lot)
        self.phases.add(gist.phase)
        self.kinds.add(gist.kind)
        self.triggers.add(gist.trigger)
        self.marks |= gist.marks
        self.documents.add(gist.ref.document)
        self.all_negative = self.all_negative and gist.negative
        self.has_headline = self.has_headline or gist.in_headline
        self.is_planned = self.is_planned and (gist.future or gist.open)
        self._add_publication(gist.published, gist.published)

    def _add_days(self, gist: Gist) -> None:
        if gist.days is None or gist.future or gist.open:
            return
        if gist.phase == "deal":
            days = self.dealt
        elif gist.kind == "possession" or (gist.kind == "interdiction" and not gist.in_transit):
            days = self.held
        else:
            days = self.seized if gist.kind == "interdiction" else self.moved
        if len(days) < MANY:
            days.add(gist.days)
            if gist.trigger in LEAVING:
                self.left |= {gist.days}
            elif gist.trigger in COMING:
                self.came |= {gist.days}

    def _add_publication(self, first: int | None, last: int | None) -> None:
        if first is not None and (self.first_published is None or first < self.first_published):
            self.first_published = first
        if last is not None and (self.last_published is None or last > self.last_published):
            self.last_published = last

    def absorb(self, other: "Profile") -> None:
        """Take in what another profile says. Once settled, parties that it alone has in a role are
        left out: an entry that took in every stray name would in the end be about everything.
        """
        settled = self.claims >= SETTLED
        self.claims += other.claims
        for role in ("givers", "takers", "holders", "seizers", "context_givers", "context_takers"):
            mine, yours = getattr(self, role), getattr(other, role)
            if not settled or not mine.ids or not yours.ids or mine.kin & yours.kin:
                setattr(self, role, mine | yours)
        for field in _SETS:
            getattr(self, field).update(getattr(other, field))
        for field in _MOSTLY_EMPTY:
            if theirs := getattr(other, field):
                setattr(self, field, frozenset(sorted(getattr(self, field) | theirs)[:MANY]))
        for field in ("dealt", "moved", "seized", "held"):
            days: set[Days] = getattr(self, field)
            days.update(sorted(getattr(other, field))[: MANY - len(days)])
        self.all_negative = self.all_negative and other.all_negative
        self.has_headline = self.has_headline or other.has_headline
        self.is_planned = self.is_planned and other.is_planned
        self._add_publication(other.first_published, other.last_published)


_SETS = (
    "designations", "categories", "allowed", "heads", "ordered", "delivered", "tallies", "spots",
    "countries", "lots", "phases", "kinds", "triggers", "marks", "documents",
)  # fmt: skip
_MOSTLY_EMPTY = ("context_goods", "hand_arms", "denied", "carriers", "conveyances", "left", "came")
"""Kept as frozen sets, of which all that are empty are one. `scenes`, `lands` and `corrects` tell
claims of one document apart and are not taken over."""


def profile(gists: Iterable[Gist]) -> Profile:
    """What `gists` say together."""
    made = Profile()
    for gist in gists:
        made.add(gist)
    return made
