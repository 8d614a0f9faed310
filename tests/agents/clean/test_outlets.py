"""Outlets that nobody tuned the stage to, around real articles, and the annotated pages: figures that must not fall."""

import gzip
import json
import random
from collections.abc import Iterator

import pytest

from agents.clean.cleaner import clean
from agents.clean.judge.outlet_profile import Profile, learn
from agents.evaluate import gold
from agents.evaluate.clean import learn_profiles, measure_html, measure_text, measure_trafilatura
from agents.evaluate.scores import Score
from streams.records.pages import RawPage
from streams.settings import Settings
from tests.agents.clean import outlets
from tests.agents.clean.outlets import Page, Story
from tests.agents.clean.pages import GOLD, ORIGIN, SHARED, needs_gold

pytestmark = [pytest.mark.data, needs_gold]
NEWS = SHARED / "news" / "saudinewsnet-dev.jsonl.gz"
RECEIVED = "2026-06-01T00:00:00Z"
EACH = 12
"""Pages of each outlet."""


@pytest.fixture(scope="module")
def articles() -> list[tuple[str, list[str]]]:
    """Return titles and paragraphs of articles whose paragraphs end as sentences do."""
    found = []
    with gzip.open(NEWS, "rt", encoding="utf-8") as file:
        for line in list(file)[::40]:
            row = json.loads(line)
            body = [text for text in map(str.strip, row["content"].split("\n")) if text]
            sound = all(len(text.split()) > 8 and text[-1] in '.»"' for text in body)
            if 3 <= len(body) <= 12 and sound and 4 <= len((row["title"] or "").split()) <= 20:
                found.append((row["title"].strip(), body))
    return found


def stories(articles: list[tuple[str, list[str]]], rng: random.Random) -> Iterator[Story]:
    """Return stories with what a page needs besides."""
    while True:
        title, body = rng.choice(articles)
        linked, foreign = rng.choice(articles)
        others = [linked, *(rng.choice(articles)[0] for _ in range(7))]
        day = (rng.randint(1, 28), rng.randint(1, 12), rng.randint(2015, 2025))
        yield Story(title, body, others, foreign, *day, rng.randint(1, 11), rng.randint(0, 59))


def spaced(text: str) -> str:
    """Compare lines whatever their white space."""
    return " ".join(text.split())


def measure(name: str, articles: list[tuple[str, list[str]]]) -> dict[str, Score]:
    """Set stories in an outlet's chrome, clean them one after the other as a stream would, and count."""
    source, layout = outlets.OUTLETS[name]
    rng = random.Random(name)
    scores = {part: Score() for part in ("chrome", "paragraphs", "title", "day")}
    profile: Profile | None = None
    for story, _ in zip(stories(articles, rng), range(EACH), strict=False):
        page: Page = layout(story, rng)
        raw = RawPage(text="\n".join(line for _, line in page), source=source)
        article = clean(raw, ORIGIN, RECEIVED, profile, Settings())
        profile = learn(profile, article)
        chrome = [spaced(line) for part, line in page if part in "BR"]
        scores["chrome"].add([spaced(line.text) for line in article.chrome], chrome)
        scores["paragraphs"].add(article.paragraphs, [line for part, line in page if part == "P"])
        scores["title"].add([spaced(article.title)], [spaced(story.title)])
        scores["day"].add([(article.published_at or "")[:10]], [f"{story.year}-{story.month:02}-{story.day:02}"])
    return scores


@pytest.mark.parametrize("name", outlets.OUTLETS)
def test_an_outlet_that_is_met_for_the_first_time_is_cleaned(name: str, articles: list[tuple[str, list[str]]]) -> None:
    """From the first page on, chrome and paragraphs are told apart, and title and day are found."""
    scores = measure(name, articles)
    assert {part: round(score.f1, 3) for part, score in scores.items() if score.f1 < 0.9} == {}


@pytest.mark.parametrize(("warm", "chrome", "paragraphs"), [(False, 0.97, 0.98), (True, 0.97, 0.98)])
def test_annotated_pages_are_cleaned(warm: bool, chrome: float, paragraphs: float) -> None:
    """The figures of the annotated pages, with and without what the outlets' other pages teach."""
    result = measure_text(gold.pages(GOLD), learn_profiles(gold.bulk(GOLD)[::3]) if warm else {})
    assert result.lines["chrome"].f1 >= chrome
    assert result.lines["paragraphs"].f1 >= paragraphs
    assert {name: exact.mistakes for name, exact in result.exact.items() if exact.share < 0.95} == {}


def test_html_is_cleaned_better_than_by_trafilatura_alone() -> None:
    """The library finds the text; reading what it leaves makes it an article."""
    documents = [(row, page) for row in gold.pages(GOLD) if (page := gold.html(GOLD, row)) is not None]
    ours, plain = measure_html(documents), measure_trafilatura(documents)
    assert ours.lines["paragraphs"].f1 >= max(0.98, plain.lines["paragraphs"].f1)
    assert {name: exact.mistakes for name, exact in ours.exact.items() if exact.share < 0.95} == {}
