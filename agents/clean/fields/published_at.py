"""When an article was published and last changed, and where that was found."""

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import dropwhile, islice
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from agents.clean.dates.address_days import read_address_day
from agents.clean.dates.clock import Clock, ZoneFrom
from agents.clean.dates.days import day_without_year
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.lead_days import read_lead_day, read_named_day
from agents.clean.dates.moments import Moment, is_plausible, is_same_day
from agents.clean.fields.shown_dates import ShownDates, find_shown_dates
from agents.clean.judge.dateline import read_dateline_date
from agents.clean.layout.page import Page
from agents.clean.layout.title_candidates import is_point
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import DIGIT
from streams.records.pages import RawPage

_MAX_OPENING_PARAGRAPHS = 5
"""Paragraphs of a text in which the day is looked for that it calls today."""
_CLOCK = ("minute", "second")
"""Precisions of a time that a clock showed."""
_QUARTER = timedelta(minutes=15)
"""What the hours of every zone from UTC are a multiple of."""
_OFFSETS = (timedelta(hours=-12), timedelta(hours=14))
_MAX_CLOCK_DIFFERENCE = timedelta(minutes=1)
"""By how much two forms of one time differ where one has no seconds."""

From = Literal["field", "metadata", "chrome", "address", "text"]


class PublishedAt(NamedTuple):
    """When the article was published and last changed, and where the former was found."""

    moment: Moment | None
    source: From | None
    zone: str | None = None
    """The zone of the clock that the moment was read from; None for a day."""
    zone_from: ZoneFrom | Literal["stated"] | None = None
    changed: Moment | None = None


class _Told(NamedTuple):
    """What the page's producer, its HTML and its address say of it."""

    given: Moment | None
    published: Moment | None
    changed: Moment | None
    address_day: Moment | None


class _Found(NamedTuple):
    moment: Moment | None
    source: From | None


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
    address_day = None
    if given is None:
        address_day = read_address_day(metadata.canonical, clock) or read_address_day(raw.url, clock)
    told = _Told(given, read_field(metadata.published, clock), read_field(metadata.modified, clock), address_day)
    shown = find_shown_dates(page, fetched or Moment(clock.received, "second"), clock, address_day)
    found = _choose(page, told, shown, clock)
    zone, zone_from = _zone_of(found.moment, shown.published, clock)
    return PublishedAt(*found, zone, zone_from, _change(found, told.changed, shown))


def _choose(page: Page, told: _Told, shown: ShownDates, clock: Clock) -> _Found:
    """Return the best of what says when the article was published."""
    given, published = told.given, told.published
    if given is not None:
        is_zoned_by_page = published is not None and published.zoned and _is_one_clock(given, published)
        return _Found(published, "metadata") if is_zoned_by_page else _Found(given, "field")
    if shown.published is not None and (published is None or _is_believed(shown, published, told.changed)):
        is_elsewhere = not shown.firm and told.address_day is not None and published is None
        if not is_elsewhere or is_same_day(shown.published, told.address_day or shown.published):
            return _Found(shown.published, "chrome")
    if published is not None:
        return _Found(published, "metadata")
    if told.address_day is not None:
        return _Found(told.address_day, "address")
    for found in (_Found(_read_byline_day(page, clock), "chrome"), _Found(_read_text_day(page, clock), "text")):
        if found.moment is not None and is_plausible(found.moment, clock.received):
            return found
    return _Found(shown.changed, "chrome") if shown.changed is not None else _Found(None, None)


def _read_byline_day(page: Page, clock: Clock) -> Moment | None:
    """Return the day that a byline above the text tells without its year: «القاهرة في 20 يناير /أ ش أ/»."""
    bylines = (line for line in page.above if line.reason == "byline" and line.kinds & DIGIT)
    days = (day_without_year(line.folded, clock.now, clock.zone) for line in bylines)
    return next(filter(None, days), None)


def _read_text_day(page: Page, clock: Clock) -> Moment | None:
    """Return the day that a text's dateline, its first paragraphs or its title tell: «اليوم الثلاثاء 20 يناير»."""
    paragraphs = (line for line in page.lines if line.role == "paragraph")
    opening = list(islice(dropwhile(is_point, paragraphs), _MAX_OPENING_PARAGRAPHS))
    found = read_dateline_date(opening[0], clock) if opening else None
    days = (read_lead_day(line.text, clock, opens=line is opening[0]) for line in opening)
    return found or next(filter(None, days), None) or read_named_day(page.title, clock)


def _is_believed(shown: ShownDates, told: Moment, told_changed: Moment | None) -> bool:
    """Whether a date that a reader sees is believed rather than the one that the metadata tells.

    Of one day, the one with a clock is; of two clocks, one that tells its zone. Of two days, the one beside the title,
    unless it is the day of a change.
    """
    moment = shown.published
    if moment is None:
        return False
    if is_same_day(moment, told):
        return moment.precision in _CLOCK and (moment.zoned or not (told.zoned and told.precision in _CLOCK))
    if shown.counted and told.zoned and told.precision in _CLOCK:
        return False  # «منذ ساعتين» on a page that somebody kept
    return shown.firm and not (told_changed is not None and is_same_day(moment, told_changed))


def _is_one_clock(one: Moment, other: Moment) -> bool:
    """Whether two times are one, of which the first lacks its zone: the same digits, or zones apart."""
    if one.zoned or one.precision not in _CLOCK or other.precision not in _CLOCK:
        return False
    same_digits = abs(one.when.replace(tzinfo=None) - other.when.replace(tzinfo=None)) < _MAX_CLOCK_DIFFERENCE
    return same_digits or _offset(one, other) is not None


def _offset(shown: Moment, told: Moment) -> timedelta | None:
    """Return the hours from UTC of the zone in which a clock shows a time that is told; None where there is no such."""
    away = shown.when.replace(tzinfo=UTC, second=0) - told.when.astimezone(UTC).replace(second=0, microsecond=0)
    return away if away % _QUARTER == timedelta() and _OFFSETS[0] <= away <= _OFFSETS[1] else None


def _zone_of(
    moment: Moment | None, shown: Moment | None, clock: Clock
) -> tuple[str | None, ZoneFrom | Literal["stated"] | None]:
    """Return the zone that a time was read in, and how it is known."""
    if moment is None or moment.precision not in _CLOCK:
        return None, None
    zone = moment.when.tzinfo
    name = "UTC" if zone is UTC else _name_of(zone, moment.when)
    if not moment.zoned:
        return name, clock.zone_from
    if name == "UTC" and shown is not None and not shown.zoned and shown.precision in _CLOCK:
        away = _offset(shown, moment)  # a machine wrote the instant, a reader sees the outlet's clock
        name = name if away is None else _offset_text(away)
    return name, "stated"


def _name_of(zone: tzinfo | None, when: datetime) -> str:
    """Return the name of a time's zone, or its hours from UTC."""
    return zone.key if isinstance(zone, ZoneInfo) else _offset_text(when.utcoffset() or timedelta())


def _offset_text(away: timedelta) -> str:
    """Return hours from UTC as they are written: «+03:00»; UTC itself by its name."""
    minutes = int(away.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def _change(found: _Found, told_changed: Moment | None, shown: ShownDates) -> Moment | None:
    """Return when the article was last changed, where that is later than when it was published."""
    for moment in (told_changed, shown.changed):
        if moment is None:
            continue
        if found.moment is None or moment is found.moment or _is_later(moment, found.moment):
            return moment
    return None


def _is_later(one: Moment, other: Moment) -> bool:
    """Whether a time is later than another, as far as their precisions tell."""
    if other.precision in _CLOCK:
        return one.when > other.when if one.precision in _CLOCK else one.when.date() > other.when.date()
    return (one.when.date(), one.precision in _CLOCK) > (other.when.date(), False)
