"""How well the stage does on annotated pages, where they are."""

import json
import os
from pathlib import Path

import pytest

from agents.evaluate.articles import article_of
from agents.evaluate.entities import found_rows, links, rows

SHARED = Path(os.environ.get("RASID_SHARED_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = SHARED / "gold" / "pages.jsonl"


@pytest.mark.data
@pytest.mark.skipif(not PAGES.exists(), reason="no annotated pages at ../shared/data/gold")
def test_finds_types_and_links_names(tagger):
    """Type and surface F1 0.90 or more, links of known entities right in 97 of 100."""
    pages = [json.loads(line) for line in PAGES.read_text(encoding="utf-8").splitlines()]
    right = wrong = missed = 0
    linked = []
    for page, article in zip(pages, tagger.tag([article_of(page) for page in pages]), strict=True):
        expected, found = rows(page["entities"]), found_rows(article)
        right += (expected & found).total()
        wrong += (found - expected).total()
        missed += (expected - found).total()
        linked += [ok for _, _, known, ok in links(page, article) if known]
    assert 2 * right / (2 * right + wrong + missed) >= 0.90
    assert sum(linked) / len(linked) >= 0.97
