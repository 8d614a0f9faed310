"""Topics: their declarations, and making them on a broker."""

import asyncio

import msgspec
import pytest

from streams import topics
from streams.settings import Settings


def test_partition_counts():
    """Progress has a partition for every partition of every table."""
    settings = Settings(article_partitions=3, entity_partitions=5)
    counts = {name: topics.TOPICS[name].count(settings) for name in ("pages", "entity-counts", "progress")}
    assert counts == {"pages": 3, "entity-counts": 5, "progress": 5}


def test_compacted_topics_have_no_retention():
    """A topic is either deleted after a time or compacted, never both."""
    wrong = [t.name for t in topics.TOPICS.values() if (t.cleanup == "compact") == (t.retention is not None)]
    assert wrong == []


def test_a_record_of_the_largest_size_fits_every_topic():
    """The broker's own limit of 1 MB does not stand in the way of max_request_bytes."""
    settings = Settings()
    limits = {int(t.kafka_configs(settings)["max.message.bytes"]) for t in topics.TOPICS.values()}
    assert min(limits) > settings.max_request_bytes


def test_mismatches_name_the_setting():
    """The message says which topics are wrong and which setting to change."""
    expected = (
        "p.pages: 2 partitions are there, the settings say 8. "
        "Set article_partitions to what the topics were made with, or use another prefix"
    )
    assert topics.mismatches({"pages": 2, "articles": 8, "mentions": 8}, Settings(prefix="p.")) == [expected]


@pytest.mark.kafka
def test_apply_makes_what_is_missing_once(kafka_settings):
    """The first call makes all topics, the second none."""
    first = asyncio.run(topics.apply(kafka_settings))
    second = asyncio.run(topics.apply(kafka_settings))
    assert (first, second) == (list(topics.TOPICS), [])
    assert asyncio.run(topics.describe(kafka_settings)) == dict.fromkeys(sorted(topics.TOPICS), 2)


@pytest.mark.kafka
def test_apply_refuses_another_partition_count(kafka_settings):
    """A topic that exists with another count is an error at start."""
    asyncio.run(topics.apply(kafka_settings))
    other = msgspec.structs.replace(kafka_settings, article_partitions=3)
    with pytest.raises(topics.TopicError, match="2 partitions are there, the settings say 3"):
        asyncio.run(topics.apply(other))
