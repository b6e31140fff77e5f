"""What words resolved to, as people write it: `Iran › IRGC › Quds Force`, `~20`, `2018-08`."""

from calendar import monthrange
from datetime import date

from headstamp.model.values import Interval, Materiel, Party, Place, Quantity, Value


def shown(value: Value) -> str:
    """The value in a few words."""
    match value:
        case Party():
            return " › ".join([*reversed(value.parents), value.canonical])
        case Materiel():
            return _materiel(value)
        case Place():
            return _place(value)
        case Interval():
            return interval(value)
        case Quantity():
            return quantity(value)


def because(value: Value) -> str:
    """The rule that gave a value, what it counted from, and how sure it is."""
    match value:
        case Interval():
            day = f", counted from {value.anchor_day}" if value.anchor_day else ""
            return f"rule {value.rule}{day}"
        case Quantity():
            return f"rule {value.rule}"
        case _:
            return f"rule {value.rule}, score {value.score:.2f}"


def interval(value: Interval) -> str:
    """`2018-08-25`; `2018-08` and `2018` for a whole month or year; `2018-07-25..2018-10-25`."""
    first, last = value.earliest, value.latest
    about = "~" if value.approximate else ""
    if first and last and first == last:
        return f"{about}{first}"
    if first and last and _is_month(first, last):
        return f"{about}{first:%Y-%m}"
    if first and last and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        whole = f"{first.year}" if first.year == last.year else f"{first.year}..{last.year}"
        return f"{about}{whole}"
    return f"{about}{first or ''}..{last or ''}"


def quantity(value: Quantity) -> str:
    """`~20`, `24–99`, `at least 301`, `at most 49 crates`, `30 %`."""
    low, high = value.low, value.high
    about = "~" if value.approximate else ""
    factor = 100 if value.unit == "share" else 1
    if low is not None and high is not None:
        amount = _number(low * factor)
        if low != high:
            amount += f"–{_number(high * factor)}"
    elif low is not None:
        amount = f"at least {_number(low * factor)}"
    elif high is not None:
        amount = f"at most {_number(high * factor)}"
    else:
        amount = "some"
    return f"{about}{amount}{_unit(value)}"


def _number(amount: float) -> str:
    """Digits in threes, and no more places than it has."""
    return f"{amount:,.0f}" if abs(amount - round(amount)) < 1e-9 else f"{amount:,.10g}"


def _unit(value: Quantity) -> str:
    if value.unit is None:
        return ""
    if value.unit == "share":
        return " %"
    thing, rate, each = value.unit.partition(" per ")
    is_one = value.low == value.high == 1
    plural = thing if is_one or thing.endswith("s") or thing == "each" else f"{thing}s"
    return f" {plural}{rate}{each}"


def _materiel(value: Materiel) -> str:
    low, high = value.range_low_km, value.range_high_km
    reach = None
    if high is not None:
        reach = f"{low:g}–{high:g} km" if low not in (None, high) else f"{high:g} km"
    if value.designation is None:
        return f"{value.category} ({reach})" if reach else value.category
    return f"{value.designation} ({', '.join(filter(None, (value.category, reach)))})"


def _place(value: Place) -> str:
    country = f" ({value.country})" if value.country and value.kind != "country" else ""
    return f"{value.name}{country}"


def _is_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]
