"""What a line is by itself: by what it says, by how it looks, and by whether its outlet repeats it."""

import re
from datetime import datetime, tzinfo
from typing import NamedTuple

from agents.arabic.memo import Memo
from agents.arabic.reporting_verbs import openings
from agents.clean.dates.moments import may_show, of_line, without_dates
from agents.clean.dates.patterns import CUES, DAY_MONTH
from agents.clean.judge import byline, sections
from agents.clean.judge.lines import Line
from agents.clean.judge.outlet_profile import Profile, keys, recurring
from agents.clean.judge.phrases import ANY_WORDS, START_WORDS, Match, Phrases
from agents.clean.read.line_words import BRACE, BRACKET, DIGIT, DOT, JOINT, LETTER, ODD, SIGN, split

RECURRENT = 0.15
"""The share of the outlet's pages from which on a line's repetition alone makes it chrome."""
RECURRENT_TEXT = 0.4
"""The same for a paragraph: reports on one affair share the one that tells what went before."""
CAPTION_WORDS = 32
BYLINE_WORDS = 12
DATE_WORDS = 26
CRUMB_WORDS = 40
TEXT_WORDS = ANY_WORDS
"""Words from which on what ends as a sentence can only be a paragraph, or what no reporter writes."""
_ADDRESS_WORDS = 8
_LABEL_WORDS = 5
_NEWS, _MENU = "اخبار", 3
"""The word that labels of sections open with, and how often a menu in one line has it."""
_TAG_LABEL = 30
"""Letters within which a label of tags ends."""
_TITLE_WORDS = range(2, 21)
_TITLES_WORDS = 12
_QUOTING_WORDS = 12
"""Words from which on a line that ends as a sentence may only quote a phrase."""
_STARTS = "الرئيسية|الرئيسيه|الرئيسة|الصفحة الرئيسية|الصفحة الأولى|الأولى|home|الموقع|أخبار|الأخبار|أنت هنا"
_HOME = frozenset(" ".join(split(step)) for step in _STARTS.split("|"))
"""What a path through a site begins with."""
_HOME_WORDS = frozenset(step.partition(" ")[0] for step in _HOME)
_CRUMBS = re.compile(r"\s+[»›>←→⟩❯◄►/\\|‹«<]+\s+|\s*[›>→❯⟩]+\s*|\s+[-–—:•·]\s+|(?<=\w)\s*[/|\\]\s*(?=\w)")
_POINTED = re.compile(r"\s[»›>←→❯◄]+\s|[›>❯]")
_PATHLIKE = re.compile(r"[»›>←→⟩❯◄►/\\|‹«<•·]|\s[-–—:]\s")
_ARROWS = "◄►▶◀⇐⇒←→⬅➡⏪»›❮❯👈👉📌🔴🔵▸▹◂⮜⮞➤➜✅📷🎥"
_CREDITS = (
    r"(?:ارشيف\w*|من الارشيف|تعبيري\w*|انترنت|الانترنت|متداول\w*|مواقع التواصل\w*|getty(?: images)?|غيتي\w*|جيتي|afp|"
    r"reuters|ap|epa|shutterstock|غيتي ايميجز|freepik|unsplash)"
)
_PICTURED = r"(?:تصوير|عدسه|بعدسه|الصوره|المصدر|صوره|ارشيف)"
_CAPTION_STARTS = re.compile(
    r"\(صور[هة]?\)|صوره\s*[:|-]|(?:تصوير|عدسه|بعدسه|كاميرا)\s?[:/-]|\S+\.(?:jpe?g|png|webp|gif)$"
)
# What may be a dash is looked for first, and then what stands in front of it: that is several times quicker.
_CAPTION_ENDS = re.compile(
    rf"\((?:صوره|صور|{_CREDITS}|{_PICTURED}\b[^()]{{0,60}}|[^()]{{0,40}}[-–—/،: ]{_CREDITS})\)\s*[.]?$"
    rf"|[-–—|](?:(?<=\s.)\s?(?:صوره\s)?{_CREDITS}$|(?<=\w[-–—])\s?ارشيف\w*$)"
    r"|صوره (?:ارشيفيه|تعبيريه|توضيحيه|متداوله|نشرها|وزعتها)\b[^.]{0,60}$"
    r"|(?:تصوير|عدسه)\s?[:/-]\s?\S+(?: \S+){0,6}\)?$"
)
_CREDIT = re.compile(r"\(([^()]{2,40})\)$|\s[-–—|/]\s*([^()\-–—|/]{2,30})$|[©]\s?([\w ./]{2,30})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+\.(?:com|net|org|info|tv|news|[a-z]{2})(?:/\S*)?")
_NUMERIC = re.compile(r"[\W\d_]*")
_LABEL_END = re.compile(r"[^\w#]*[\w#]+\s*(?:[:|،,/•>»؛.…*(\-–—#]|$)")
_CODE = re.compile(
    r"[{};]\s*[\w.#$-]+\s*[:({]|function\s*\(|\bvar\s+\w+\s*=|<\w+[^>]*>|googletag|document\.|window\.|\$\("
)
_WIDE = re.compile(r"\s{3,}|\t+")
_TICKER_PARTS = 4
_JOINTS = tuple("-–—|/\\:،,•·(")
"""What stands between a name and a date."""
_KINDS = frozenset(split("موقع صحيفة جريدة بوابة شبكة قناة وكالة منصة مجلة"))
"""What outlets say that they are."""
_SAID = openings("opens-paragraph", "", "و") | frozenset(split("شدد وشدد اعتبر واعتبر"))
"""What opens a paragraph that reports words."""
_EMBED = re.compile(r"^[—–-] .{1,60}\(@\w+\)|\bpic\.(?:twitter|x)\.com/\w+|\bhttps?://t\.co/\w+|^@\w+$")
"""What an embedded post leaves around its text."""
_SIGNATURE_WORDS = 14
"""Words of the longest signature of a post, with its date; what is longer has text glued to it."""
_PLACEHOLDER = re.compile(r"\{{1,2}%?[a-z_ .:0-9-]{2,40}%?\}{1,2}")
"""What a template that was never filled leaves: «{title}», «{{ author }}»."""


class Site(NamedTuple):
    """What a line is looked at with."""

    phrases: Phrases
    outlet: frozenset[str]
    """The folded words of the outlet's name."""
    profile: Profile | None
    received: datetime
    fetched: datetime
    local: tzinfo


_SEEN: Memo[tuple[str, frozenset[str]], tuple[Match | None, str, byline.Found | None]] = Memo(1 << 14)
"""What short lines without a date say, by line and outlet: chrome comes again page after page."""


HINTED = {
    "nav": "navigation",
    "cookie": "cookie",
    "footer": "navigation",
    "aside": "related",
    "related": "related",
    "comments": "comments",
    "advertisement": "advertisement",
    "newsletter": "newsletter",
    "share": "share",
    "tags": "tags",
    "breadcrumb": "breadcrumb",
    "caption": "caption",
    "author": "byline",
    "date": "date",
}
"""The reason that markup gives for a line whose words give none."""


def classify(lines: list[Line], site: Site) -> None:
    """Set each line's reason, and its date and byline, where it shows by itself that it is chrome."""
    for line in lines:
        _classify(line, site)
        if line.hint in HINTED:
            _take_hint(line, HINTED[line.hint], site)


def _take_hint(line: Line, hinted: str, site: Site) -> None:
    """Set the reason that markup gives for a line, where its words give none."""
    if hinted == "byline" and line.byline is None and line.reason in ("", "byline"):
        line.byline = line.signature(site.outlet, titled=True)
    if line.reason:
        return
    if hinted not in ("byline", "date", "caption") or not line.prose or line.count <= CAPTION_WORDS:
        line.reason = hinted


def _classify(line: Line, site: Site) -> None:
    if site.profile is not None:
        line.recurs = _recurs(line, site.profile)
    if not line.words or (not line.kinds & LETTER and _NUMERIC.fullmatch(line.folded)):
        line.reason = "date" if _dated(line, site) else "counter" if line.words else "ornament"
        return
    if line.count > (TEXT_WORDS if line.stopped else CRUMB_WORDS) and line.recurs == 0.0:
        _judge_long(line, site)
        return
    key = (line.text, site.outlet)
    seen = None if line.recurs else _SEEN.get(key)
    if seen is not None:
        line.match, line.reason, line.byline = seen
        return
    undated = line.count > DATE_WORDS or not (_has_cue(line) and may_show(line.folded))
    line.match = site.phrases.match(line.words, line.count)
    if line.kinds & JOINT and line.count <= CRUMB_WORDS and _is_crumbs(line, site):
        line.reason = "breadcrumb"
    elif not undated and _dated(line, site):
        line.reason = (
            "date" if line.match is None or line.match.reason not in ("copyright", "counter") else line.match.reason
        )
    else:
        line.reason = _said(line) or _looked(line, site)
    if undated and not line.recurs:
        _SEEN.keep(key, (line.match, line.reason, line.byline))


def _has_cue(line: Line) -> bool:
    """Say whether a line has what every date has one of."""
    return bool(line.kinds & DIGIT) or not CUES.isdisjoint(line.words)


def _is_crumbs(line: Line, site: Site) -> bool:
    """Say whether a line is a path through the site; most lines' first word tells that they are none."""
    first = line.words[0]
    could = first in _HOME_WORDS or first in site.outlet or sections.opens(first)
    return could and _PATHLIKE.search(line.folded) is not None and is_path(line.folded, site.outlet)


def _judge_long(line: Line, site: Site) -> None:
    """Judge a paragraph: only what no reporter writes makes it chrome, and code or a strip of headlines."""
    line.match = site.phrases.match(line.words[:30], line.count)
    if line.match is not None and line.match.how == "strong" and not _quotes(line):
        line.reason = line.match.reason
    elif _is_strip(line, 2 * _TICKER_PARTS):
        line.reason = "related"
    elif line.words[0] in site.outlet and _is_blurb(line, site):
        line.reason = "outlet"
    elif _is_code(line):
        line.reason = "code"
    elif _lists_tags(line, site):
        line.reason = "tags"


def _lists_tags(line: Line, site: Site) -> bool:
    """Say whether a label of tags and a colon open a long line: «كلمات دلالية: …»."""
    if line.stopped or not line.kinds & JOINT:
        return False
    label, colon, _ = line.folded[:_TAG_LABEL].partition(":")
    return bool(colon) and site.phrases.said_by(split(label)) == "tags"


def _lists(line: Line, site: Site) -> str:
    """Give the reason of a long line that holds the tags or links that a label opens: «أخبار متعلقة …»."""
    if _lists_tags(line, site):
        return "tags"
    match = site.phrases.opened_by(line.words[:_LABEL_WORDS]) if not line.stopped else None
    return "related" if match is not None and match.reason == "related" and match.end > 1 else ""


def _is_blurb(line: Line, site: Site) -> bool:
    """Say whether an outlet speaks of itself: «مدار نيوز موقع إخباري يهتم بـ…»."""
    size = len(site.outlet)
    return site.outlet.issuperset(line.words[:size]) and line.words[size] in _KINDS


def _is_strip(line: Line, gaps: int) -> bool:
    """Say whether a line is several headlines with wide gaps between them."""
    return not line.stopped and ("   " in line.text or "\t" in line.text) and len(_WIDE.findall(line.text)) >= gaps


def _is_code(line: Line) -> bool:
    """Say whether a line is a script or a style sheet that a scraper took for text."""
    if not line.kinds & (BRACE | BRACKET):
        return False
    if line.kinds & BRACE and line.folded[0] == "{" and _PLACEHOLDER.fullmatch(line.folded):
        return True
    return sum(map(str.isascii, line.words)) * 2 > line.count and len(_CODE.findall(line.folded)) > line.count // 40


def _quotes(line: Line) -> bool:
    """Say whether a line reports the phrase in it: within quotation marks, or as what someone said."""
    match = line.match
    if match is None or line.words[0] in _SAID:
        return True
    phrase = line.words[match.start : match.end]
    at = line.folded.find(phrase[0])
    while at >= 0 and split(line.folded[at:])[: len(phrase)] != phrase:
        at = line.folded.find(phrase[0], at + 1)
    return at > 0 and line.folded[:at].rstrip()[-1:] in tuple("«\"“'")


def _recurs(line: Line, profile: Profile) -> float:
    """Give the share of the outlet's pages that show the line, or the label in front of its colon."""
    own, lead = keys(line.text, line.folded, line.words)
    share = recurring(profile, own)
    if share == 0.0 and lead is not None and not line.prose and not line.folded.endswith(":"):
        entry = profile.lines.get(lead)
        if entry is not None and entry[1] * 3 < entry[0]:
            share = recurring(profile, [lead])
    return share if share >= (RECURRENT_TEXT if line.prose else RECURRENT) else 0.0


def _dated(line: Line, site: Site) -> bool:
    """Set the line's date; say whether the line is there for it."""
    date = of_line(line.folded, site.received, site.fetched, site.local)
    if date is None:
        return False
    rest = split(date.rest)
    explained = not rest or (
        not byline.opens_title(rest)
        and (site.outlet.issuperset(rest) or site.phrases.is_chrome(rest, site.outlet) or byline.is_place(rest))
    )
    if not explained and (line.stopped or len(rest) > 3 or date.moment is None):  # noqa: PLR2004 - a name
        pieces = () if line.stopped else (date.rest, without_dates(line.text))
        if not any(byline.parse(piece, site.outlet, titled=True) for piece in pieces):
            return False
    if not explained and not _is_dated_name(line.text, rest, site):
        line.date = date  # which counts where the line turns out to be chrome
        return False
    line.date = date
    if rest and not explained:
        line.byline = byline.parse(without_dates(line.text), site.outlet, titled=True)
    return True


def _is_dated_name(text: str, rest: list[str], site: Site) -> bool:
    """Say whether what stands beside a date is who wrote it, and no title: «أسعار الذهب اليوم الأحد 12 أكتوبر 2025»."""
    left = without_dates(text)
    found = byline.parse(left, site.outlet, titled=True)
    if found is None:
        return not byline.opens_title(rest)
    return found.sure or byline.is_known_name(rest) or left.rstrip()[-1:] in _JOINTS


def _said(line: Line) -> str:
    """Give the reason that the line's words or its recurrence say, unless the line only quotes them."""
    match = line.match
    if line.recurs:
        return match.reason if match else "recurring"
    if match is None:
        return ""
    if match.how in ("whole", "words"):
        return match.reason
    if match.how == "strong":
        return "" if _quotes(line) else match.reason
    return match.reason if _opens(line, match) else ""


def _opens(line: Line, match: Match) -> bool:
    """Say whether a line is what its opening, or a phrase within it, says; a sentence may only use the words."""
    if match.how == "label" and not (_LABEL_END.match(line.folded) or line.count <= 2):  # noqa: PLR2004 - a label and its word
        return False
    quoting = line.prose and line.stopped and line.count > _QUOTING_WORDS and line.words[0].isalpha()
    if quoting and match.how == "start":
        return match.end > 2 or ":" in line.folded[:40]  # noqa: PLR2004 - a phrase that says enough
    return not (quoting and line.count > _QUOTING_WORDS + 4)


def _looked(line: Line, site: Site) -> str:
    """Give the reason that a line's look says."""
    size = len(site.outlet)
    if 0 < line.count <= size + 1 and site.outlet.issuperset(line.words):
        return "byline" if line.count > size and _is_signed(line, site) else "outlet"
    reason = _marked(line)
    if reason or (line.stopped and line.prose):
        return reason
    if line.count <= BYLINE_WORDS and _is_signed(line, site):
        return "byline"
    if line.count <= CAPTION_WORDS and is_caption(line):
        return "caption"
    pointed = line.text[0] in _ARROWS and line.count in _TITLE_WORDS
    if pointed or (line.count >= _TITLES_WORDS and _is_strip(line, _TICKER_PARTS)):
        return "related"
    opened = _lists(line, site) if line.count > START_WORDS else ""
    if not opened and line.words.count(_NEWS) >= _MENU:
        opened = "navigation"
    return opened or ("code" if _is_code(line) else "")


def _is_signed(line: Line, site: Site) -> bool:
    """Say whether a line says by itself who wrote or brought the article; set what it says."""
    found = line.signature(site.outlet)
    if (found is None or not found.sure) and line.kinds & (DIGIT | ODD) and DAY_MONTH.search(line.folded):
        # «مسقط في 11 فبراير /العمانية/» names no year, so that it is no date line.
        found = byline.parse(without_dates(line.text), site.outlet)
    if found is not None and found.sure:
        line.byline = found
        return True
    return byline.is_desk(line.words, site.outlet) or byline.is_outlet_and_desk(line.text, line.words)


def _marked(line: Line) -> str:
    """Give the reason of a line that is made of addresses, tags, or what embedded posts leave."""
    folded = line.folded
    if not line.kinds & (SIGN | DOT | JOINT):
        return ""
    if (line.count <= _ADDRESS_WORDS or " " not in folded) and _ADDRESS.fullmatch(folded):
        return "contact"
    posted = line.kinds & SIGN or (line.kinds & DOT and ("pic." in folded or "//t.co/" in folded))
    embedded = _EMBED.search(folded) if posted else None
    if embedded is not None and (embedded.start() or line.count <= _SIGNATURE_WORDS):
        return "embed"
    if folded[0] == "©" and line.match is None:
        return "caption"
    tags = folded.count("#")
    return "tags" if tags > 1 and tags * 2 >= len(folded.split()) else ""


def is_caption(line: Line) -> bool:
    """Say whether a line ends in a photo credit or says that it is a picture's."""
    if not (line.kinds & (BRACKET | JOINT | DOT | SIGN) or "صوره " in line.folded):
        return False
    if _CAPTION_STARTS.match(line.folded) or _CAPTION_ENDS.search(line.folded):
        return True
    credit = _CREDIT.search(line.folded)
    if credit is None or line.count < 3:  # noqa: PLR2004 - something is shown
        return False
    name = credit[1] or credit[2] or credit[3] or ""
    return any(byline.agency(part) for part in re.split(r"[-–—/،,|]", name))


def is_path(folded: str, outlet: frozenset[str]) -> bool:
    """Say whether a folded line is a path through the site."""
    pieces = _CRUMBS.split(folded.strip(" »›>/|"))
    first = next(filter(None, map(split, pieces)), [])
    standing = sections.standard(first) if first else None
    home = " ".join(first) in _HOME or outlet.issuperset(first)
    if not (home or standing):
        return False
    parts = [step for step in map(split, pieces) if step]
    if len(parts) < 2:  # noqa: PLR2004 - a path has two steps
        return False
    if _POINTED.search(folded) and len(first) <= 4:  # noqa: PLR2004 - a step's words
        return True
    if home and sections.standard(parts[1]):
        return True
    if " ".join(first) in _HOME:
        return True
    return len(parts) > 2 and all(map(sections.standard, parts))  # noqa: PLR2004 - a menu in one line


def crumbs(line: Line) -> list[str]:
    """Give the steps of a breadcrumb as they stand."""
    return [part.strip(" \u200e\u200f»›>/|") for part in _CRUMBS.split(line.text) if part.strip(" \u200e\u200f»›>/|")]
