"""Days of the week."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("نشر الأربعاء 15 يوليو 2015", "الأربعاء 15 يوليو 2015", "2015-07-15", "day"),
        ("يلتقيان الخميس المقبل", "الخميس المقبل", "2021-02-04", "day"),
        ("مساء الأحد الماضي", "الأحد الماضي", "2021-01-24", "day"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """The next, the last, or with a date behind it."""
    found = find_dates(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize("text", ["خطبة الجمعة"])
def test_leaves_what_is_no_date(text):
    """A name, another word that looks so, and what says nothing of time are no dates."""
    assert find_dates(fold(text), THURSDAY) == []
