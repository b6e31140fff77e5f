"""What a rule of dates is, and what it may know: the words' day of publication and their verb."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from headstamp.model.values import Interval, Unresolved

Tense = Literal["past", "ongoing", "future", "hypothetical", "generic"]
Answer = Interval | Unresolved

NO_PUBLICATION = Unresolved("counts from the day of publication, which is not known")
NO_TEXT_ANCHOR = Unresolved("counts from a day that the text names elsewhere")
NO_DATE = Unresolved("names no time that a calendar knows")

YEARS_TO_TRY = 9
"""29 February may be eight years away, as it was in 1900."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where words stand: what they count from, and whether they look forward.

    `not_after` and `not_before` bound words without a year (`March`) inside a range, where the
    other end of the range settles the year.
    """

    published: date | None
    text_anchor: date | None
    tense: Tense | None
    rules: "tuple[Rule, ...]" = ()
    not_after: date | None = None
    not_before: date | None = None

    @property
    def looks_forward(self) -> bool:
        """Whether a date without a year is one to come."""
        return self.tense == "future"

    def read(self, words: str) -> Answer:
        """What the first rule that knows the words makes of them."""
        for rule in self.rules:
            match = rule.pattern.fullmatch(words)
            answer = rule.answer(match, self) if match else None
            if answer is not None:
                return answer
        return NO_DATE

    def looking(self, tense: Tense) -> "Setting":
        """The same place with a verb of another tense."""
        return replace(self, tense=tense)

    def unbounded(self) -> "Setting":
        """The same place outside any range."""
        return replace(self, not_after=None, not_before=None)

    def ending(self, day: date | None) -> "Setting":
        """The same place, for words whose year is the latest that keeps them before `day`."""
        return replace(self, not_after=day, not_before=None)

    def beginning(self, day: date | None) -> "Setting":
        """The same place, for words whose year is the first that keeps them after `day`."""
        return replace(self, not_before=day, not_after=None)

    def nearest(self, candidates: Callable[[int], Iterable[Interval]]) -> Answer:
        """The stretch of days that words without a year mean.

        `candidates` gives those of a year. The latest that has begun is meant, or, where the
        words look forward, the first that is not over; None of it without a publication.
        """
        if self.not_after:
            return _latest_until(self.not_after, candidates)
        if self.not_before:
            return _first_from(self.not_before, candidates)
        if self.published is None:
            return NO_PUBLICATION
        choose = _first_from if self.looks_forward else _latest_until
        found = choose(self.published, candidates)
        return self.counted(found) if isinstance(found, Interval) else found

    def counted(self, interval: Interval) -> Interval:
        """The interval, said to be counted from the day of publication."""
        return replace(interval, anchor="publication", anchor_day=self.published)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of words and what it means. `answer` gives None where the words are not its own."""

    name: str
    meaning: str
    pattern: re.Pattern[str]
    answer: Callable[[re.Match[str], Setting], Answer | None]


def _latest_until(day: date, candidates: Callable[[int], Iterable[Interval]]) -> Answer:
    for year in range(day.year, day.year - YEARS_TO_TRY, -1):
        begun = [each for each in candidates(year) if each.earliest and each.earliest <= day]
        if begun:
            return begun[-1]
    return NO_DATE


def _first_from(day: date, candidates: Callable[[int], Iterable[Interval]]) -> Answer:
    for year in range(day.year - 1, day.year + YEARS_TO_TRY):
        open_still = [each for each in candidates(year) if each.latest and each.latest >= day]
        if open_still:
            return open_still[0]
    return NO_DATE
