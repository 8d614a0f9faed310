"""The stories of a subject's hours: near-duplicates are one, which counts in the hour of the earliest of them."""

import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agents.table_stage import Rows
from agents.trend.hours import HOUR_SECONDS, day_of, hour_of
from agents.trend.state import Hour, Past, Row, Story, hour_key
from streams.fingerprint import similar, similar_to_any
from streams.records.trends import Subject

MAX_STORIES = 32
"""Of an hour, the earliest that are remembered; later ones are only counted."""
MIN_ELAPSED = 0.25
"""Of an hour under way: what comes within a few minutes is not held against these minutes alone."""
COPY_HOURS = 6
"""How many hours apart copies of a text are looked for."""


class Change(NamedTuple):
    """What an article changes of a subject's stories."""

    hours: list[int]
    """Whose stories are others now; none when it is a copy."""
    others: set[str]
    """The entities that these stories name too."""


def of_hour(rows: Rows[Row], subject: str, past: Past, hour: int) -> list[Story]:
    """Return the remembered stories of an hour, in their order."""
    row = rows.get(hour_key(subject, hour)) if past.counts.get(hour) else None
    return row.stories if isinstance(row, Hour) else []


def add(rows: Rows[Row], subject: str, past: Past, story: Story) -> Change:
    """Count an article's story, and return what it changes.

    A copy changes nothing, unless it was published before all copies that are known: then the story is its, and moves
    to its hour.
    """
    hour = hour_of(story.second)
    copied = _copied(rows, subject, past, story)
    if copied is None:
        past.counts[hour] = past.counts.get(hour, 0) + 1
        _insert(rows, subject, hour, of_hour(rows, subject, past, hour), story)
        return Change([hour], set(story.others))
    if copied.order <= story.order:
        return Change([], set())
    others = {*story.others, *copied.others}
    before = hour_of(copied.second)
    left = [other for other in of_hour(rows, subject, past, before) if other != copied]
    if before == hour:
        _insert(rows, subject, hour, left, story)
        return Change([hour], others)
    rows.put(hour_key(subject, before), Hour(left) if left else None)
    past.counts[before] -= 1
    past.counts[hour] = past.counts.get(hour, 0) + 1
    _insert(rows, subject, hour, of_hour(rows, subject, past, hour), story)
    return Change([hour, before], others)


def elapsed(hour: int, known: Sequence[Story], count: int) -> float:
    """Return how much of a subject's latest hour, of these stories and so many in all, has passed by its own time."""
    if not known or len(known) < count:  # of many the latest are not remembered
        return 1.0
    return max(MIN_ELAPSED, (known[-1].second - hour * HOUR_SECONDS + 1) / HOUR_SECONDS)


def paired(subject: Subject, others: Iterable[str]) -> list[str]:
    """Return those of some entities whose pair with a subject the subject owns."""
    return [other for other in others if other > subject.id] if subject.kind == "entity" else []


def companions(rows: Rows[Row], subject: str, past: Past, day: int) -> Counter[str]:
    """Count, over a day's remembered stories, the entities that they name too and whose pair the subject owns."""
    return Counter(
        other
        for hour in past.counts
        if day_of(hour) == day
        for story in of_hour(rows, subject, past, hour)
        for other in story.others
        if other > subject
    )


def _copied(rows: Rows[Row], subject: str, past: Past, story: Story) -> Story | None:
    """Return the story that an article's text is a copy of."""
    hour = hour_of(story.second)
    near = [hour + apart for apart in range(-COPY_HOURS, COPY_HOURS + 1) if past.counts.get(hour + apart)]
    known = [other for each in near for other in of_hour(rows, subject, past, each)]
    # Most are copies of none, and to ask once for all costs half as much as to ask for each.
    if not similar_to_any(story.fingerprint, [other.fingerprint for other in known]):
        return None
    return next(other for other in known if similar(other.fingerprint, story.fingerprint))


def _insert(rows: Rows[Row], subject: str, hour: int, known: list[Story], story: Story) -> None:
    stories = list(known)
    bisect.insort(stories, story, key=lambda other: other.order)
    rows.put(hour_key(subject, hour), Hour(stories[:MAX_STORIES]))
