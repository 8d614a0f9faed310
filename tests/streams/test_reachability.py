"""Why a broker cannot be reached, as far as a look at its port tells."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import trustme

from streams.reachability import explain
from streams.settings import Settings


@contextmanager
def listening(context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Listen on a port; with a context, as TLS."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    taken, _ = server.accept()
                except OSError:
                    return
                try:
                    if context is None:
                        taken.recv(64)
                        taken.sendall(b"no\n")
                    else:
                        taken = context.wrap_socket(taken, server_side=True)
                except OSError:
                    pass
                finally:
                    taken.close()

        threading.Thread(target=serve, daemon=True).start()
        yield int(server.getsockname()[1])
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def test_nothing_there():
    """A port on which nobody listens is said to have no Kafka."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert f"no Kafka answers at 127.0.0.1:{port}" in explain("127.0.0.1", port, Settings())


def test_plain_where_tls_is_set():
    """A broker without TLS is told apart from one that is not there."""
    with listening() as port:
        found = explain("127.0.0.1", port, Settings(security_protocol="SASL_SSL"))
    assert "does not speak TLS, and security_protocol is SASL_SSL; set it to SASL_PLAINTEXT" in found


def test_tls_where_none_is_set(tls: ssl.SSLContext):
    """A broker with TLS is told apart from one that is not there."""
    with listening(tls) as port:
        found = explain("127.0.0.1", port, Settings())
    assert "speaks TLS, and security_protocol is PLAINTEXT; set it to SSL" in found


def test_unknown_authority(tls: ssl.SSLContext):
    """A certificate that is not trusted is said to be that."""
    with listening(tls) as port:
        found = explain("127.0.0.1", port, Settings(security_protocol="SSL"))
    assert "is not trusted" in found


@pytest.mark.parametrize(("protocol", "asks"), [("PLAINTEXT", "a login"), ("SASL_PLAINTEXT", "no login")])
def test_another_way_of_logging_in(protocol: str, asks: str):
    """A broker that hangs up on a login, or for want of one, is not called nothing of Kafka's."""
    with listening() as port:
        found = explain("127.0.0.1", port, Settings(security_protocol=protocol))
    assert found.endswith(f"but not as a Kafka does with security_protocol={protocol}; it may ask for {asks}")
