"""Changes from pages and programs: signed, and refused where what was looked at has changed.

Whoever decides on a claim says which change he saw last of it; if there is a later one by then,
nobody's word is overwritten, and he is told.
"""

from collections.abc import Callable, Mapping

from headstamp import keeping
from headstamp.errors import Outdated
from headstamp.ledger.ledger import Ledger, Writer
from headstamp.model.transfer import Change


def changed(
    ledger: Ledger,
    say: Callable[[Writer], Change],
    *,
    by: str,
    seen: Mapping[str, int] | None = None,
) -> Change:
    """What `say` writes, if of each subject in `seen` that change is the last, else `Outdated`."""

    def checked(writer: Writer) -> Change:
        for subject, number in (seen or {}).items():
            if writer.stated(subject) != number:
                raise Outdated(subject, "was changed by somebody meanwhile", "look again")
        return say(writer)

    return keeping.change(ledger, checked, by=by, later=False)
