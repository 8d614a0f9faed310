"""Which line of a page is its title, and what stands glued to it."""

import re
from itertools import islice
from typing import NamedTuple

from agents.clean.judge import byline, captions, sections
from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Spoken, running
from agents.clean.read import stems as kin
from agents.clean.read.line_words import JOINT, split

LEAST = 2.3
"""The score that a line must reach to be the title when nothing else says so."""
_ALONE = 1.0
"""The score that does when no other line comes near."""
_LEAD = 0.7
_ONLY = -1.0
"""The score that does when there is no other line that it could be."""
_KIN = 0.34
_ALIEN = 0.1
"""The same, up to which it says nothing of it."""
_TELLING = 12
"""Paragraphs that a title is compared with."""
_SURE_WORDS = 5
"""Words from which on it says something that a line speaks of what the text speaks of."""
_MOST_CANDIDATES = 300
_MOST_REPEATED = 2.0
_CLOSES_PATH = 3.0
_MOST = 32
_JOINED = re.compile(r"(?:\.\.|/).+(?:\.\.|/)")
_MOST_JOINED = 60
"""Words of a title of several sentences, with dots between them: Egyptian papers tell the report in it."""
_GLUE = 5
"""Words of a label or of an outlet's name that may stand glued to a title."""
_BESIDE = 8
"""Words of a path or the like beside a copy of the title."""
_META = frozenset(["date", "byline", "share", "counter", "tools", "caption", "breadcrumb", "social"])
_SIGNS = frozenset(["date", "byline"])
_BENEATH = 0.8
"""How much it speaks against a line that a title with its date or byline stands above it."""
_BELOW = 0.5
"""How much it speaks for a line that it is the first below such headlines."""
_LISTED = 1.0
"""How much it speaks against a line that it is of a list of headlines that is shown twice."""
_LINKED = 0.5
"""The same where links below the text name it, and others above the text too."""
_COPIED = 1.5
"""How much it speaks for a line that it stands twice."""
_WEAK = frozenset(
    [
        "related",
        "caption",
        "source",
        "navigation",
        "share",
        "tools",
        "newsletter",
        "app",
        "comments",
        "masthead",
        "social",
        "copyright",
        "counter",
        "contact",
    ]
)
_HIDDEN = frozenset(["nav", "aside", "footer", "related", "comments", "tags", "advertisement", "newsletter", "cookie"])
_JOINT = re.compile(r"[|\-–—:»›•]")
_TAIL = re.compile(r"(?P<head>.*\S)\s+[|\-–—:»›•]\s+(?P<tail>.*)")
_TEASED = 14
"""Words of the longest title that ends in dots; a longer line that does tells the beginning of something."""
_NEXT = 8
"""Lines behind a title with the outlet's name among which it may stand without."""
_FEW_WORDS = 3
_NEWS = frozenset(["اخبار", "الاخبار"])
"""What opens a section's label: «أخبار الكويت»."""
_LONGEST = 400
"""Characters of the longest title that is believed."""
_BULLETS = "•●▪■·*◦‣"
_BULLETED = 2.5
"""How much a bullet in front of a line speaks against it."""
_SHOWN = 1.0
"""How much it speaks against a line below another that it is worded as captions are."""
_CAPTION_NEAR = 5
"""Lines between a title and a caption."""
_FULL_STOPS = tuple(".۔。")
_CLOCK = re.compile(r"(?:الساعه )?\d{1,2}:\d\d(?: ?(?:ص|م|صباحا|مساء|gmt|ت غ|بتوقيت \w+))?")
"""A time and nothing else, as it stands above the entries of a live blog."""
_ENTRY = 3.0
"""How much it speaks against a line that it heads an entry."""
_DATED_END = re.compile(r"[.؟!]\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}$")
"""How a deck ends that tells when it was written."""
_TICKER = 5
"""Headlines in a row from which on none of them is the title by its place."""
_HEADLINE_WORDS = range(4, 21)
_TOP = 4
"""Lines at the page's head among which a title is known by its place alone."""
_SHORT = 12
"""Words of such a title, at most."""
_WORD = re.compile(r"\w+")
_SEPARATED = {
    size: re.compile(rf"[\s\u200e\u200f]*((?:\w+\W+){{{size - 1}}}\w+)\s*[|:/»›>•\-–—]") for size in (4, 3, 2, 1)
}
"""By their number: the first words of a line, and a sign that cuts them off."""


class Title(NamedTuple):
    """Where the title stands; `text` is without the label that stands glued in front of it."""

    at: int
    text: str
    label: str = ""


def given(lines: list[Line], title: str) -> Title | None:
    """Find the line that shows the title that a field or metadata gives."""
    wanted = split(title)
    if len(wanted) < 2:  # noqa: PLR2004 - a word alone is a menu's as well
        return None
    glued: Title | None = None
    for index, line in enumerate(lines):
        if line.count < len(wanted) or line.reason == "breadcrumb":
            continue
        if line.words == wanted:
            return Title(index, line.text)
        extra = line.count - len(wanted)
        if glued is None and extra <= _GLUE and line.words[extra:] == wanted and index < 60:  # noqa: PLR2004 - the page's head
            glued = _unglued(index, line, extra)
    return glued


def without_outlet(title: str, outlet: frozenset[str]) -> str:
    """Take the outlet's name off the end of a title that a field or metadata gives: «… | مدار نيوز»."""
    title = " ".join(title.split())
    if len(title) > _LONGEST:
        return ""
    found = _TAIL.match(title) if _JOINT.search(title) else None
    if found is None or len(split(found["head"])) < _FEW_WORDS:
        return title
    words = split(found["tail"])
    named = outlet.issuperset(words) if outlet else len(words) <= _GLUE
    return without_outlet(found["head"], outlet) if words and named else title


def choose(lines: list[Line], start: int, end: int, slug: frozenset[str]) -> Title | None:
    """Choose the likeliest title.

    Parameters
    ----------
    lines
        The page's lines.
    start, end
        Where its running text stands, as far as that can be told without the title.
    slug
        The stems of the words in the page's address, and in the title that a field or metadata gives.
    """
    known = Spoken(islice(running(lines[start:end]), _TELLING))
    meta = [index for index in range(start) if lines[index].reason in _META]
    last_meta = meta[-1] if meta else -1
    candidates = [
        index
        for index in range(min(start + 1, len(lines)))
        if _can(lines[index], first_of_text=index == start) or _is_joined(lines, index)
    ]
    if len(candidates) > _MOST_CANDIDATES:
        candidates = candidates[-_MOST_CANDIDATES:]
    possible = frozenset(candidates)
    twins = _Twins(lines, candidates, end)
    scored: list[tuple[float, int, int]] = []
    shares: dict[int, float] = {}
    for index in candidates:
        line = lines[index]
        repeated, glue = twins.of(index)
        share = shares[index] = known.share(line.stems)
        score = _shape(line) + _speaks(line, share, slug) + _stands(line, repeated) - min(1.0, 0.02 * index)
        if index < last_meta:
            score += 0.8
        if line.reason and line.match is not None and line.match.how == "label" and share > _KIN:
            score += 0.8  # «عاجل| …»: a label that stands glued to a title as well
        if index == start:
            score -= 2.5 if line.prose else 1.0
        if index and _is_beneath(lines, index, shares):
            score -= _BENEATH
        score -= _pictured(lines, index, possible) + (_ENTRY if index and _is_entry(lines, index) else 0.0)
        scored.append((score, index, glue))
    if not scored:
        return _by_place(lines, start, twins.listed)
    scored = [(score + twins.among_headlines(index), index, glue) for score, index, glue in scored]
    scored.sort(key=lambda item: (-item[0], item[1]))
    score, index, glue = scored[0]
    if len(scored) == 1:
        sure = score >= _ONLY and not byline.is_known_name(lines[index].words) and not _is_dateline(lines[index])
    else:
        sure = score >= LEAST or (score >= _ALONE and score - scored[1][0] >= _LEAD)
    if not sure:
        return _by_place(lines, start, twins.listed)
    return _settled(lines, _unglued(index, lines[index], glue or labelled(lines[index])))


def _pictured(lines: list[Line], index: int, possible: frozenset[int]) -> float:
    """Say how much speaks for a caption: what another title stands above says less of the same, or stands twice."""
    line = lines[index]
    above = (lines[other] for other in range(index - _CAPTION_NEAR, index) if other in possible)
    longer = [other.words for other in above if other.count > line.count]
    value = 2.0 if longer and any(map(set(line.words).issubset, longer)) else 0.0
    first = index - 1 if index and lines[index - 1].words == line.words else index
    doubled = first < index or (index + 1 < len(lines) and lines[index + 1].words == line.words)
    if doubled and first - 1 in possible and lines[first - 1].count > 3:  # noqa: PLR2004 - a title's words
        value += 2.0
    if above and index - 1 in possible and captions.shows(line):
        value += _SHOWN
    return value + (_BULLETED if line.text[0] in _BULLETS else 0.0)


def _is_beneath(lines: list[Line], index: int, shares: dict[int, float]) -> bool:
    """Say whether a title stands right above a line, or but for what tells when and by whom: the line is a deck.

    `shares` are those of what each candidate above speaks of that the text speaks of.
    """
    above = index - 1
    while above > 0 and lines[above].reason in _SIGNS:
        above -= 1
    return shares.get(above, 0.0) >= _KIN and lines[above].count > _FEW_WORDS


def is_clock(line: Line) -> bool:
    """Say whether a line is a time and nothing else."""
    return line.reason == "date" and _CLOCK.fullmatch(line.folded) is not None


def _is_entry(lines: list[Line], index: int) -> bool:
    """Say whether a line heads an entry of a live blog: a bare time stands above it, as above others below it."""
    if not is_clock(lines[index - 1]):
        return False
    return any(_CLOCK.fullmatch(line.folded) for line in lines[index + 1 :])


def _by_place(lines: list[Line], start: int, listed: set[int]) -> Title | None:
    """Take the first line that nothing else explains: a column's title may be short and stand nowhere in its text."""
    top = 0
    for index, line in enumerate(lines[:start]):
        if index in listed:
            continue
        top += 1
        if top > _TOP:
            break
        if _in_ticker(lines, index, start):
            return None
        if index == 0 and line.count == 1 and _is_lone_title(lines):
            return Title(index, line.text)
        signed = index == 0 and start > 1 and lines[1].reason in ("byline", "date")
        named = not signed and byline.is_known_name(line.words)
        other = line.folded.endswith(":") or line.folded.isascii() or _is_news(line) or _is_dateline(line)
        if not line.reason and 2 <= line.count <= _SHORT and not (named or other):  # noqa: PLR2004 - a word alone is a label
            return Title(index, line.text)
    return None


def _is_dateline(line: Line) -> bool:
    """Say whether a line is a place and a name: «مراكش - ثورية ايشرم»."""
    found = line.signature(frozenset(), titled=True) if line.kinds & JOINT and line.count <= _GLUE else None
    return found is not None and found.byline.dateline is not None and found.byline.author is not None


def _is_news(line: Line) -> bool:
    """Say whether a line is the label of a section: «أخبار الكويت»."""
    return line.count <= _FEW_WORDS and not _NEWS.isdisjoint(line.words[:1])


def _is_lone_title(lines: list[Line]) -> bool:
    """Say whether a page's first line is a column's title of one word: its author or its text follows at once."""
    first, second = lines[:2]
    plain = not first.reason and first.words[0].isalpha() and not sections.standard(first.words)
    return plain and (second.reason in ("byline", "date") or (second.prose and not second.reason))


def _in_ticker(lines: list[Line], index: int, start: int) -> bool:
    """Say whether a line is one of many headlines in a row, right above the text."""
    count = 0
    for line in lines[index:start]:
        if line.reason or line.prose or line.count not in _HEADLINE_WORDS:
            return count >= _TICKER
        count += 1
    return count >= _TICKER


def _speaks(line: Line, share: float, slug: frozenset[str]) -> float:
    """Say how much a line is about what the text and the page's address are about; a headline in the markup more so.

    `share` is the share of what it speaks of that the text speaks of.
    """
    relation = share * min(1.0, line.count / _SURE_WORDS)
    value = 3.0 * relation + (3.0 * kin.share(line.stems, slug) if slug else 0.0)
    if line.hint == "h1":
        value += 4.0 if relation > _ALIEN else 1.0  # an <h1> may hold the outlet's logo
    return value - 1.8 if line.reason and relation <= _KIN else value


def _stands(line: Line, repeated: float) -> float:
    """Say how much the way in which a line stands speaks for it: its twins, its markup, that it is no chrome."""
    value = 0.6 + min(repeated, _MOST_REPEATED)
    if line.reason:
        value -= 1.2
    if repeated == _CLOSES_PATH:
        value += _CLOSES_PATH
    return value - 2.0 if line.recurs else value


def _settled(lines: list[Line], title: Title) -> Title:
    """Go to the line in front that shows the same title with a label glued to it, or to the next without the outlet."""
    words = split(title.text)
    for index, line in enumerate(lines[: title.at]):
        extra = line.count - len(words)
        if 0 < extra <= _GLUE and line.words[extra:] == words and line.reason != "breadcrumb":
            return _unglued(index, line, extra)
    found = _TAIL.match(title.text)
    if found is None or len(split(found["tail"])) > _GLUE:
        return title
    head = split(found["head"])
    bare = (index for index in range(title.at + 1, min(title.at + _NEXT, len(lines))) if lines[index].words == head)
    return next((Title(index, lines[index].text) for index in bare), title)


def copies(lines: list[Line], title: list[str]) -> list[Line]:
    """Give the lines that show the title, with no more than an outlet's name or a path beside it."""
    size = len(title)
    if size < 2:  # noqa: PLR2004 - a word alone repeats by chance
        return []
    return [
        line
        for line in lines
        if size <= line.count <= size + _BESIDE
        and (line.words[:size] == title or line.words[-size:] == title)
        and not (line.stopped and line.count > size)
    ]


def labelled(line: Line) -> int:
    """Give how many words of a line are a section label glued in front: «رياضة | …», «أخبار العالم …»."""
    for size, pattern in _SEPARATED.items():
        if line.count - size < 3 or not sections.standard(line.words[:size]):  # noqa: PLR2004 - a title's words
            continue
        found = pattern.match(line.folded)
        separated = found is not None and ":" not in found[0] and _WORD.findall(found[1]) == line.words[:size]
        if separated or (size > 1 and line.words[0] in ("اخبار", "الاخبار")):
            return size
    return 0


def _can(line: Line, *, first_of_text: bool) -> bool:
    if line.count < 2 or line.count > _MOST or line.hint in _HIDDEN:  # noqa: PLR2004 - a title's words
        return False
    if first_of_text and line.prose and line.stopped and line.folded.rstrip('"»”) ')[-1:] == ".":
        return False
    if line.reason:
        match = line.match
        weak = match is not None and match.how in ("start", "any", "label") and line.reason in _WEAK
        return (weak or (line.reason == "caption" and match is None)) and line.count > 3 and line.recurs == 0.0  # noqa: PLR2004 - a title's words
    return True


def _is_joined(lines: list[Line], index: int) -> bool:
    """Say whether a line is a long title of several sentences; what says who wrote it or when stands below it."""
    line = lines[index]
    if line.reason or line.stopped or not _MOST < line.count <= _MOST_JOINED or not _JOINED.search(line.text):
        return False
    return any(below.reason in _META for below in lines[index + 1 : index + 5])


def _shape(line: Line) -> float:
    """Say how much a line looks like a title by its length and its end."""
    value = 0.0
    if line.count < 3:  # noqa: PLR2004 - a name or a label
        value -= 1.3
    elif 5 <= line.count <= 22:  # noqa: PLR2004 - what most titles have
        value += 0.7
    if line.stopped and line.folded.rstrip('"»”) ')[-1:] == ".":
        value -= 1.0
    elif line.folded[-1:].isdigit() and _DATED_END.search(line.folded):
        value -= 2.0
    if line.folded.endswith(":") or line.folded.isascii():
        value -= 1.5  # what leads to something else, or a picture's name
    elif line.count > _TEASED and line.folded.endswith(("...", "…")):
        value -= 1.5
    found = line.signature(frozenset(), titled=True) if line.count <= byline.MOST_WORDS else None
    if found is not None:
        placed = found.byline.dateline is not None and found.byline.author is not None
        value -= 1.5 if found.sure or placed or byline.is_known_name(line.words) else 0.8
    if sections.standard(line.words) or _is_news(line):
        value -= 2.0
    return value


class _Twins:
    """Which of the lines that can be the title stand more than once, whole or within another line."""

    def __init__(self, lines: list[Line], candidates: list[int], end: int) -> None:
        self._lines = lines
        labels = (index for index in range(end, len(lines)) if lines[index].reason == "related")
        self._links = next(labels, len(lines))
        """The first of the links below the text: headlines behind it are other articles'."""
        self.listed: set[int] = set()
        """Lines that `of` found to be of a list of headlines that is shown twice."""
        self._linked: set[int] = set()
        """Lines that `of` found among such links, too."""
        ends = {lines[index].words[-1] for index in candidates}
        starts = {lines[index].words[0] for index in candidates}
        self._by_end: dict[tuple[str, ...], list[int]] = {}
        self._by_start: dict[tuple[str, ...], list[int]] = {}
        for index, line in enumerate(lines):
            if not 2 < line.count <= _MOST + _GLUE or line.text[0] in _BULLETS:  # noqa: PLR2004 - what is compared
                continue
            if line.words[-1] in ends:
                self._by_end.setdefault(tuple(line.words[-3:]), []).append(index)
            if line.words[0] in starts:
                self._by_start.setdefault(tuple(line.words[:3]), []).append(index)

    def of(self, index: int) -> tuple[float, int]:
        """Give how strongly a line's twins speak for it, and how many of its words stand glued in front."""
        line = self._lines[index]
        if line.count < 3:  # noqa: PLR2004 - what is compared
            return (_CLOSES_PATH if any(self._closes_path(other, line) for other in self._lines) else 0.0), 0
        score, glue = 0.0, 0
        for other in self._by_end.get(tuple(line.words[-3:]), ())[:20]:
            twin = self._lines[other]
            if other == index or twin.hint in _HIDDEN:
                continue
            extra = line.count - twin.count
            if extra == 0 and twin.words == line.words:
                score += self._copy(index, other)
            elif 0 < extra <= _GLUE and line.words[extra:] == twin.words and twin.count > 3 and not line.reason:  # noqa: PLR2004 - a title's words
                score += 1.5
                glue = glue or (extra if sections.standard(line.words[:extra]) or extra <= 3 else 0)  # noqa: PLR2004 - a label's words
            elif (
                extra < 0
                and twin.words[-line.count :] == line.words
                and (twin.reason == "breadcrumb" or extra >= -_GLUE)
            ):
                score += 1.5
        for other in self._by_start.get(tuple(line.words[:3]), ())[:20]:
            twin = self._lines[other]
            if other == index or twin.words[: line.count] != line.words or not 0 < twin.count - line.count <= _GLUE:
                continue
            score += 1.2 if line.count > 4 and other != index + 1 else -1.5  # noqa: PLR2004 - a caption goes on in the next line
        if (
            index
            and 1 < self._lines[index - 1].count < line.count
            and line.words[: self._lines[index - 1].count] == self._lines[index - 1].words
        ):
            score -= 1.5
        return score, glue

    def among_headlines(self, index: int) -> float:
        """Say how much the headlines of others that stand with a line, known by their copies, speak for it."""
        if not (self.listed or self._linked):
            return 0.0
        named = self.listed | self._linked
        if index in self.listed:
            return -_LISTED
        signed = index + 1 < len(self._lines) and self._lines[index + 1].reason in _SIGNS
        if index in self._linked and not signed:
            return -_LINKED if len(named) > 1 else _COPIED  # the latest headlines may hold the page's own
        lone = index in self._linked and len(named) == 1
        return _COPIED if lone else _BELOW if index - 1 in named else 0.0

    def _copy(self, index: int, other: int) -> float:
        """Say how strongly a line's copy speaks for it: not at all where both are of lists of headlines."""
        if self._goes_on(index, other):
            self.listed.add(index)
            return 0.0
        if other > self._links:
            self._linked.add(index)
            return 0.0
        return _COPIED if self._lines[index].count > 3 else 0.5  # noqa: PLR2004 - a caption may stand twice

    def _goes_on(self, index: int, other: int) -> bool:
        """Say whether a headline beside a line stands beside its twin too: a list of headlines that is shown twice."""
        for step in (-1, 1):
            for far in (-1, 1):
                near, twin = index + step, other + far
                if (
                    near < 0
                    or twin < 0
                    or max(near, twin) >= len(self._lines)
                    or near in (other, twin)
                    or twin == index
                ):
                    continue
                beside = self._lines[near]
                if beside.count > 3 and beside.words == self._lines[twin].words:  # noqa: PLR2004 - a title's words
                    return True
        return False

    @staticmethod
    def _closes_path(other: Line, line: Line) -> bool:
        return other.reason == "breadcrumb" and other.count > line.count and other.words[-line.count :] == line.words


def _unglued(index: int, line: Line, extra: int) -> Title:
    """Cut `extra` words off the front of a line."""
    if not extra:
        return Title(index, line.text)
    pieces = line.text.split()
    seen = 0
    for cut, piece in enumerate(pieces):
        if seen >= extra and split(piece):
            return Title(index, " ".join(pieces[cut:]), " ".join(pieces[:cut]).strip(" |:-–—»/\\>•،"))
        seen += len(split(piece))
    return Title(index, line.text)
