"""A dashboard as a process: reads the topics, and serves what it knows, until it is told to stop."""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from agents.serve.consume import consume
from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.live.told import take
from agents.serve.model.read_model import ReadModel, positions_in
from agents.serve.model.records import Told
from agents.serve.reading import Reading
from agents.serve.store.database import Database
from agents.serve.store.readers import Readers
from agents.serve.web.app import create_app
from agents.serve.web.context import Context
from agents.serve.web.gate import Rules
from streams.settings import Settings

SWITCH_SECONDS = 0.000_5
"""For how long the thread that writes may keep the interpreter from those that answer; Python's own 5 ms come several
times in each answer."""
STOP_SECONDS = 5
"""How long requests may take once the server is told to stop."""

Read = Callable[[Callable[[Told], None]], Coroutine[None, None, None]]
"""Reads the topics for ever, and tells what it read."""


class _Server(uvicorn.Server):
    """Lets the clients of the live stream go when it stops, which would else keep it for ever."""

    def __init__(self, app: ASGIApp, host: str, port: int, hub: Hub) -> None:
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        super().__init__(config)
        self._hub = hub

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGTERM and Ctrl-C; uvicorn's own way ends the process by the signal, as if it had failed."""
        loop = asyncio.get_running_loop()
        signals = (signal.SIGTERM, signal.SIGINT)
        for number in signals:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in signals:
                loop.remove_signal_handler(number)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


def run(  # noqa: PLR0913 - what can be said of a dashboard
    settings: Settings, *, folder: Path | None, days: int, host: str, port: int, rules: Rules
) -> None:
    """Run a dashboard until SIGTERM or Ctrl-C.

    Parameters
    ----------
    settings
        Where the broker is, and the prefix.
    folder
        Where the store stands; None: in memory.
    days
        How long articles are kept.
    host, port
        Where it is served.
    rules
        Who may ask.

    Raises
    ------
    StoreTakenError
        When another dashboard has the store open.
    ReadingEndedError
        When the process that reads the topics ends by itself.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    with ExitStack() as stack:
        if folder is None:
            database = stack.enter_context(Database(None, settings.prefix))
            context = Context(store=database)
            read: Read = partial(consume, settings, ReadModel(database, days))
        else:
            read = stack.enter_context(Reading(settings, folder, days)).follow
            readers = stack.enter_context(Readers(folder))
            with readers.reading() as db:
                hub = Hub(positions_in(db))
            context = Context(store=readers, hub=hub, status=Status(changed_at=readers.changed_at()))
        server = _Server(create_app(context, rules), host, port, context.hub)
        gc.collect()
        gc.freeze()  # what is loaded stays: each look at all of it would hold answers up for some 20 ms
        asyncio.run(_serve(read(partial(take, hub=context.hub, status=context.status)), server))


async def _serve(read: Coroutine[None, None, None], server: _Server) -> None:
    """Read and serve; when one ends the other is ended too, and a failure is raised."""
    reading = asyncio.create_task(read)
    serving = asyncio.create_task(server.serve())
    await asyncio.wait((reading, serving), return_when=asyncio.FIRST_COMPLETED)
    failed = reading.done()
    server.should_exit = True
    reading.cancel()
    await serving
    if failed:
        await reading
    else:
        with suppress(asyncio.CancelledError):
            await reading
