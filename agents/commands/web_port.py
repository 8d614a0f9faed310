"""On which port a worker serves /metrics and /healthz."""

import socket

import click
import msgspec

from streams.settings import Settings

PORTS_TRIED = 100
"""From the default port up, where no port is set: so many workers on one machine each find one."""


def with_free_port(settings: Settings, *, chosen: bool) -> Settings:
    """Return settings whose web_port can be had.

    Parameters
    ----------
    settings
        A worker's.
    chosen
        Whether somebody set web_port; else the next free one is taken.

    Raises
    ------
    click.ClickException
        When nothing could listen there now.
    """
    if not settings.web_port:
        return settings
    last = settings.web_port if chosen else min(settings.web_port + PORTS_TRIED - 1, 65_535)
    refused = OSError()
    for port in range(settings.web_port, last + 1):
        try:
            _try(settings.web_host, port)
        except OSError as error:
            refused = error
        else:
            return msgspec.structs.replace(settings, web_port=port)
    raise click.ClickException(
        f"cannot serve /healthz and /metrics on {settings.web_host}:{settings.web_port} ({refused.strerror}); choose "
        "another port with --set web_port=N, or none with --set web_port=0"
    ) from refused


def any_free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _try(host: str, port: int) -> None:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
