"""Quotes and speakers of annotated pages."""

from agents.evaluate.quotes import measure
from agents.evaluate.scores import Hits
from agents.evaluate.tagged_pages import TaggedPage
from tests.agents.evaluate.samples import entity, quote, tagged

HASSAN = {"name_ar": "سعاد حسن", "name_en": None, "type": "PER", "surfaces": {"سعاد حسن": 1, "حسن": 1}}


def page(*quotes):
    return {"id": "p1", "entities": [HASSAN], "quotes": [{"text": text, "speaker": name} for text, name in quotes]}


def test_quotes_are_found_by_their_words():
    """A full stop makes no difference; one is missed, one is none."""
    article = tagged("p1", quotes=[quote("سنعود غدا."), quote("كلام آخر")])
    scores = measure([TaggedPage(page(("سنعود غدا", None), ("لن نقبل", None)), article)])
    assert scores.quotes == Hits(right=1, wrong=1, missed=1)


def test_speakers_count_where_the_quote_is_found():
    """A surname is its bearer; nobody named is a miss; somebody where nobody is named is wrong."""
    found = [entity("per:1", "PER", "حسن", known=False)]
    article = tagged("p1", found, [quote("الأولى", "per:1"), quote("الثانية"), quote("الثالثة", "per:1")])
    expected = page(("الأولى", "سعاد حسن"), ("الثانية", "سعاد حسن"), ("الثالثة", None))
    assert measure([TaggedPage(expected, article)]).speakers == Hits(right=1, wrong=1, missed=1)
