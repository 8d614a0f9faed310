"""The examples under docs/examples: one record of each topic that users read or write."""

from pathlib import Path

import orjson
import pytest
from jsonschema import Draft7Validator

from streams.contract.schemas import records_by_topic, schema
from streams.records.codec import Codec

EXAMPLES = Path(__file__).parents[3] / "docs/examples"
AMONG_STAGES = frozenset({"bands", "mentions", "trend-mentions", "progress", "replayed", "hits"})
"""On these stages and commands tell each other something."""
SHOWN = sorted(records_by_topic().keys() - AMONG_STAGES)


@pytest.mark.parametrize("topic", SHOWN)
def test_an_example_is_a_record(topic: str):
    """It is what the schema says, and what the program reads."""
    raw = (EXAMPLES / f"{topic}.json").read_bytes()
    faults = [fault.message for fault in Draft7Validator(schema(topic)).iter_errors(orjson.loads(raw))]
    if topic != "pages":  # read by a reader of its own, which takes more than the record's type
        Codec(records_by_topic()[topic]).decode(raw)
    assert faults == []


def test_every_example_is_of_a_topic():
    """No example is left of a topic that is gone."""
    assert {file.stem for file in EXAMPLES.glob("*.json")} == set(SHOWN)
