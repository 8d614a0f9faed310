"""Lines that stand on the page for their date: «نشر في 5 أغسطس 2015 - 21:25»."""

import re

from agents.arabic.folding import fold
from agents.clean.dates.date_line import may_show_date, read_date_line
from agents.clean.dates.patterns import CUES, GLUED_LETTERS, LABEL, LABELLED
from agents.clean.dates.removal import without_dates
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.byline import Found, read_byline
from agents.clean.judge.byline_words import DATED_SUBJECTS
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import given_names, is_known_name
from agents.clean.judge.places import is_place
from agents.clean.judge.sections import standard
from agents.clean.judge.site import Site
from agents.clean.read.line_words import DIGIT, split
from streams.records.articles import Byline

MAX_DATE_WORDS = 26
_MAX_NAME_WORDS = 3
"""Words beside a date that can be a name."""
_KEPT_REASONS = ("copyright", "counter")
"""Reasons of phrases that hold though a date stands in the line: «© 2026»."""
_ICON = re.compile(r"(?<!\S)[A-Za-z]+(?!\S)")
_FIXTURE = re.compile(r"([^\d:|()]{2,30}) [-–—] ([^\d:|()]{2,30}) \(\d{1,2}[:.]\d\d\)")
"""How lists of fixtures name a match and its time."""
_GLUED_NAME = re.compile(r"[^\W\d_]+(?=\d)")
_JOINTS = tuple("-–—|/\\:،,•·(")
"""What stands between a name and a date."""


def can_show_date(line: Line) -> bool:
    """Whether a line can show a date, whenever it is read: most lines have nothing that every date has one of."""
    if line.count > MAX_DATE_WORDS or not (line.kinds & DIGIT or not CUES.isdisjoint(line.words)):
        return False
    return may_show_date(line.folded)


def is_fixture(line: Line) -> bool:
    """Whether a line is a match and its time, no person and no agency beside a place: «المحرق - الرفاع (19:00)»."""
    found = _FIXTURE.fullmatch(line.folded)
    return found is not None and given_names().isdisjoint(line.words) and not any(map(read_agency, found.groups()))


def find_date(line: Line, site: Site) -> str:
    """Return `date` for a line that is there for its date, which is set on it."""
    if not _is_dated(line, site):
        return ""
    return line.match.reason if line.match is not None and line.match.reason in _KEPT_REASONS else "date"


def _is_dated(line: Line, site: Site) -> bool:
    """Whether a line is there for its date; set its date, and what byline stands beside that."""
    if is_fixture(line):
        return False
    date = read_date_line(line.folded, site.clock)
    if date is None:
        return False
    shown = _without_icons(line.text)
    rest = split(_without_icons(date.rest))
    explained = not rest or (
        not _opens_title(rest)
        and (site.outlet.issuperset(rest) or site.phrases.is_chrome(rest, site.outlet) or is_place(rest))
    )
    if not explained and not line.stopped and date.moment is not None and date.moment.precision != "day":
        line.byline = None if "/" not in shown or given_names().isdisjoint(rest) else _read_name_behind_outlet(shown)
        if line.byline is not None:
            line.date = date
            return True
    if not explained and (line.stopped or len(rest) > _MAX_NAME_WORDS or date.moment is None):
        pieces = () if line.stopped else (date.rest, without_dates(shown))
        if not any(read_byline(piece, site.outlet, titled=True) for piece in pieces):
            timed = date.moment is not None and date.moment.precision != "day" and line.folded[-1].isdigit()
            if timed or LABELLED.search(line.folded):
                line.date = date  # behind a copy of the title, or of what it says it is
            return False
    if not explained and not _is_name_beside_date(shown, rest, site):
        line.date = date  # which counts where the line turns out to be chrome
        return False
    line.date = date
    if rest and (not explained or is_place(rest)) and standard(rest) is None:
        line.byline = (
            read_byline(without_dates(shown), site.outlet, titled=True)
            or read_byline(without_dates(GLUED_LETTERS.sub(" ", shown)), site.outlet, titled=True)
            or _read_one_name(shown, rest)
        )
    return True


def _read_name_behind_outlet(text: str) -> Found | None:
    """Return the author behind an outlet's name and a slash: «2024-09-28 03:01:06 أخبار اليوم/أحمد حوذان»."""
    outlet, _, name = without_dates(text).rpartition("/")
    words = split(name)
    return Found(Byline(author=name.strip()), sure=True) if outlet.strip() and is_known_name(words) else None


def _read_one_name(text: str, rest: list[str]) -> Found | None:
    """Return the author whose given name alone stands glued to a date, or between it and its label.

    «عمار9 أكتوبر 2020», «نشر: هالة. 11 مايو».
    """
    if len(rest) != 1 or rest[0] not in given_names():
        return None
    label, _, behind = text.partition(":")
    glued = _GLUED_NAME.match(text)
    if glued is not None:
        name = glued[0]
    elif LABEL.match(fold(label.strip())) and behind.split():
        name = behind.split(maxsplit=1)[0].strip(" .،,|-–")
    else:
        return None
    return Found(Byline(author=name), sure=True) if split(name) == rest else None


def _without_icons(text: str) -> str:
    """Return an Arabic line without words in Latin letters alone, as icons leave: «verified icon أمجد الحبيشي»."""
    if text.isascii() or not _ICON.search(text):
        return text
    return " ".join(piece for piece in text.split() if not _ICON.fullmatch(piece))


def _is_name_beside_date(text: str, rest: list[str], site: Site) -> bool:
    """Whether what stands beside a date is who wrote it, and no title: «أسعار الذهب اليوم الأحد 12 أكتوبر 2025»."""
    left = without_dates(text)
    found = read_byline(left, site.outlet, titled=True)
    if found is None:
        return not _opens_title(rest)
    return found.sure or is_known_name(rest) or left.rstrip()[-1:] in _JOINTS


def _opens_title(words: list[str]) -> bool:
    """Whether words open as a title does that tells of a day: «أسعار الذهب», «حالة الطقس»."""
    return words[0] in DATED_SUBJECTS
