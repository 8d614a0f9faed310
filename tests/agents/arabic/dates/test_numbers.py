"""Dates written in numbers alone."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("صدر بتاريخ 26/7/2015", "26/7/2015", "2015-07-26", "day"),
        ("الموافق 10/10/1436هـ", "10/10/1436هـ", "2015-07-26", "day"),
        ("بحلول 2030 ستكون", "2030", "2030", "year"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """Day first or year first, either calendar, and a year that only a preposition announces."""
    found = find_dates(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize("text", ["بلغ 2015 وحدة سكنية"])
def test_leaves_what_is_no_date(text):
    """A name, another word that looks so, and what says nothing of time are no dates."""
    assert find_dates(fold(text), THURSDAY) == []
