"""Which partition a key belongs to: Kafka's own murmur2, so that every other client finds it there too."""

from functools import lru_cache

from aiokafka.partitioner import murmur2


@lru_cache(maxsize=1 << 14)
def partition_of(key: str, partitions: int) -> int:
    """Return the partition, from 0 to `partitions` - 1, that Kafka's default partitioner gives a key."""
    return int(murmur2(key.encode()) & 0x7FFFFFFF) % partitions
