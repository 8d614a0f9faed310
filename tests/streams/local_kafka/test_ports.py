"""Choosing a port."""

import socket

import pytest

from streams.local_kafka import ports
from streams.local_kafka.errors import KafkaError


@pytest.fixture
def taken():
    """Listen on a port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_wanted_port_that_is_taken_is_an_error(taken):
    """The message says what to do."""
    with pytest.raises(KafkaError, match=f"port {taken} is taken.*--port"):
        ports.choose(taken)


def test_an_earlier_port_is_used_again_unless_it_is_taken(taken):
    """Clients find a restarted broker where it was."""
    earlier = ports.choose(0)
    assert (ports.choose(0, earlier), ports.choose(0, taken) != taken) == (earlier, True)


def test_two_ports_are_two():
    """The controller's port is not the clients'."""
    first = ports.choose(0)
    assert ports.choose(0, but=first) != first


def test_who_listens_answers(taken):
    """A port that nobody listens on does not."""
    assert (ports.answers(taken), ports.answers(ports.choose(0))) == (True, False)
