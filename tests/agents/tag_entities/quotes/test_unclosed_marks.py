"""Quotation marks that open something and have no partner."""

import pytest

from agents.arabic import quotation_marks
from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.speech_text import SpeechText
from agents.tag_entities.quotes.unclosed_marks import find_unclosed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('وأضاف قائلا: "نحن سعداء جدا.\nوغادر', ["نحن سعداء جدا."]),
        ("قال إن «هذا صعب", ["هذا صعب"]),
        ("قال «نعم هذا صعب» وغادر", []),
        ('طول الشاشة 6" فقط', []),
    ],
)
def test_unclosed(text, said):
    """A mark that touches no word before it opens what goes on to the next mark or the line's end."""
    tokens = tokenize(text)
    speech = SpeechText(tokens, [start for start, _ in tokens.spans], quotation_marks.find(text), [], [])
    assert [text[start:end] for start, end, _ in find_unclosed(speech)] == said
