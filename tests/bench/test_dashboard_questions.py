"""What the benchmark of the dashboard asks, and how it names it."""

from itertools import islice
from pathlib import Path

import pytest

from agents.serve.store.database import Database
from bench.dashboard_questions import VIEWS, kind_of, questions
from tests.agents.serve.filled import Filled, article, story


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Return a store in a folder, with three articles of a story and one that is in none."""
    told = [article(f"b{number}") for number in range(4)]
    return Filled(*told, story("story:b0", "b0", "b1", "b2"), database=Database(tmp_path))


def test_every_question_is_answered(filled: Filled, tmp_path: Path):
    """Whatever view it is of: a benchmark of refusals would say nothing."""
    asked = list(dict.fromkeys(islice(questions(tmp_path), 20 * sum(VIEWS.values()))))
    answers = filled.get(*asked)

    assert {answer.status_code for answer in answers} == {200}
    assert {path.split("/")[3].partition("?")[0] for path in asked} == {
        *("entities", "articles", "stories", "search", "trends", "alerts", "media-topics", "health", "rejected"),
        "outlets",
    }


def test_the_same_store_is_asked_the_same(filled: Filled, tmp_path: Path):
    """Two runs can be compared."""
    assert filled.ids("stories") == ["story:b0"]
    assert list(islice(questions(tmp_path), 200)) == list(islice(questions(tmp_path), 200))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/api/v1/entities?window=24h&type=PER&limit=10", "entities?type"),
        ("/api/v1/entities/loc%3Aegypt/quotes?by=true&limit=5", "entities/…/quotes?by"),
        ("/api/v1/articles/b17", "articles/…"),
        ("/api/v1/articles?limit=12&outlet=o1", "articles?outlet"),
        ("/api/v1/health", "health"),
    ],
)
def test_addresses_are_told_by_their_kind(path: str, kind: str):
    """Ids and sizes make no kind of their own."""
    assert kind_of(path) == kind
