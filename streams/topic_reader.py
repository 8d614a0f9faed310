"""Reading a topic outside any consumer group: what is committed, from its beginning or its end."""

from collections.abc import AsyncGenerator

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from streams.kafka_client import reading
from streams.settings import Settings
from streams.topic_admin import describe

POLL_MS = 200
"""How long one look for records waits."""


class NoTopicError(RuntimeError):
    """The topic is not there; the message says how it is made."""


async def scan(
    settings: Settings, name: str, *, from_end: bool = False, follow: bool = False
) -> AsyncGenerator[ConsumerRecord, None]:
    """Yield a topic's committed records, in the order of each partition.

    Parameters
    ----------
    settings
        Where the broker is, and the prefix.
    name
        The topic, without the prefix.
    from_end
        Whether to leave out what is there already.
    follow
        Whether to wait for what comes; else the last record is the last that stands there when the reading starts.

    Raises
    ------
    NoTopicError
        When the topic is not there.
    """
    count = (await describe(settings)).get(name)
    if count is None:
        raise NoTopicError(f"topic {settings.topic(name)} is not there; `rasid topics apply` makes Rasid's own")
    partitions = [TopicPartition(settings.topic(name), number) for number in range(count)]
    consumer = AIOKafkaConsumer(**reading(settings))
    await consumer.start()
    try:
        consumer.assign(partitions)
        if from_end:
            await consumer.seek_to_end(*partitions)
        else:
            await consumer.seek_to_beginning(*partitions)
        # With read_committed an end is the last stable offset, and positions move over the markers of transactions.
        ends: dict[TopicPartition, int] = await consumer.end_offsets(partitions)
        while follow or ends:
            for records in (await consumer.getmany(timeout_ms=POLL_MS)).values():
                for record in records:
                    if follow or record.offset < ends.get(_partition_of(record), 0):
                        yield record
            if not follow:
                ends = {partition: end for partition, end in ends.items() if await consumer.position(partition) < end}
    finally:
        await consumer.stop()


async def fetch(consumer: AIOKafkaConsumer, partition: TopicPartition, offset: int) -> ConsumerRecord | None:
    """Read one record by its coordinates; None when it is no longer there.

    Parameters
    ----------
    consumer
        Started; what it is assigned to is replaced.
    partition
        A partition that exists.
    offset
        Where the record stands in it.
    """
    consumer.assign([partition])
    first = (await consumer.beginning_offsets([partition]))[partition]
    end = (await consumer.end_offsets([partition]))[partition]
    if not first <= offset < end:
        return None
    consumer.seek(partition, offset)
    while await consumer.position(partition) <= offset:
        for records in (await consumer.getmany(partition, timeout_ms=POLL_MS, max_records=1)).values():
            for record in records:
                return record if record.offset == offset else None
    return None


def _partition_of(record: ConsumerRecord) -> TopicPartition:
    return TopicPartition(record.topic, record.partition)
