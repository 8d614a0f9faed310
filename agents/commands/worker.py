"""`rasid worker`: run stages until told to stop."""

import asyncio
import socket
import sys

import click

from agents.commands.options import settings_options
from agents.worker.app import STAGES, create_app
from agents.worker.process import run
from streams import topics
from streams.lag import APART
from streams.settings import Settings


@click.command()
@click.argument("stages", nargs=-1, type=click.Choice((*STAGES, *sorted(APART))), metavar="[STAGE]...")
@settings_options
def worker(settings: Settings, stages: tuple[str, ...]) -> None:
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

    http://HOST:PORT/healthz says whether it makes progress, /metrics is for Prometheus (web_host, web_port; a port of
    its own for each worker on a machine, or --set web_port=0 for none).
    """  # noqa: D301 - \b is click's mark for text that is not to be wrapped
    _check_port(settings)
    asyncio.run(topics.apply(settings))  # here too, so that what is wrong is said in a line before anything starts
    run(create_app(settings, stages or STAGES), settings)
    sys.exit(0)


def _check_port(settings: Settings) -> None:
    """Look whether the port of /metrics and /healthz can be had; a second worker on a machine has to take another.

    Raises
    ------
    click.ClickException
        When nothing could listen there now.
    """
    if not settings.web_port:
        return
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.web_host, settings.web_port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise click.ClickException(
            f"cannot serve /healthz and /metrics on {settings.web_host}:{settings.web_port} ({error.strerror}); choose "
            "another port with --set web_port=N, or none with --set web_port=0"
        ) from error
