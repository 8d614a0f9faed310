"""`rasid tail`: what flows on a topic, as it comes."""

import asyncio
import base64
from contextlib import aclosing, suppress
from typing import Any

import click
import orjson
from aiokafka import ConsumerRecord

from agents.commands.completion import complete_topic
from agents.commands.options import settings_options
from agents.commands.render import pretty
from agents.commands.terminal import console, show
from streams.settings import Settings
from streams.topic_reader import scan
from streams.topics import TOPICS


@click.command()
@click.argument("topic", metavar="TOPIC", shell_complete=complete_topic)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: each record's value as it is.")
@click.option("--meta", is_flag=True, help="With --json: key, partition, offset and timestamp around the value.")
@click.option(
    "--from",
    "start",
    type=click.Choice(["beginning", "end"]),
    default="end",
    show_default=True,
    help="Where to begin: with what is there, or with what comes.",
)
@click.option("--key", metavar="K", help="Only the records with this key: an article's or an entity's id.")
@click.option("-n", "limit", type=click.IntRange(1), metavar="N", help="End after N records.")
@click.option("--no-follow", is_flag=True, help="End where the topic ends now, instead of waiting for more.")
@settings_options
def tail(  # noqa: PLR0913 - a flag each
    *,
    settings: Settings,
    topic: str,
    as_json: bool,
    meta: bool,
    start: str,
    key: str | None,
    limit: int | None,
    no_follow: bool,
) -> None:
    """Show what flows on a topic.

    TOPIC is a name without the prefix: pages, articles, tagged, enriched, repeats, mentions, entity-counts, stories, …;
    `rasid topics list` says what is on each. Only what is committed is shown. It runs until it is stopped with
    Ctrl-C, unless -n or --no-follow say otherwise.

    \b
    rasid tail enriched
    rasid tail enriched --json --from beginning --no-follow > enriched.jsonl
    rasid tail entity-counts --key loc:russia --from beginning --no-follow
    """  # noqa: D301 - click's mark
    name = topic.removeprefix(settings.prefix) if topic.removeprefix(settings.prefix) in TOPICS else topic
    out = console()

    def take(record: ConsumerRecord) -> None:
        if as_json:
            click.echo(as_line(record, meta=meta))
        else:
            show(out, pretty(name, record.key, record.value))

    wanted = key.encode() if key is not None else None
    with suppress(KeyboardInterrupt):
        asyncio.run(_tail(settings, name, take, wanted, limit, from_end=start == "end", follow=not no_follow))


async def _tail(  # noqa: PLR0913 - a flag each
    settings: Settings, name: str, take: Any, key: bytes | None, limit: int | None, *, from_end: bool, follow: bool
) -> None:
    shown = 0
    async with aclosing(scan(settings, name, from_end=from_end, follow=follow)) as records:
        async for record in records:
            if key is not None and record.key != key:
                continue
            take(record)
            shown += 1
            if shown == limit:
                break


def as_line(record: ConsumerRecord, *, meta: bool = False) -> bytes:
    """Return a record's value as one line of JSON; a value that is no JSON stands in it as base64."""
    try:
        value = orjson.dumps(orjson.loads(record.value)) if record.value is not None else b"null"
    except orjson.JSONDecodeError:
        value = orjson.dumps({"value_base64": base64.b64encode(record.value).decode()})
    if not meta:
        return value
    around = {
        "key": record.key.decode("utf-8", "replace") if record.key is not None else None,
        "partition": record.partition,
        "offset": record.offset,
        "timestamp": record.timestamp,
        "value": orjson.Fragment(value),
    }
    return orjson.dumps(around)
