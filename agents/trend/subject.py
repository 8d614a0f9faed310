"""One subject: an article is added to its latest days, and the hours that it changes are judged."""

from typing import NamedTuple

from agents.table_stage import Rows
from agents.trend import evidence, pairs, stories, windows
from agents.trend.hours import DAY_HOURS, WINDOW_HOURS, day_of, hour_of
from agents.trend.level import (
    MAX_DAYS,
    PRIOR_SCATTER,
    factor,
    learned,
    pair_expected,
    rate,
    sizes,
)
from agents.trend.rhythm import Clock, Clocks
from agents.trend.state import Level, Past, Row, Story, hour_key
from agents.trend.windows import CLOSING_HOURS, MIN_OUTLETS, Judged
from streams.records.origin import Origin
from streams.records.trends import Subject, Trend

LONGEST_HOURS = max(WINDOW_HOURS)
WARM_DAYS = 5.0
"""Days of news, discounted, that must be known before anything can be a trend: about a week."""
MIN_PAIR_STORIES = 5
MIN_FALLING_RATE = 0.5
"""Stories an hour: below it not even a silent window could be a trend."""


class Named(NamedTuple):
    """A subject as an article names it."""

    subject: Subject
    known: bool = False
    """Whether a lexicon holds it."""


class Judging(NamedTuple):
    """What the judgement of a subject's hours is made from."""

    rows: Rows[Row]
    clocks: Clocks
    subject: Subject
    past: Past
    origin: Origin
    false_alarms: float


def add(  # noqa: PLR0913, PLR0917 - each is one plain fact
    rows: Rows[Row], clocks: Clocks, named: Named, story: Story, origin: Origin, false_alarms: float
) -> list[Trend]:
    """Add an article to a subject, and return the trends that it makes, changes or takes back.

    An article of a day before the day before the subject's latest comes too late and changes nothing.

    Parameters
    ----------
    rows
        The partition's state.
    clocks
        Of the partition's rhythm, with the article in it.
    named
        The subject.
    story
        The article.
    origin
        The raw page that it comes from.
    false_alarms
        How many there may be for 100,000 expected stories.
    """
    key, hour = named.subject.id, hour_of(story.second)
    found = rows.get(key)
    past = found if isinstance(found, Past) else Past(hour, Level(), Level(), {}, {})
    if day_of(hour) < day_of(past.latest) - 1:
        return []
    latest = past.latest
    _name(past, named)
    ended = None
    if hour > latest and str(latest) in past.published:  # what was said of the hour under way is said of all of it
        judging = Judging(rows, clocks, _subject(key, past, named.subject), past, origin, false_alarms)
        ended = _judged(judging, latest, is_over=True)
    if day_of(hour) > day_of(latest):
        advance(rows, clocks, key, past, day_of(hour))
    past.latest = max(latest, hour)
    change = stories.add(rows, key, past, story)
    rows.put(key, past)
    judging = Judging(rows, clocks, _subject(key, past, named.subject), past, origin, false_alarms)
    touched = _touched(past, change.hours)
    made = [_judged(judging, each) for each in sorted({*touched, *_closed(past, clocks, latest)})]
    if named.subject.kind == "entity":
        made += [record for each in touched for record in _pairs(judging, each, change.others)]
    return [record for record in [ended, *made] if record is not None]


def advance(rows: Rows[Row], clocks: Clocks, key: str, past: Past, day: int) -> None:
    """Let the days up to a new latest one pass: those that nothing changes any more become part of the level."""
    today = day_of(past.latest)
    if day - today > MAX_DAYS:
        past.before, past.now = Level(), Level()
        today = day - 1
    for entered in range(today + 1, day + 1):
        sealed = entered - 2
        then = clocks.of(sealed) if clocks.knows(sealed) else None
        company = stories.companions(rows, key, past, sealed) if past.type else {}
        past.before, past.now = past.now, learned(past.now, sealed, past.counts, company, past.before, then)
    for hour in [hour for hour in past.counts if day_of(hour) < day - 2]:
        if past.counts.pop(hour):
            rows.put(hour_key(key, hour), None)
    for published in [published for published in past.published if day_of(_hour(published)) < day - 1]:
        del past.published[published]


def _hour(published: str) -> int:
    return int(published.partition("+")[0])


def _name(past: Past, named: Named) -> None:
    """Take the name of the lexicon's, else the greatest: the same in whatever order articles come."""
    subject = named.subject
    theirs = (named.known, subject.name_ar or "", subject.name_en or "")
    if theirs >= (past.known, past.name_ar, past.name_en or ""):
        past.name_ar, past.name_en, past.known = subject.name_ar or "", subject.name_en, named.known
        past.type = subject.type or ""


def _subject(key: str, past: Past, subject: Subject) -> Subject:
    return Subject(kind=subject.kind, id=key, name_ar=past.name_ar or None, name_en=past.name_en, type=subject.type)


def _touched(past: Past, changed: list[int]) -> list[int]:
    """Return the hours whose windows hold a changed hour."""
    hours = {hour for each in changed for hour in range(each, min(each + LONGEST_HOURS, past.latest + 1))}
    return sorted(hour for hour in hours if hour >= _first(past))


def _closed(past: Past, clocks: Clocks, latest: int) -> range:
    """Return the hours whose windows have closed since an hour was the latest, if any of them could have fallen."""
    if rate(past.now, clocks.of(day_of(past.latest))) < MIN_FALLING_RATE / 2:
        return range(0)
    return range(max(_first(past), latest - CLOSING_HOURS + 1), past.latest - CLOSING_HOURS + 1)


def _first(past: Past) -> int:
    """Return the first hour that can still change."""
    return (day_of(past.latest) - 1) * DAY_HOURS


def _level(judging: Judging, hour: int) -> tuple[Level, Clock]:
    today = day_of(hour) == day_of(judging.past.latest)
    return judging.past.now if today else judging.past.before, judging.clocks.of(day_of(hour))


def _judged(judging: Judging, hour: int, *, is_over: bool = False) -> Trend | None:
    past, key = judging.past, str(hour)
    counts = [past.counts.get(hour - back, 0) for back in range(LONGEST_HOURS)]
    level, then = _level(judging, hour)
    closed = hour + CLOSING_HOURS <= past.latest and rate(level, then) >= MIN_FALLING_RATE
    if key not in past.published and (then.days < WARM_DAYS or (sum(counts) < windows.MIN_STORIES and not closed)):
        return None
    average, certain = rate(level, then), sizes(level)
    means = [average * factor(level, then, hour - back) for back in range(LONGEST_HOURS)]
    told = _told(judging, hour)
    if hour == past.latest and not is_over:
        means[0] *= stories.elapsed(hour, told[0], counts[0])
    judged = None
    if then.days >= WARM_DAYS:
        surprising = windows.rising(counts, means, certain, judging.false_alarms)
        judged = next((each for each in surprising if _outlets(told, each) >= MIN_OUTLETS), None)
        if judged is None and closed:
            judged = windows.falling(counts, means, certain, judging.false_alarms)
    standing = judged is not None
    if judged is None:
        if key not in past.published:
            return None
        judged = windows.judge(counts, means, certain[0], judging.false_alarms, 1)
    return _published(judging, key, judging.subject, hour, judged, told, standing=standing)


def _pairs(judging: Judging, hour: int, others: set[str]) -> list[Trend | None]:
    """Judge the pairs of an hour: the subject, and each entity of a greater id that a changed story names too.

    Those that were published are judged too: with the subject's stories changes what is expected of its pairs.
    """
    past, prefix = judging.past, f"{hour}+"
    published = {key.removeprefix(prefix) for key in past.published if key.startswith(prefix)}
    found = sorted(published.union(stories.paired(judging.subject, others)))
    if not found or sum(past.counts.get(hour - back, 0) for back in range(LONGEST_HOURS)) < MIN_PAIR_STORIES:
        found = sorted(published)
    if not found:
        return []
    told = _told(judging, hour)
    return [_pair(judging, hour, other, told) for other in found]


def _pair(judging: Judging, hour: int, other: str, told: list[list[Story]]) -> Trend | None:
    subject, key = judging.subject, f"{hour}+{other}"
    together = [[story for story in stories_ if other in story.others] for stories_ in told]
    counts = [len(stories_) for stories_ in together]
    level, then = _level(judging, hour)
    if key not in judging.past.published and (sum(counts) < MIN_PAIR_STORIES or then.days < WARM_DAYS):
        return None
    average, share = pair_expected(level, then, other)
    # The more of what the pair's own past and what the subject's stories of today let expect.
    means = [
        max(average * factor(level, then, hour - back), share * len(stories_)) for back, stories_ in enumerate(told)
    ]
    certain = [1.0 / (PRIOR_SCATTER + 1.0 / (share * (level.stories + 1.0)))] * len(WINDOW_HOURS)
    surprising = windows.rising(counts, means, certain, judging.false_alarms, least=MIN_PAIR_STORIES)
    judged = next((each for each in surprising if _outlets(together, each) >= MIN_OUTLETS), None)
    if judged is None and key not in judging.past.published:
        return None
    standing = judged is not None
    judged = judged or windows.judge(counts, means, certain[0], judging.false_alarms, 1)
    pair = pairs.named(subject, other, together)
    return _published(judging, key, pair, hour, judged, together, standing=standing)


def _told(judging: Judging, hour: int) -> list[list[Story]]:
    """Return the remembered stories by hour, the last hour first."""
    return [
        stories.of_hour(judging.rows, judging.subject.id, judging.past, hour - back) for back in range(LONGEST_HOURS)
    ]


def _outlets(told: list[list[Story]], judged: Judged) -> int:
    return len({story.source for stories_ in told[: judged.hours] for story in stories_})


def _published(  # noqa: PLR0913, PLR0917 - each is one plain fact
    judging: Judging,
    key: str,
    subject: Subject,
    hour: int,
    judged: Judged,
    told: list[list[Story]],
    *,
    standing: bool,
) -> Trend | None:
    """Return a trend's record, if it is not what was published before."""
    in_order = [story for stories_ in reversed(told[: judged.hours]) for story in stories_]
    record = evidence.trend(subject, hour, judged, in_order, standing=standing, origin=judging.origin)
    number = evidence.checksum(record)
    if judging.past.published.get(key) == number:
        return None
    judging.past.published[key] = number
    return record
