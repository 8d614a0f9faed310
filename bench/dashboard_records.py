"""Records of the output topics to fill a dashboard with: real articles over and over, and counts of made entities."""

import random
import time
from collections.abc import Iterator
from typing import Any

import msgspec
import orjson

from agents.offline import Pipeline
from agents.stage import Incoming as Page
from bench import data
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.records.stories import Story
from streams.settings import Settings

SEED = 1
DIFFERENT = 400
"""Articles that are really enriched; the others are these with ids, times and some entities of their own."""
START_S = 1_767_225_600
BETWEEN_SECONDS = 10
"""From one article to the next."""
OUTLETS, COUNTRIES = 40, ("EG", "SA", "AE", "IQ", "LB", "JO", "MA", "DZ", "TN", "KW")
"""Whose articles they are: the first pages of the data are all of one outlet."""
STORY_ARTICLES = 3
"""Of each story; every third article begins one."""


def enriched(count: int) -> Iterator[bytes]:
    """Yield so many enriched articles as they stand on their topic: real ones, over and over, seconds apart."""
    chance = random.Random(SEED)  # noqa: S311 - sample data
    pages, _ = data.pages(DIFFERENT)
    incoming = [Page("bench.pages", 0, number, START_S * 1000, None, page) for number, page in enumerate(pages)]
    found = [one for one in Pipeline(Settings()).enrich(incoming) if isinstance(one, EnrichedArticle)]
    models = [msgspec.to_builtins(article) for article in found]
    for number in range(count):
        article: dict[str, Any] = dict(chance.choice(models))
        at = written(number)
        article |= {"id": f"b{number}", "published_at": at, "published_precision": "second", "received_at": at}
        outlet = min(int(chance.expovariate(5 / OUTLETS)), OUTLETS - 1)
        article["source"] = {"id": f"o{outlet}", "name": f"o{outlet}", "country": COUNTRIES[outlet % len(COUNTRIES)]}
        # A quarter of the names of real news are met once and never again.
        article["entities"] = [
            entity | {"id": f"per:ar:{number}-{place}"} if place % 4 == 3 else entity  # noqa: PLR2004 - every fourth
            for place, entity in enumerate(article["entities"])
        ]
        yield orjson.dumps(article)


def counts(count: int) -> Iterator[bytes]:
    """Yield so many records of the counting table, each of an entity of its own."""
    chance = random.Random(SEED)  # noqa: S311 - sample data
    pages, _ = data.pages(DIFFERENT)
    words = sorted({word for page in pages for word in orjson.loads(page)["text"].split() if word.isalpha()})
    for number in range(count):
        name = " ".join(chance.choices(words, k=2))
        entity = CountedEntity(id=f"per:ar:{number}", name_ar=name, type="PER", known=False)
        hours = {f"2026-01-{1 + n:02}T{n:02}": 1 for n in range(number % 6)}
        beside = {f"per:ar:{n}": 1 for n in range(number % 20)}
        origin = Origin(topic="bench.pages", partition=0, offset=number)
        articles = max(1, number % 6)
        yield encode(
            EntityCount(id=entity.id, origin=origin, entity=entity, articles=articles, hours=hours, with_=beside)
        )


def stories(articles: int) -> Iterator[bytes]:
    """Yield the stories of so many articles."""
    for first in range(0, articles - STORY_ARTICLES + 1, STORY_ARTICLES):
        ids = [f"b{number}" for number in range(first, first + STORY_ARTICLES)]
        yield encode(
            Story(
                id=f"story:{ids[0]}",
                origin=Origin(topic="bench.pages", partition=0, offset=first),
                title="",
                articles=ids,
                sources=["a", "b", "c"],
                parent=ids[0],
                first_seen=written(first),
                last_seen=written(first + STORY_ARTICLES - 1),
            )
        )


def written(number: int) -> str:
    """Return when an article was published."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START_S + number * BETWEEN_SECONDS))
