"""Pages that are gone before they were read: said, counted, and never taken for others."""

import asyncio
from pathlib import Path

import orjson
import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from streams import topic_admin
from streams.kafka_client import connection, reading
from streams.settings import Settings
from tests.faults.truth import pages
from tests.faults.workers import Worker, push, through
from tests.kafka.test_worker import fetch, free_port

pytestmark = pytest.mark.kafka
SECONDS = 240


async def forget(settings: Settings, left: int) -> int:
    """Delete all but the last records of each partition of `pages`, as retention does, and give how many."""
    tps = [TopicPartition(settings.topic("pages"), partition) for partition in range(settings.article_partitions)]
    async with AIOKafkaConsumer(**reading(settings)) as consumer:
        ends = await consumer.end_offsets(tps)
    admin = AIOKafkaAdminClient(**connection(settings))
    await admin.start()
    try:
        await admin.delete_records({tp: RecordsToDelete(before_offset=end - left) for tp, end in ends.items()})
    finally:
        await admin.close()
    return sum(ends.values()) - left * len(tps)


async def make_anew(settings: Settings, name: str = "pages") -> None:
    """Delete a topic and make it again."""
    admin = AIOKafkaAdminClient(**connection(settings))
    await admin.start()
    try:
        await admin.delete_topics([settings.topic(name)])
    finally:
        await admin.close()
    while name in await topic_admin.describe(settings):
        await asyncio.sleep(0.1)
    await topic_admin.apply(settings)


def test_pages_that_retention_took_are_said_and_counted(kafka_settings: Settings, tmp_path: Path):
    """A worker that comes back too late goes on with what is left, and tells in log, metrics and health what is not."""

    async def run() -> tuple[int, str, str]:
        await topic_admin.apply(kafka_settings)
        await push(kafka_settings, pages(20, 31))
        port = free_port()
        worker = Worker(kafka_settings, tmp_path / "worker.log", web_port=port)
        try:
            await through(kafka_settings, [worker], SECONDS)
            await asyncio.to_thread(worker.stop)
            await push(kafka_settings, pages(60, 32))
            lost = await forget(kafka_settings, left=10) - 20
            worker.start()
            await through(kafka_settings, [worker], SECONDS)
            _, health = await asyncio.to_thread(fetch, f"http://127.0.0.1:{port}/healthz")
            _, exposition = await asyncio.to_thread(fetch, f"http://127.0.0.1:{port}/metrics")
        finally:
            worker.stop()
        return lost, health, exposition

    lost, health, exposition = asyncio.run(run())
    counted = [line for line in exposition.splitlines() if line.startswith("rasid_records_lost_total{")]
    assert sum(float(line.rpartition(" ")[2]) for line in counted) == lost
    assert sum(orjson.loads(health)["lost"].values()) == lost
    assert (tmp_path / "worker.log").read_text().count("were deleted before they were read") == len(counted)


@pytest.mark.parametrize("new", [20, 160], ids=["shorter", "longer"])
@pytest.mark.parametrize("running", [True, False], ids=["running", "stopped"])
def test_a_topic_that_was_made_anew_stops_the_worker(kafka_settings: Settings, tmp_path: Path, running, new):
    """Its offsets begin again, so that new pages would be taken for old ones: the error says what to do."""

    async def run() -> int:
        await topic_admin.apply(kafka_settings)
        await push(kafka_settings, pages(60, 33))
        worker = Worker(kafka_settings, tmp_path / "worker.log", mutation="seeing-topics")
        try:
            await through(kafka_settings, [worker], SECONDS)
            if not running:
                await asyncio.to_thread(worker.stop)
            await make_anew(kafka_settings)
            await push(kafka_settings, pages(new, 34))
            if not running:
                worker.start()
            return await asyncio.to_thread(worker.process.wait, SECONDS)
        finally:
            worker.kill()

    code = asyncio.run(run())
    log = (tmp_path / "worker.log").read_text()
    assert code != 0
    # A worker that notices the deletion itself stops at that; its next start sees what was made since.
    assert "it was deleted and made again" in log or (running and "deleted while this worker read it" in log)


def test_a_topic_behind_the_first_that_was_made_anew_stops_the_worker(kafka_settings: Settings, tmp_path: Path):
    """What stages have between them is known by its offsets as well."""

    async def run() -> int:
        await topic_admin.apply(kafka_settings)
        await push(kafka_settings, pages(60, 35))
        worker = Worker(kafka_settings, tmp_path / "worker.log")
        try:
            await through(kafka_settings, [worker], SECONDS)
            await asyncio.to_thread(worker.stop)
            await make_anew(kafka_settings, "articles")
            worker.start()
            return await asyncio.to_thread(worker.process.wait, SECONDS)
        finally:
            worker.kill()

    code = asyncio.run(run())
    log = (tmp_path / "worker.log").read_text()
    assert (code != 0, ".articles is another topic than the one that was read before" in log) == (True, True)
