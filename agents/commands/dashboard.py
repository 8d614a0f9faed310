"""`rasid dashboard`: what flows, as an API and a page."""

import ipaddress
import logging
import socket
from pathlib import Path

import click

from agents.commands.options import settings_options
from agents.serve.reading import ReadingEndedError
from agents.serve.server import run
from agents.serve.web.gate import Rules
from streams import kafka_client
from streams.settings import Settings
from streams.store.folder_lock import StoreTakenError

PORT = 6070
DAYS = 30
ADDRESS = f"http://127.0.0.1:{PORT}/"
"""Where a dashboard is when nothing else is said."""
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where it is served; elsewhere than on this machine, set RASID_API_TOKEN.",
)
@click.option("--port", type=click.IntRange(1, 65_535), default=PORT, show_default=True, help="The port.")
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the read model (default: dashboard in the data folder).",
)
@click.option("--memory", is_flag=True, help="Keep the read model in memory; it is made anew at each start.")
@click.option(
    "--days", type=click.IntRange(1, 3_650), default=DAYS, show_default=True, help="How long articles are kept."
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="URL",
    help="A site whose scripts may ask too; as often as you like.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name by which the dashboard is reached, behind a proxy; as often as you like.",
)
@click.option(
    "--rate",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Requests a second from one address, in the long run.",
)
@settings_options
def dashboard(  # noqa: PLR0913 - a flag each
    *,
    settings: Settings,
    host: str,
    port: int,
    store: Path | None,
    memory: bool,
    days: int,
    origins: tuple[str, ...],
    hosts: tuple[str, ...],
    rate: int,
) -> None:
    """Serve what flows: a page for people, an API for programs.

    Reads the output topics alone, into a store of its own (SQLite), and goes on where it stood; the store can be thrown
    away at any time. The page is at /, the API under /api/v1, described at /docs; /healthz and /metrics are there too.

    \b
    rasid dashboard
    rasid dashboard --memory --port 8080
    RASID_API_TOKEN=… rasid dashboard --host 0.0.0.0 --allow-host news.example.org
    """  # noqa: D301 - click's mark
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if memory and store is not None:
        raise click.UsageError("--memory and --store: take one of them")
    if not is_loopback(host) and not settings.api_token:
        raise click.UsageError(
            f"--host {host} is reached from elsewhere: set RASID_API_TOKEN to a long secret, or stay on 127.0.0.1"
        )
    settings = kafka_client.with_broker(settings)  # that none is there is said before anything starts
    check_port(host, port)
    folder = None if memory else store or Path(settings.data_dir) / "dashboard"
    names = frozenset({*LOCAL_NAMES, *(name.lower() for name in hosts), host.lower()})
    rules = Rules(
        token=settings.api_token,
        hosts=names if is_loopback(host) or hosts else frozenset({"*"}),
        origins=frozenset(origins),
        per_second=rate,
        burst=4 * rate,
    )
    click.echo(f"http://{host}:{port}/ is the dashboard, /docs describes its API; Ctrl-C ends it")
    try:
        run(settings, folder=folder, days=days, host=host, port=port, rules=rules)
    except StoreTakenError as error:
        detail = f"another dashboard has the store in {folder} open; stop it, or choose another --store"
        raise click.ClickException(detail) from error
    except ReadingEndedError as error:
        raise click.ClickException(str(error)) from error


def serve(settings: Settings) -> None:
    """Serve a dashboard with its store in memory, where one is when nothing else is said, until Ctrl-C."""
    run(settings, folder=None, days=DAYS, host="127.0.0.1", port=PORT, rules=Rules())


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_port(host: str, port: int) -> None:
    """Look whether the port can be had.

    Raises
    ------
    click.ClickException
        When nothing could listen there now.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise click.ClickException(
            f"cannot serve on {host}:{port} ({error.strerror}); choose another --port"
        ) from error
