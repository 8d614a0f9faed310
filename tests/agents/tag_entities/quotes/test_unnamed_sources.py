"""Words that stand for a source without a name."""

import pytest

from agents.arabic.folding import fold
from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.unnamed_sources import unnamed_source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال مصدر أمني لرويترز إن القوات انسحبت", "مصدر أمني"),
        ("قال مسؤول في الوزارة، طلب عدم ذكر اسمه", "مسؤول في الوزارة"),
        ("نقلت الوكالة عن شهود عيان قولهم", "شهود عيان"),
        ("قال أمس المصدر ذاته إن القوات انسحبت", "المصدر ذاته"),
        ("قال الوزير إن مصدرا أكد ذلك", None),
        ("قال إن القوات انسحبت", None),
        ("قال", None),
    ],
)
def test_words(text, words):
    """The words reach from the noun to what is said, to whom it was said, or to a mark."""
    tokens = tokenize(fold(text))
    span = unnamed_source(tokens, 0)
    assert (tokens.text[slice(*span)] if span else None) == (fold(words) if words else None)
