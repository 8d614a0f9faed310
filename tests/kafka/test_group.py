"""Stories on a real Kafka: found across partitions, the same after a kill, and after everything comes again."""

import asyncio
import signal
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from streams import kafka_client, topic_admin
from streams.partition import partition_of
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.stories import Story
from streams.settings import Settings
from tests.agents.group.texts import copies, edited, revised, text
from tests.faults.workers import Worker, through

pytestmark = pytest.mark.kafka

STORIES = 60
SECONDS = 90
SESSION_MS = 4000


async def publish(settings: Settings, articles: list[Article]) -> None:
    """Write articles as the last tagging stage does, in the partitions of their ids."""
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    try:
        for article in articles:
            await producer.send(
                settings.topic("enriched"),
                encode(article).replace(b"rasid.article/1", b"rasid.enriched/1"),
                article.id.encode(),
            )
        await producer.flush()
    finally:
        await producer.stop()


Published = tuple[int, str, bytes | None]
"""A record of the stories topic: partition, id, value."""


async def published(settings: Settings) -> list[Published]:
    """Read every record of the stories topic, in order."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    found: list[Published] = []
    try:
        partitions = [TopicPartition(settings.topic("stories"), n) for n in range(settings.article_partitions)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        await consumer.seek_to_beginning(*partitions)
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, records in (await consumer.getmany(timeout_ms=200)).items():
                found += [(tp.partition, record.key.decode(), record.value) for record in records]
    finally:
        await consumer.stop()
    return found


def latest(records: list[Published]) -> dict[str, bytes]:
    """Return what compaction leaves: the last value of each story that is not gone."""
    values = {id_: value for _, id_, value in records}
    return {id_: value for id_, value in values.items() if value is not None}


def stories(records: list[Published]) -> dict[str, Story]:
    """Return the stories as they are in the end."""
    return {id_: Codec(Story).decode(value) for id_, value in latest(records).items()}


def test_stories_are_found_survive_a_kill_and_a_replay_changes_nothing(kafka_settings: Settings, tmp_path: Path):
    """Three outlets carry sixty stories; the worker is killed while they come in; then all of it comes again."""

    async def run() -> None:
        await topic_admin.apply(kafka_settings)
        articles = list(copies(STORIES, 3))
        worker = Worker(kafka_settings, tmp_path / "worker.log", "group")
        try:
            await publish(kafka_settings, articles[: STORIES * 2])
            await asyncio.sleep(4)
            worker.kill()
            await publish(kafka_settings, articles[STORIES * 2 :])
            worker.start()
            await through(kafka_settings, [worker], SECONDS)
            first = await published(kafka_settings)
            await publish(kafka_settings, articles)
            await through(kafka_settings, [worker], SECONDS)
            again = await published(kafka_settings)
        finally:
            worker.stop()

        expected = sorted(sorted(f"n{copy * STORIES + story}" for copy in range(3)) for story in range(STORIES))
        final = stories(first)
        assert sorted(sorted(story.articles) for story in final.values()) == expected
        assert {story.parent for story in final.values()} == {f"n{story}" for story in range(STORIES)}
        assert all(partition_of(id_, 2) == partition for partition, id_, _ in first)
        assert latest(again) == latest(first)
        assert len(again) == len(first)

    asyncio.run(run())


def revisions() -> list[Article]:
    """Return revisions of the articles of three outlets: titles of the first, and others' texts of the third."""
    titles = [revised(n, 2, edited(text(n), n), source="outlet0") for n in range(STORIES)]
    third = {"source": "outlet2", "published_at": "2026-02-01T12:00:00Z"}
    moved = [
        revised(2 * STORIES + n, 2, edited(text((n + 1) % STORIES), 2 * STORIES + n), **third) for n in range(STORIES)
    ]
    gone = [revised(2 * STORIES + n, 3, text(5000 + n), **third) for n in range(0, STORIES, 2)]
    return [*titles, *moved, *gone]


def test_stories_hold_the_latest_revisions_through_kills_and_a_freeze(kafka_settings: Settings, tmp_path: Path):
    """Articles change their titles, their texts, and leave; workers are killed and one is frozen while they do."""

    async def run() -> None:
        await topic_admin.apply(kafka_settings)
        workers = [
            Worker(kafka_settings, tmp_path / f"worker{n}.log", "group", session_timeout_ms=SESSION_MS)
            for n in range(2)
        ]
        try:
            await publish(kafka_settings, list(copies(STORIES, 3)))
            await asyncio.sleep(3)
            later = revisions()
            await publish(kafka_settings, later[:STORIES])
            workers[0].kill()
            await publish(kafka_settings, later[STORIES : 2 * STORIES])
            workers[0].start()
            await asyncio.sleep(4)
            workers[1].process.send_signal(signal.SIGSTOP)
            await publish(kafka_settings, later[2 * STORIES :])
            await asyncio.sleep(SESSION_MS / 1000 + 3)
            workers[1].process.send_signal(signal.SIGCONT)
            await through(kafka_settings, workers, SECONDS)
            first = await published(kafka_settings)
        finally:
            for worker in workers:
                worker.kill()

        third = {(n + 1) % STORIES: f"n{2 * STORIES + n}" for n in range(1, STORIES, 2)}
        expected = [sorted([f"n{n}", f"n{STORIES + n}", *([third[n]] if n in third else [])]) for n in range(STORIES)]
        final = stories(first)
        assert sorted(sorted(story.articles) for story in final.values()) == sorted(expected)
        assert {story.title for story in final.values()} == {f"عنوان {n} 2" for n in range(STORIES)}
        assert all(id_.removeprefix("story:") in story.articles for id_, story in final.items())

    asyncio.run(run())
