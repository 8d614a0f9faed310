"""Which partition a key belongs to."""

from streams.partition import partition_of


def test_known_values_of_kafkas_murmur2():
    """Keys go where Kafka's Java client puts them (values of its own tests for murmur2)."""
    assert [partition_of(key, 1 << 31) for key in ("21", "foobar", "abc")] == [
        -973932308 & 0x7FFFFFFF,
        -790332482 & 0x7FFFFFFF,
        479470107 & 0x7FFFFFFF,
    ]


def test_arabic_ids_stay_in_range():
    """Any key gets a partition that exists."""
    assert {partition_of(f"per:ar:اسم-{n}", 8) for n in range(200)} == set(range(8))
