"""The worker as a process: its app on an event loop until it is told to stop."""

import asyncio

import faust

from agents.worker.app import Rasid
from streams.settings import Settings


def run(app: Rasid, settings: Settings) -> None:
    """Run a worker's app until SIGTERM or Ctrl-C; one that fails exits with a code other than 0."""
    # asyncio's own loop: under uvloop a transport that has just closed ended aiokafka's metadata task without a word.
    faust.Worker(app, loglevel=settings.log_level.upper(), loop=asyncio.new_event_loop()).execute_from_commandline()
