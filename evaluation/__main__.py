"""`python -m evaluation [PART …]`: measure, write results/, hold the floors."""

import argparse
import json
import sys
from pathlib import Path

from evaluation import cases, quality, resolution, speed
from evaluation.floors import broken

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
PARTS = ("quality", "resolution", "cases", "speed")


def main() -> int:
    """Run the parts asked for (all, by default); 1 when a floor is broken, 2 on misuse."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the annotated text")
    given = parser.parse_args()
    unknown = set(given.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown part {', '.join(sorted(unknown))}: choose from {', '.join(PARTS)}")
    parts = given.parts or PARTS
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    results, fallen = HERE / "results", []
    if "quality" in parts:
        figures = quality.run(given.corpus, floors["quality"], results)
        fallen += broken(figures, floors["quality"]) if figures else []
    if "resolution" in parts:
        figures = resolution.run(given.corpus, floors["resolution"], HERE / "samples", results)
        fallen += broken(figures, floors["resolution"]) if figures else []
    if "cases" in parts:
        figures = cases.run(given.corpus.parent / "cases", results)
        fallen += broken(figures, floors["cases"]) if figures else []
    if "speed" in parts:
        speed.run(results)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
