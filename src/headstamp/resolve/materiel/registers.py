"""Whose lists a sort of arms stands in: the UN Register, SIPRI's categories, the MTCR."""

from headstamp.model.values import Category

UN_REGISTER: dict[Category, str] = {
    "ballistic missile": "VII",
    "cruise missile": "VII",
    "manpads": "VII",
    "anti-ship missile": "VII",
    "combat aircraft": "IV",
    "attack helicopter": "V",
    "battle tank": "I",
    "armoured vehicle": "II",
    "artillery": "III",
    "warship": "VI",
    "small arm": "small arms",
    "light weapon": "small arms",
}
"""United Nations Register of Conventional Arms, categories as of 2016, with the trial eighth."""

SIPRI: dict[Category, str] = {
    "ballistic missile": "Missiles",
    "cruise missile": "Missiles",
    "loitering munition": "Missiles",
    "manpads": "Missiles",
    "anti-tank missile": "Missiles",
    "anti-ship missile": "Missiles",
    "uav": "Aircraft",
    "air defence": "Air-defence systems",
    "combat aircraft": "Aircraft",
    "transport aircraft": "Aircraft",
    "attack helicopter": "Aircraft",
    "helicopter": "Aircraft",
    "battle tank": "Armoured vehicles",
    "armoured vehicle": "Armoured vehicles",
    "artillery": "Artillery",
    "warship": "Ships",
}
"""SIPRI Arms Transfers Database, 'Sources and methods': it counts major arms only."""

_DELIVERS: tuple[Category, ...] = (
    "ballistic missile", "cruise missile", "rocket", "uav", "loitering munition",
    "anti-ship missile",
)  # fmt: skip
_SHORTEST_REGISTERED_KM = 25
_LEAST_CALIBRE_MM = 75
_MTCR_RANGE_KM = 300
_MTCR_PAYLOAD_KG = 500


def un_register(
    category: Category, *, range_km: float | None = None, calibre_mm: float | None = None
) -> str | None:
    """The category of the UN Register; rockets count from 25 km of range, guns from 75 mm."""
    if category == "rocket":
        return "VII" if range_km is not None and range_km >= _SHORTEST_REGISTERED_KM else None
    if category == "artillery" and calibre_mm is not None and calibre_mm < _LEAST_CALIBRE_MM:
        return None
    return UN_REGISTER.get(category)


def mtcr(category: Category, *, range_km: float | None, payload_kg: float | None) -> str | None:
    """The MTCR category of what carries a warhead; None where range or payload is not known.

    I from 300 km with 500 kg, II from 300 km with less (MTCR Annex, items 1.A and 19.A).
    """
    if category not in _DELIVERS or range_km is None or range_km < _MTCR_RANGE_KM:
        return None
    if payload_kg is None:
        return None
    return "I" if payload_kg >= _MTCR_PAYLOAD_KG else "II"
