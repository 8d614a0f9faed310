"""The worker as a process: its app on an event loop until it is told to stop."""

import asyncio
import logging
import signal

import faust

from agents.worker.app import Rasid
from streams.heap import keep_trimmed, settle, share_heap
from streams.settings import Settings

log = logging.getLogger(__name__)


class Worker(faust.Worker):
    """Faust's worker, which says in words that it was told to stop."""

    def _on_sigint(self) -> None:
        log.info("Ctrl-C: what is in flight is finished, then the worker stops")
        self._flag_as_shutdown_by_signal()
        self._schedule_shutdown(signal.SIGINT)

    def _on_sigterm(self) -> None:
        log.info("SIGTERM: what is in flight is finished, then the worker stops")
        self._flag_as_shutdown_by_signal()
        self._schedule_shutdown(signal.SIGTERM)


def run(app: Rasid, settings: Settings) -> None:
    """Run a worker's app until SIGTERM or Ctrl-C; one that fails exits with a code other than 0."""
    share_heap()
    keep_trimmed()
    settle()
    # asyncio's own loop: under uvloop a transport that has just closed ended aiokafka's metadata task without a word.
    Worker(app, loglevel=settings.log_level.upper(), loop=asyncio.new_event_loop()).execute_from_commandline()
