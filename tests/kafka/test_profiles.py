"""Outlets' profiles on a real Kafka: a page that comes to the stage again is skipped, not decided anew."""

import asyncio
from pathlib import Path

import pytest

from streams import topic_admin
from streams.settings import Settings
from tests.faults.cases.offsets import set_back
from tests.faults.topic_records import read_all
from tests.faults.truth import pages
from tests.faults.workers import Worker, push, through

pytestmark = pytest.mark.kafka

SECONDS = 90


def test_a_replay_skips_what_was_decided(kafka_settings: Settings, tmp_path: Path):
    """Pages cleaned before their outlet's own line was known keep their articles when all comes again; profiles too."""

    async def run() -> list[list[tuple[bytes | None, bytes | None]]]:
        await topic_admin.apply(kafka_settings)
        await push(kafka_settings, pages(200, 21))
        found = []
        for n in range(2):
            worker = Worker(kafka_settings, tmp_path / f"worker{n}.log")
            try:
                await through(kafka_settings, [worker], SECONDS)
            finally:
                worker.stop()
            found.append([await read_all(kafka_settings, topic, 2) for topic in ("articles", "rejected", "profiles")])
            await set_back(kafka_settings, "pages", 1_000_000)
        return found

    first, again = asyncio.run(run())
    assert [len(records) for records in first] == [len(records) for records in again]
    assert again == first
