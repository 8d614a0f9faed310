"""Pages from a transactional producer: aborted ones never appear, and the lag comes down to nothing."""

import asyncio
import random
import time
from collections.abc import Callable

import pytest
from aiokafka import AIOKafkaProducer

from streams import kafka_client, topic_admin
from streams.settings import Settings
from tests.faults.ledger import check
from tests.faults.truth import Page, pages
from tests.faults.workers import Worker, through

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

SEED = int(time.time()) % 100_000


def test_aborted_pages_never_appear(kafka_settings: Settings, start: Callable[..., Worker]):
    """Of transactions of which some are aborted, just the committed ones are enriched or rejected; lag reads 0."""

    async def push_in_transactions() -> dict[tuple[int, int], Page]:
        chance = random.Random(SEED)
        await topic_admin.apply(kafka_settings)
        producer = AIOKafkaProducer(
            **kafka_client.producing(kafka_settings), transactional_id=f"{kafka_settings.prefix}test"
        )
        await producer.start()
        placed: dict[tuple[int, int], Page] = {}
        made = pages(300, SEED)
        try:
            for first in range(0, len(made), 10):
                batch = made[first : first + 10]
                await producer.begin_transaction()
                futures = [await producer.send(kafka_settings.topic("pages"), page.value) for page in batch]
                written = [await future for future in futures]
                if chance.random() < 0.4 or first == len(made) - 10:
                    await producer.abort_transaction()
                else:
                    await producer.commit_transaction()
                    placed |= {(at.partition, at.offset): page for at, page in zip(written, batch, strict=True)}
        finally:
            await producer.stop()
        return placed

    async def test() -> dict[str, str]:
        workers = [start()]
        placed = await push_in_transactions()
        await through(kafka_settings, workers, 90)
        return await check(kafka_settings, placed)

    assert asyncio.run(test()) == {}
