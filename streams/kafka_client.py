"""How to reach Kafka: from the settings, the keyword arguments of aiokafka's clients."""

import ssl
from pathlib import Path
from typing import Any

import msgspec

from streams import header_names
from streams.local_kafka.broker import status
from streams.settings import Settings, SettingsError

FETCH_BYTES = 1_048_576
"""aiokafka's own limit of a partition's part in one fetch."""


BATCH_BYTES = 262_144
"""Of one partition in one request, before compression; aiokafka's own 16 kB hold three enriched articles."""


class NoBrokerError(RuntimeError):
    """No broker is set and no local one runs; the message says what to do."""


def bootstrap(settings: Settings) -> str:
    """Return the bootstrap servers: those that are set, else the local Kafka's.

    Raises
    ------
    NoBrokerError
        When neither is there.
    """
    if settings.broker:
        return settings.broker
    local = status(Path(settings.data_dir))
    if local.address is None:
        raise NoBrokerError(
            f"no broker: none is set, and no local Kafka runs in {settings.data_dir}. "
            "Start one with `rasid kafka start`, or name yours with RASID_BROKER=host:port"
        )
    return local.address


def with_broker(settings: Settings) -> Settings:
    """Return the settings of a process that goes on while the local Kafka is away: it names where that was.

    Raises
    ------
    NoBrokerError
        When none is set and no local one runs.
    """
    return msgspec.structs.replace(settings, broker=bootstrap(settings))


def ssl_context(settings: Settings) -> ssl.SSLContext | None:
    """Return the TLS context that the settings describe, None without TLS.

    Raises
    ------
    SettingsError
        When a certificate or key file cannot be read; the message names the setting.
    """
    if "SSL" not in settings.security_protocol.split("_"):
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ssl_cafile or None)
    except OSError as error:
        raise SettingsError(f"ssl_cafile: {settings.ssl_cafile} cannot be read: {error}") from error
    context.check_hostname = settings.ssl_check_hostname
    if settings.ssl_certfile:
        # A password must be given, or OpenSSL asks for one at the terminal when the key has one.
        try:
            context.load_cert_chain(settings.ssl_certfile, settings.ssl_keyfile or None, settings.ssl_key_password)
        except OSError as error:
            files = f"{settings.ssl_certfile}, {settings.ssl_keyfile or 'the same file'}"
            raise SettingsError(f"ssl_certfile, ssl_keyfile: {files} cannot be read: {error}") from error
    return context


def connection(settings: Settings) -> dict[str, Any]:
    """Return the keyword arguments that consumers, producers and admin clients of aiokafka share."""
    arguments: dict[str, Any] = {
        "bootstrap_servers": bootstrap(settings),
        "security_protocol": settings.security_protocol,
        "ssl_context": ssl_context(settings),
        "client_id": "rasid",
    }
    if settings.security_protocol.startswith("SASL"):
        arguments |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password,
        }
    return arguments


def producing(settings: Settings) -> dict[str, Any]:
    """Return the keyword arguments of a producer that loses and repeats nothing: idempotent, all acks, compressed."""
    return connection(settings) | {
        "enable_idempotence": True,
        "acks": "all",
        "compression_type": None if settings.compression == "none" else settings.compression,
        "linger_ms": settings.linger_ms,
        "max_batch_size": BATCH_BYTES,
        "max_request_size": settings.max_request_bytes,
    }


def reading(settings: Settings) -> dict[str, Any]:
    """Return the keyword arguments of a consumer that sees what is committed, and commits no offsets by itself."""
    header_names.tolerate()
    return connection(settings) | {
        "isolation_level": "read_committed",
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "max_partition_fetch_bytes": max(FETCH_BYTES, settings.max_request_bytes),
    }
