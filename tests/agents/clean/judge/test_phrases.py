"""Test `phrase`: what a phrase makes of its line."""

import pytest

from tests.agents.clean.pages import cleaned, judged, page


def test_a_paragraph_that_only_quotes_a_phrase_stays() -> None:
    """A report about a newsletter is no newsletter prompt."""
    quoting = (
        "وقال الناشر إن عبارة «جميع الحقوق محفوظة» لا تكفي، وإن النشرة البريدية للصحيفة توقفت منذ عامين بقرار قضائي."
    )
    assert quoting in cleaned(page(between=(quoting,))).paragraphs


@pytest.mark.parametrize("text", ["شارك الخبر", "انسخ الرابط"])
def test_phrase_is_found(text: str) -> None:
    """It says what the button does."""
    line = judged(text)
    assert (line.by, line.reason) == ("phrase", "share")


@pytest.mark.parametrize("text", ["شارك الوزير في افتتاح الميناء الجديد بحضور عدد كبير من المسؤولين.", "را"])
def test_phrase_is_not_found(text: str) -> None:
    """A sentence only uses the words."""
    assert judged(text).by != "phrase"


@pytest.mark.parametrize("text", ["قراءة دقيقتين", "إضافة اعلان"])
def test_reading_times_and_calls_for_advertisers_are_chrome(text: str) -> None:
    """They are nobody's name and no heading."""
    assert judged(text).reason in {"tools", "advertisement"}
