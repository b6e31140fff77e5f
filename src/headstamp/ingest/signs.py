"""What a paragraph looks like: the general signs of captions, bylines, furniture and comments.

Each sign is one question about one paragraph. Where on the page it stands is `layout`'s concern.
"""

import re

_SENTENCE_END = tuple(".!?…؟。۔:;")
_CLOSING = "\"'”’»›)]} *_"
_PROSE_WORDS = 8
_SUBHEAD_WORDS = 12
_FURNITURE_WORDS = 25
"""Furniture is short: a button, a prompt, a counter, a notice. What is longer is text."""

_CAPTION = re.compile(
    r"""
    \b(?:is|are|was|were)\s(?:\w+\s)?(?:seen|pictured|shown)\s(?:here|above|below|left|right)\b
    | \b(?:seen|shown|pictured)\b[^.]{0,80}\bin\s(?:this|a|an)\s(?:\w+\s){0,3}
      (?:photo|picture|image|photograph|screengrab|screenshot|video\sgrab|still)\b
    | \bin\sthis\s(?:\w+\s){0,3}(?:photo|picture|image|photograph|screengrab|screenshot|still)\b
    | ^[\[(]?(?:file\s|handout\s|archive\s)?(?:photo|picture|image|photograph)s?
      (?:\scredit|\scourtesy|\sby)?\s?[:/|–—-]
    | ^file\s(?:photo|picture|image)\b
    | [\[(](?:file\s)?(?:photo|picture|image|ap\sphoto|handout|screengrab|screenshot|courtesy)
      [^\])]{0,60}[\])]\.?$
    | [\[(/|]\s?(?:AFP|AP|EPA|Reuters|Getty(?:\sImages)?|Anadolu|Handout|File|Xinhua|Sipa)
      [^\])]{0,30}[\])]\.?$
    | \b(?:photo|picture|image)\s(?:by|courtesy\sof|credit)\b[^.]{0,40}\.?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PICTURE = re.compile(
    r"(?=[spi\[(/|])(?:seen|shown|pictur|photo|image|screen|still|[\[(/|])", re.IGNORECASE
)
"""Stands in every caption; to look for this alone takes a fifth of the time."""
_CAPTION_WORDS = 70

_BYLINE = re.compile(
    r"^\W*(?:written\s|reported\s|story\s|text\s)?(?:by|par|von|por)[:\s]\s*(?P<author>[^\W\d_].+)$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:additional\s)?(?:reporting|writing|editing|compiled|translated|edited)"
    r"\s(?:and\s\w+\s)?by\s",
    re.IGNORECASE,
)
_BYLINE_WORDS = 16
_NAME_JOINTS = frozenset((
    "and", "for", "in", "of", "the", "bin", "ibn", "ben", "al", "el", "de", "da", "di", "del",
    "der", "van", "von", "la", "le", "et", "y", "e", "und", "with",
))  # fmt: skip
_AUTHOR_END = re.compile(r"\s*(?:[|•·–—]|\s-\s|,?\s+(?:on|for|in)\s+\W*[\dA-Z]|\d).*$")

_COMMENTS = (
    r"(?:comments?(?:\(s\))?|repl(?:y|ies)|responses?|thoughts?|commentaires?|kommentare?|comentarios?"
    r"|комментари\w+|yorumlar?|تعليقات|تعليق|نظرات|دیدگاه\w*)"
)
_COMMENT_HEADER = re.compile(
    rf"""^\W*(?:
      (?:\d[\d,.]*|no|one)\s(?:reader\s)?{_COMMENTS}(?:\s(?:to|on|so\sfar)\b.{{0,80}})?
    | {_COMMENTS}\s*[(\[:]?\s?\d+[)\]]?
    | (?:(?:all|view|show|hide|latest|recent|see|your|user|readers?['’]?)\s)?(?:all\s)?
      (?:comments|commentaires|kommentare|comentarios|комментарии|yorumlar|التعليقات|نظرات)
    | (?:comment(?:s|ing)?|community|discussion)\s(?:policy|rules|guidelines)\b.{{0,80}}
    | (?:leave|post|add|write)\sa\s(?:comment|reply)\b.{{0,40}}
    | join\sthe\s(?:discussion|conversation)\b.{{0,40}}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)

_FURNITURE_PHRASE = re.compile(
    r"""\b(?:
      (?:our|free|daily|weekly)\s(?:\w+\s)?newsletter | subscribe | sign\s(?:up|in) | log\s?in
    | register\snow | follow\sus | share\s(?:this|on|via) | read\s(?:more|next|also) | see\salso
    | also\sread | related\s(?:articles?|stories|news|topics|posts) | you\smay\salso
    | most\s(?:read|popular|viewed) | recommended\sfor\syou | editor['’]?s\spicks?
    | advertisement | sponsored | cookies | privacy\spolicy | terms\sof\s(?:use|service)
    | all\srights\sreserved | copyright | click\shere | (?:print|e-?mail|rate)\sthis
    | back\sto\stop | required\sfields? | comments\sare\sclosed | \d+\smin(?:ute)?s?\sread
    | (?:skip|jump)\sto\s(?:main\s)?content | (?:continue|keep)\sreading | story\scontinues
    | report\s(?:abuse|comment) | e-?mail\saddress\swill\snot | load\smore
    | facebook\b.*\btwitter | twitter\b.*\bfacebook
    )\b | ^©""",
    re.IGNORECASE | re.VERBOSE,
)
_BUTTON = re.compile(
    r"""^\W*(?:share|print|e-?mail|tweet|save|listen|menu|search|home|facebook|twitter|whatsapp
      |telegram|linkedin|copy\slink|reply|like|report|flag|submit|cancel|next|previous|close|more
      |advertisement|(?:tags?|topics?|keywords?|filed\sunder|share)\s?:.{0,80})\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTER = re.compile(
    r"^\W*(?:\d+|\d+\s*(?:/|of)\s*\d+)\s*(?:(?:characters?|words?|shares|views|likes)\b.{0,20})?\W*$",
    re.IGNORECASE,
)
_QUESTION_ON_PAGE = re.compile(
    r"\b(?:this|our|the)\s(?:article|story|page|post|report|coverage|content|site)\b[^.]*\?\W*$",
    re.IGNORECASE,
)
_TO_READER = re.compile(r"\b(?:you|your|helpful|useful|rate)\b", re.IGNORECASE)
_TRAIL = re.compile(r"^[^\W\d_][^.!?]{0,30}(?:\s[>»›]\s[^.!?]{1,40})+$")


def word_count(paragraph: str) -> int:
    """How many words, by white space."""
    return len(paragraph.split())


def ends_sentence(paragraph: str) -> bool:
    """Whether it ends as sentences do, inside or outside closing quotation marks."""
    return paragraph.rstrip(_CLOSING).endswith(_SENTENCE_END)


def is_prose(paragraph: str) -> bool:
    """Whether it is running text: some words that end a sentence, or very many words."""
    words = word_count(paragraph)
    return (words >= _PROSE_WORDS and ends_sentence(paragraph)) or words >= 3 * _PROSE_WORDS


def is_caption(paragraph: str) -> bool:
    """Whether it describes a picture: says that one sees, or names who took it."""
    if not _PICTURE.search(paragraph) or word_count(paragraph) > _CAPTION_WORDS:
        return False
    return bool(_CAPTION.search(paragraph))


def byline_author(paragraph: str) -> str | None:
    """Who a line such as `By Fares al-Omran | 3 May` says wrote the text; None if it is no such.

    What follows `by` must read like names: `By Tuesday 40 lorries had crossed.` does not.
    """
    byline = _BYLINE.match(paragraph.strip())
    if not byline or word_count(paragraph) > _BYLINE_WORDS or ends_sentence(paragraph):
        return None
    author = _AUTHOR_END.sub("", byline["author"]).strip(" ,")
    names = [word for word in re.split(r"[\s,]+", author) if word]
    like_names = all(
        word in _NAME_JOINTS or not word[0].islower() or word.startswith(("al-", "el-", "d'"))
        for word in names
    )
    return author if author and like_names else None


def is_credit(paragraph: str) -> bool:
    """Whether it credits the desk: `(Reporting by … ; editing by …)`."""
    return bool(_CREDIT.match(paragraph)) and word_count(paragraph) <= 2 * _BYLINE_WORDS


def is_comment_header(paragraph: str) -> bool:
    """Whether readers' comments begin here: `12 Comments`, `Leave a reply`, `Comment policy`."""
    return word_count(paragraph) <= _FURNITURE_WORDS and bool(_COMMENT_HEADER.match(paragraph))


def is_furniture(paragraph: str) -> bool:
    """Whether it belongs to the page and not to the article: buttons, prompts, counters, trails."""
    if word_count(paragraph) > _FURNITURE_WORDS:
        return False
    signs = (_FURNITURE_PHRASE.search, _BUTTON.match, _COUNTER.match, _TRAIL.match)
    return any(sign(paragraph) for sign in signs) or asks_reader(paragraph)


def asks_reader(paragraph: str) -> bool:
    """Whether it asks what the reader thinks of the page: `Do you like this article?`."""
    return bool(_QUESTION_ON_PAGE.search(paragraph)) and bool(_TO_READER.search(paragraph))


def is_subhead(paragraph: str) -> bool:
    """Whether it could head the text below it: short, begins like a title, ends no sentence."""
    start = paragraph.lstrip("\"'“‘#*0123456789.()[] ")
    return (
        0 < word_count(paragraph) <= _SUBHEAD_WORDS
        and not ends_sentence(paragraph)
        and bool(start)
        and not start[0].islower()
        and "\n" not in paragraph
    )
