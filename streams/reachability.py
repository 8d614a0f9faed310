"""Why no Kafka could be reached at an address: nothing there, or something that speaks otherwise."""

import socket
import ssl
from contextlib import closing

from streams.kafka_client import ssl_context
from streams.settings import Settings

PROBE_SECONDS = 3.0
"""How long one try may take."""


def explain(host: str, port: int, settings: Settings) -> str:
    """Return in one sentence why no Kafka client gets through to an address, as far as a look at it tells."""
    where = f"{host}:{port}"
    try:
        socket.create_connection((host, port), PROBE_SECONDS).close()
    except socket.gaierror:
        return f"no Kafka answers at {where}: the name {host} leads to no address"
    except OSError:
        return f"no Kafka answers at {where}"
    protocol, context = settings.security_protocol, ssl_context(settings)
    speaks_tls = _speaks_tls(host, port, _unchecked())
    if speaks_tls != (context is not None):
        login = "SASL_" if protocol.startswith("SASL") else ""
        speaks, wanted = ("speaks TLS", "SSL") if speaks_tls else ("does not speak TLS", "PLAINTEXT")
        return f"{where} {speaks}, and security_protocol is {protocol}; set it to {login}{wanted}, or name another port"
    if context is not None:
        return _refusal(host, port, context, protocol)
    asks = "it may ask for no login" if protocol.startswith("SASL") else "it may ask for a login"
    return f"something answers at {where}, but not as a Kafka does with security_protocol={protocol}; {asks}"


def _refusal(host: str, port: int, context: ssl.SSLContext, protocol: str) -> str:
    where = f"{host}:{port}"
    try:
        _shake_hands(host, port, context)
    except ssl.SSLCertVerificationError as error:
        return (
            f"the certificate of {where} is not trusted: {error.verify_message}; ssl_cafile names the authorities "
            "to trust, ssl_check_hostname=false takes another name"
        )
    except OSError as error:
        return f"{where} does not take this client: {error}; see ssl_certfile and ssl_keyfile"
    return f"{where} speaks TLS, but not as a Kafka does with security_protocol={protocol}; its log may say why"


def _speaks_tls(host: str, port: int, context: ssl.SSLContext) -> bool:
    try:
        _shake_hands(host, port, context)
    except ssl.SSLError as error:
        # It refuses our certificate, or has none of our ciphers: it speaks TLS all the same.
        return error.reason is not None and "ALERT" in error.reason
    except OSError:
        return False
    return True


def _shake_hands(host: str, port: int, context: ssl.SSLContext) -> None:
    with (
        closing(socket.create_connection((host, port), PROBE_SECONDS)) as plain,
        context.wrap_socket(plain, server_hostname=host),
    ):
        pass


def _unchecked() -> ssl.SSLContext:
    """Return a context that takes any certificate: only whether there is TLS is asked, nothing is sent."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
