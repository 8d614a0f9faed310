"""The output, byte by byte: a change that means to change nothing is held to it.

Where a change means to change the output, `python -m tests.golden.test_golden` writes the hashes anew, and the commit
says why.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from agents.offline import Pipeline
from streams.records.codec import encode
from streams.settings import Settings
from tests.golden import pages

HASHES = Path(__file__).with_name("hashes.json")
SETS: dict[str, Callable[[], list[bytes]]] = {"demo": pages.demo, "outlets": pages.of_outlets, "shared": pages.shared}


def output_hash(raw: list[bytes]) -> str:
    """Return the hash of all records that pages become, in order."""
    pipeline = Pipeline(Settings())
    records = pages.incoming(raw)
    digest = hashlib.sha256()
    for start in range(0, len(records), 64):
        for record in pipeline.enrich(records[start : start + 64]):
            digest.update(encode(record) + b"\n")
    return digest.hexdigest()


@pytest.mark.parametrize(
    "name",
    [
        "demo",
        "outlets",
        pytest.param(
            "shared",
            marks=[
                pytest.mark.data,
                pytest.mark.skipif(not pages.NEWS.is_dir(), reason="../shared/data is no part of the repository"),
            ],
        ),
    ],
)
def test_the_output_has_not_changed(name: str) -> None:
    """The pages of a set become the same bytes as when their hash was written."""
    assert output_hash(SETS[name]()) == orjson.loads(HASHES.read_bytes())[name]


if __name__ == "__main__":
    found = {name: output_hash(raw()) for name, raw in SETS.items()}
    HASHES.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
