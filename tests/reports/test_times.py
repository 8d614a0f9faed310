"""Pages as public bug reports of date parsers, feed readers and crawlers have them: their times and their ids."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.clean.cleaner import clean
from agents.clean.read.raw_page import decode_page
from streams.records.articles import Article
from streams.records.origin import Origin
from streams.settings import Settings

ROWS = [orjson.loads(line) for line in Path(__file__).with_name("times.jsonl").read_bytes().splitlines()]
RECEIVED = "2025-04-01T02:00:00Z"


def article_of(page: dict[str, Any]) -> Article:
    """Clean a page as it comes from Kafka."""
    raw = decode_page(orjson.dumps(page), Settings())
    return clean(raw, Origin(topic="pages", partition=0, offset=0), RECEIVED, None, Settings())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_reported_page_has_the_time_and_the_id_that_it_should(row: dict[str, Any]) -> None:
    """`published_at` begins as given, empty for none; `same_as` is another address of the page."""
    article, expected = article_of(row["page"]), row["expected"]
    time, same_as = expected.get("published_at"), expected.get("same_as")
    assert time is None or (article.published_at or "")[: len(time) or None] == time
    assert same_as is None or article.id == article_of(row["page"] | {"url": same_as}).id
    assert "chrome" not in expected or expected["chrome"] in {line.reason for line in article.chrome}
