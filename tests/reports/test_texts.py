"""Short texts on which something came out wrong once, and others of their kinds: names, links, quotes and dates."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.tag_entities.tagger import Tagger
from streams.records.dates import DateMention
from streams.records.entities import Entity
from streams.records.tagged import Quote
from streams.settings import Settings

FILES = ("texts.jsonl", "written_texts.jsonl")
"""Reported ones, and those that were written after their kinds."""
ROWS = [orjson.loads(line) for file in FILES for line in Path(__file__).with_name(file).read_bytes().splitlines()]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """Return the stage's function."""
    return Tagger.load(Settings())


def faults(
    expected: dict[str, Any], entities: list[Entity], quotes: list[Quote], dates: list[DateMention]
) -> Iterator[str]:
    """Yield what is not as expected."""
    named = [(mention.surface, entity) for entity in entities for mention in entity.mentions]
    ids = {entity.id for entity in entities}
    texts = [quote.text for quote in quotes]
    for surface, types, *links in expected.get("entity", []):
        found = [entity for name, entity in named if name == surface and entity.type in types.split("|")]
        if not found or (links and not any(entity.id in links[0].split("|") for entity in found)):
            yield f"{surface} is {[entity.id for entity in found]}"
    yield from (f"{name} is {entity.id}" for name, entity in named if name in expected.get("no_entity", []))
    yield from (entity_id for entity_id in expected.get("no_id", []) if entity_id in ids)
    if "one_id" in expected and len({entity.id for name, entity in named if name in expected["one_id"]}) != 1:
        yield "not one id"
    if "count" in expected and not any(
        name == expected["count"][0] and entity.count >= expected["count"][1] for name, entity in named
    ):
        yield "mentions are missing"
    if "quote" in expected:
        words, speaker = expected["quote"]
        speakers = {entity.id for name, entity in named if name == speaker}
        if not any(words in quote.text and quote.speaker in speakers for quote in quotes):
            yield f"quotes {texts}"
    if "quote_exact" in expected and expected["quote_exact"] not in texts:
        yield f"quotes {texts}"
    yield from (text for text in texts if any(words in text for words in expected.get("no_quote", [])))
    for surface, value in (expected[key] for key in ("date", "date2") if key in expected):
        if not any(surface in date.surface and date.value == value for date in dates):
            yield f"no {value}"
    yield from (str(date.value) for date in dates if date.value in expected.get("no_date_value", []))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["key"]) for row in ROWS])
def test_a_reported_text_comes_out_right(row: dict[str, Any], tagger: Tagger) -> None:
    """Entities, their types and ids, quotes and dates are those that a reader expects."""
    day = dt.date.fromisoformat(row["published"]) if "published" in row else None
    assert list(faults(row["expected"], *tagger.tag_text(row["text"], day))) == []
