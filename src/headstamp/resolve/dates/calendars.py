"""Dates of the Jalali and the Hijri calendar, in Latin, Arabic and Persian script.

The libraries are loaded when the first such date is met. The Hijri day is the Umm al-Qura
calendar's; where the moon is sighted it may differ by a day, so it is approximate.
"""

import re
from collections.abc import Iterable
from datetime import date

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import Answer, Rule, Setting
from headstamp.resolve.dates.spelling import shape

_JALALI = (
    "farvardin|فروردین|فروردين|hamal|حمل", "ordibehesht|اردیبهشت|أردیبهشت|sawr|ثور",
    "khordad|خرداد|jawza|جوزا", "tir|تیر|تير|saratan|سرطان", "mordad|amordad|مرداد|asad|اسد",
    "shahrivar|shahrivar|شهریور|sunbula|سنبله", "mehr|مهر|mizan|میزان", "aban|آبان|aqrab|عقرب",
    "azar|آذر|qaws|قوس", "dey|dei|دی|jadi|جدی", "bahman|بهمن|dalwa|دلو", "esfand|اسفند|hut|حوت",
)  # fmt: skip
_HIJRI = (
    "muharram|moharram|محرم", "safar|صفر",
    "rabi' al-awwal|rabi al-awwal|rabi i|ربیع الاول|ربيع الأول",
    "rabi' al-thani|rabi al-thani|rabi ii|ربیع الثانی|ربيع الثاني|ربيع الآخر",
    "jumada al-awwal|jumada al-ula|jumada i|جمادی الاول|جمادى الأولى",
    "jumada al-thani|jumada al-akhira|jumada ii|جمادی الثانی|جمادى الآخرة|جمادى الثانية",
    "rajab|رجب", "sha'ban|shaban|shaaban|شعبان", "ramadan|ramazan|ramadhan|رمضان",
    "shawwal|shawal|شوال", "dhu al-qi'dah|dhu al-qidah|dhul qadah|zulqadah|ذو القعدة|ذی القعده",
    "dhu al-hijjah|dhul hijjah|zilhajj|ذو الحجة|ذی الحجه",
)  # fmt: skip
_NUMBERS = {
    (name, kind): number
    for kind, months in (("jalali", _JALALI), ("hijri", _HIJRI))
    for number, names in enumerate(months, start=1)
    for name in names.split("|")
}
_FEASTS = {"ashura": (10, 1), "eid al-fitr": (1, 10), "eid al-adha": (10, 12), "mawlid": (12, 3)}
_LONGEST_MONTH = 31
_HIJRI_YEARS = range(1343, 1500)
_JALALI_YEARS = range(1250, 1500)


def jalali_day(year: int, month: int, day: int) -> date | None:
    """The day in our calendar, None where the Jalali calendar lacks it."""
    from persiantools.jdatetime import JalaliDate  # noqa: PLC0415 - only where such a date is met

    if year not in _JALALI_YEARS or not JalaliDate.check_date(year, month, day):
        return None
    found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The day in our calendar, None where the Umm al-Qura calendar lacks it (it has 1343-1499)."""
    from hijridate import Hijri  # noqa: PLC0415 - only where such a date is met

    if year not in _HIJRI_YEARS or day > 30 or month > 12 or not (day and month):
        return None
    if day == 30 and Hijri(year, month, 1).month_length() < 30:
        return None
    return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())


def _day(year: int, month: int, day: int, kind: str) -> date | None:
    return (jalali_day if kind == "jalali" else hijri_day)(year, month, day)


def _stretch(year: int, month: int, day: int | None, kind: str) -> Interval | None:
    first = _day(year, month, day or 1, kind)
    if first is None:
        return None
    if day:
        return Interval(first, first, "day", f"{kind}-day", approximate=kind == "hijri")
    after = _day(year + month // 12, month % 12 + 1, 1, kind)
    if after is None:
        return None
    last = calendar.day_before(after)
    return Interval(first, last, "month", f"{kind}-month", approximate=kind == "hijri")


def _found(month: int, day: int | None, year: str | None, kind: str, setting: Setting) -> Answer:
    lacks = Unresolved(f"names a day that the {kind.title()} calendar lacks")
    if year:
        return _stretch(int(year), month, day, kind) or lacks

    def candidates(gregorian: int) -> Iterable[Interval]:
        first = gregorian - 622 if kind == "jalali" else round((gregorian - 622) * 33 / 32) - 1
        found = (_stretch(near, month, day, kind) for near in range(first, first + 4))
        return [
            each for each in found if each and each.earliest and each.earliest.year == gregorian
        ]

    return setting.nearest(candidates)


def _named(match: re.Match[str], setting: Setting) -> Answer | None:
    kind = "hijri" if (match["name"], "hijri") in _NUMBERS else "jalali"
    day = int(match["day"]) if match["day"] else None
    return _found(_NUMBERS[match["name"], kind], day, match["when"], kind, setting)


def _feast(match: re.Match[str], setting: Setting) -> Answer | None:
    day, month = _FEASTS[match["name"]]
    return _found(month, day, match["when"], "hijri", setting)


def _eid(match: re.Match[str], setting: Setting) -> Answer | None:
    """`Eid` alone is the nearer of the two feasts of that name."""
    read = [setting.read(f"eid al-{name}{match['when']}") for name in ("fitr", "adha")]
    found = [each for each in read if isinstance(each, Interval) and each.earliest]
    if len(found) < len(read):
        return read[0]
    choose = min if setting.looks_forward else max
    return choose(found, key=lambda each: each.earliest or date.min)


def _nowruz(match: re.Match[str], setting: Setting) -> Answer | None:
    return _found(1, 1, match["when"], "jalali", setting)


def _figures(match: re.Match[str], _: Setting) -> Answer | None:
    """Years of the 1300s are Jalali, from 1430 Hijri; between, today's could be either."""
    year, month, day = int(match["when"]), int(match["one"]), int(match["two"])
    if year > 1450:
        return None
    if 1400 <= year < 1430:
        return Unresolved("may be of the Jalali or of the Hijri calendar")
    kind = "jalali" if year < 1400 else "hijri"
    return _stretch(year, month, day, kind) or Unresolved(
        f"names a day that the {kind.title()} calendar lacks"
    )


def _year(match: re.Match[str], _: Setting) -> Answer | None:
    kind = "jalali" if match["mark"] in {"sh", "solar", "hs", "ه.ش", "شمسی", "ش"} else "hijri"
    first, after = (_day(int(match["when"]) + step, 1, 1, kind) for step in (0, 1))
    if first is None or after is None:
        return Unresolved(f"names a year that the {kind.title()} calendar here lacks")
    return Interval(first, calendar.day_before(after), "year", f"{kind}-year",
                    approximate=kind == "hijri")  # fmt: skip


_MARK = r"(?:a\.?h\.?s?|sh|hs|solar|hijri|هـ|ه|هجری|هجري|هجرية|ه\.ش|هجری شمسی|شمسی|ش|ق)"
_NAME = "(?P<name>" + "|".join(sorted({name for name, _ in _NUMBERS}, key=len, reverse=True)) + ")"
_WHEN = rf"(?:,? (?:سال |of )?(?P<when>1[2-4]\d\d)(?: ?{_MARK})?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
RULES = (
    Rule("hijri-day", "a day or month of the Jalali (exact) or Hijri calendar (give or take a day)",
         shape(rf"(?:{_DAY}(?: of)? )?{_NAME}{_WHEN}"), _named),
    Rule("hijri-day", "", shape(rf"{_NAME} {_DAY}{_WHEN}"), _named),
    Rule("hijri-day", "", shape(
        "(?P<when>(?P<day>))(?P<name>ramadan|ramazan|ramadhan|muharram|moharram|rajab|shawwal"
        "|sha'ban|shaban|farvardin|ordibehesht|khordad|mordad|shahrivar|esfand|bahman"
        "|رمضان|محرم|شوال)"), _named),
    Rule("hijri-feast", "a feast whose day the Hijri calendar fixes",
         shape("(?P<name>" + "|".join(_FEASTS) + rf"){_WHEN}?"), _feast),
    Rule("hijri-feast", "", shape(r"(?:eid|id)(?P<when>)"), _eid),
    Rule("nowruz", "the first day of the Jalali year", shape(rf"(?:nowruz|norouz|نوروز){_WHEN}?"),
         _nowruz),
    Rule("hijri-day", "", shape(
        r"(?P<when>1[2-4]\d\d)(?P<mark>[-/.])(?P<one>\d\d?)(?P=mark)(?P<two>\d\d?)"), _figures),
    Rule("hijri-year", "a year of either calendar, said to be one",
         shape(r"(?P<when>1[2-4]\d\d) ?(?P<mark>ah|a\.h\.|h|sh|hs|solar|hijri|هـ|ه\.ش|هجری|هجري"
               "|شمسی|ش)"), _year),
)  # fmt: skip
