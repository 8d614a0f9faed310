"""Which words stand where."""

import pytest

from agents.tag_topics.evidence.zones import BODY_WORDS, LEAD_WORDS, zones
from tests.agents.tag_topics.samples import article


def test_zones() -> None:
    """Title, lead and the rest, the rest not beyond what is read."""
    found = zones(article("عنوان الخبر", " ".join(["كلمة"] * (LEAD_WORDS + BODY_WORDS + 50))))
    assert [len(zone) for zone in found] == [2, 0, LEAD_WORDS, BODY_WORDS]


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("جدة - واس: بدأ المؤتمر", "جدة", "واس"),
        ("القاهرة – بدأ المؤتمر", None, None),
        ("لندن: فلان الفلاني بدأ المؤتمر", "لندن", None),
        ("بدأ المؤتمر", None, None),
    ],
)
def test_opening_is_left_out(text: str, dateline: str | None, agency: str | None) -> None:
    """What says only where and by whom is no part of the lead."""
    assert zones(article("عنوان", text, dateline=dateline, agency=agency)).lead[-2:] == ["بدأ", "المؤتمر"]
    assert "واس" not in zones(article("عنوان", text, dateline=dateline, agency=agency)).lead
