"""What stands behind a verb of speech."""

import pytest

from agents.arabic.folding import fold
from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.phrases import read_phrase


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وأضاف أن", "nothing"),
        ("وأضافت الوزارة أن", "body"),
        ("وأضاف المصدر ذاته أن", "same"),
        ("وأضاف البيان أن", "document"),
        ("وقال سموه إن", "pronoun"),
        ("وقال المدرب إن", "definite office"),
        ("وقال لافروف إن", "other"),
    ],
)
def test_kind(text, kind):
    """A phrase ends before what is said, and its first word tells its kind."""
    assert read_phrase(tokenize(fold(text)), 1).kind == kind
