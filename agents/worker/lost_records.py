"""Records that are gone before they were read: deleted by retention or by hand, or a topic that was made anew."""

import logging
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition

from streams import kafka_client, metrics, topic_admin
from streams.settings import Settings
from streams.topic_ids import ids

log = logging.getLogger(__name__)


class MadeAnewError(RuntimeError):
    """A topic ends before what was read of it: it was made again, and its offsets mean other records now."""

    def __init__(self, partition: TopicPartition, offset: int, end: int) -> None:
        super().__init__(
            f"{partition.topic}[{partition.partition}] ends at {end}, but was read up to {offset}: it was deleted "
            "and made again, or cut. What is written on it now would be taken for what was read before, and be lost. "
            "Use another prefix, or rasid topics delete, and push the pages again"
        )


class AnotherTopicError(RuntimeError):
    """A topic has the name of the one that was read before, and another id: it was made again."""

    def __init__(self, name: str, before: str, now: str) -> None:
        super().__init__(
            f"{name} is another topic than the one that was read before: it was deleted and made again (its id was "
            f"{before}, and is {now}). What is written on it now would be taken for what was read before, and be lost. "
            "Use another prefix, or rasid topics delete, and push the pages again"
        )


class OlderStateError(RuntimeError):
    """What a stage has applied is known in a way that this version does not go by."""

    def __init__(self, stage: str, topic: str) -> None:
        super().__init__(
            f"what {stage} has applied was written by an older version, which did not know records by their place in "
            f"{topic}; to go on from it would pass over records. Use another prefix and push the pages again, or start "
            "the older version; see Upgrading in docs/operations.md"
        )


class TopicGoneError(RuntimeError):
    """A topic that a stage reads was deleted while its worker ran."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__(
            f"deleted while this worker read it: {', '.join(sorted(names))}. The next start makes it anew, empty"
        )


async def see_topics(settings: Settings, names: Collection[str]) -> None:
    """See whether topics, by their full names, are there.

    Raises
    ------
    TopicGoneError
        When one is not.
    """
    there = await topic_admin.describe(settings)
    if gone := [name for name in names if name.removeprefix(settings.prefix) not in there]:
        raise TopicGoneError(gone)


@asynccontextmanager
async def _reader(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """Start a consumer, and stop it also when it cannot be started: aiokafka's own context leaves that one open."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    try:
        await consumer.start()
        yield consumer
    finally:
        await consumer.stop()


async def ids_of(settings: Settings, names: Collection[str]) -> dict[str, str]:
    """Return Kafka's ids of topics, by their full names; none of a broker older than Kafka 3.1."""
    async with _reader(settings) as consumer:
        return (await ids(consumer, sorted(names))).topics


def see_ids(known: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """See whether topics are those that they were.

    Parameters
    ----------
    known
        What is known of their ids, by their full names.
    found
        Their ids now; those of topics that cannot be told are left out.

    Returns
    -------
    dict[str, str]
        What is known now.

    Raises
    ------
    AnotherTopicError
        When one has another id.
    """
    for name, before in sorted(known.items()):
        if found.get(name, before) != before:
            raise AnotherTopicError(name, before, found[name])
    return {**known, **found}


def see_known_by(stage: str, topic: str, known_by: str | None, topic_id: str | None) -> None:
    """See whether what a stage has applied is known by the places of records in the topic by which it goes.

    Parameters
    ----------
    stage
        Which, for the error.
    topic
        Short name of that topic.
    known_by
        The short name that its progress says; None: of a version that did not say it.
    topic_id
        The topic's id that its progress says. Where it says neither, records were known by their raw pages.

    Raises
    ------
    OlderStateError
        When it is not.
    """
    if known_by != topic and (known_by is not None or topic_id is None):
        raise OlderStateError(stage, topic)


def note_lost(partition: TopicPartition, offset: int, start: int) -> int:
    """Say that the records from an offset to a partition's start are lost; return how many offsets those are."""
    count = start - offset
    metrics.LOST.labels(partition.topic, partition.partition).inc(count)
    log.warning(
        "LOST: %s[%s] begins at %s now, its records from %s on were deleted before they were read: %s offsets. "
        "The topic's retention is shorter than the workers took; see docs/operations.md",
        partition.topic,
        partition.partition,
        start,
        offset,
        count,
        extra={"topic": partition.topic, "partition": partition.partition, "offset": offset},
    )
    return count


async def see_origins(settings: Settings, applied: Mapping[int, int]) -> None:
    """See whether the pages that a table has applied can be of the topic as it is.

    Parameters
    ----------
    settings
        Where it is.
    applied
        The highest offset that was applied of each partition of `pages`.

    Raises
    ------
    MadeAnewError
        When a partition ends before.
    """
    if not applied:
        return
    highest = {TopicPartition(settings.topic("pages"), partition): offset for partition, offset in applied.items()}
    async with _reader(settings) as consumer:
        ends = await consumer.end_offsets(list(highest))
    for partition, offset in sorted(highest.items()):
        if offset >= ends[partition]:
            raise MadeAnewError(partition, offset + 1, ends[partition])
