"""Dates in Arabic text: which words are one, and which day they mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.dates import find as dates
from agents.arabic.folding import fold

THURSDAY = dt.date(2021, 1, 28)


@pytest.mark.parametrize(
    ("text", "surface", "value", "precision"),
    [
        ("وصل الوفد في 15 يوليو 2015 إلى المدينة", "15 يوليو 2015", "2015-07-15", "day"),
        ("نشر الأربعاء 15 يوليو 2015", "الأربعاء 15 يوليو 2015", "2015-07-15", "day"),
        ("حتى نهاية تشرين الثاني (نوفمبر) 2015", "تشرين الثاني (نوفمبر) 2015", "2015-11", "month"),
        ("في كانون الثاني/يناير 2020", "كانون الثاني/يناير 2020", "2020-01", "month"),
        ("الجزائر في 25 جانفي 2021", "25 جانفي 2021", "2021-01-25", "day"),
        ("الرباط، 31 غشت 2019", "31 غشت 2019", "2019-08-31", "day"),
        ("تونس في 3 أوت 2022", "3 أوت 2022", "2022-08-03", "day"),
        ("١٥ رمضان ١٤٣٦هـ", "15 رمضان 1436هـ", "2015-07-02", "day"),
        ("صدر بتاريخ 26/7/2015", "26/7/2015", "2015-07-26", "day"),
        ("الموافق 10/10/1436هـ", "10/10/1436هـ", "2015-07-26", "day"),
        ("في الخامس والعشرين من مايو 2019", "الخامس والعشرين من مايو 2019", "2019-05-25", "day"),
        ("التمديد حتى العام 2026، وهو", "العام 2026", "2026", "year"),
        ("بحلول 2030 ستكون", "2030", "2030", "year"),
        ("اجتمعا اليوم الخميس في المقر", "اليوم الخميس", "2021-01-28", "day"),
        ("قال أمس إن", "أمس", "2021-01-27", "day"),
        ("قال أمس الأول إن", "أمس الأول", "2021-01-26", "day"),
        ("يصل بعد غد", "بعد غد", "2021-01-30", "day"),
        ("يلتقيان الخميس المقبل", "الخميس المقبل", "2021-02-04", "day"),
        ("مساء الأحد الماضي", "الأحد الماضي", "2021-01-24", "day"),
        ("يوم الوفاء (11 شباط 2021) أن", "11 شباط 2021", "2021-02-11", "day"),
        ("في يوليو (تموز) الماضي", "يوليو (تموز) الماضي", "2020-07", "month"),
        ("خلال الشهر الماضي", "الشهر الماضي", "2020-12", "month"),
        ("منذ العام الماضي", "العام الماضي", "2020", "year"),
    ],
)
def test_finds_and_resolves(text, surface, value, precision):
    """A date's surface, its ISO value and its precision."""
    found = dates.find(fold(text), THURSDAY)
    assert [(fold(text)[d.start : d.end], d.value, d.precision) for d in found] == [(fold(surface), value, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "نقلت روسيا اليوم عنه",
        "ثورة 25 يناير",
        "مارس الرياضة كل صباح",
        "خطبة الجمعة",
        "بلغ 2015 وحدة سكنية",
        "قرأت صحيفة اليوم السابع",
    ],
)
def test_leaves_what_is_no_date(text):
    """Names of outlets and revolutions, verbs that look like months, and plain numbers are no dates."""
    assert dates.find(fold(text), THURSDAY) == []


def test_relative_dates_have_no_value_without_a_day_of_publication():
    """A relative date is found but stays unresolved when nothing says what it is relative to."""
    assert dates.find(fold("قال أمس"), None) == [dates.Found(4, 7, None, None)]


def test_the_name_of_the_day_outweighs_a_date_that_is_off_by_one():
    """اليوم الأربعاء on a page dated Thursday means the day before."""
    assert dates.parse("اجتمعا اليوم الأربعاء", THURSDAY) == ("2021-01-27", "day")


@pytest.mark.parametrize("text", ["31 فبراير 2020", "31 ذو الحجة 1440", "يوم 9999/99/9999"])
def test_impossible_days_have_no_value(text):
    """A day that the calendar does not have never becomes another."""
    assert dates.parse(text) is None


@given(st.text(alphabet="0123456789/-. ()هم،" + "يناير أمس الخميس عام رمضان كانون الثاني من", max_size=80))
def test_never_fails_and_never_overlaps(text):
    """Whatever the text, dates are found in order, inside it and apart."""
    folded = fold(text)
    end = 0
    for found in dates.find(folded, THURSDAY):
        assert end <= found.start < found.end <= len(folded)
        end = found.end
