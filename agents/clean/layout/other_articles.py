"""Other articles' text on a page: paragraphs behind a link, the next report below the article, strips of headlines."""

import re
from itertools import islice

from agents.clean.judge import byline
from agents.clean.judge import dateline as opening
from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Spoken, running, stems

DISTANT = 0.13
"""The share of words, above which two parts are one article even where a link between them names what follows."""
KIN = 0.34
"""The share of its words that the article has too, from which on a short line is the article's own."""
_STRANGE = 0.015
"""The share of words that two parts of one article always have in common."""
_LABELS = 8
"""Related-links labels, from the end, behind which another story is looked for."""
PENDING = 6
"""Titles that may follow a related-links label."""
_WINDOW = 20
"""Lines behind a strip of headlines that tell what the article speaks of."""
_BENEATH = frozenset(["date", "byline", "share", "tools"])
"""What stands below a title and not below a strip of headlines."""
_ABOVE = 4
"""Lines above a text among which its title stands."""
_STRIPS = 4
"""Strips of headlines that may stand in front of an article."""
_COMPARABLE = 10
"""Stems that a part must have to be compared."""
_OPENING = re.compile(r"[-–—ـ−/)]")
_OPENING_SIZE = 50
"""Characters within which a dateline ends."""
_TEASERS = 12
_TEASER = 3
"""Lines of a text from which on a headline and a paragraph can be too many."""
_REPORTS = 2
"""Datelines within a text, more than which make it a digest of several reports."""


def words(lines: list[Line], start: int, end: int) -> frozenset[str]:
    """Give the stems of the running text between two lines."""
    return stems(running(lines[start:end]))


def is_label(line: Line) -> bool:
    """Say whether a line is a label and nothing else: «اقرأ أيضا»."""
    return line.match is not None and line.match.end >= line.count - 1


def cut_off(lines: list[Line], start: int, end: int, own: frozenset[str], outlet: frozenset[str]) -> int:
    """Cut off what follows the article's text: give the line that it ends before, and say of the rest what it is.

    Parameters
    ----------
    lines
        The page's.
    start, end
        Where its running text stands.
    own
        The stems of the title.
    outlet
        The folded words of the outlet's name.
    """
    for index in _announced(lines, start, end, own):
        _give_away(lines, index + 1, end)
        end = index
    for find in (_teased, _unannounced):
        index = find(lines, start, end, own, outlet)
        _give_away(lines, index, end)
        end = index
    return end


def _give_away(lines: list[Line], start: int, end: int) -> None:
    for line in lines[start:end]:
        line.reason = line.reason or "related"


def _announced(lines: list[Line], start: int, end: int, own: frozenset[str]) -> list[int]:
    """Find labels behind which another story is told, the one that a link names; from the end."""
    labels = [index for index in range(start + 1, end) if lines[index].reason == "related" and is_label(lines[index])]
    found = []
    for index in reversed(labels[-_LABELS:]):
        tail = list(running(lines[index:end]))
        spoken = Spoken(tail)
        told = spoken.share(own)
        named = max((spoken.share(link.stems) for link in _links(lines, index)), default=0.0)
        named_alone = named >= 0.5 and named - told > KIN  # noqa: PLR2004 - half of a title
        if not named_alone and told * len(own) >= _STRANGE * sum(line.count for line in tail):
            continue  # the title alone makes it the article's
        before, after = words(lines, start, index) | own, stems(tail)
        least = min(len(before), len(after))
        if least < _COMPARABLE:
            continue
        shared = len(after & before) / least
        if shared < _STRANGE or (shared < 2 * DISTANT and named_alone):
            found.append(index)
            end = index
    return found


def _teased(lines: list[Line], start: int, end: int, own: frozenset[str], outlet: frozenset[str]) -> int:  # noqa: ARG001 - as `_unannounced`
    """Find where headlines begin below the text, each with the beginning of its article: «…» and no more."""
    for _ in range(_TEASERS):
        if end - start <= _TEASER or not (_is_cut(lines[end - 1]) and _is_headline(lines[end - 2])):
            break
        before, after = words(lines, start, end - 2) | own, lines[end - 1].stems | lines[end - 2].stems
        if not after or len(after & before) / len(after) >= DISTANT:
            break
        end -= 2
    return end


def _is_cut(line: Line) -> bool:
    """Say whether a line is a paragraph of which only the beginning is shown."""
    return line.prose and not line.reason and line.folded.endswith(("...", "…"))


def _is_headline(line: Line) -> bool:
    return not line.prose and not line.reason and line.count > 3  # noqa: PLR2004 - a title's words


def _unannounced(lines: list[Line], start: int, end: int, own: frozenset[str], outlet: frozenset[str]) -> int:
    """Find the beginning of another report below the text: a dateline of its own, and another subject."""
    inside = ((index, lines[index]) for index in range(start + 1, end))
    reports = (index for index, line in inside if not line.reason and line.prose and _opens(line, outlet))
    opened = list(islice(reports, _REPORTS + 1))
    if not opened or len(opened) > _REPORTS or (len(opened) == _REPORTS and _opens(lines[start], outlet)):
        return end
    before, after = words(lines, start, opened[0]) | own, words(lines, opened[0], end)
    return opened[0] if _differ(before, after) else end


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two parts that can be compared speak of different things."""
    least = min(len(one), len(other))
    return least >= _COMPARABLE and len(one & other) / least < DISTANT


def _opens(line: Line, outlet: frozenset[str]) -> bool:
    """Say whether a paragraph opens with a place beside an agency or the outlet."""
    if not _OPENING.search(line.text[:_OPENING_SIZE]):
        return False
    size = len(outlet)
    if size and outlet.issuperset(line.words[:size]) and byline.is_place(line.words[size : size + 1]):
        return True
    found = opening.dateline(line, outlet)
    return found is not None and found.byline.dateline is not None and found.sure


def _links(lines: list[Line], label: int) -> list[Line]:
    """Give the titles that stand right below a related-links label."""
    found = []
    for line in lines[label + 1 : label + 1 + PENDING]:
        if line.prose:
            break
        if line.count > 2:  # noqa: PLR2004 - a title's words
            found.append(line)
    return found


def _dated_title(lines: list[Line], start: int, window: range) -> int | None:
    """Find a headline with a date right below it, where nothing in front of the text says when or by whom it is."""
    if any(line.reason in ("date", "byline") for line in lines[:start]):
        return None
    for index in window:
        if lines[index].prose and index > start:
            return None
        if index + 1 < len(lines) and lines[index + 1].reason == "date" and not lines[index].reason:
            return index if lines[index].count > 3 else None  # noqa: PLR2004 - a title's words
    return None


def _is_titled(lines: list[Line], start: int) -> bool:
    """Say whether a line above a text heads it: right above a sentence, or one that speaks of the same."""
    first, above = lines[start], [line for line in lines[max(0, start - _ABOVE) : start] if line.count > 3]  # noqa: PLR2004 - a title's words
    if first.folded[-1] == "." and above and above[-1] is lines[start - 1] and _is_headline(above[-1]):
        return True
    told = Spoken([first])
    return any(not line.reason and told.share(line.stems) >= KIN for line in above)


def behind_strips(lines: list[Line], start: int, end: int) -> int:
    """Begin behind strips of headlines that look like text: what comes after one has a title of its own."""
    for _ in range(_STRIPS):
        if end - start < 3 or not lines[start].prose:  # noqa: PLR2004 - a strip, a title, a text
            break
        if lines[start + 1].reason in _BENEATH or _is_titled(lines, start):
            break  # a long title, or a text that has its own
        window = range(start + 1, min(start + 8, end))
        dated = _dated_title(lines, start, window)
        if dated is not None:
            start = next((i for i in range(dated + 1, end) if lines[i].prose), start)
            break
        if lines[start].folded[-1] == "." and not lines[start].folded.isascii():
            break  # a sentence is no strip
        possible = [i for i in window if not lines[i].prose and lines[i].count > 3]  # noqa: PLR2004 - a title's words
        if not possible:
            break
        rest = list(running(lines[start + 1 : min(end, start + _WINDOW)]))
        spoken = Spoken(rest)
        titled = next((i for i in possible if spoken.share(lines[i].stems) >= KIN), None)
        if titled is None or not _differ(lines[start].stems, stems(rest)):
            break
        start = next((i for i in range(titled + 1, end) if lines[i].prose), start)
    return start
