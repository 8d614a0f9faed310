"""The dates that a reader sees around an article: of its publication and of its last change."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from agents.arabic import wordlist
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.days import take_day
from agents.clean.dates.lead_days import lead_weekday
from agents.clean.dates.moments import Moment, is_plausible, is_same_day
from agents.clean.dates.patterns import AGO, HIJRI_DATES, LABEL, LABELLED, NAMED_WEEKDAY, UPDATED, YEAR
from agents.clean.judge.embeds import is_post_signature
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_name
from agents.clean.layout.page import Page
from agents.clean.layout.title_evidence import is_clock
from agents.clean.read.line_words import DIGIT

_UNDATED_REASONS = frozenset(["related", "comments", "embed", "navigation", "next_article", "tags", "stray"])
"""Reasons of lines in which a date is another text's, or its subject."""
_TELLING_REASONS = frozenset(["navigation", "tags"])
"""Of them, those of lines that may tell of the article in front of its text."""
_FOREIGN_HINTS = frozenset(["comments", "embed", "related", "newsletter", "advertisement"])
"""What markup says of lines whose dates are other texts'."""
_FOREIGN_LABELS = frozenset(["related", "comments", "next_article", "copyright"])
"""Reasons of labels below the text behind which dates are other texts', or the site's."""
_SITE_REASONS = frozenset(["masthead", "outlet", "related", "advertisement", "app", "breadcrumb"])
"""Reasons of what stands between a site's head and an article."""
_UNSIGNED = frozenset(["stray", "byline"])
"""Reasons of a name below the text."""
_LINES_OF_REMARK = 3
"""A name, a date and what the reader remarks."""
_MAX_OPENING_PARAGRAPHS = 2
"""Paragraphs that may name the day of the week on which a report was written."""
_DAYS_OF_WEEK = 7
_MONTHS = 12
_NUMBERED = re.compile(r"(?<![\d:/.-])\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d")
"""A day and a month as numbers, of which either may stand in front."""
_MAX_DAYS_AFTER = timedelta(days=1)
"""By how much what may not be later is, in another zone."""
_NEAR_LINES = 3
"""Lines between a date and the title that it stands above."""
_HEAD_LINES = 2
"""Lines at the page's head in which a day without a time may be the masthead's however near the title is."""
_MAX_LABEL_WORDS = 4
"""Words of a line that only says what the date below it is of: «آخر تحديث»."""
_PUBLISHING = wordlist.load("agents.clean", "lines.toml").words("publishing")
_CLOCK_LABELS = wordlist.load("agents.clean", "lines.toml").words("clock_labels")
_FOUNDING = wordlist.load("agents.clean", "dates.toml").words("founding")
_FOUNDING_ABOVE = _FOUNDING | wordlist.load("agents.clean", "dates.toml").words("founding_above")
_RULES_OF_SITE = re.compile("|".join(wordlist.load("agents.clean", "dates.toml").as_written("rules_of_site")))
_DAYS_OF_OTHERS = re.compile("|".join(wordlist.load("agents.clean", "dates.toml").as_written("days_of_others")))
_POSTED_ON = re.compile(
    r"posted by .+ on (?:sun|mon|tues|wednes|thurs|fri|satur)day\b"
    r"|publi[eé]+ par .+ sur (?:lun|mar|mercre|jeu|vendre|same)di\b|publi[eé]+ par .+ sur dimanche\b"
)
"""How a post opens the line with its date, in the languages of its network: «Posted by بلدية العقبة on Sunday»."""
_SPAN = re.compile(r"\b(?:من|from)\b[^\d:]{0,40}\d.{0,60}?\b(?:الي|حتي|to|until)\b(?P<last>.+)")
_MAX_FOUNDING_WORDS = 8
"""Words of a line above a date that says that an outlet was founded on it."""


class ShownDates(NamedTuple):
    """What the lines around an article say of when it is of."""

    published: Moment | None = None
    changed: Moment | None = None
    """The date of a change, where a line says that it is one."""
    firm: bool = False
    """Whether the date of publication stands beside the title or says what it is, so that it can be no other text's."""
    counted: bool = False
    """Whether the date of publication counts back from the visit, of which nobody may know when it was."""


class _Shown(NamedTuple):
    """A date of a line, and how far it is to be believed."""

    rank: tuple[bool, bool, bool, int]
    moment: Moment
    firm: bool
    is_counted: bool
    """Whether it counts back from the visit, of which nobody may know when it was: «منذ ساعتين»."""


class _Visit(NamedTuple):
    """What tells the day of a visit from that of an article."""

    called_up: Moment
    """When the page was taken from its site."""
    address_day: Moment | None
    """The day in the page's address."""
    written_on: int | None
    """The day of the week on which the text says that it was written."""
    last_of_site: int
    """The last line above the title that is the site's own; -1 for none."""


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
    dated = [(index, line) for index, line in enumerate(page.lines) if line.date]
    if not dated:
        return ShownDates()
    tells_weekday = any(index < page.title_index or _NUMBERED.search(line.folded) for index, line in dated)
    visit = _Visit(called_up, address_day, _lead_weekday(page) if tells_weekday else None, _last_of_site(page))
    published: list[_Shown] = []
    changed: list[_Shown] = []
    for index, line in _dated_lines(page):
        date = line.date
        if date is None or date.moment is None or _is_of_visit(page, index, date.moment, visit):
            continue
        in_masthead = _is_in_masthead(page, index)
        is_beside = index <= page.start and not _is_below_link_in_front(page, index)
        firm = not in_masthead and (is_beside or not _PUBLISHING.isdisjoint(line.words))
        moment = _with_clock(page.lines, index, clock) or _with_month_in_front(
            date.moment, line, visit.written_on, clock
        )
        rank = (in_masthead, not firm, _is_hijri(line), abs(index - page.start))
        shown = _Shown(rank, moment, firm, AGO.search(line.folded) is not None)
        if date.updated or (not date.changed and _is_labelled_as_changed(page.lines, index)):
            changed.append(shown)
        else:
            published.append(shown)
            if date.changed is not None:
                changed.append(shown._replace(moment=date.changed))
    if clock.now == clock.received:
        published = list(_without_contradicted(published, changed))
    nearest = _with_its_clock(min(published, key=lambda found: found.rank, default=None), published)
    last = min(changed, key=lambda found: found.rank, default=None)
    if nearest and last and not nearest.firm and _is_days_after(nearest.moment, last.moment):
        nearest = None  # what is published after its last change is another text
    return ShownDates(
        nearest.moment if nearest else None,
        last.moment if last else None,
        firm=nearest is not None and nearest.firm,
        counted=nearest is not None and nearest.is_counted,
    )


def _with_its_clock(day: _Shown | None, shown: list[_Shown]) -> _Shown | None:
    """Return a day without a time as another line near the title tells it, with its time and the zone of that."""
    if day is None or day.moment.precision != "day" or not day.firm:
        return day
    same = (date for date in shown if date.firm and date.moment.zoned and is_same_day(date.moment, day.moment))
    return next(same, day)


def _without_contradicted(shown: list[_Shown], changed: list[_Shown]) -> Iterator[_Shown]:
    """Yield dates without those that count back from now to another day than the others or a change are of."""
    days = [date for date in (*shown, *changed) if not date.is_counted]
    for date in shown:
        if not date.is_counted or not days or any(is_same_day(date.moment, other.moment) for other in days):
            yield date


def _is_in_masthead(page: Page, index: int) -> bool:
    """Whether a date stands far above the title, or at the page's head as mastheads show theirs."""
    line = page.lines[index]
    first = index - 1 if index and page.lines[index - 1].words == line.words else index
    at_head = first < min(_HEAD_LINES, page.title_index - 1)
    return index < page.title_index - _NEAR_LINES or (at_head and (_is_bare_day(line) or _is_in_both_calendars(line)))


def _is_of_visit(page: Page, index: int, moment: Moment, visit: _Visit) -> bool:
    """Whether a date above the title is when a crawler came by, as the site's clock told it."""
    is_written_then = visit.written_on in (None, moment.when.weekday())
    if _is_in_masthead(page, index) and (is_same_day(moment, visit.called_up) or not is_written_then):
        return True
    if index >= page.title_index or not _PUBLISHING.isdisjoint(page.lines[index].words):
        return False
    if not _CLOCK_LABELS.isdisjoint(page.lines[index].words[:1]):
        return True
    if visit.address_day is not None and _is_days_after(moment, visit.address_day):
        return True
    if moment.when.weekday() != visit.written_on and index < visit.last_of_site:
        return True
    return (
        index < min(_HEAD_LINES, page.title_index - 1)
        and moment.precision != "day"
        and not _agrees(moment, visit.written_on)
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


def _last_of_site(page: Page) -> int:
    """Return the last of the site's own lines above the title, -1 for none: its name, its editors, a strip."""
    for index in range(page.title_index - 1, -1, -1):
        line = page.lines[index]
        if line.reason in _SITE_REASONS or (line.reason == "navigation" and _is_of_masthead(line)):
            return index
    return -1


def _is_of_masthead(line: Line) -> bool:
    """Whether a line above the title that nothing explains is too long for a section's label, or in Latin letters."""
    return line.count > _MAX_LABEL_WORDS or (line.folded.isascii() and not line.kinds & DIGIT)


def _with_clock(lines: list[Line], index: int, clock: Clock) -> Moment | None:
    """Return the time of a day whose clock stands in the next line, with nothing else: «9 يناير 2026», «10:30»."""
    day, *below = (line for line in lines[index : index + 3] if line.words)
    if day.date is None or day.date.moment is None or day.date.moment.precision != "day":
        return None
    if not below or not is_clock(below[0]):
        return None
    read = read_date_line(f"{day.folded} {below[0].folded}", clock)
    return read.moment if read is not None else None


def _with_month_in_front(moment: Moment, line: Line, written_on: int | None, clock: Clock) -> Moment:
    """Return a day of two numbers the other way round where only then it is the day on which the lead was written."""
    when = moment.when
    if written_on in (None, when.weekday()) or when.day > _MONTHS or not _NUMBERED.search(line.folded):
        return moment
    turned = moment._replace(when=when.replace(month=when.day, day=when.month))
    is_other = turned.when.weekday() == written_on and is_plausible(turned, clock.received)
    return turned if is_other and NAMED_WEEKDAY.search(line.folded) is None else moment


def _dated_lines(page: Page) -> Iterator[tuple[int, Line]]:
    """Yield the lines of chrome whose date can be the article's, with their places."""
    for index, line in enumerate(page.lines):
        if line.role != "chrome":
            continue
        if index >= page.end and line.reason in _FOREIGN_LABELS:
            return
        if line.date is None or line.hint in _FOREIGN_HINTS:
            continue
        if line.reason in _UNDATED_REASONS and not _is_labelled_above(page, index):
            continue
        if _is_posts_own(page, index, line) or _is_remarks_own(page, index) or _tells_of_founding(page, index):
            continue
        if _is_span(line) or _is_of_rules_or_members(page, index) or _is_of_links_in_front(page, index):
            continue
        yield index, line


def _is_labelled_above(page: Page, index: int) -> bool:
    """Whether a line in front of the text says what its date is of, among what else it says of the article."""
    line = page.lines[index]
    if not (line.reason in _TELLING_REASONS or line.by == "inside") or LABELLED.search(line.folded) is None:
        return False
    return not any(above.role == "paragraph" for above in page.lines[:index])


def _is_below_link_in_front(page: Page, index: int) -> bool:
    """Whether a date in front of the title stands right below a link to another article, of which it may be."""
    if not 0 < index < page.title_index:
        return False
    above = page.lines[index - 1]
    return above.reason == "related" or (above.hint == "link" and above.count > _MAX_LABEL_WORDS)


def _is_of_links_in_front(page: Page, index: int) -> bool:
    """Whether a date in front of the title stands in a side column, below a link to another article."""
    if page.lines[index].hint != "aside" or not _PUBLISHING.isdisjoint(page.lines[index].words):
        return False
    return _is_below_link_in_front(page, index) and page.lines[index - 1].hint == "aside"


def _tells_of_founding(page: Page, index: int) -> bool:
    """Whether a line, or the short one above it, says that the date is of a founding: «جريدة إلكترونية تأسست»."""
    above = page.lines[index - 1] if index else None
    if LABEL.search(page.lines[index].folded):
        return False
    is_told_above = (
        above is not None
        and above.role != "title"
        and above.count <= _MAX_FOUNDING_WORDS
        and not _FOUNDING_ABOVE.isdisjoint(above.words)
    )
    return is_told_above or not _FOUNDING.isdisjoint(page.lines[index].words)


def _is_of_rules_or_members(page: Page, index: int) -> bool:
    """Whether a date is of a change of the site's rules, or of a member: «سياسة الخصوصية», «تاريخ التسجيل»."""
    line, above = page.lines[index], page.lines[index - 1] if index else None
    if _RULES_OF_SITE.search(line.folded) or _DAYS_OF_OTHERS.search(line.folded):
        return True
    if above is None or above.role == "title" or above.count > _MAX_LABEL_WORDS or above.date is not None:
        return False
    is_change_of_rules = index >= page.end and UPDATED.search(line.folded) and _RULES_OF_SITE.search(above.folded)
    return bool(is_change_of_rules or _DAYS_OF_OTHERS.search(above.folded))


def _is_posts_own(page: Page, index: int, line: Line) -> bool:
    """Whether a line dates an embedded post: by its account, or as only posts are dated.

    Within the text that is any that somebody posted; below it one with the name of the day.
    """
    if is_post_signature(line):
        return True
    if page.start < index < page.end and line.folded.startswith("posted by"):
        return True
    return page.start < index and _POSTED_ON.match(line.folded) is not None


def _is_span(line: Line) -> bool:
    """Whether a line tells from which day to which something lasts: «من 1 إلى 30 أبريل 2023»."""
    found = _SPAN.search(line.folded)
    return found is not None and _PUBLISHING.isdisjoint(line.words) and take_day(found["last"])[0] is not None


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
