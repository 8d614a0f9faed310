"""Days named by their distance from today."""

import datetime as dt

import pytest

from agents.arabic.dates.find import FoundDate, find_dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("اجتمعا اليوم الخميس في المقر", "اليوم الخميس", "2021-01-28", "day"),
        ("قال أمس إن", "أمس", "2021-01-27", "day"),
        ("قال أمس الأول إن", "أمس الأول", "2021-01-26", "day"),
        ("يصل بعد غد", "بعد غد", "2021-01-30", "day"),
        ("اليوم الجمعة 22 أغسطس 2025", "اليوم الجمعة 22 أغسطس 2025", "2025-08-22", "day"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """Yesterday, tomorrow, and today with the name of its day."""
    found = find_dates(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize("text", ["نقلت روسيا اليوم عنه", "قرأت صحيفة اليوم السابع"])
def test_leaves_what_is_no_date(text):
    """A name, another word that looks so, and what says nothing of time are no dates."""
    assert find_dates(fold(text), THURSDAY) == []


def test_relative_dates_have_no_value_without_a_day_of_publication():
    """A relative date is found but stays unresolved when nothing says what it is relative to."""
    assert find_dates(fold("قال أمس"), None) == [FoundDate(4, 7, None, None)]


def test_the_name_of_the_day_outweighs_a_date_that_is_off_by_one():
    """اليوم الأربعاء on a page dated Thursday means the day before."""
    assert [found.value for found in find_dates(fold("اجتمعا اليوم الأربعاء"), THURSDAY)] == ["2021-01-27"]
