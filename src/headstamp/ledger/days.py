"""Days as the ledger stores them: numbers, 1 for 0001-01-01, with one before and one after all."""

from datetime import date

NO_DAY, LAST_DAY = 0, date.max.toordinal()


def day_number(day: date | None) -> int:
    """The number of a day, before all days where none is known."""
    return day.toordinal() if day else NO_DAY


def day_of(number: int) -> date | None:
    """The day of a number; None for what stands before or after all days."""
    return date.fromordinal(number) if NO_DAY < number < LAST_DAY else None
