"""What earlier versions left in Kafka, and the pages that they were given."""

import re
import tarfile
import zlib
from collections import Counter
from pathlib import Path

import orjson

from streams.settings import Settings
from tests.faults.topic_records import read_records
from tests.faults.truth import ENTITIES, At, Page

FOLDER = Path(__file__).parent
KNOWN_DAYS = 36_500
"""How long articles are known: the recorded ones must be, however old this recording is."""


def settings_of(address: str, folder: Path) -> Settings:
    """Return the settings with which states are recorded and gone on from."""
    return Settings(
        broker=address,
        data_dir=str(folder / "data"),
        article_partitions=2,
        entity_partitions=2,
        trend_fresh_hours=0,
        revisions_kept_days=KNOWN_DAYS,
    )


def unpack(commit: str, folder: Path) -> None:
    """Put the recorded data of a Kafka where `streams.local_kafka.broker.start` looks for it."""
    (folder / "kafka").mkdir()
    with tarfile.open(FOLDER / f"{commit}.tar.xz") as packed:
        packed.extractall(folder / "kafka", filter="data")


async def recorded_pages(settings: Settings) -> dict[At, Page]:
    """Return the pages that were pushed, by where they stand."""
    found = await read_records(settings, "pages", settings.article_partitions)
    return {
        (record.partition, record.offset): page_of(record.value) for records in found.values() for record in records
    }


def page_of(value: bytes) -> Page:
    """Return a page of `tests.faults.truth` with what must come of it, by what stands in it.

    Its version is made of its content.
    """
    try:
        raw = orjson.loads(value)
    except orjson.JSONDecodeError:
        return Page(value, None)
    if not raw.get("text"):
        return Page(value, None)
    named = Counter({id_: len(re.findall(rf"(?<!\S){name}(?!\S)", raw["text"])) for id_, name in ENTITIES.items()})
    return Page(value, raw["id"], +named, zlib.crc32(f"{raw['title']}\n{raw['text']}".encode()))
