"""What is doubtful in a document and its claims. Doubt is stored and shown; the run goes on.

Each check is one function and one line in `CHECKS`. Messages do not repeat the words they are
about: the span points at them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from headstamp.model import Argument, Claim, Document, Extract, Finding, Span
from headstamp.model.document import NOT_THE_ARTICLE

EVEN_CHANCE = 0.5
# A block with more than one such character in ten was decoded or extracted wrongly.
UNREADABLE_SHARE = 0.1

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CALIBRE_UNIT = r"(?:mm|cm|millimet(?:re|er)s?|centimet(?:re|er)s?|calib(?:re|er)|gauge|bore)"
_CALIBRE = re.compile(
    rf"\d(?:[-\s]*{_CALIBRE_UNIT})\b|\d\s*[x×]\s*\d|(?<!\d)\.\d\d\b", re.IGNORECASE
)
_DESIGNATION = re.compile(r"[A-Za-z]-?\d|\d[A-Z]\w*\d")
_JOINED_BEFORE = re.compile(r"[^\W\d_]-?\Z")
_RANGE = re.compile(
    r"\d[-\s]*(?:km|kilomet(?:re|er)s?|miles?|nautical miles?|met(?:re|er)s?)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"he|she|it|they|him|her|them|i|we|you|who|that|this|these|those|both|one|some", re.IGNORECASE
)


def findings(extract: Extract) -> tuple[Finding, ...]:
    """Everything doubtful, check by check, each in the order of the text."""
    return tuple(finding for check in CHECKS for finding in check(extract))


def language_not_read(document: Document) -> Finding:
    """The finding for a document kept unread, because the reader does not know its language."""
    return Finding("language-not-read", f"not read: language {document.language}")


def no_publication_date(extract: Extract) -> Iterator[Finding]:
    """Nothing says when the document was published."""
    if extract.document.published.day is None:
        yield Finding(
            "no-publication-date",
            "No publication date is known, so dates told from it (“last August”) stay open.",
        )


def unreadable_block(extract: Extract) -> Iterator[Finding]:
    """A block whose characters are largely not text."""
    text = extract.document.text
    suspects = {c for c in set(text) if _is_broken(c)}
    for block in extract.document.blocks if suspects else ():
        letters = [c for c in block.span.of(text) if not c.isspace()]
        broken = sum(c in suspects for c in letters)
        if block.kind not in NOT_THE_ARTICLE and broken > UNREADABLE_SHARE * len(letters):
            yield Finding(
                "unreadable-block",
                "A block is not readable as text: wrong encoding, or a scan without its words.",
                block.span,
            )


def date_not_placed(extract: Extract) -> Iterator[Finding]:
    """A date told from the day of publication, which is not known."""
    if extract.document.published.day is not None:
        return
    for span in sorted({a.span for claim in extract.claims for a in claim.filling("date")}):
        if not _YEAR.search(span.of(extract.document.text)):
            yield Finding(
                "date-not-placed",
                "A date cannot be placed without a publication date.",
                span,
            )


def quantity_may_be_calibre(extract: Extract) -> Iterator[Finding]:
    """A number that looks like a calibre or a designation stands as a quantity."""
    for argument in _once(extract.claims, "quantity"):
        if _is_calibre_or_designation(argument.span, extract.document.text):
            yield Finding(
                "quantity-may-be-calibre",
                "A quantity may be a calibre or part of a designation, not a number of things.",
                argument.span,
            )


def quantity_may_be_range(extract: Extract) -> Iterator[Finding]:
    """A distance stands as a quantity."""
    for argument in _once(extract.claims, "quantity"):
        if _RANGE.search(_in_company(argument.span, extract.document.text)):
            yield Finding(
                "quantity-may-be-range",
                "A quantity may be a range or a distance, not a number of things.",
                argument.span,
            )


def claim_without_arguments(extract: Extract) -> Iterator[Finding]:
    """A claim of which nothing but its trigger was found."""
    for claim in extract.claims:
        if not claim.arguments:
            yield Finding(
                "claim-without-arguments",
                "Nothing but the word itself was found of a claim.",
                claim.trigger,
            )


def low_score(extract: Extract) -> Iterator[Finding]:
    """A claim the reader itself gives less than an even chance."""
    for claim in extract.claims:
        if claim.score < EVEN_CHANCE:
            yield Finding(
                "low-score",
                "The reader gives a claim less than an even chance of being one.",
                claim.trigger,
            )


def speaker_not_named(extract: Extract) -> Iterator[Finding]:
    """A speaker is a pronoun, and who is meant was not found."""
    spans = {
        speaker.span
        for claim in extract.claims
        for speaker in claim.speakers
        if speaker.span and not speaker.stands_for and _PRONOUN.fullmatch(speaker.words)
    }
    for span in sorted(spans):
        yield Finding("speaker-not-named", "Whom a pronoun names as the speaker is open.", span)


Check = Callable[[Extract], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    no_publication_date,
    unreadable_block,
    date_not_placed,
    quantity_may_be_calibre,
    quantity_may_be_range,
    claim_without_arguments,
    low_score,
    speaker_not_named,
)


def _once(claims: tuple[Claim, ...], role: str) -> list[Argument]:
    """The arguments in one role, each span once, in the order of the text."""
    by_span = {argument.span: argument for claim in claims for argument in claim.filling(role)}
    return [by_span[span] for span in sorted(by_span)]


def _in_company(span: Span, text: str) -> str:
    """The words of a span and the unit or the joined letters that follow it at once."""
    rest = re.match(r"[-\w×]*(?:\s[^\W\d]\w*)?", text[span.end : span.end + 30])
    return span.of(text) + (rest.group() if rest else "")


def _is_calibre_or_designation(span: Span, text: str) -> bool:
    words = span.of(text)
    if not any(c.isdigit() for c in words):
        return False
    before = text[max(0, span.start - 2) : span.start]
    return bool(
        (words[0].isdigit() and _JOINED_BEFORE.search(before))
        or _CALIBRE.search(_in_company(span, text))
        or _DESIGNATION.search(words)
    )


def _is_broken(character: str) -> bool:
    if character.isspace():
        return False
    return character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc")
