"""Whether a broker works: a record is written and read back."""

import asyncio
import uuid

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaConnectionError, KafkaError

TOPIC = "rasid-probe"
"""Made for this alone; its records are deleted after an hour."""
RETRY_SECONDS = 0.2


async def round_trip(address: str, seconds: float) -> str:
    """Write a record and read it back, again until it works.

    Returns
    -------
    str
        The id of the cluster that answered.

    Raises
    ------
    TimeoutError
        When it did not work in that many seconds.
    """
    async with asyncio.timeout(seconds):
        while True:
            try:
                return await _once(address)
            except (KafkaError, KafkaConnectionError, AttributeError):
                # An admin client that has no controller yet raises AttributeError.
                await asyncio.sleep(RETRY_SECONDS)


async def _once(address: str) -> str:
    admin = AIOKafkaAdminClient(bootstrap_servers=address, client_id="rasid-probe")
    try:
        await admin.start()
        cluster: str = (await admin.describe_cluster())["cluster_id"]
        if TOPIC not in await admin.list_topics():
            await admin.create_topics([NewTopic(TOPIC, 1, 1, topic_configs={"retention.ms": "3600000"})])
    finally:
        await admin.close()
    nonce = uuid.uuid4().bytes
    async with AIOKafkaProducer(bootstrap_servers=address, client_id="rasid-probe") as producer:
        written = await producer.send_and_wait(TOPIC, nonce, partition=0)
    async with AIOKafkaConsumer(bootstrap_servers=address, client_id="rasid-probe") as consumer:
        partition = TopicPartition(TOPIC, 0)
        consumer.assign([partition])
        consumer.seek(partition, written.offset)
        read = await consumer.getone()
    if read.value != nonce:
        raise KafkaError("another record stands where it was written")
    return cluster
