"""Days and years that share the month or the word of the date beside them."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold

TODAY = dt.date(2025, 12, 1)


def found(text):
    """Return what dates of a text say, their values and where the spans of time end that they open."""
    folded = fold(text)
    return [(folded[date.start : date.end], date.value, date.until) for date in find_dates(folded, TODAY)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("من 13 إلى 20 ديسمبر", ["2025-12-13", "2025-12-20"]),
        ("بين 3 و5 يناير", ["2026-01-03", "2026-01-05"]),
        ("من 28 ديسمبر حتى 3 يناير", ["2025-12-28", "2026-01-03"]),
        ("من 10-20 رمضان 1440", ["2019-05-15", "2019-05-25"]),
        ("من 1/2/2024 إلى 5/2/2024", ["2024-02-01", "2024-02-05"]),
    ],
)
def test_a_span_of_days_has_both_its_ends(text, days):
    """The first day is read in the month of the last, and says where the span ends."""
    assert [(value, until) for _, value, until in found(text)] == [(days[0], days[1]), (days[1], None)]


@pytest.mark.parametrize("text", ["بين عامي 2019 و2022", "من 2019 إلى 2022", "من عام 2019 حتى عام 2022"])
def test_a_span_of_years_has_both_its_ends(text):
    """As one of days has."""
    assert [(value, until) for _, value, until in found(text)] == [("2019", "2022"), ("2022", None)]


def test_what_and_joins_is_no_span():
    """Days and years of a list stand each for itself."""
    assert found("يومي 3 و4 و5 يناير، وعامي 2014 و2023") == [
        ("3", "2026-01-03", None),
        ("4", "2026-01-04", None),
        ("5 يناير", "2026-01-05", None),
        ("عامي 2014", "2014", None),
        ("2023", "2023", None),
    ]


def test_a_month_without_a_year_is_of_the_year_that_the_last_tells():
    """Or of the one before it where it is the later month."""
    assert [value for _, value, _ in found("من نوفمبر إلى مارس 2021")] == ["2020-11", "2021-03"]


def test_a_day_of_the_week_belongs_to_the_day_behind_it():
    """Although its month stands behind the last day only."""
    assert found("من الخميس 13 إلى الأحد 16 يناير")[0] == ("الخميس 13", "2026-01-13", "2026-01-16")


@pytest.mark.parametrize(
    "text",
    [
        "يومي الاثنين والثلاثاء 8 و9 ديسمبر",
        "في 8 و9 ديسمبر",
        "الاثنين والثلاثاء الموافق 8 و9 ديسمبر",
        "الاثنين 8 والثلاثاء 9 ديسمبر",
        "يومي 8 و9 من الشهر الجاري",
    ],
)
def test_days_that_and_joins_share_their_month(text):
    """The names of the days in front of their numbers tell no other days."""
    assert [value for _, value, _ in found(text)] == ["2025-12-08", "2025-12-09"]


def test_names_of_days_without_numbers_tell_days():
    """Where one number stands behind the last of them only."""
    assert [value for _, value, _ in found("السبت والأحد 14 ديسمبر")] == ["2025-11-29", "2025-12-14"]


@pytest.mark.parametrize("text", ["قتل 3 و5 يناير", "فاز 20 إلى 13 ديسمبر", "ارتفع من 3 إلى 20 عام 2020"])
def test_a_number_is_no_day_where_nothing_says_so(text):
    """It counts something."""
    assert [until for _, _, until in found(text)] == [None]
