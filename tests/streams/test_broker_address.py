"""How bootstrap servers may be written."""

import pytest

from streams.broker_address import fault


@pytest.mark.parametrize("servers", ["kafka:9092", "a.b-c.d:1, 10.0.0.1:65535", "kafka", "[::1]:9092"])
def test_addresses(servers: str):
    """Names, numbers and several of them are taken."""
    assert fault(servers) is None


@pytest.mark.parametrize(
    ("servers", "said"),
    [
        ("http://x", "address of the web"),
        ("a:b", "write host:port"),
        ("kafka:99999", "no port between 1 and 65535"),
        ("kafka:0", "no port between"),
        ("kafka:9092,,b:1", "no broker"),
        ("::1:9092", "no broker"),
    ],
)
def test_faults(servers: str, said: str):
    """What Kafka's clients would stumble over is said in words."""
    assert said in (fault(servers) or "")
