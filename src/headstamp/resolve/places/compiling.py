"""Makes the compact list of places that the program loads, from the YAML that people review.

`python -m headstamp.resolve.places.compiling` writes `data/places.json`; a test says when that is
due. The YAML stays out of the wheel.
"""

import json
from importlib.resources import files
from pathlib import Path

import yaml

DATA = Path(str(files("headstamp").joinpath("data")))
COMPACT = DATA / "places.json"
REVIEWED = {"places": "places.yaml", "countries": "countries.yaml", "words": "place_words.yaml"}


def compact() -> str:
    """The three reviewed files as one line of JSON, the same for the same YAML."""
    whole = {
        name: yaml.safe_load((DATA / file).read_text(encoding="utf-8"))
        for name, file in REVIEWED.items()
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    COMPACT.write_text(compact(), encoding="utf-8")
