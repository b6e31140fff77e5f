"""`python -m evaluation [quality] [speed]`: measure, write results/, hold the floors."""

import argparse
import sys
from pathlib import Path

from evaluation import quality, speed

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"


def main() -> int:
    """Run the parts asked for (all, by default); 1 when a floor is broken, 2 on misuse."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="quality, speed (default: both)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the annotated text")
    given = parser.parse_args()
    unknown = set(given.parts) - {"quality", "speed"}
    if unknown:
        parser.error(f"unknown part {', '.join(sorted(unknown))}: choose from quality, speed")
    parts = given.parts or ["quality", "speed"]
    broken: list[str] = []
    if "quality" in parts:
        broken = quality.run(given.corpus, HERE / "floors.json", HERE / "results")
    if "speed" in parts:
        speed.run(HERE / "results")
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
