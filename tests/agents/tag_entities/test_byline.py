"""Bylines that still open a text."""

import msgspec
import pytest

from agents.evaluate.articles import article_of_news
from agents.evaluate.tagged_pages import load_tagger
from agents.tag_entities.byline import byline_in
from streams.records.articles import Byline


@pytest.mark.parametrize(
    ("text", "outlet", "byline"),
    [
        ("هالة منصور - صدى النيل:مثلما شهد العام", "صدى النيل", "هالة منصور - صدى النيل"),
        ("هالة منصور صدى النيلفيما تتواصل الجهود", "صدى النيل", "هالة منصور صدى النيل"),
        ("صدى النيل – هالة منصور:مثلما شهد العام", "صدى النيل", "صدى النيل – هالة منصور"),
        ("صدى النيل تكرم هالة منصور: قالت", "صدى النيل", None),
        ("هالة منصور: قالت الوزارة", "غيره", "هالة منصور"),
        ("هالة منصور تقود الفريق", "صدى النيل", None),
        ("سامر منصور - صدى النيل", "صدى النيل", None),
    ],
)
def test_a_byline_is_closed_by_a_sign_or_the_outlet(text, outlet, byline):
    """An author's name without either may be whom the text is about; the outlet may stand in front."""
    found = byline_in(text, 0, ["هالة منصور"], ["", outlet])
    assert (found and text[slice(*found)]) == byline


def test_a_byline_is_no_mention_and_the_same_name_elsewhere_is_one():
    """Who writes is counted where the text speaks of her."""
    text = "هالة منصور - صدى النيل: انتقدت الصحفية هالة منصور القرار في القاهرة."
    article = article_of_news({"id": "a", "source": "صدى النيل", "title": "قرار جديد", "text": text})
    signed = Byline(author="هالة منصور", authors=["هالة منصور"])
    tagged = load_tagger().tag([msgspec.structs.replace(article, byline=signed)])[0]
    starts = [mention.start for entity in tagged.entities for mention in entity.mentions]
    assert min(starts) == tagged.text.index("هالة", tagged.text.index("الصحفية"))
