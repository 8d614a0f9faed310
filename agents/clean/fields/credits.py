"""Who wrote an article and where it was first: bylines, dateline, the outlet that it was taken from, tags."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from agents.arabic import wordlist
from agents.arabic.memo import Memo
from agents.arabic.quotation_marks import MARKS, SINGLE
from agents.clean.fields import ids
from agents.clean.fields.outlet_register import Register
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.byline import Found, read_byline
from agents.clean.judge.dateline import read_dateline
from agents.clean.judge.glued_bylines import read_glued_byline
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_known_name, is_name
from agents.clean.layout.page import Page
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import split
from streams.records.articles import Byline
from streams.records.pages import RawPage

_SOURCE_REASONS = frozenset(["source", "copyright", "recurring", "related", "caption", "comments"])

_ELSEWHERE = frozenset(["comments", "related", "aside"])
"""Parts of an HTML page in which others are named than who wrote the article."""
_REPUBLISHED = re.compile(
    r"(?:نقل(?:ا|اً|ًا)\s+عن|منقول[ةه]?\s+(?:عن|من)|لمصدر الخبر|المصدر(?: الأصلي)?\s?[:/\-–]|المصدر الرئيسي للخبر\s?:?|نُ?شر (?:هذا المقال |هذه المادة |هذا التقرير )?(?:أولا |لأول مرة )?(?:في|على) موقع|نشر أولا (?:في|على)|ظهرت أولا على|appeared first on)\s*[:\-–]?\s*(?P<name>[^.|،,؛\n()\[\]»«\"]{2,60}|[«\"][^»\"]{2,60}[»\"])"  # noqa: E501 - one pattern
)
_PARTNERS = wordlist.load("agents.clean", "bylines.toml").as_written("partners")
_PARTNER = re.compile(
    rf"^(?:\S+\s+){{0,3}}(?:{'|'.join(_PARTNERS)})\s*[:\-–]?\s*(?P<name>[^.|،,؛\n()\[\]»«\"]{{2,60}})"
)
_NO_OUTLETS = wordlist.load("agents.clean", "bylines.toml").words("no_outlets")
_MAX_PARTNER_CHARACTERS = 60
"""Characters of a line that names a partner."""
_NAMES_SOURCE = re.compile("نقل|نقول|مصدر|نشو?ر|ظهر|appeared")
_NAME_ENDS = re.compile(
    rf"\s+(?:{'|'.join(wordlist.load('agents.clean', 'bylines.toml').as_written('behind_sources'))}|في\s+\d)\b.*$"
)
_WROTE = wordlist.load("agents.clean", "bylines.toml").words("wrote")
_KINDS = re.compile(r"^(?:صحيفة|جريدة|موقع|مجلة|شبكة|قناة|وكالة|صفحة|بوابة|منصة)\s+(?=\S)")
_NAMES_JOINED = re.compile(r"\s*[+/&]\s*|\s+[-–—]\s+|\s+و(?=(?:ال)?وكالات)")
_SIGNED = re.compile(r"[\s،,|/.\-–—]بقلم\s*[:/|\-–—]?\s*(?P<name>\S[^|/]{2,40})$")
"""A column's title with its author: «حديث المدينة ، بقلم : فلان»."""
_NAME_AT_END = re.compile(r"[.!؟?…]\s*/\s*(?P<name>[^/|]{5,40})$")
"""The same behind a slash, where a sign ends the title; else a slash joins titles to names: «الأستاذ/ فلان»."""
_CREDIT_AT_END = re.compile(r"\(([^()\n]{2,40})\)\W{0,2}$|/([^/()\n]{2,30})/\W{0,2}$")
"""The agency at the end of a text: «… في آسيا. (الكويت ـ أ ف ب)»."""
_MAX_TAGS = 50
_OUTLET_WORDS_RANGE = range(1, 6)
"""Words of an outlet's name."""
_TAG_LABEL = re.compile(r"^[^:：|]{0,30}[:：|]\s*")
_TAG_SPLIT = re.compile(r"[،,؛;|/•·\n]+|\s{2,}|\s+#|^#|\s[-–—]\s")


def outlet_name(page: RawPage, metadata: Metadata) -> str:
    """Return the outlet's name: the producer's, the page's own for itself, or what its copyright line says."""
    return page.source or metadata.site or ids.own_name(page) or ""


_OUTLET_WORDS: Memo[str, frozenset[str]] = Memo(1 << 12, lambda name: frozenset(split(name)))


def outlet_words(name: str) -> frozenset[str]:
    """Return the folded words of an outlet's name."""
    return _OUTLET_WORDS[name]


def read_credits(page: Page, outlet: frozenset[str], register: Register) -> tuple[Byline, str | None]:
    """Return the byline and the outlet that the article was first published by.

    Parameters
    ----------
    page
        The page, laid out.
    outlet
        The folded words of the outlet's name.
    register
        The outlets that are known.
    """
    author = agency = dateline = republished = None
    for found in _bylines(page, outlet, register):
        republished = republished or found.outlet
        author = author or found.byline.author
        agency = agency or found.byline.agency
        dateline = dateline or found.byline.dateline
    author = author or _author_in_title(page.title)
    for line in page.lines:
        if line.role != "chrome" or line.reason not in _SOURCE_REASONS:
            continue
        if not (line.reason == "source" or _names_source(line.folded)):
            continue
        name = _first_outlet(line.text)
        if name is None or outlet.issuperset(split(name)):
            continue
        for part in _NAMES_JOINED.split(name):
            named = read_agency(part)
            if named:
                agency = agency or named
            elif part and not outlet.issuperset(split(part)) and not _NO_OUTLETS.issuperset(split(part)):
                republished = republished or part.strip()
    return Byline(author=author, agency=agency, dateline=dateline), republished


def _author_in_title(title: str) -> str | None:
    """Return the author at a title's end, behind «بقلم»; behind a slash alone, a name that is known for one."""
    for pattern, is_author in ((_SIGNED, is_name), (_NAME_AT_END, is_known_name)):
        found = pattern.search(title)
        if found is not None and is_author(split(found["name"])):
            return found["name"].strip()
    return None


def _bylines(page: Page, outlet: frozenset[str], register: Register) -> Iterator[Found]:
    """Return what the page says of who wrote it: the lines for it first, then the opening of the text."""
    for index, line in enumerate(page.lines):
        if line.role != "chrome" or line.hint in _ELSEWHERE:
            continue
        if line.byline is not None:
            below = page.lines[index + 1] if index + 1 < len(page.lines) else None
            yield _with_author_below(line, line.byline, below)
        elif line.reason == "recurring" and page.title_index < index < page.start:
            found = line.signature(outlet, titled=True)
            if found is not None and (found.sure or found.byline.dateline):
                yield found
    first = next((line for line in page.lines if line.role == "paragraph"), None)
    found = read_dateline(first, outlet) if first else None
    if found is not None:
        yield found
    glued = read_glued_byline(first.text, outlet, register.knows) if first else None
    if glued is not None:
        yield glued
    last = next((line for line in reversed(page.lines) if line.role == "paragraph"), None)
    credit = _CREDIT_AT_END.search(last.text) if last else None
    found = read_byline(credit[1] or credit[2], outlet) if credit else None
    if found is not None and found.byline.agency:
        yield found


def _with_author_below(line: Line, found: Found, below: Line | None) -> Found:
    """Return a byline with the author of the line below too: «كتب: خالد النمر», «كتبت: هدى السالمي»."""
    other = below.byline.byline.author if below is not None and below.byline is not None else None
    if below is None or not other or not found.byline.author or other == found.byline.author:
        return found
    if line.words[0] not in _WROTE or below.words[0] not in _WROTE:
        return found
    return found._replace(byline=replace(found.byline, author=f"{found.byline.author}، {other}"))


def find_tags(page: Page) -> list[str]:
    """Return the tags as the outlet wrote them."""
    found: list[str] = []
    for line in page.lines:
        if line.role != "chrome" or line.reason != "tags":
            continue
        text = line.text
        match = line.match
        if match is not None and match.reason == "tags":  # a label, and perhaps tags behind it
            colon = _TAG_LABEL.match(text)
            text = text[colon.end() :] if colon else " ".join(text.split()[match.end :])
        found += [tag.strip(" #.\u200e\u200f" + MARKS).replace("_", " ") for tag in _TAG_SPLIT.split(text)]
    return list(dict.fromkeys(filter(None, found)))[:_MAX_TAGS]


def _names_source(folded: str) -> bool:
    """Whether a line has a word with which sources are named."""
    return _NAMES_SOURCE.search(folded) is not None


def _first_outlet(text: str) -> str | None:
    found = _REPUBLISHED.search(text) or (_PARTNER.match(text) if len(text) <= _MAX_PARTNER_CHARACTERS else None)
    if not found:
        return None
    name = _NAME_ENDS.sub("", found["name"]).strip(" .:-–—\u200e\u200f" + SINGLE + MARKS)
    name = _KINDS.sub("", name).strip(" " + SINGLE + MARKS)
    return name if len(split(name)) in _OUTLET_WORDS_RANGE else None
