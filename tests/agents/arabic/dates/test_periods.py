"""Years and months that stand for themselves."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("التمديد حتى العام 2026، وهو", "العام 2026", "2026", "year"),
        ("خلال الشهر الماضي", "الشهر الماضي", "2020-12", "month"),
        ("منذ العام الماضي", "العام الماضي", "2020", "year"),
        ("تنطلق في 9 من الشهر المقبل", "9 من الشهر المقبل", "2021-02-09", "day"),
        ("الأحد 17 من الشهر الجاري", "الأحد 17 من الشهر الجاري", "2021-01-17", "day"),
        ("الثالث والعشرين من الشهر الماضي", "الثالث والعشرين من الشهر الماضي", "2020-12-23", "day"),
        ("مساء السبت التاسع من الشهر الجاري", "السبت التاسع من الشهر الجاري", "2021-01-09", "day"),
        ("بلغت 28 الشهر الماضي", "الشهر الماضي", "2020-12", "month"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """A year behind its word, what points back from the day of publication, and a day of what points so."""
    found = find_dates(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize("text", ["عام سعيد"])
def test_leaves_what_is_no_date(text):
    """A name, another word that looks so, and what says nothing of time are no dates."""
    assert find_dates(fold(text), THURSDAY) == []
