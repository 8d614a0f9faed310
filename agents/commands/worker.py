"""`rasid worker`: run stages until told to stop."""

import asyncio
import sys
from typing import Any

import click

from agents.commands.options import settings_flags
from agents.commands.web_port import any_free_port, with_free_port
from agents.worker import parent
from agents.worker.app import STAGES, create_app
from agents.worker.process import run
from agents.worker.processes import end_with_parent
from streams import kafka_client, topic_admin
from streams.lag import APART
from streams.settings import explain, load

MAX_PROCESSES = 256


@click.command()
@click.argument("stages", nargs=-1, type=click.Choice((*STAGES, *sorted(APART))), metavar="[STAGE]...")
@click.option(
    "--processes",
    type=click.IntRange(1, MAX_PROCESSES),
    default=1,
    show_default=True,
    help="Workers, each a process that uses one core; a single one tags on a second. One that ends is started again.",
)
@click.option("--child", is_flag=True, hidden=True)
@settings_flags
def worker(flags: dict[str, Any], stages: tuple[str, ...], *, processes: int, child: bool) -> None:
    """Run all stages, or only the named ones, until SIGTERM or Ctrl-C.

    \b
    Stages, in the order of the flow:
      clean          pages    -> articles
      tag_entities   articles -> tagged, repeats
      tag_topics     tagged   -> enriched, mentions
      count          mentions -> entity-counts
      group          enriched -> stories
      trend          mentions -> trends
    and, in a worker of its own, with a file of rules (alerts_file):
      alert          enriched, trends -> alerts

    More workers share the partitions: start as many as you like, on as many machines as you like. A worker that fails
    or is stuck exits with a code other than 0, to be started again by whatever watches it.

    http://HOST:PORT/healthz says whether it makes progress, /metrics is for Prometheus (web_host; web_port is the first
    free one from 6066 on unless you set it, --set web_port=0 for none). The log says which port it is.
    """  # noqa: D301 - \b is click's mark for text that is not to be wrapped
    settings = with_free_port(load(flags), chosen=explain(flags)["web_port"].source != "default")
    settings = kafka_client.with_broker(settings)
    asyncio.run(topic_admin.apply(settings))  # here too, so that what is wrong is said in a line before anything starts
    if processes > 1:
        sys.exit(asyncio.run(parent.run(settings, stages, flags, processes, any_free_port)))
    if child:
        end_with_parent()
    run(create_app(settings, stages or STAGES), settings)
    sys.exit(0)
