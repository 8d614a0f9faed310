"""Days in addresses."""

import pytest

from agents.clean.dates.address_days import read_address_day
from agents.clean.dates.clock import Clock

CLOCK = Clock.at("2025-03-20T12:00:00Z", "UTC")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2025/03/14/slug", "2025-03-14"),
        ("2025/3/4", "2025-03-04"),
        ("news/2025-03-14-slug.html", "2025-03-14"),
        ("14-03-2025/slug", "2025-03-14"),
        ("20250314/slug", "2025-03-14"),
        ("20250314-slug", "2025-03-14"),
        ("slug-march-14,-2025,-4:03-pm", "2025-03-14"),
        ("%D8%A7%D9%8Amarch-14,-2025,-4:03-pm", "2025-03-14"),
        ("slug-mars-2025", None),
        ("zamar-14-2025", None),
        ("february-31-2025", None),
        ("2025/03/slug", None),
        ("2025/13/14/slug", None),
        ("news/3/14/2025/slug", "2025-03-14"),
        ("news/02/03/2025/slug", "2025-03-02"),
        ("news/3/4/2025/slug", "2025-03-04"),
        ("31/31/2025/slug", None),
        ("2031/03/14/slug", None),
        ("news/20250314123", None),
        ("view.aspx?cdate=14032025&id=5", "2025-03-14"),
        ("view?id=5&date=2025-03-14", "2025-03-14"),
        ("view?id=14032025", None),
        ("view?update=14032025123", None),
    ],
)
def test_a_day_in_the_path_is_read(path: str, day: str | None) -> None:
    """None where it is impossible, to come, or part of a number."""
    found = read_address_day(f"https://a.example/{path}", CLOCK)
    assert (found.text()[:10] if found else None) == day
