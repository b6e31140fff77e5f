"""The growth of a ledger as a picture: `python -m evaluation.plot`, for docs/ledger.md.

Reads what `evaluation.growth` printed (results/growth.jsonl) and writes docs/growth.svg: how long
questions take at the 95th percentile, by the time of the process, which a busy machine does not
stretch, against the number of claims, both in powers of ten.
"""

import json
import math
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LINES = HERE / "results" / "growth.jsonl"
PICTURE = HERE.parent / "docs" / "growth.svg"
QUESTIONS = {
    "list": "list, three filters",
    "show": "show",
    "first view": "first view",
    "narrowed view": "narrowed view, with counts",
    "search": "search",
    "flows": "flows of a party",
}
COLOURS = ("#2c4fa3", "#2f6b1f", "#8a5000", "#b3261e", "#0b6b7a", "#8a2f7c")
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 380, 60, 20, 220, 50
CLAIMS, MS = (1e4, 1e6), (1.0, 1_000.0)


def x_of(claims: float) -> float:
    """Where so many claims stand."""
    low, high = map(math.log10, CLAIMS)
    return LEFT + (math.log10(claims) - low) / (high - low) * (WIDTH - LEFT - RIGHT)


def y_of(ms: float) -> float:
    """Where so many milliseconds stand."""
    low, high = map(math.log10, MS)
    share = (math.log10(max(ms, MS[0])) - low) / (high - low)
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def drawn(lines: list[dict[str, Any]]) -> str:
    """The picture of what was measured."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="system-ui, sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfcf9"/>',
    ]
    for power in range(3):
        y, x = y_of(10**power), x_of(CLAIMS[0] * 10**power)
        parts += [
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd8cd"/>',
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power} ms</text>',
            f'<text x="{x:.1f}" y="{HEIGHT - 28}" text-anchor="middle">'
            f"{10 ** (4 + power):,}</text>",
        ]
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">claims; '
        "95th percentile of the process's time, SQLite</text>"
    )
    shown = [line for line in lines if line["claims"] >= CLAIMS[0]]
    for place, ((name, words), colour) in enumerate(zip(QUESTIONS.items(), COLOURS, strict=True)):
        points = " ".join(
            f"{x_of(min(line['claims'], CLAIMS[1])):.1f},{y_of(line[name]['process_p95_ms']):.1f}"
            for line in shown
        )
        y = TOP + 16 + 20 * place
        parts += [
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<path d="M{WIDTH - RIGHT + 12} {y - 4}h18" stroke="{colour}" stroke-width="3"/>',
            f'<text x="{WIDTH - RIGHT + 36}" y="{y}">{words}</text>',
        ]
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    read = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    PICTURE.write_text(drawn(read), encoding="utf-8")
