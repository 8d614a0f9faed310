"""Reads what stands on a topic."""

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from streams import kafka_client
from streams.records.codec import Codec
from streams.records.rejected import Rejected
from streams.settings import Settings

Place = tuple[str, int, int]
"""A topic, a partition, an offset."""


async def read_records(settings: Settings, topic: str, partitions: int) -> dict[int, list[ConsumerRecord]]:
    """Return the committed records of a topic, by partition, in order."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic(topic), partition) for partition in range(partitions)]
        consumer.assign(tps)
        ends = await consumer.end_offsets(tps)
        await consumer.seek_to_beginning(*tps)
        records: dict[int, list[ConsumerRecord]] = {partition: [] for partition in range(partitions)}
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, fetched in (await consumer.getmany(timeout_ms=200)).items():
                records[tp.partition] += fetched
        return records
    finally:
        await consumer.stop()


async def refused_places(settings: Settings) -> set[Place]:
    """Return where records stand that a stage has rejected: they are no output of the stage before."""
    rejected = await read_all(settings, "rejected", settings.article_partitions)
    originals = [Codec(Rejected).decode(value).original for _, value in rejected]
    return {(original.topic, original.partition, original.offset) for original in originals}


def place(record: ConsumerRecord) -> Place:
    """Return where a record stands."""
    return record.topic, record.partition, record.offset


async def read_all(settings: Settings, topic: str, partitions: int) -> list[tuple[bytes | None, bytes | None]]:
    """Return the committed records of a topic, keys and values, partition after partition."""
    records = await read_records(settings, topic, partitions)
    return [(record.key, record.value) for partition in records.values() for record in partition]
