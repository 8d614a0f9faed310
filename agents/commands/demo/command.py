"""`rasid demo`: a Kafka, a worker and the project's sample pages; what comes out of them, on one screen."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from types import FrameType
from typing import Any

import click
import msgspec
from aiokafka.admin import AIOKafkaAdminClient
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from agents.commands import terminal
from agents.commands.dashboard import ADDRESS, PORT, check_port, serve
from agents.commands.demo.tables import Output, show
from agents.commands.kafka import start_local
from agents.commands.options import settings_flags
from agents.push.pages import Pages
from agents.push.send import push
from streams import kafka_client, topic_admin
from streams.lag import group, lag
from streams.local_kafka import broker
from streams.records.codec import Codec
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings, load
from streams.topic_reader import scan

SAMPLES = ("pages.jsonl", "bad-pages.jsonl")
PREFIX = "demo-"
ASSIGNED = ": assigned "
"""What a worker logs once it has partitions."""
PARTITIONS = 4
READY_SECONDS = 60
THROUGH_SECONDS = 180
STOP_SECONDS = 30


@click.command(short_help="Show Rasid at work on its sample pages.")
@click.option(
    "--dashboard", "with_dashboard", is_flag=True, help="Show it all on a dashboard afterwards, until Ctrl-C."
)
@settings_flags
def demo(flags: Mapping[str, Any], with_dashboard: bool) -> None:
    """Show Rasid at work on its sample pages, from a Kafka that is not there yet to counted entities.

    Starts a local Kafka (unless a broker is set or it runs), makes topics with a prefix of their own, starts a worker,
    pushes the sample pages (invented outlets, several subjects, some bad inputs), waits until all are through, and
    shows what came out. The worker is stopped in the end; the local Kafka goes on, so that you can look around.
    With --dashboard the worker goes on for as long as the dashboard is looked at.
    """
    console = terminal.console()
    settings = load(flags)
    if with_dashboard:
        check_port("127.0.0.1", PORT)
    is_local = not settings.broker
    if is_local:
        before = broker.status(Path(settings.data_dir))
        running = before if before.address is not None else start_local(settings)
        console.print(f"Kafka runs on {running.address}")
    try:
        _show(settings, console, is_local=is_local, with_dashboard=with_dashboard)
    except (KeyboardInterrupt, click.ClickException):
        if is_local:
            console.print("\nThe worker is stopped; the local Kafka goes on. `rasid kafka stop` stops it.")
        raise


def _show(settings: Settings, console: Console, *, is_local: bool, with_dashboard: bool) -> None:
    settings = msgspec.structs.replace(
        settings,
        broker=kafka_client.bootstrap(settings),
        prefix=f"{PREFIX}{datetime.now(UTC):%Y%m%d%H%M%S}.",
        article_partitions=PARTITIONS,
        entity_partitions=PARTITIONS,
    )
    if is_local:
        asyncio.run(_forget_earlier(settings))
    made = asyncio.run(topic_admin.apply(settings))
    console.print(f"{len(made)} topics made, with the prefix {settings.prefix}")
    log = Path(settings.data_dir) / "demo-worker.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with _worker(settings, log):
        _wait_ready(settings, log)
        console.print(f"a worker runs all stages; its log is {log}\n")
        output = asyncio.run(_run(settings, console))
        show(output, settings, console, is_local=is_local)
        if with_dashboard:
            console.print(f"\nThe dashboard is at {ADDRESS}; Ctrl-C ends it", markup=False, highlight=False)
            serve(settings)


@contextmanager
def _worker(settings: Settings, log: Path) -> Iterator[None]:
    names = ("broker", "prefix", "article_partitions", "entity_partitions", "data_dir")
    changed = [part for name in names for part in ("--set", f"{name}={getattr(settings, name)}")]
    command = [sys.executable, "-m", "agents.cli", "worker", *changed, "--set", "web_port=0"]
    held = _Interrupt()
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:  # noqa: S603 - our own
        try:
            held.let()
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


class _Interrupt:
    """Ctrl-C, held back from now on: it would leave a process behind that is just being started."""

    def __init__(self) -> None:
        self._has_come = False
        self._handler = signal.signal(signal.SIGINT, self._hold)

    def _hold(self, _number: int, _frame: FrameType | None) -> None:
        self._has_come = True

    def let(self) -> None:
        """Let it do again what it does, and do so at once if it has come."""
        signal.signal(signal.SIGINT, self._handler)
        if self._has_come:
            raise KeyboardInterrupt


async def _forget_earlier(settings: Settings) -> None:
    """Delete the topics of earlier demos; only ever called for the local Kafka."""
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    await admin.start()
    try:
        earlier = [name for name in await admin.list_topics() if name.startswith(PREFIX)]
        if earlier:
            await admin.delete_topics(earlier)
    finally:
        await admin.close()


def _wait_ready(settings: Settings, log: Path) -> None:
    """Wait until the worker has its partitions.

    Raises
    ------
    click.ClickException
        When it does not get them in time.
    """
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if ASSIGNED in log.read_text(encoding="utf-8", errors="replace"):
            return
        time.sleep(0.2)
    raise click.ClickException(f"the worker of {group(settings)} is not ready after {READY_SECONDS} s; see {log}")


async def _run(settings: Settings, console: Console) -> Output:
    samples = [str(files("agents.commands.demo") / name) for name in SAMPLES]
    began = time.monotonic()
    summary = await push(Pages(samples, settings.max_request_bytes), settings)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages through", total=summary.pushed)
        while behind := await lag(settings):
            waiting = sum(n for name, n in behind.items() if name.startswith("pages["))
            bar.update(task, completed=max(0, summary.pushed - waiting))
            if time.monotonic() - began > THROUGH_SECONDS:
                raise click.ClickException(f"not through after {THROUGH_SECONDS} s; behind: {behind}")
            await asyncio.sleep(0.1)
    seconds = time.monotonic() - began
    enriched = [Codec(EnrichedArticle).decode(record.value) async for record in scan(settings, "enriched")]
    repeats = [record async for record in scan(settings, "repeats")]
    rejected = [Codec(Rejected).decode(record.value) async for record in scan(settings, "rejected")]
    return Output(summary.pushed, seconds, enriched, len(repeats), rejected)
