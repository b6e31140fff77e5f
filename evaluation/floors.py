"""The pinned figures below which nothing may fall, and over which some may not rise."""

LESS_IS_BETTER = (
    "reversed",
    "false alarms per 1,000 words",
    "annotated: must_not_link broken",
    "annotated, unseen: must_not_link broken",
    "resolving beside reading, %",
    "loading all data, s",
    "memory of all data, with the code, MB",
    "a search among 50,000 names, ms",
)


def broken(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A sentence for each figure on the wrong side of its floor, or missing."""
    return [
        f"{name} is {figures.get(name, 'missing')}, its floor is {floor}"
        for name, floor in floors.items()
        if name not in figures
        or (figures[name] > floor if name in LESS_IS_BETTER else figures[name] < floor)
    ]
