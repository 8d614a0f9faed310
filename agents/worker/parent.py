"""The parent of several workers: its processes, its pages, and the signals that end both."""

import asyncio
import logging
import logging.config
import signal
from collections.abc import Callable, Sequence
from typing import Any

from agents.worker import logs
from agents.worker.processes import Child, Processes, worker_command
from agents.worker.processes_web import Pages
from streams.settings import Settings

log = logging.getLogger(__name__)


async def run(
    settings: Settings, stages: Sequence[str], flags: dict[str, Any], count: int, free_port: Callable[[], int]
) -> int:
    """Run several workers until SIGTERM or Ctrl-C; return 0 when all of them ended well, else 1.

    Parameters
    ----------
    settings
        The parent's: where its pages are, and how it logs.
    stages
        Those that each worker runs; none: all.
    flags
        Settings that were given on the command line, for the workers.
    count
        How many.
    free_port
        Gives a port of this machine for a worker's own pages.
    """
    logging.config.dictConfig(logs.config(settings))
    ports: dict[int, int] = {}

    def command_of(number: int) -> Callable[[], list[str]]:
        def command() -> list[str]:
            ports[number] = free_port() if settings.web_port else 0
            return worker_command(stages, flags, ports[number])

        return command

    processes = Processes([command_of(number) for number in range(1, count + 1)])

    def port_of(child: Child) -> int:
        return ports.get(child.number, 0)

    runner = (
        await Pages(processes.children, port_of).serve(settings.web_host, settings.web_port)
        if settings.web_port
        else None
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, processes, number)
    where = f"; http://{settings.web_host}:{settings.web_port}/healthz and /metrics" if runner else ""
    log.info("%s workers%s", count, where)
    try:
        return await processes.run()
    finally:
        if runner is not None:
            await runner.cleanup()


def _stop(processes: Processes, number: signal.Signals) -> None:
    log.info("%s: every worker finishes what is in flight, then they stop", number.name)
    processes.stop()
