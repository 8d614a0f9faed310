"""The worker's one idempotent producer, by which every stage without a table publishes."""

import asyncio
from typing import Any

from aiokafka import AIOKafkaProducer

from streams import kafka_client
from streams.outgoing import Out
from streams.settings import Settings


class Publisher:
    """Sends records; the future of a send is done when the broker has acknowledged it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connect to the broker."""
        self._producer = AIOKafkaProducer(**kafka_client.producing(self._settings))
        await self._producer.start()

    async def send(self, out: Out) -> "asyncio.Future[Any]":
        """Hand a record to the producer; waits only while its buffer is full."""
        if self._producer is None:
            raise RuntimeError("the publisher is not started")
        future: asyncio.Future[Any] = await self._producer.send(
            self._settings.topic(out.topic),
            value=out.value,
            key=out.key,
            partition=out.partition,
            headers=list(out.headers),
        )
        return future

    async def stop(self) -> None:
        """Send what is buffered and disconnect."""
        if self._producer is not None:
            producer, self._producer = self._producer, None
            await producer.stop()
