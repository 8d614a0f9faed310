"""Schemas keep what a release promised, and the check for it can fail."""

import copy
from pathlib import Path
from typing import Any

import orjson
import pytest

from streams.contract.compatibility import breaks
from streams.contract.schemas import records_by_topic, schema
from streams.topics import TOPICS

RELEASED = sorted(Path(__file__).with_name("released").glob("*.json"))
"""Schemas as they were released, of the topics that users read or write; a release adds its own."""


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_schemas_keep_what_was_released(file: Path):
    """A record of today has every field of the released one, of the same type."""
    assert breaks(orjson.loads(file.read_bytes()), schema(file.stem), is_input=file.stem == "pages") == []


def test_every_topic_of_users_has_a_released_schema():
    """None can change unseen."""
    of_users = {name for name in records_by_topic() if {"users"} & {*TOPICS[name].read_by, *TOPICS[name].written_by}}

    assert of_users - {file.stem for file in RELEASED} == set()


def changed(change: str) -> dict[str, Any]:
    """Return today's schema of enriched articles with a change."""
    made = copy.deepcopy(schema("enriched"))
    fields, source = made["properties"], made["definitions"]["Source"]
    match change:
        case "an optional field":
            fields["mood"] = {"type": "string"}
        case "another description":
            fields["title"]["description"] = "said otherwise"
        case "a field less":
            del fields["title"]
        case "another type":
            fields["title"]["type"] = "integer"
        case "a part's field less":
            del source["properties"]["id"]
        case "may be missing":
            made["required"].remove("title")
        case "a choice less":
            fields["published_from"]["anyOf"][0]["enum"].pop()
        case "no longer null":
            fields["url"] = {"type": "string"}
    return made


@pytest.mark.parametrize("change", ["an optional field", "another description"])
def test_additions_pass(change: str):
    """A new optional field, and other words, break nobody."""
    assert breaks(schema("enriched"), changed(change)) == []


@pytest.mark.parametrize(
    "change",
    ["a field less", "another type", "a part's field less", "may be missing", "a choice less", "no longer null"],
)
def test_what_breaks_users_fails(change: str):
    """A field that is removed or changed is told, in parts of a record too."""
    assert breaks(schema("enriched"), changed(change)) != []


def test_a_new_field_that_producers_must_give_fails():
    """In what users write, no new field may be required."""
    before, after = schema("pages"), copy.deepcopy(schema("pages"))
    after["properties"]["mood"] = {"type": "string"}
    after.setdefault("required", []).append("mood")
    assert (breaks(before, after), breaks(before, after, is_input=True)) == ([], ["mood: required now"])
