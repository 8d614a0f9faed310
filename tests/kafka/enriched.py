"""Enriched articles, written as the stages write them."""

from collections.abc import Iterable
from typing import Any

from aiokafka import AIOKafkaProducer

from streams.kafka_client import producing
from streams.partition import partition_of
from streams.records.codec import encode
from streams.settings import Settings
from tests.agents.alert.articles import article


async def write(settings: Settings, numbers: Iterable[int], **fields: Any) -> None:
    """Write articles about the Suez canal to enriched, with whatever else is asked for."""
    async with AIOKafkaProducer(**producing(settings)) as producer:
        for number in numbers:
            one = article(number, text="السفن تعبر بقناة السويس", **fields)
            at = partition_of(one.id, settings.article_partitions)
            await producer.send_and_wait(settings.topic("enriched"), encode(one), one.id.encode(), at)
