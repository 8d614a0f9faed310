"""Lines that show dates: of publication, of a change, in every spelling that pages have."""

import pytest

from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import DateLine, read_date_line

CLOCK = Clock.at("2025-03-20T12:00:00Z", "UTC")


def read(text: str) -> DateLine | None:
    """Read a line of a page."""
    return read_date_line(fold(text).lower(), CLOCK)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("قبل ربع ساعة", "2025-03-20T11:45:00Z"),
        ("منذ نصف ساعة", "2025-03-20T11:30:00Z"),
        ("منذ ساعة ونصف", "2025-03-20T10:30:00Z"),
        ("منذ ثلاث ساعات", "2025-03-20T09:00:00Z"),
        ("منذ 3 ساعات و20 دقيقة", "2025-03-20T08:40:00Z"),
        ("الأحد 9 تشرين 2 2024", "2024-11-09T00:00:00Z"),
        ("9 ك2 2025", "2025-01-09T00:00:00Z"),
        ("9 كانون 1 2024", "2024-12-09T00:00:00Z"),
        ("14مارس2025", "2025-03-14T00:00:00Z"),
        ("الجمعة14/03/2025الساعة10:30", "2025-03-14T10:30:00Z"),
        ("14/03/202510:30", "2025-03-14T10:30:00Z"),
        ("الجمعة 14/03/25", "2025-03-14T00:00:00Z"),
        ("نشر في 14-3-25", "2025-03-14T00:00:00Z"),
        ("14 مارس 25 - 10:30", "2025-03-14T10:30:00Z"),
        ("4 مارس 25", "2025-03-04T00:00:00Z"),
        ("منذ ثلاثة أرباع الساعة", "2025-03-20T11:15:00Z"),
        ("Last update 2025-03-14 07:29 PM", "2025-03-14T19:29:00Z"),
        ("date 2025-03-14 07:29:30 م", "2025-03-14T19:29:30Z"),
        ("date 2025-03-14 07:29", "2025-03-14T07:29:00Z"),
        ("19ك2 2025", "2025-01-19T00:00:00Z"),
        ("12ت1، 2024", "2024-10-12T00:00:00Z"),
        ("منذ 3 س", "2025-03-20T09:00:00Z"),
        ("2015 05 14", "2015-05-14T00:00:00Z"),
        ("الجمعة _14 _مارس _2025AH", "2025-03-14T00:00:00Z"),
        ("محليات وبرلمانأكتوبر 10, 2016", "2016-10-10T00:00:00Z"),
        ("قبل 5د", "2025-03-20T11:55:00Z"),
        ("منذ 2 ي", "2025-03-18T00:00:00Z"),
        ("13 / 1 / 2025م", "2025-01-13T00:00:00Z"),
        ("Jan 08 25 at 10:43 PM", "2025-01-08T22:43:00Z"),
        ("15 جمادى ثانى 1440 هـ", "2019-02-20T00:00:00Z"),
        ("03 10:24 2019 أوت", "2019-08-03T10:24:00Z"),
    ],
)
def test_dates_are_read_as_pages_spell_them(text: str, moment: str) -> None:
    """Numbered months, glued dates, two-digit years, parts of hours."""
    found = read(text)
    assert found is not None
    assert found.moment is not None
    assert found.moment.text() == moment


@pytest.mark.parametrize(
    "text",
    [
        "الجمعة 14 مارس 2025 - 10:30 بتوقيت غرينتش +3",
        "14 مارس 2025 10:30 غرينتش 3+",
        "14-03-2025 10:30 KSA",
        "14-03-2025 7:30 ت.غ",
        "14-03-2025 7:30 ت. غ",
        "14-03-2025 الساعة 10:30 (مكة المكرمة)، 7:30 (غرينتش)",
        "14 مارس 2025 10:30 GMT+03:00",
        "14 مارس 2025 10:30 (+3 GMT)",
        "2025-03-14 10:30 (GMT+3)",
        "14 مارس 2025 10:30:00 +0300",
        "2025-03-14 10:30:00 +03",
        "14 مارس 2025 10:30 بتوقيت السعودية",
        "14 مارس 2025 10:30 بالتوقيت المحلي لبغداد",
    ],
)
def test_a_zone_that_stands_with_the_time_counts(text: str) -> None:
    """On whichever side the sign of its hours stands."""
    found = read(text)
    assert found is not None
    assert found.moment is not None
    assert (found.moment.text()[:16], found.moment.zoned) == ("2025-03-14T07:30", True)


@pytest.mark.parametrize(
    "text",
    [
        "تحديث: 16/03/2025 نشر: 14/03/2025",
        "Updated: 16/03/2025 | Published: 14/03/2025",
        "Mis à jour le 16/03/2025 | Publié le 14/03/2025",
        "عُدّل في 16 مارس 2025 - نُشر في 14 مارس 2025",
        "14 مارس 2025 | آخر تحديث 16 مارس 2025",
        "14/03/2025 نشر | 16/03/2025 تحديث",
        "صدر في 14 مارس 2025 - روجع في 16 مارس 2025",
    ],
)
def test_a_line_with_both_dates_tells_them_apart(text: str) -> None:
    """Whichever stands first, and whether labels stand before their dates or behind."""
    found = read(text)
    assert found is not None
    assert found.moment is not None
    assert found.changed is not None
    assert (found.moment.text()[:10], found.changed.text()[:10], found.updated) == ("2025-03-14", "2025-03-16", False)


@pytest.mark.parametrize("text", ["1.2.25 نسخة جديدة", "14 مارس 25 تعليق", "فاز 3-2-10 في المباراة"])
def test_short_numbers_alone_make_no_date(text: str) -> None:
    """A year of two digits needs a time, a label or a day of the week beside it, or the line to itself."""
    assert read(text) is None


def test_a_papers_number_and_the_day_of_the_copts_go_with_the_date() -> None:
    """An Egyptian masthead shows the day, the Coptic one, the paper's number and the year since it was founded."""
    found = read("أخر تحديث 15:12 | الجمعة 14 مارس 2025 | ٥برمهات ١٧٤١ش | العدد ٣٨٩٦ السنة التاسعة")
    assert found is not None
    assert (found.moment and found.moment.text(), found.rest) == ("2025-03-14T15:12:00Z", "")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("اثنين, 01/03/2022 - 07:05", "2022-01-03T07:05:00Z"),
        ("الخميس 02/05/2024", "2024-05-02T00:00:00Z"),
        ("الأحد 05/02/2024", "2024-02-05T00:00:00Z"),
        ("الجمعة 01/03/2024 - الخميس", "2024-03-01T00:00:00Z"),
        ("الأربعاء 2024-01-03", "2024-01-03T00:00:00Z"),
        ("الجمعة 2024-01-03", "2024-01-03T00:00:00Z"),
    ],
)
def test_a_month_stands_before_its_day_where_only_that_is_the_weekday(text: str, moment: str) -> None:
    """Else the day stands in front, whatever the weekday is."""
    found = read(text)
    assert found is not None
    assert found.moment is not None
    assert found.moment.text() == moment


def test_the_kingdoms_time_is_read_by_its_letters() -> None:
    """«ت م» is what the Saudi agency puts behind a time."""
    found = read("24 ديسمبر 2020 14:52ت م")
    assert found is not None
    assert found.moment is not None
    assert found.moment.text() == "2020-12-24T11:52:00Z"
