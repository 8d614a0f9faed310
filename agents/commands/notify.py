"""`rasid notify`: alerts to mail, chat and webhooks."""

import asyncio
import logging.config
from contextlib import closing
from pathlib import Path

import click
import msgspec
from prometheus_client import start_http_server

from agents.alert.rules_file import LiveRules
from agents.commands.options import settings_options
from agents.notify.outbox import Outbox
from agents.notify.run import Delivery, address, collect, send
from streams import kafka_client
from streams.settings import Settings, SettingsError

FILE = "notify.sqlite"


@click.command()
@click.option("--test", is_flag=True, help="Send one message to every channel, say whether it went, and end.")
@click.option("--show", is_flag=True, help="Say by channel what waits, was sent, failed and was given up, and end.")
@click.option(
    "--metrics-port", type=click.IntRange(1, 65_535), help="Serve Prometheus metrics there, on the address web_host."
)
@settings_options
def notify(settings: Settings, *, test: bool, show: bool, metrics_port: int | None) -> None:
    """Send alerts to the channels of the file of rules (alerts_file), until SIGTERM or Ctrl-C.

    What was sent is remembered in a file under data_dir, so that nothing is sent again after a restart; a message that
    does not get through is tried for about a day. Only when the process is killed between a sending and its note can
    one message come twice. The first start begins with the alerts that come from then on.

    \b
    rasid alerts example > alerts.toml
    rasid notify --set alerts_file=alerts.toml --test
    rasid notify --set alerts_file=alerts.toml
    """  # noqa: D301 - click's mark
    if show:
        with closing(Outbox(Path(settings.data_dir) / FILE)) as outbox:
            click.echo(msgspec.json.encode(outbox.counts()))
        return
    if not settings.alerts_file:
        raise SettingsError("alerts_file: name the file of rules and channels; `rasid alerts example` writes one")
    live = LiveRules(Path(settings.alerts_file))
    if not live.rules.channel:
        raise SettingsError(f"{settings.alerts_file}: no [[channel]] to send to; `rasid alerts example` shows how")
    for channel in live.rules.channel:
        address(channel)
    if test:
        raise SystemExit(asyncio.run(_try(live)))
    # Here, not before: a command that only looks logs nothing.
    from agents.worker import logs  # noqa: PLC0415

    logging.config.dictConfig(logs.config(settings))
    if metrics_port is not None:
        start_http_server(metrics_port, settings.web_host)
    with closing(Outbox(Path(settings.data_dir) / FILE)) as outbox:
        asyncio.run(_run(kafka_client.with_broker(settings), live, outbox))


async def _run(settings: Settings, live: LiveRules, outbox: Outbox) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(collect(settings, live, outbox))
        group.create_task(Delivery(live, outbox).run())


async def _try(live: LiveRules) -> int:
    """Return 0 when a message went to every channel, else 1."""
    failed = 0
    for channel in live.rules.channel:
        went = await send(channel, "Rasid", "A message to see whether this channel works.")
        click.echo(f"{channel.id}: {'sent' if went else 'not sent'}")
        failed |= not went
    return int(failed)
