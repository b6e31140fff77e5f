"""One phrase to its interval: the rules in the order they are tried, and what they agree on."""

from dataclasses import replace
from datetime import date

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import (
    absolute,
    bounds,
    calendars,
    counted,
    events,
    feasts,
    nights,
    parts,
    refusals,
    relative,
    text,
    yearless,
)
from headstamp.resolve.dates.setting import NO_DATE, Answer, Rule, Setting, Tense
from headstamp.resolve.dates.spelling import spelled

RULES: tuple[Rule, ...] = (
    *calendars.RULES,
    *absolute.RULES,
    *yearless.RULES,
    *feasts.RULES,
    *events.RULES,
    *refusals.FREQUENCIES,
    *counted.RULES,
    *relative.RULES,
    *text.RULES,
    *nights.RULES,
    *parts.RULES,
    *bounds.RULES,
    *refusals.RULES,
)
LONGEST_WORDS = 120
"""Characters; a longer phrase is a sentence, and what date it means is for a reader to say."""

_AHEAD = ("coming-window", "within", "in-", "later-this", "by:", "until:", "before:", "from:",
          "after:", "next-", "tomorrow", "tonight")  # fmt: skip


def resolve_date(
    words: str,
    *,
    published: date | None,
    text_anchor: date | None = None,
    tense: Tense | None = None,
    not_before: date | None = None,
) -> Answer:
    """The interval that `words` mean in a text of that day, or why they mean none.

    `text_anchor` is a day that the text itself has fixed, for `that same day`; `tense` the time
    of the statement: `May` is last May unless the verb is of the future. With `not_before`, words
    without a year mean the first such time from that day on.
    """
    plain = spelled(words, published)
    if not plain or len(plain) > LONGEST_WORDS:
        return NO_DATE
    setting = Setting(published, text_anchor, tense, RULES, not_before=not_before)
    found = setting.read(plain)
    if found is NO_DATE:
        return refusals.unknown(plain)
    return _settled(found, setting) if isinstance(found, Interval) else found


def _settled(found: Interval, setting: Setting) -> Answer:
    """End on the publication what reaches into the present, or begin there what is to come."""
    today, first, last = setting.published, found.earliest, found.latest
    if today is None:
        return found
    is_ahead = found.rule.startswith(_AHEAD)
    is_past = setting.tense == "past" or (setting.tense == "ongoing" and not is_ahead)
    if is_past and found.anchor == "publication" and first and first > today:
        return Unresolved("lies after the publication, and the verb is not of the future")
    if last is None or last <= today or (first and first > today):
        return found
    if setting.tense == "future":
        is_open = found.rule.startswith("since")
        return found if is_open or first is None else replace(found, earliest=max(first, today))
    if is_ahead and (setting.tense != "past" or found.anchor != "publication"):
        return found
    return found if setting.tense == "hypothetical" else replace(found, latest=today)
