"""Making topics on a broker, and telling those that are split otherwise than declared."""

import asyncio

import msgspec
import pytest

from streams import topic_admin, topics
from streams.settings import Settings


def test_mismatches_name_the_setting():
    """The message says which topics are wrong and which setting to change."""
    expected = (
        "p.pages: 2 partitions are there, the settings say 8. "
        "Set article_partitions to what the topics were made with, or use another prefix"
    )
    assert topic_admin.mismatches({"pages": 2, "articles": 8, "mentions": 8}, Settings(prefix="p.")) == [expected]


@pytest.mark.kafka
def test_apply_makes_what_is_missing_once(kafka_settings):
    """The first call makes all topics, the second none."""
    first = asyncio.run(topic_admin.apply(kafka_settings))
    second = asyncio.run(topic_admin.apply(kafka_settings))
    assert (first, second) == (list(topics.TOPICS), [])
    assert asyncio.run(topic_admin.describe(kafka_settings)) == dict.fromkeys(sorted(topics.TOPICS), 2)


@pytest.mark.kafka
def test_apply_refuses_another_partition_count(kafka_settings):
    """A topic that exists with another count is an error at start."""
    asyncio.run(topic_admin.apply(kafka_settings))
    other = msgspec.structs.replace(kafka_settings, article_partitions=3)
    with pytest.raises(topic_admin.TopicError, match="2 partitions are there, the settings say 3"):
        asyncio.run(topic_admin.apply(other))
