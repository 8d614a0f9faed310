"""Whether the broker that is set is the local Kafka."""

import socket

import pytest

from agents.commands.kafka import is_same


@pytest.mark.parametrize(
    ("servers", "same"),
    [
        ("localhost:9092", True),
        ("127.0.0.1:9092", True),
        ("[::1]:9092", True),
        ("0.0.0.0:9092", True),
        ("kafka.here:9092", True),
        ("kafka.there:9092, localhost:9092", True),
        ("localhost:9093", False),
        ("kafka.there:9092", False),
        ("nowhere:9092", False),
        ("localhost", False),
    ],
)
def test_whatever_they_call_this_machine(monkeypatch: pytest.MonkeyPatch, servers: str, same: bool):
    """Any name that leads to where the local Kafka listens, with its port."""
    names = {"kafka.here": "127.0.0.1", "kafka.there": "192.0.2.7", "localhost": "127.0.0.1"}

    def look_up(host: str, _: None) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        if host not in names and host.strip("0123456789.:"):
            raise socket.gaierror
        return [(0, 0, 0, "", (names.get(host, host), 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert is_same(servers, "127.0.0.1:9092") is same
