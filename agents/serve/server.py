"""A dashboard as a process: reads the topics, and serves what it knows, until it is told to stop."""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from agents.serve.consume import consume
from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.model.read_model import ReadModel
from agents.serve.store.database import Database
from agents.serve.web.app import create_app
from agents.serve.web.context import Context
from agents.serve.web.gate import Rules
from streams.settings import Settings
from streams.store.folder_lock import FolderLock

SWITCH_SECONDS = 0.000_5
"""For how long the thread that writes may keep the interpreter from those that answer; Python's own 5 ms come several
times in each answer."""
STOP_SECONDS = 5
"""How long requests may take once the server is told to stop."""


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
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    with ExitStack() as stack:
        if folder is not None:
            stack.callback(FolderLock(folder).release)
        database = stack.enter_context(Database(folder, settings.prefix))
        model = ReadModel(database, days)
        context = Context(model=model, hub=Hub(model.positions()), status=Status(changed_at=database.changed_at()))
        server = _Server(create_app(context, rules), host, port, context.hub)
        gc.collect()
        gc.freeze()  # what is loaded stays: each look at all of it would hold answers up for some 20 ms
        asyncio.run(_serve(settings, context, server))


async def _serve(settings: Settings, context: Context, server: _Server) -> None:
    """Read and serve; when one ends the other is ended too, and a failure is raised."""
    reading = asyncio.create_task(consume(settings, context.model, context.hub, context.status))
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
