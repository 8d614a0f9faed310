"""Who is named most, counted anew by hand from the articles that a store has after revisions and prunings."""

import random
from collections import Counter
from typing import Any

import msgspec
import pytest

from agents.serve.model.records import Incoming
from agents.serve.store.packing import unpack
from agents.serve.times import seconds_of
from streams.records.articles import Source
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle
from tests.agents.serve.filled import ECONOMY, EGYPT, Filled, article

PLACES = [
    msgspec.structs.replace(EGYPT, id=f"loc:{number}", type="PER" if number % 3 == 0 else "LOC") for number in range(9)
]
TOPICS = [msgspec.structs.replace(ECONOMY, id=f"medtop:{number}") for number in range(3)]
SOURCES = [Source(id=f"o{number}", name="", country="EG" if number % 2 else "SA") for number in range(4)]
WINDOWS = ("6h", "24h", "3d", "30d", "all")
NARROWED = (
    "",
    "&topic=medtop:1",
    "&outlet=o2",
    "&country=EG",
    "&topic=medtop:0&country=SA",
    "&outlet=o1&topic=medtop:2",
)


def made(chance: random.Random) -> EnrichedArticle:
    """Return an article of the last days as chance has it."""
    precision = chance.choice(["minute", "minute", "hour", "day", "month", None])
    at = f"2026-02-{chance.randint(26, 28)}T{chance.randint(0, 23):02}:30:00Z"
    return article(
        f"a{chance.randint(0, 60)}",
        source=chance.choice(SOURCES),
        entities=chance.sample(PLACES, chance.randint(0, 5)),
        media_topics=chance.sample(TOPICS, chance.randint(0, 2)),
        published_at=None if precision is None else at,
        published_precision=precision,
        received_at=at,
    )


def kept(filled: Filled) -> list[dict[str, Any]]:
    """Return the articles that a store has."""
    with filled.database.reading() as db:
        return [unpack(blob) for (blob,) in db.execute("SELECT record FROM articles").fetchall()]


def counted(articles: list[dict[str, Any]], window: str, narrowed: str) -> dict[str, int]:
    """Return how many of the articles that are asked for name each entity."""
    wanted = dict(one.split("=") for one in narrowed.split("&") if one)
    found: Counter[str] = Counter()
    newest = max(
        seconds_of(one["published_at"]) for one in articles if one["published_precision"] in {"minute", "hour"}
    )
    for one in articles:
        precisions = {"minute", "hour"} | (set() if window.endswith("h") else {"day"})
        if window != "all":
            if one["published_precision"] not in precisions:
                continue
            seconds = 3600 if window.endswith("h") else 86400
            if seconds_of(one["published_at"]) // seconds <= newest // seconds - int(window[:-1]):
                continue
        source, topics = one["source"], [topic["id"] for topic in one["media_topics"]]
        if (
            wanted.get("outlet", source["id"]) != source["id"]
            or wanted.get("country", source["country"]) != source["country"]
        ):
            continue
        if "topic" in wanted and wanted["topic"] not in topics:
            continue
        found.update(entity["id"] for entity in one["entities"])
    return dict(found)


@pytest.mark.parametrize("seed", range(3))
def test_rankings_are_those_of_a_plain_recount(seed: int):
    """After revisions that take back what the ones before added, and after days that are no longer kept."""
    chance = random.Random(seed)
    filled = Filled(days=2)
    for offset in range(300):
        fields = msgspec.structs.replace(made(chance), revision=offset)
        filled.add(Incoming("enriched", 0, offset, 0, fields.id.encode(), encode(fields)))
    articles = kept(filled)
    asked = [(window, narrowed) for window in WINDOWS for narrowed in NARROWED if window != "all" or narrowed]
    addresses = [
        f"/api/v1/entities?window={window}{narrowed}&sort={sort}"
        for window, narrowed in asked
        for sort in ("count", "last_seen")
    ]
    answers = [{item["id"]: item["count"] for item in answer.json()["items"]} for answer in filled.get(*addresses)]

    assert len(articles) < 61
    assert answers == [counted(articles, *one) for one in asked for _ in range(2)]


def test_pages_of_a_ranking_make_up_the_whole():
    """One entity after the other, those of a type alone too."""
    chance = random.Random(7)
    filled = Filled(*(made(chance) for _ in range(100)))
    whole = filled.items("entities?window=24h&type=LOC&outlet=o1")
    found, address = [], "/api/v1/entities?window=24h&type=LOC&outlet=o1&limit=1"
    answer = filled.get(address).json()
    while answer["next"] is not None:
        found += answer["items"]
        answer = filled.get(f"{address}&cursor={answer['next']}").json()

    assert found + answer["items"] == whole
    assert [item["count"] for item in whole] == sorted((item["count"] for item in whole), reverse=True)
