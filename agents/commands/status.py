"""`rasid status`: how everything stands, on one screen."""

import asyncio
import time
from datetime import UTC, datetime

import click
import msgspec
from rich.console import Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from agents.commands.options import plain_errors, settings_options
from agents.commands.render import clean
from agents.commands.terminal import console
from streams.settings import Settings
from streams.status import Status, look

WATCH_SECONDS = 3.0
"""Between two looks of --watch, besides the time that a look takes."""
WIDE_COLUMNS = 80
WIDE_TITLES = ("written/s", "finished/s", "oldest unfinished")
NARROW_TITLES = ("in/s", "out/s", "oldest")
"""Of rates and times, on a terminal of fewer columns than WIDE_COLUMNS."""


@click.command()
@click.option("--watch", is_flag=True, help="Look again and again, until Ctrl-C.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a look.")
@settings_options
def status(settings: Settings, watch: bool, as_json: bool) -> None:
    """Show how everything stands: broker, topics, workers, lag and rates by stage, tables, the last rejection.

    A look takes some two seconds, over which the rates are taken. The exit code is 1 when there is lag that no worker
    works on.

    \b
    rasid status
    rasid status --watch
    rasid status --json | jq .stages
    """  # noqa: D301 - click's mark
    found = asyncio.run(look(settings))
    if as_json:
        click.echo(msgspec.json.encode(found))
        while watch:
            again = _look_again(settings)
            click.echo(msgspec.json.encode(again if isinstance(again, Status) else {"error": again}))
    elif watch:
        out = console()
        with Live(picture(found, out.width), console=out, auto_refresh=False) as live:
            while True:
                time.sleep(WATCH_SECONDS)
                again = _look_again(settings)
                live.update(picture(again, out.width) if isinstance(again, Status) else Text(again), refresh=True)
    else:
        out = console()
        out.print(picture(found, out.width))
    if not found.members and any(stage.lag for stage in found.stages):
        raise SystemExit(1)


def _look_again(settings: Settings) -> Status | str:
    """Return how everything stands now, or why that cannot be seen: a broker that is away may come back."""
    try:
        with plain_errors():
            return asyncio.run(look(settings))
    except click.ClickException as error:
        return error.message


def picture(found: Status, columns: int) -> Group:
    """Return a status as it is shown on a terminal of so many columns."""
    facts = Table(box=None, pad_edge=False, show_header=False)
    facts.add_column(style="dim", min_width=10)
    facts.add_column(overflow="fold")
    facts.add_row("broker", ", ".join(found.brokers))
    missing = f"; missing: {', '.join(found.missing)}, which `rasid topics apply` makes" if found.missing else ""
    facts.add_row("topics", f"{found.topics} with the prefix {found.prefix}{missing}")
    facts.add_row("workers", _workers(found))
    facts.add_row("rejected", _rejections(found))
    stages = Table(box=None, pad_edge=False, header_style="bold")
    stages.add_column("topic", overflow="fold")
    stages.add_column("read by", style="dim", overflow="fold")
    written, finished, oldest = WIDE_TITLES if columns >= WIDE_COLUMNS else NARROW_TITLES
    for title in ("lag", written, finished):
        stages.add_column(title, justify="right", no_wrap=True)
    stages.add_column(oldest, no_wrap=columns < WIDE_COLUMNS)
    for stage in found.stages:
        rates = (f"{rate:,.1f}" for rate in (stage.written_per_second, stage.finished_per_second))
        stages.add_row(stage.topic, ", ".join(stage.read_by), f"{stage.lag:,}", *rates, _ago(stage.oldest_unfinished))
    tables = Table(box=None, pad_edge=False, header_style="bold")
    tables.add_column("table")
    tables.add_column("records on its topic", justify="right")
    for table in found.tables:
        tables.add_row(table.topic, f"{table.records:,}")
    return Group(facts, Text(), stages, Text(), tables)


def _workers(found: Status) -> str:
    if not found.members:
        return "none; start one with `rasid worker`"
    counts = [f"{m.host} ({sum(map(len, m.partitions.values()))} partitions)" for m in found.members]
    return f"{len(found.members)}, {found.group_state.lower()}: {', '.join(counts)}"


def _rejections(found: Status) -> str:
    last = found.last_rejection
    if last is None:
        return "none"
    return f"{found.rejected:,}; the last by {last.stage}, {last.reason}: {clean(last.detail)[:120]}"


def _ago(moment: str | None) -> str:
    if moment is None:
        return ""
    seconds = max(0, int((datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds()))
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit} ago"
    return f"{seconds} s ago"
