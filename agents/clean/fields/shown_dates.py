"""The dates that a reader sees around an article: of its publication and of its last change."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from agents.arabic import wordlist
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.lead_days import lead_weekday
from agents.clean.dates.moments import Moment, is_same_day
from agents.clean.dates.patterns import HIJRI_DATES, LABEL, UPDATED, YEAR
from agents.clean.judge.embeds import is_post_signature
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_name
from agents.clean.layout.page import Page
from agents.clean.layout.title_evidence import is_clock

_UNDATED_REASONS = frozenset(["related", "comments", "embed", "navigation", "next_article", "tags", "stray"])
"""Reasons of lines in which a date is another text's, or its subject."""
_FOREIGN_HINTS = frozenset(["comments", "embed", "related", "newsletter", "advertisement"])
"""What markup says of lines whose dates are other texts'."""
_FOREIGN_LABELS = frozenset(["related", "comments", "next_article", "copyright"])
"""Reasons of labels below the text behind which dates are other texts', or the site's."""
_UNSIGNED = frozenset(["stray", "byline"])
"""Reasons of a name below the text."""
_LINES_OF_REMARK = 3
"""A name, a date and what the reader remarks."""
_MAX_OPENING_PARAGRAPHS = 2
"""Paragraphs that may name the day of the week on which a report was written."""
_DAYS_OF_WEEK = 7
_MAX_DAYS_AFTER = timedelta(days=1)
"""By how much what may not be later is, in another zone."""
_NEAR_LINES = 3
"""Lines between a date and the title that it stands above."""
_HEAD_LINES = 2
"""Lines at the page's head in which a day without a time may be the masthead's however near the title is."""
_MAX_LABEL_WORDS = 4
"""Words of a line that only says what the date below it is of: «آخر تحديث»."""
_PUBLISHING = wordlist.load("agents.clean", "lines.toml").words("publishing")
_FOUNDING = wordlist.load("agents.clean", "dates.toml").words("founding")
_FOUNDING_ABOVE = _FOUNDING | wordlist.load("agents.clean", "dates.toml").words("founding_above")
_MAX_FOUNDING_WORDS = 8
"""Words of a line above a date that says that an outlet was founded on it."""


class ShownDates(NamedTuple):
    """What the lines around an article say of when it is of."""

    published: Moment | None = None
    changed: Moment | None = None
    """The date of a change, where a line says that it is one."""
    firm: bool = False
    """Whether the date of publication stands beside the title or says what it is, so that it can be no other text's."""


class _Shown(NamedTuple):
    """A date of a line, and how far it is to be believed."""

    rank: tuple[bool, bool, bool, int]
    moment: Moment
    firm: bool


def find_shown_dates(page: Page, called_up: Moment, clock: Clock, address_day: Moment | None = None) -> ShownDates:
    """Return the dates that the page's chrome shows: of publication the one nearest to the text's beginning.

    A date far above the title, or at the page's head with a line between it and the title a day alone or one in both
    calendars, may be when the page was called up, in the masthead: on the day of the fetch it is none of the article's.

    Parameters
    ----------
    page
        Laid out.
    called_up
        When the page was taken from its site.
    clock
        What its dates are read against.
    address_day
        The day in its address: what is shown above the title and is later is the day of the visit.
    """
    if not any(line.date for line in page.lines):
        return ShownDates()
    in_front = page.lines[: max(page.title_index, 0)]
    written_on = _lead_weekday(page) if any(line.date for line in in_front) else None
    published: list[_Shown] = []
    changed: list[_Shown] = []
    for index, line in _dated_lines(page):
        date = line.date
        if date is None or date.moment is None:
            continue
        far = index < page.title_index - _NEAR_LINES
        at_head = index < min(_HEAD_LINES, page.title_index - 1)
        in_masthead = far or (at_head and (_is_bare_day(line) or _is_in_both_calendars(line)))
        if in_masthead and (is_same_day(date.moment, called_up) or not _agrees(date.moment, written_on)):
            continue
        if at_head and _PUBLISHING.isdisjoint(line.words) and _is_running_clock(page, index, written_on):
            continue
        if index < page.title_index and _is_of_visit(line, date.moment, address_day):
            continue
        firm = not in_masthead and (index <= page.start or not _PUBLISHING.isdisjoint(line.words))
        moment = _with_clock(page.lines, index, clock) or date.moment
        shown = _Shown((in_masthead, not firm, _is_hijri(line), abs(index - page.start)), moment, firm)
        if date.updated or (not date.changed and _is_labelled_as_changed(page.lines, index)):
            changed.append(shown)
        else:
            published.append(shown)
            if date.changed is not None:
                changed.append(shown._replace(moment=date.changed))
    nearest = min(published, key=lambda found: found.rank, default=None)
    last = min(changed, key=lambda found: found.rank, default=None)
    if nearest and last and not nearest.firm and _is_days_after(nearest.moment, last.moment):
        nearest = None  # what is published after its last change is another text
    return ShownDates(
        nearest.moment if nearest else None,
        last.moment if last else None,
        firm=nearest is not None and nearest.firm,
    )


def _is_days_after(one: Moment, other: Moment) -> bool:
    return one.when.date() - other.when.date() > _MAX_DAYS_AFTER


def _lead_weekday(page: Page) -> int | None:
    """Return the day of the week on which a text's opening says that it was written; None where it does not."""
    opening = islice((line.text for line in page.lines if line.role == "paragraph"), _MAX_OPENING_PARAGRAPHS)
    return next((day for day in map(lead_weekday, opening) if day is not None), None)


def _agrees(moment: Moment, weekday: int | None) -> bool:
    """Whether a page of a day can hold a report that was written on a day of the week: the same or the one before."""
    return weekday is None or (moment.when.weekday() - weekday) % _DAYS_OF_WEEK <= 1


def _is_running_clock(page: Page, index: int, written_on: int | None) -> bool:
    """Whether a day and time at the page's head are those of a visit.

    The report was written on another day of the week, or a label of other news stands between them and the title.
    """
    date = page.lines[index].date
    if date is None or date.moment is None or date.moment.precision == "day":
        return False
    between = page.lines[index + 1 : page.title_index]
    has_strip = any(line.reason == "related" and line.is_label for line in between)
    return has_strip or not _agrees(date.moment, written_on)


def _is_of_visit(line: Line, moment: Moment, address_day: Moment | None) -> bool:
    """Whether a line is of a day after the one in the page's address, and does not say that it is of publication."""
    if address_day is None or not _PUBLISHING.isdisjoint(line.words):
        return False
    return _is_days_after(moment, address_day)


def _with_clock(lines: list[Line], index: int, clock: Clock) -> Moment | None:
    """Return the time of a day whose clock stands in the next line, with nothing else: «9 يناير 2026», «10:30»."""
    day, *below = (line for line in lines[index : index + 3] if line.words)
    if day.date is None or day.date.moment is None or day.date.moment.precision != "day":
        return None
    if not below or not is_clock(below[0]):
        return None
    read = read_date_line(f"{day.folded} {below[0].folded}", clock)
    return read.moment if read is not None else None


def _dated_lines(page: Page) -> Iterator[tuple[int, Line]]:
    """Yield the lines of chrome whose date can be the article's, with their places."""
    for index, line in enumerate(page.lines):
        if line.role != "chrome":
            continue
        if index >= page.end and line.reason in _FOREIGN_LABELS:
            return
        if line.date is None or line.reason in _UNDATED_REASONS or line.hint in _FOREIGN_HINTS:
            continue
        if _is_posts_own(page, index, line) or _is_remarks_own(page, index) or _tells_of_founding(page, index):
            continue
        yield index, line


def _tells_of_founding(page: Page, index: int) -> bool:
    """Whether a line, or the short one above it, says that the date is of a founding: «جريدة إلكترونية تأسست»."""
    above = page.lines[index - 1] if index else None
    if LABEL.match(page.lines[index].folded):
        return False
    is_told_above = (
        above is not None and above.count <= _MAX_FOUNDING_WORDS and not _FOUNDING_ABOVE.isdisjoint(above.words)
    )
    return is_told_above or not _FOUNDING.isdisjoint(page.lines[index].words)


def _is_posts_own(page: Page, index: int, line: Line) -> bool:
    """Whether a line dates an embedded post: by its account, or within the text as only posts are dated."""
    return is_post_signature(line) or (page.start < index < page.end and line.folded.startswith("posted by"))


def _is_remarks_own(page: Page, index: int) -> bool:
    """Whether a date below the text is a reader's: it says no more, under a bare name, and a remark follows."""
    around = page.lines[index - 1 : index + 2]
    if index <= page.end or len(around) < _LINES_OF_REMARK or not _PUBLISHING.isdisjoint(around[1].words):
        return False
    name, _, remark = around
    return name.reason in _UNSIGNED and is_name(name.words) and remark.reason == "stray" and not is_name(remark.words)


def _is_labelled_as_changed(lines: list[Line], index: int) -> bool:
    """Whether the line above a date says that it is of a change: «آخر تحديث», and the date below."""
    above = lines[index - 1] if index else None
    return (
        above is not None
        and above.count <= _MAX_LABEL_WORDS
        and (above.date is None or above.date.moment is None)
        and UPDATED.search(above.folded) is not None
    )


def _is_in_both_calendars(line: Line) -> bool:
    """Whether a line shows the Hijri day too, as mastheads do: «21 سبتمبر 2024 06:19 صـ 17 ربيع أول 1446 هـ»."""
    return HIJRI_DATES[0].search(line.folded) is not None and _PUBLISHING.isdisjoint(line.words)


def _is_hijri(line: Line) -> bool:
    """Whether a line shows a day in the Hijri calendar alone, which may be a day off: «12 شعبان 1447»."""
    return HIJRI_DATES[0].search(line.folded) is not None and YEAR.search(line.folded) is None


def _is_bare_day(line: Line) -> bool:
    """Whether a line shows a day and no time, and does not say that something was published on it."""
    moment = line.date.moment if line.date else None
    return moment is not None and moment.precision == "day" and _PUBLISHING.isdisjoint(line.words)
