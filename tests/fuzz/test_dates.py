"""Dates of any writing: in texts, on pages, in fields and in addresses."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold
from agents.clean.dates.address_days import read_address_day
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.lead_days import read_lead_day
from tests.fuzz import inputs

WORDS = (
    *("كانون", "الثاني", "يناير", "january", "Mar", "رجب", "ذو", "الحجة", "ربيع", "شباط", "الأحد", "يوم", "سنة", "عام"),
    *("أمس", "اليوم", "غدا", "قبل", "منذ", "بعد", "ساعة", "دقيقتين", "أسبوع", "شهرين", "الماضي", "المقبل", "ص", "مساء"),
    *(
        "هـ",
        "م",
        "GMT",
        "+03:00",
        "بتوقيت",
        "مكة",
        "غرينتش",
        "T",
        "Z",
        "نشر",
        "آخر",
        "تحديث",
        "من",
        "إلى",
        "بين",
        "مطلع",
    ),
)
NUMBERS = (
    "0",
    "00",
    "1",
    "29",
    "30",
    "31",
    "32",
    "12",
    "13",
    "23:59",
    "24:00",
    "99",
    "1447",
    "2026",
    "9999",
    "10000",
    "٣١",
)
MARKS = ("/", "-", ".", ":", "،", "|", "(", ")", "\u200f", "\u0640", " ", "")

dates = st.one_of(
    st.lists(st.sampled_from(WORDS + NUMBERS + MARKS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(NUMBERS + MARKS), max_size=9).map("".join),
    st.datetimes().map(lambda when: when.strftime("%Y/%m/%d %H:%M")),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=14)))).map(datetime.isoformat),
    st.integers(-(10**20), 10**20).map(str),
    inputs.texts,
)
clocks = st.builds(
    Clock.at,
    st.datetimes(datetime(1971, 1, 2), datetime(9998, 12, 30)).map(lambda when: when.isoformat() + "Z"),  # noqa: DTZ001 - the Z follows
    st.sampled_from(("UTC", "Asia/Riyadh", "Pacific/Kiritimati", "America/Adak", "../etc/passwd")),
)


@given(text=dates, clock=clocks)
def test_a_text_names_dates_that_the_calendar_has(text, clock):
    """Each stands inside the text, behind the one before it, and is one that a reader of ISO 8601 reads."""
    folded = fold(text)
    end = 0
    for found in find_dates(folded, clock.received.date()):
        assert end <= found.start < found.end <= len(folded)
        end = found.end
        if found.value is not None and found.precision == "day":
            assert datetime.fromisoformat(found.value).date().isoformat() == found.value


@pytest.mark.parametrize(
    "read",
    [
        read_field,
        lambda text, clock: (line := read_date_line(fold(text).lower(), clock)) and line.moment,
        read_lead_day,
        lambda text, clock: read_address_day(f"https://a.example/{text}?d={text}", clock),
    ],
    ids=["field", "line", "lead", "address"],
)
@given(text=dates, clock=clocks)
def test_a_page_s_date_is_one_that_can_be(read, text, clock):
    """It is written as RFC 3339, and lies at most a day after the page was received."""
    moment = read(text, clock)
    if moment is not None:
        written = datetime.fromisoformat(moment.text())
        assert written.tzinfo == UTC
        assert moment.when <= clock.received + timedelta(days=1)
