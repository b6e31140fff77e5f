"""Ledgers for the pages: one of many transfers, one of what hostile documents bring."""

import json
from pathlib import Path

from click.testing import CliRunner

from evaluation import synthetic
from headstamp import cli
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition

SCRIPT = "<script>document.title = 'owned'</script>"
PARTY = f"Grey {SCRIPT} Lanterns"
OVERRIDE = "\u202egnp.exe"
OUTLET = f"Marsh <img src=x onerror=alert(1)> {OVERRIDE} Post"
TITLE = f'"><svg onload=alert(1)> {SCRIPT} rockets'
ARABIC = "قال متحدث إن كتائب النور تسلّمت الصواريخ في آب."


def crowd(path: Path, documents: int = 60) -> str:
    """A ledger of some hundred transfers that nobody wrote."""
    extracts = [synthetic.extract(number) for number in range(documents)]
    told = {extract.document.id: extract for extract in extracts}
    ledger = Ledger(str(path))
    with ledger.writing(by="ana") as writer:
        writer.add(Addition(extract) for extract in extracts)
        writer.replace_transfers((), synthetic.transfers(extracts), told, synthetic.countries())
        writer.mark_linked()
    ledger.close()
    return str(path)


def hostile(path: Path) -> str:
    """A ledger of an article whose title, outlet and parties try to be more than text, and of one
    in Arabic.
    """
    given = path.with_suffix(".jsonl")
    given.write_text("\n".join(map(json.dumps, (_hostile(), _arabic()))), encoding="utf-8")
    arguments = ["add", "--readings", str(given), "--by", "ana", "--ledger", str(path)]
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 0, result.output
    return str(path)


def _hostile() -> dict[str, object]:
    text = f"{TITLE}\n\n{PARTY} delivered 20 rockets to {OVERRIDE} brigade, a spokesman said."
    return {
        "id": "../a b?c#d/<i>",
        "title": TITLE,
        "outlet": OUTLET,
        "published": "2024-05-03",
        "text": text,
        "entities": [],
        "attributions": [],
        "claims": [
            {
                "id": "c1",
                "kind": "transfer",
                "trigger": "delivered",
                "roles": {
                    "supplier": [PARTY],
                    "materiel": ["rockets@2"],
                    "quantity": ["20"],
                    "recipient": [f"{OVERRIDE} brigade"],
                },
                "factuality": "CT+",
                "time": "past",
            }
        ],
    }


def _arabic() -> dict[str, object]:
    return {
        "id": "arabic",
        "title": "كتائب النور تتسلم صواريخ",
        "outlet": "جريدة المرفأ",
        "published": "2024-08-20",
        "text": f"كتائب النور تتسلم صواريخ\n\n{ARABIC}",
        "entities": [],
        "attributions": [],
        "claims": [
            {
                "id": "c1",
                "kind": "transfer",
                "trigger": "تسلّمت",
                "roles": {"recipient": ["كتائب النور@2"], "materiel": ["الصواريخ"]},
                "factuality": "CT+",
                "time": "past",
            }
        ],
    }
