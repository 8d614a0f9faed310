"""The dates of a text, whatever it holds."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.dates.find import find_dates, opens_date
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


def test_only_some_words_open_dates():
    """A number and a month do, with or without a proclitic; other words need no look."""
    assert [word for word in ("15", "بيناير", "كتاب") if opens_date(word)] == ["15", "بيناير"]


def test_dates_come_in_order():
    """A text's dates, each with its own value."""
    found = find_dates(fold("من 26/7/2015 إلى أمس"), THURSDAY)
    assert [date.value for date in found] == ["2015-07-26", "2021-01-27"]


@given(st.text(alphabet="0123456789/-. ()هم،" + "يناير أمس الخميس عام رمضان كانون الثاني من", max_size=80))
def test_never_fails_and_never_overlaps(text):
    """Whatever the text, dates are found in order, inside it and apart."""
    folded = fold(text)
    end = 0
    for found in find_dates(folded, THURSDAY):
        assert end <= found.start < found.end <= len(folded)
        end = found.end
