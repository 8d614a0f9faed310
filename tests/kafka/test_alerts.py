"""Rules of alerts over a running stream, on a real Kafka."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from streams import topics
from streams.kafka_client import connection
from streams.lag import coordinator
from streams.records.alerts import Alert
from streams.records.codec import Codec
from streams.settings import Settings
from streams.topic_reader import scan
from tests.faults.workers import Worker
from tests.kafka.enriched import write

pytestmark = pytest.mark.kafka

SECONDS = 90
FIRST = '[[rule]]\nid = "first"\nphrases = ["قناة السويس"]\n'
SECOND = '[[rule]]\nid = "second"\noutlets = ["x.example"]\n'


async def alerts(settings: Settings) -> list[Alert]:
    return [Codec(Alert).decode(record.value) async for record in scan(settings, "alerts")]


async def begun(settings: Settings) -> None:
    """Wait until the group has an offset on each partition of enriched, from which on nothing is left out."""
    admin = AIOKafkaAdminClient(**connection(settings))
    await admin.start()
    try:
        await coordinator(admin, settings)
        wanted = {TopicPartition(settings.topic("enriched"), number) for number in range(settings.article_partitions)}
        while not wanted <= (await admin.list_consumer_group_offsets(f"{settings.prefix}alert")).keys():
            await asyncio.sleep(0.3)
    finally:
        await admin.close()


async def until(settings: Settings, done: Callable[[list[Alert]], bool]) -> list[Alert]:
    """Return the alerts, once they are as they are waited for or the time is over."""
    deadline = time.monotonic() + SECONDS
    while not done(found := await alerts(settings)) and time.monotonic() < deadline:
        await asyncio.sleep(0.3)
    return found


def test_rules_change_while_articles_flow(kafka_settings: Settings, tmp_path: Path):
    """A rule says something once for each article, after a kill too; a file that changes or breaks loses none."""
    rules = tmp_path / "alerts.toml"
    rules.write_text(FIRST, encoding="utf-8")

    async def run() -> tuple[list[str], list[str], list[str], str]:
        await topics.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "alert.log", "alert", alerts_file=rules)
        await begun(kafka_settings)
        await write(kafka_settings, range(40))
        one = await until(kafka_settings, lambda found: len(found) >= 40)
        rules.write_text("[[rule]\n", encoding="utf-8")
        await write(kafka_settings, range(40, 50))
        worker.kill()
        rules.write_text(FIRST + SECOND, encoding="utf-8")
        await write(kafka_settings, range(50, 60))
        worker.revive()
        two = await until(kafka_settings, lambda found: sum(alert.rule == "second" for alert in found) >= 10)
        three = await until(kafka_settings, lambda found: sum(alert.rule == "first" for alert in found) >= 60)
        worker.stop()
        ids = [[alert.id for alert in found] for found in (one, two, three)]
        return ids[0], ids[1], ids[2], worker.log()

    one, two, three, _ = asyncio.run(run())
    assert sorted(one) == sorted(f"first:a{n}" for n in range(40))
    assert {f"second:a{n}" for n in range(50, 60)} <= set(two)
    assert sorted(id_ for id_ in three if id_.startswith("first:")) == sorted(f"first:a{n}" for n in range(60))
