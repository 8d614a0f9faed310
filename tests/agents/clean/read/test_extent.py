"""How much of a page is read."""

import time

import orjson
import pytest

from agents.clean.read.extent import MAX_CHARACTERS, MAX_LINES, within_extent
from agents.offline import Pipeline
from agents.stage import Incoming
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings

SENTENCE = "قالت وزارة الخارجية في بيان اليوم إن المباحثات مع الجانب الآخر تناولت الأوضاع في المنطقة."
SENTENCES = [f"{SENTENCE[:-1]} رقم {number}." for number in range(18_000)]
"""About three and a half megabytes."""
SECONDS = 20
"""Of processor time, however busy the machine is; all of such a page takes minutes."""


def test_what_fits_stays_as_it_is():
    """To the last character."""
    texts = ["x" * (MAX_CHARACTERS - 1), "y"]
    assert within_extent(texts) == texts


def test_what_is_too_much_ends_at_a_word():
    """One line as well as many."""
    [_, cut] = within_extent(["x", "ab " * MAX_CHARACTERS, "y"])
    assert (cut.endswith("b ab"), MAX_CHARACTERS - 4 < len(cut) < MAX_CHARACTERS) == (True, True)
    assert within_extent(["x" * 2 * MAX_CHARACTERS]) == []
    assert len(within_extent(["x"] * 2 * MAX_LINES)) == MAX_LINES


@pytest.mark.parametrize(
    "page",
    [
        {"text": "\n".join(SENTENCES)},
        {"text": " ".join(SENTENCES)},
        {"html": "<article>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES) + "</article>"},
        {"html": "<article><p>" + " ".join(SENTENCES) + "</p></article>"},
    ],
    ids=["lines", "one line", "paragraphs", "one paragraph"],
)
def test_a_page_as_large_as_can_be_is_read_in_bounded_time_and_says_so(page):
    """From its bytes to the enriched article: it holds up no other page for long."""
    pipeline = Pipeline(Settings())
    began = time.process_time()
    (article,) = pipeline.enrich([Incoming("pages", 0, 0, 1_770_000_000_000, None, orjson.dumps(page))])
    assert isinstance(article, EnrichedArticle)
    assert (article.truncated, len(article.text) <= 1.1 * MAX_CHARACTERS) == (True, True)
    assert time.process_time() - began < SECONDS
