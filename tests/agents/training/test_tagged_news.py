"""Annotated articles with what is read in them."""

import orjson
import pytest

from agents.evaluate.news_scores import begins
from agents.tag_entities.quotes.ranking import Ranking
from agents.training.tagged_news import beginnings, read_tagged

SPEECH = {"begins": "أن المحادثات كانت", "alt_begins": "المحادثات بناءة", "speaker": "سيرغي لافروف", "direct": False}


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """Return an annotated article, read from a file."""
    text = "أكد سيرغي لافروف أن المحادثات كانت بناءة جدا. وغادر الوفد المدينة."
    row = {"id": "a", "source": "s", "title": "", "text": text, "entities": [], "quotes": [SPEECH]}
    file = tmp_path_factory.mktemp("news") / "training.jsonl"
    file.write_bytes(orjson.dumps(row) + b"\n\n")
    (only,) = read_tagged(file)
    return only


def test_candidates(news):
    """What may be said in it begins as its annotation says."""
    _, found = news.candidates(Ranking(news.tagged.read.tokens, news.tagged.names))
    assert [begins(news.opening(candidate.quote), beginnings(SPEECH)) for candidate in found] == [True]


def test_beginnings():
    """Speech begins in the ways that its reader gave, without the word that opens it."""
    assert beginnings(SPEECH) == ["المحادثات كانت", "المحادثات بناءه"]
