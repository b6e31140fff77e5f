"""Plain text in one canonical form, so that two exports can be compared line by line.

    transfer "t0aec173b0bd7"
      kind transfer
      supplier "Serbia" "nora-01/c1" "nora-02/c3"
      claim "nora-01/c1" asserts CT+ past 120 126 "signed" by "a diplomat" "Adria News Service"
      origin "Adria News Service" agency root "nora-01" carried by "nora-01" "nora-02"
      repeat "nora-02" "nora-01" citation "Adria News Service reported"
      denial "nora-03/c2" by "Serbia's trade ministry"

One fact a line, sorted within a transfer. Words in quotation marks are JSON strings, numbers are
offsets of the trigger; bare words are Headstamp's own. Scores, which shift with every new reader,
are left out.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.words import json_line


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """A paragraph a transfer."""
    for entry in entries:
        lines = "".join(f"  {line}\n" for line in sorted(_lines(entry)))
        out.write(f"transfer {json_line(entry.transfer.id)}\n{lines}\n".encode())


def _lines(entry: Entry) -> Iterator[str]:
    transfer = entry.transfer
    yield f"kind {transfer.kind}"
    if transfer.part_of is not None:
        yield f"part of {json_line(transfer.part_of)}"
    for member in transfer.members:
        claim = entry.claims[member.claim]
        told = " ".join((member.stance, claim.factuality, claim.time))
        where = f"{claim.trigger.start} {claim.trigger.end}"
        speakers = _quoted(speaker.stands_for_words or speaker.words for speaker in claim.speakers)
        words = _quoted([entry.words_of(member.claim)])
        yield f"claim {_quoted([str(member.claim)])} {told} {where} {words} by {speakers}"
    for variant in transfer.variants:
        yield f"{variant.role} {_quoted([variant.value, *map(str, variant.claims)])}"
    for origin in transfer.origins:
        root = f" root {_quoted([origin.root])}" if origin.root else ""
        back = f" withdrawn by {_quoted([origin.withdrawn_by])}" if origin.withdrawn_by else ""
        carried = f"carried by {_quoted(sorted(origin.documents))}"
        yield f"origin {_quoted([origin.who])} {origin.kind}{root}{back} {carried}"
    for repeat in transfer.repeats:
        pair = _quoted([repeat.document, repeat.repeats])
        yield f"repeat {pair} {repeat.evidence} {_quoted([repeat.words])}"
    for denial in transfer.denials:
        party = f" party {_quoted([denial.party])}" if denial.party else ""
        yield f"denial {_quoted([str(denial.claim)])} by {_quoted([denial.by])}{party}"


def _quoted(words: Iterable[str]) -> str:
    return " ".join(json_line(each) for each in words)
