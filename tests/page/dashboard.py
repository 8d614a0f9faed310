"""A dashboard that runs in the tests' own process, and gets its records by hand instead of from Kafka."""

import asyncio
import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.live.told import take
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Incoming, Told
from agents.serve.store.database import Database
from agents.serve.web.app import create_app
from agents.serve.web.context import Context
from agents.serve.web.gate import Rules


class Dashboard:
    """The app behind uvicorn, in a thread.

    Parameters
    ----------
    folder
        Where the store stands.
    rules
        Who may ask.
    """

    def __init__(self, folder: Path, rules: Rules | None = None) -> None:
        self._database = Database(folder)
        self._model = ReadModel(self._database)
        self._hub = Hub({})
        self._status = Status()
        self._offsets: dict[str, int] = {}
        self._loop = asyncio.new_event_loop()
        app = create_app(Context(store=self._database, hub=self._hub, status=self._status), rules)
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1))
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="dashboard", daemon=True)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    @property
    def listeners(self) -> int:
        """Tabs that listen to the live stream."""
        return len(self._hub._clients)

    def start(self) -> None:
        """Serve."""
        self._thread.start()

    def stop(self) -> None:
        """Serve no more."""
        self._loop.call_soon_threadsafe(self._hub.close)
        self._server.should_exit = True
        self._thread.join()
        self._database.close()

    def tell(self, topic: str, values: Sequence[tuple[bytes, bytes]]) -> None:
        """Apply records of a topic and hand them to who listens, as the reader of the topics does."""
        first = self._offsets.get(topic, 0)
        self._offsets[topic] = first + len(values)
        now = int(time.time() * 1000)
        records = [Incoming(topic, 0, first + place, now, *one) for place, one in enumerate(values)]
        events = self._model.apply(records, {(topic, 0): self._offsets[topic]})
        told = Told([(topic, 0, self._offsets[topic])], events, pipeline=self._status.pipeline)
        self._loop.call_soon_threadsafe(take, told, self._hub, self._status)

    def fall_behind(self, topic: str, count: int) -> None:
        """Let the workers be so many records behind on a topic."""
        self._status.pipeline = {topic: count}

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._server.serve([self._socket]))
        self._loop.close()
