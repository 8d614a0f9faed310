"""What one writes by hand with aiokafka: a loop that reads a batch, does everything, and commits it in a transaction.

It is exactly-once as long as there is one of it: counts are kept in one process's memory, and restoring them is left
out. Only measured, never shipped; settings come from the environment.
"""

import asyncio

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from agents.stage import Incoming
from bench.peers.chain import BATCH, Chain
from streams import kafka_client
from streams.records.codec import encode
from streams.records.rejected import Rejected
from streams.settings import Settings, load


async def run(settings: Settings) -> None:
    """Work until ended."""
    chain = Chain(settings)
    counts: dict[str, bytes] = {}
    group = f"{settings.prefix}loop"
    consumer = AIOKafkaConsumer(
        settings.topic("pages"),
        **kafka_client.reading(settings) | {"group_id": group, "auto_offset_reset": "earliest"},
    )
    producer = AIOKafkaProducer(**kafka_client.producing(settings) | {"transactional_id": f"{group}-0"})
    await consumer.start()
    await producer.start()
    while True:
        for tp, records in (await consumer.getmany(timeout_ms=100, max_records=BATCH)).items():
            pages = [Incoming(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value) for r in records]
            changed: set[str] = set()
            async with producer.transaction():
                for article in chain.enrich(pages):
                    topic = "rejected" if isinstance(article, Rejected) else "enriched"
                    await producer.send(settings.topic(topic), encode(article), article.id.encode())
                    if isinstance(article, Rejected):
                        continue
                    mentioning = chain.mentioning(article)
                    for entity in mentioning.entities:
                        counts[entity.id] = chain.count(counts.get(entity.id), mentioning, entity)
                        changed.add(entity.id)
                for id_ in sorted(changed):
                    await producer.send(settings.topic("entity-counts"), counts[id_], id_.encode())
                offsets = {TopicPartition(tp.topic, tp.partition): records[-1].offset + 1}
                await producer.send_offsets_to_transaction(offsets, group)


if __name__ == "__main__":
    asyncio.run(run(load(env_file=None)))
