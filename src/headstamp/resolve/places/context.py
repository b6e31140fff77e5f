"""The countries that a text names, which tell its places from their namesakes."""

import re
from collections import Counter
from functools import cache

from headstamp.resolve.places.catalogue import countries
from headstamp.resolve.places.gazetteer import country_names
from headstamp.resolve.places.spelling import form


def countries_named(text: str) -> tuple[str, ...]:
    """Codes of the countries that `text` names or uses as adjectives, the most named first."""
    pattern, codes = _names()
    counted = Counter(codes[form(found)] for found in pattern.findall(text))
    return tuple(code for code, _ in counted.most_common())


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all names and adjectives, longer first, and the codes by their forms.

    Where no name begins, one look at the letter tells, not one for each name.
    """
    own = countries()
    codes = {form(name): code for name, code in country_names().items()}
    codes |= {**own.names, **own.adjectives}
    written = sorted({*country_names(), *own.written}, key=lambda word: (-len(word), word))
    left_out = own.shared | own.doubtful
    known = [re.escape(word) for word in written if form(word) not in left_out]
    first = "".join(sorted({re.escape(word[0]) for word in written}))
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:{'|'.join(known)})(?!\w)"), codes
