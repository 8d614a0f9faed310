"""The day that a report's opening calls today."""

import pytest

from agents.clean.dates.clock import Clock
from agents.clean.dates.lead_days import read_lead_day

CLOCK = Clock.at("2026-01-28T12:00:00Z", "UTC")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أعلنت الوزارة، اليوم الثلاثاء 20 يناير 2026، أن العمل بدأ.", "2026-01-20"),
        ("أعلنت الوزارة، أمس الاثنين 19 يناير 2026، أن العمل بدأ.", "2026-01-20"),
        ("أعلنت الوزارة، أمس الاثنين 20 يناير 2026، أن العمل بدأ.", None),
        ("أعلنت الوزارة يومه الثلاثاء 20 يناير 2026 أن العمل بدأ.", "2026-01-20"),
        ("أعلنت الوزارة اليوم (الثلاثاء) 20 يناير أن العمل بدأ.", "2026-01-20"),
        ("أعلنت الوزارة اليوم الأحد 20 يناير 2026 أن العمل بدأ.", None),
        ("تعقد الوزارة يوم الثلاثاء 20 يناير 2026 مؤتمرا.", None),
        ("أعلنت الوزارة اليوم الثلاثاء أن العمل بدأ.", None),
    ],
)
def test_the_day_beside_today_is_the_pages(text: str, day: str | None) -> None:
    """Where the name of the day is that of the date."""
    found = read_lead_day(text, CLOCK)
    assert (found.text()[:10] if found else None) == day
