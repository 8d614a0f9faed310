"""Lines that show a date: three calendars' months, two calendars."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.field_dates import read_field

NOW = datetime(2026, 1, 28, 12, 0, tzinfo=UTC)
CLOCK = Clock(NOW, NOW, UTC)


def read(line: str) -> tuple[str, str] | None:
    """Read a line as a page shows it."""
    found = read_date_line(fold(line).lower(), CLOCK)
    return (found.moment.text(), found.moment.precision) if found and found.moment else None


@pytest.mark.parametrize(
    ("line", "text", "precision"),
    [
        ("نُشر يوم 05 أغسطس 2015 - 21:25", "2015-08-05T21:25:00Z", "minute"),
        ("الأحد ٩ آب ٢٠١٥ - ١٢:٥٠ مساءً", "2015-08-09T12:50:00Z", "minute"),
        ("الأحد 10 شوال 1436هـ ـ 26 يوليو 2015م", "2015-07-26T00:00:00Z", "day"),
        ("الثلاثاء 26 شوال 1436هـ", "2015-08-11T00:00:00Z", "day"),
        ("28 رجب 1447 هـ", "2026-01-17T00:00:00Z", "day"),
        ("الخميس 2 مايو 2024 06:56 صـ 23 شوال 1445 هـ", "2024-05-02T06:56:00Z", "minute"),
        ("الجمعة 31/يوليو/2015 - 01:06 م", "2015-07-31T13:06:00Z", "minute"),
        ("5 غشت 2015، الساعة 20:53", "2015-08-05T20:53:00Z", "minute"),
        ("12 جانفي 2020 18:12", "2020-01-12T18:12:00Z", "minute"),
        ("22 يونيو/ حزيران 2025", "2025-06-22T00:00:00Z", "day"),
        ("الاثنين، 12 كانون الثاني/يناير 2026 الساعة 10:15 بتوقيت القدس", "2026-01-12T08:15:00Z", "minute"),
        ("نشر في 12:30 م، 4 تشرين الأول 2023 (بتوقيت مكة)", "2023-10-04T09:30:00Z", "minute"),
        ("تاريخ النشر: 05.08.2015 | 21:25 GMT", "2015-08-05T21:25:00Z", "minute"),
        ("13/02/2021 GMT+4 10:20", "2021-02-13T06:20:00Z", "minute"),
        ("2015/07/26", "2015-07-26T00:00:00Z", "day"),
        ("07/26/2015", "2015-07-26T00:00:00Z", "day"),
        ("2019-12-03T08:00:10+00:00", "2019-12-03T08:00:10Z", "second"),
        ("Jul 26, 2015 10:02 AM", "2015-07-26T10:02:00Z", "minute"),
        ("منذ 5 ساعات", "2026-01-28T07:00:00Z", "hour"),
        ("قبل ساعتين", "2026-01-28T10:00:00Z", "hour"),
        ("منذ 20 دقيقة", "2026-01-28T11:40:00Z", "minute"),
        ("الأحد 4 يناير", "2026-01-04T00:00:00Z", "day"),
        ("10:35 - 4 كانون الأول", "2025-12-04T10:35:00Z", "minute"),
        ("19:1120/06/2025, الجمعة", "2025-06-20T19:11:00Z", "minute"),
        ("أمس 14:20", "2026-01-27T14:20:00Z", "minute"),
        ("أمس الأول", "2026-01-26T00:00:00Z", "day"),
    ],
)
def test_the_lines_that_show_a_date_are_read(line: str, text: str, precision: str) -> None:
    """As many ways as there are sites."""
    assert read(line) == (text, precision)


@pytest.mark.parametrize("line", ["31 فبراير 2020", "45/13/2020", "30 صفر 1699 هـ", "5 أغسطس 2035", "2027-01-01"])
def test_impossible_and_future_dates_are_none(line: str) -> None:
    """A day that no calendar has, and one more than a day after the page was received."""
    assert read(line) is None


@pytest.mark.parametrize("line", ["واشنطن تفرض عقوبات على 12 شركة", "مقتل 5 في انفجار", "الكأس الذهبية 2015"])
def test_numbers_alone_are_no_dates(line: str) -> None:
    """A number or a year in a title is no date line."""
    assert read_date_line(fold(line), CLOCK) is None


def test_what_stands_beside_a_date_is_given() -> None:
    """So that a line with an author and a date can be told from a sentence with a date."""
    found = read_date_line(fold("مدار الجنوب | نشر يوم 5 أغسطس 2015"), CLOCK)
    assert found is not None
    assert found.rest == "مدار الجنوب"


@pytest.mark.parametrize("line", ["اليوم - الدمام", "اليوم ـ مكة المكرمة", "اليوم، الوكالات - عواصم"])
def test_a_newspaper_called_today_is_no_date(line: str) -> None:
    """Today is a date alone, with its weekday, or with a time; with a city behind it, it is who writes."""
    shown = [read_date_line(fold(text), CLOCK) for text in (line, "اليوم الأربعاء", "اليوم 11:20")]
    assert [found is not None for found in shown] == [False, True, True]


def test_a_line_says_that_it_is_of_a_change() -> None:
    """A date of publication goes before a date of change."""
    found = read_date_line(fold("آخر تحديث: 5 أغسطس 2015"), CLOCK)
    assert found is not None
    assert found.updated


@given(st.text(max_size=120))
def test_no_text_is_an_accident(text: str) -> None:
    """Any text gives a date or none."""
    read_field(text, CLOCK)
    read_date_line(fold(text).lower(), CLOCK)


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2026, 1, 27)))  # noqa: DTZ001 - hypothesis wants them bare
def test_every_day_survives_being_shown(when: datetime) -> None:
    """A day in figures, with Arabic-Indic digits, is read as what it was."""
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    assert read(when.strftime("%d/%m/%Y - %H:%M").translate(digits)) == (when.strftime("%Y-%m-%dT%H:%M:00Z"), "minute")
