"""Sentences that were broken at their links."""

import pytest

from agents.clean.read.broken_lines import join_broken
from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned

BROKEN = (
    "أعلنت\nهيئة الموانئ\n"
    "، اليوم الأربعاء، بدء أعمال التوسعة بالتعاون مع\nوزارة النقل\nو\nالبلدية\nفي الرصيف الجنوبي.\n"
    "وقال المتحدث باسم\nالهيئة\nإن الشحنات الأولى ستصل في\nالخريف\n، وإن الرصيف سيستقبل السفن الكبيرة."
)
WHOLE = [
    "أعلنت هيئة الموانئ، اليوم الأربعاء، بدء أعمال التوسعة بالتعاون مع وزارة النقل و البلدية في الرصيف الجنوبي.",
    "وقال المتحدث باسم الهيئة إن الشحنات الأولى ستصل في الخريف، وإن الرصيف سيستقبل السفن الكبيرة.",
]


def test_a_sentence_with_links_is_whole() -> None:
    """A line for a link, a line for what follows."""
    assert join_broken(BROKEN).split("\n") == WHOLE


def test_title_section_and_what_follows_stand_for_themselves() -> None:
    """Only sentences around the breaks are joined."""
    article = cleaned(f"{TITLE}\nاقتصاد\n2026-01-20 | 10:34\n{BROKEN}\nاقرأ أيضا\n{TICKER[0]}")
    assert (article.title, article.paragraphs) == (TITLE, WHOLE)


def test_a_quotation_goes_on_behind_a_link() -> None:
    """The mark that opens it stands at a line's end."""
    text = 'قال المدير\n، إن "\nالرصيف\nجاهز"، وتابع "نحن\nفي الهيئة\n، نعمل."'
    assert join_broken(text) == 'قال المدير، إن "الرصيف جاهز"، وتابع "نحن في الهيئة، نعمل."'


@pytest.mark.parametrize(
    "text",
    ["\n".join([TITLE, *SENTENCES]), "\n".join(TICKER * 3), "رصيف\n، جديد\n\nسفن", "", "\n،\n،\n", "،\n" * 9],
)
def test_other_lines_stay(text: str) -> None:
    """One line a paragraph, headlines, a single break, nothing but marks."""
    assert join_broken(text).replace("\n", "") == text.replace("\n", "")


def test_whole_paragraphs_are_not_touched() -> None:
    """A comma at a line's beginning far from the next one breaks nothing."""
    text = "\n".join([TITLE, "،", *SENTENCES, *TICKER, "، رصيف", SENTENCES[0]])
    assert join_broken(text) == text


@pytest.mark.parametrize("text", ["أ" * 400_000 + "!\n، ب\n، ج", "\n،" * 500_000, '،\n"' * 100_000])
def test_hostile_lines_lose_nothing(text: str) -> None:
    """A word without an end, more lines than are read, marks that never close."""
    assert "".join(join_broken(text).split()) == "".join(text.split())
