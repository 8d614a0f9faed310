"""Choosing a port to listen on."""

import itertools
import socket

from streams.local_kafka.errors import KafkaError

FIRST, LAST = 9092, 10_091
"""Where a free port is looked for: below the ports that the system gives to outgoing connections. A client that tries
to reach a stopped broker on one of those can connect to itself, and the port is then taken."""


def choose(wanted: int, earlier: int = 0, but: int = 0) -> int:
    """Choose a port of 127.0.0.1: the one wanted, else the earlier one when it is free, else the first free one.

    Parameters
    ----------
    wanted, earlier
        0: none.
    but
        A port that is already spoken for.

    Raises
    ------
    KafkaError
        When the wanted port, or every port, is taken.
    """
    if wanted:
        if not free(wanted):
            raise KafkaError(taken(wanted))
        return wanted
    for port in itertools.chain([earlier], range(FIRST, LAST + 1)):
        if port and port != but and free(port):
            return port
    raise KafkaError(f"no free port from {FIRST} to {LAST}; choose one with --port")


def free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket() as probe:
        # As servers do: connections that are closing do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether somebody listens on the port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        refused: int = probe.connect_ex(("127.0.0.1", port))
        return not refused


def taken(port: int) -> str:
    """Return what to do about a port that another process listens on."""
    return f"port {port} is taken by another process; choose another with --port, or none for a free one"
