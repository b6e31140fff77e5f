"""Where sentences end, so that near words can be told from far ones and a claim quoted whole.

A paragraph break always ends a sentence. Within a paragraph a full stop, question mark,
exclamation mark or ellipsis ends one when white space and something other than a lower-case
letter follow, unless the stop belongs to an abbreviation. Quotation marks and brackets that
close right after the stop belong to the sentence they close.
"""

import re

from headstamp.model import Span

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_STOP = re.compile(r"""(?:[.!?\u061f]+|\u2026)["'”’»)\]]*(?=\s)""")
_LAST_WORD = re.compile(r"[^\s\"'“‘«(\[]+$")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,4}|[A-Za-z]|[ivxIVX]{1,5})\.")

# Titles and the like: a name follows, so the stop never ends the sentence.
_BEFORE_NAME = re.compile(
    r"mr|mrs|ms|messrs|dr|prof|gen|maj|lt|col|brig|cpt|capt|sgt|cpl|pvt|adm|cmdr|comdr|cdr"
    r"|insp|supt|det|sen|rep|gov|pres|hon|rev|fr|st|sr|jr|mt|ft|vs|eg|ie|cf|amb|sec|dep"
)
# A figure follows: `No. 5`, `para. 12`, `Oct. 3`, `approx. 40`.
_BEFORE_FIGURE = re.compile(
    r"no|nos|para|paras|art|arts|sec|fig|vol|pp|p|ch|ref|approx|ca|c|jan|feb|mar|apr|jun"
    r"|jul|aug|sep|sept|oct|nov|dec"
)
# May stand inside a sentence or at its end; the word after the stop decides.
_EITHER = re.compile(r"inc|ltd|co|corp|bros|etc|al|dept|univ|govt|a\.m|p\.m|u\.s\.a")
_OPENERS = re.compile(
    r"a|an|the|this|that|these|those|it|its|he|she|they|we|you|i|his|her|their|our|in|on"
    r"|at|by|for|from|to|with|but|and|or|so|yet|if|when|while|after|before|since|as|there"
    r"|here|what|who|how|why|no|not|one|two|three|some|many|most|both|all|each|according"
)


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of `text`, or of a stretch of it, in order and without white space around."""
    whole = within or Span(0, len(text))
    found: list[Span] = []
    start = whole.start
    for gap in _PARAGRAPH.finditer(text, whole.start, whole.end):
        found += _of_paragraph(text, start, gap.start())
        start = gap.end()
    return found + _of_paragraph(text, start, whole.end)


def _of_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end):
            found.append(_trimmed(text, start, stop.end()))
            start = stop.end()
    found.append(_trimmed(text, start, end))
    return [sentence for sentence in found if len(sentence)]


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : end].lstrip()
    if following.lstrip("\"'“‘«")[:1].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    if _ENUMERATOR.fullmatch(text[start : stop.start() + 1].strip()):
        return False
    last_word = _LAST_WORD.search(text, start, stop.start())
    return last_word is None or _may_end(last_word.group(), following)


def _may_end(word: str, following: str) -> bool:
    """Whether a full stop after `word` can end a sentence that `following` comes after."""
    plain = word.lower()
    if _BEFORE_NAME.fullmatch(plain):
        return False
    if _BEFORE_FIGURE.fullmatch(plain) and following[:1].isdigit():
        return False
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if _EITHER.fullmatch(plain) or _INITIALISM.fullmatch(word):
        opener = re.match(r"\W*(\w+)", following)
        return opener is None or bool(_OPENERS.fullmatch(opener.group(1).lower()))
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    leading = len(words) - len(words.lstrip())
    return Span(start + leading, max(start + leading, start + len(words.rstrip())))
