"""`rasid kafka`: a local Apache Kafka, with nothing to install."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from agents.commands.options import plain_errors
from streams.local_kafka import broker
from streams.local_kafka.jars import Progress as Report
from streams.settings import Settings, load

DATA_DIR = click.option(
    "--data-dir",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Where its data is kept (default: .rasid).",
)


@click.group()
def kafka() -> None:
    """Run a local Apache Kafka: one node that keeps its data.

    Kafka's own jars are fetched once, by their Maven coordinates, from where this machine's Maven settings say
    (~/.m2/settings.xml), and checked. It runs on the machine's Java 17 or newer, else on the one that
    `pip install 'rasid[java]'` brings. Every other `rasid` command run in the same folder finds it by itself.

    \b
    rasid kafka start
    rasid kafka status
    rasid kafka stop
    """  # noqa: D301 - click's mark


@kafka.command()
@click.option("--port", type=click.IntRange(0, 65_535), help="Port for clients; 0: a free one, from 9092 on.")
@DATA_DIR
def start(port: int | None, data_dir: str | None) -> None:
    """Start it, and wait until a produce and a fetch work.

    What already runs in the folder is left running. A second Kafka beside the first one needs a folder of its own.
    """
    with plain_errors():
        settings = load({"kafka_port": port, "data_dir": data_dir})
        running = start_local(settings)
        click.echo(f"Kafka runs on {running.address} (process {running.pid}); its log is {running.log}")
        if settings.broker and not is_same(settings.broker, running.address or ""):
            click.echo(f"Note: commands use {settings.broker}, which is set as the broker, and not this one.", err=True)


@kafka.command()
@DATA_DIR
def stop(data_dir: str | None) -> None:
    """Stop it; its data stays."""
    with plain_errors():
        ran = broker.stop(Path(load({"data_dir": data_dir}).data_dir))
    click.echo("Kafka is stopped; its data stays" if ran else "Kafka did not run")


@kafka.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@DATA_DIR
def status(data_dir: str | None, as_json: bool) -> None:
    """Show whether it runs, and where. The exit code is 1 when it does not."""
    with plain_errors():
        found = broker.status(Path(load({"data_dir": data_dir}).data_dir))
    if as_json:
        shown = {"running": found.pid is not None, "address": found.address, "pid": found.pid, "home": str(found.home)}
        click.echo(msgspec.json.encode(shown))
    elif found.pid is None:
        click.echo(f"Kafka does not run in {found.home}; start it with `rasid kafka start`")
    else:
        click.echo(f"Kafka runs on {found.address} (process {found.pid}); its log is {found.log}")
    if found.pid is None:
        raise SystemExit(1)


def start_local(settings: Settings) -> broker.Status:
    """Start the local Kafka that the settings describe, with a bar on the terminal while its jars are fetched.

    Raises
    ------
    streams.local_kafka.errors.KafkaError
        When it cannot be started; the message says what to do.
    """
    with fetching() as report:
        return broker.start(
            Path(settings.data_dir),
            port=settings.kafka_port,
            heap=settings.kafka_heap,
            max_request_bytes=settings.max_request_bytes,
            progress=report,
        )


def is_same(servers: str, address: str) -> bool:
    """Whether bootstrap servers name the local Kafka at an address, whatever they call this machine."""
    parts = {server.strip().rpartition(":")[::2] for server in servers.split(",")}
    return any(port == address.rpartition(":")[2] and _is_here(host.strip("[]")) for host, port in parts)


def _is_here(host: str) -> bool:
    """Whether a name leads to where the local Kafka listens."""
    try:
        found = {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return not found.isdisjoint(("127.0.0.1", "::1", "0.0.0.0"))  # noqa: S104 - by which a client means this machine


@contextmanager
def fetching() -> Iterator[Report]:
    """Show how far the fetching of the jars is; nothing is shown when nothing has to be fetched."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=console, disable=not console.is_terminal)
    task = bar.add_task("Fetching Kafka's jars", total=None, visible=False)
    told = False

    def report(done: int, total: int) -> None:
        nonlocal told
        if not (told or console.is_terminal):
            click.echo(f"Fetching Kafka's jars: {total}, the first time only", err=True)
        told = True
        bar.update(task, completed=done, total=total, visible=True)

    with bar:
        yield report
