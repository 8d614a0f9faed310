"""Days named by their distance from today: أمس الأول، اليوم الخميس، بعد غد."""

import datetime as dt

from agents.arabic.dates import calendar_words
from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.reading import Read, near, number_at, word_at
from agents.arabic.dates.weekdays import read_weekday
from agents.arabic.tokens import Tokens

_DAY = dt.timedelta(days=1)


def read_relative(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    """Read «أمس», «بعد غد», with the day of the week behind it; without the day of publication it has no value."""
    step = _step(tokens, index, word)
    if step is None:
        return None
    offset, last = step
    named = calendar_words.words().get(word_at(tokens, last + 1))
    weekday = named if named is not None and named.kind == "day" and not named.skip and near(tokens, last) else None
    if word.kind == "today" and weekday is None and not _means_today(tokens, index):
        return None
    if weekday is not None and number_at(tokens, last + 2) is not None:
        read = read_weekday(tokens, last + 1, weekday, published)
        if read is not None and read.last > last + 1 and read.first == last + 1:
            return read._replace(first=index, skip=word.skip)  # اليوم الجمعة 22 أغسطس
    last += weekday is not None
    if published is None:
        return Read(index, word.skip, last)
    day = published + offset * _DAY
    if weekday is not None:
        # The page's date may be of the day before or after (a time zone, midnight): the name of the day decides.
        days = [d for d in (day, day - _DAY, day + _DAY) if d.weekday() == weekday.value]
        if not days:
            return Read(index, word.skip, last)
        day = days[0]
    return Read(index, word.skip, last, day.isoformat(), "day")


def _step(tokens: Tokens, index: int, word: Word) -> tuple[int, int] | None:
    """Return how many days from today a phrase is, and its last token."""
    after = word_at(tokens, index + 1) if near(tokens, index, " ") else ""
    if word.kind == "yesterday":
        return (-2, index + 1) if after == "الاول" else (-1, index)
    if word.kind == "tomorrow":
        return 1, index
    if word.kind == "after":
        return (2, index + 1) if after in ("غد", "الغد") else None
    if word.kind == "first":
        if after == "امس":
            return -2, index + 1
        return (-2, index + 2) if (after, word_at(tokens, index + 2)) == ("من", "امس") else None
    return 0, index


def _means_today(tokens: Tokens, index: int) -> bool:
    """Whether اليوم is no part of a name (روسيا اليوم، اليوم السابع) or of a phrase (هذا اليوم، اليوم العالمي)."""
    before, after = word_at(tokens, index - 1), word_at(tokens, index + 1)
    if before == "صباح":
        return True
    return (
        before not in calendar_words.NOT_BEFORE_TODAY
        and not after.startswith("ال")
        and after not in calendar_words.NOT_BEHIND_TODAY
    )
