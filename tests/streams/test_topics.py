"""Topics: their declarations."""

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
