"""When an article was published, and where that was found."""

from typing import Literal, NamedTuple

from agents.arabic import wordlist
from agents.clean.dates.clock import Clock
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.moments import Moment, is_plausible, is_same_day
from agents.clean.judge.dateline import read_dateline_date
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.read.html_metadata import Metadata
from streams.records.pages import RawPage

_UNDATED_REASONS = frozenset(["related", "navigation", "tags", "stray"])
"""Reasons of lines in which a date is another article's, or its subject."""
_NEAR_LINES = 3
"""Lines between a date and the title that it stands above."""
_HEAD_LINES = 2
"""Lines at the page's head in which a day without a time may be the masthead's however near the title is."""
_PUBLISHING = wordlist.load("agents.clean", "lines.toml").words("publishing")


class PublishedAt(NamedTuple):
    """When the article was published, and where that was found."""

    moment: Moment | None
    source: Literal["field", "metadata", "chrome", "text"] | None


def find_published_at(
    raw: RawPage, page: Page, metadata: Metadata, clock: Clock, fetched: Moment | None
) -> PublishedAt:
    """Return the producer's time of publication, else what a reader sees, made more precise by the metadata.

    Parameters
    ----------
    raw
        The raw page.
    page
        The same, laid out.
    metadata
        What its HTML says of it.
    clock
        What its dates are read against.
    fetched
        When it was taken from its site, where the producer says so.
    """
    given = read_field(raw.published_at, clock)
    if given is not None:
        return PublishedAt(given, "field")
    told = read_field(metadata.published, clock)
    shown = _shown(page, fetched or Moment(clock.received, "second"))
    if shown is None:
        if told is not None:
            return PublishedAt(told, "metadata")
        first = next((line for line in page.lines if line.role == "paragraph"), None)
        opened = read_dateline_date(first, clock)
        is_sound = opened is not None and is_plausible(opened, clock.received)
        return PublishedAt(opened, "text") if is_sound else PublishedAt(None, None)
    if told is not None and shown.precision not in ("minute", "second") and is_same_day(shown, told):
        return PublishedAt(told, "metadata")
    return PublishedAt(shown, "chrome")


def _shown(page: Page, called_up: Moment) -> Moment | None:
    """Return the date that the page's chrome shows; a date of publication before one of change, near the text first.

    A date far above the title, or a day alone at the page's head with a line between it and the title, may be the day
    when the page was called up, in the masthead: where it is the day of the fetch, it is none of the article's.
    """
    dated = []
    below = range(page.end, len(page.lines))
    links = next((index for index in below if page.lines[index].reason == "related"), len(page.lines))
    for index, line in enumerate(page.lines):
        if line.role != "chrome" or line.date is None or line.date.moment is None or line.reason in _UNDATED_REASONS:
            continue
        far = index < page.title_index - _NEAR_LINES
        in_masthead = far or (index < min(_HEAD_LINES, page.title_index - 1) and _is_bare_day(line))
        if not (in_masthead and is_same_day(line.date.moment, called_up)):
            rank = (index > links, line.date.updated, in_masthead, abs(index - page.start))
            dated.append((rank, line.date.moment))
    return min(dated, key=lambda found: found[0])[1] if dated else None


def _is_bare_day(line: Line) -> bool:
    """Whether a line shows a day and no time, and does not say that something was published on it."""
    moment = line.date.moment if line.date else None
    return moment is not None and moment.precision == "day" and _PUBLISHING.isdisjoint(line.words)
