"""Dates that name a month."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("وصل الوفد في 15 يوليو 2015 إلى المدينة", "15 يوليو 2015", "2015-07-15", "day"),
        ("حتى نهاية تشرين الثاني (نوفمبر) 2015", "تشرين الثاني (نوفمبر) 2015", "2015-11", "month"),
        ("في كانون الثاني/يناير 2020", "كانون الثاني/يناير 2020", "2020-01", "month"),
        ("الجزائر في 25 جانفي 2021", "25 جانفي 2021", "2021-01-25", "day"),
        ("الرباط، 31 غشت 2019", "31 غشت 2019", "2019-08-31", "day"),
        ("تونس في 3 أوت 2022", "3 أوت 2022", "2022-08-03", "day"),
        ("١٥ رمضان ١٤٣٦هـ", "15 رمضان 1436هـ", "2015-07-02", "day"),
        ("في الخامس والعشرين من مايو 2019", "الخامس والعشرين من مايو 2019", "2019-05-25", "day"),
        ("يوم الوفاء (11 شباط 2021) أن", "11 شباط 2021", "2021-02-11", "day"),
        ("افتتحت في 9 تشرين 2 2020 أن", "9 تشرين 2 2020", "2020-11-09", "day"),
        ("في يوليو (تموز) الماضي", "يوليو (تموز) الماضي", "2020-07", "month"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """Months of each tradition, with the day before them and the year behind them."""
    found = find_dates(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize("text", ["ثورة 25 يناير", "مارس الرياضة كل صباح"])
def test_leaves_what_is_no_date(text):
    """A name, another word that looks so, and what says nothing of time are no dates."""
    assert find_dates(fold(text), THURSDAY) == []
