"""The process that reads the topics into the store, as the one that serves has it beside."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

import msgspec

from agents.serve.model.records import Told
from agents.serve.reading_process import Asked, Begun
from streams.settings import Settings
from streams.store.folder_lock import StoreTakenError

END_SECONDS = 5.0
"""How long the process may take to end once nobody wants to be told."""

_BEGUN = msgspec.msgpack.Decoder(Begun)
_TOLD = msgspec.msgpack.Decoder(Told)


class ReadingEndedError(RuntimeError):
    """The process that reads the topics has ended by itself."""


class Reading:
    """The process: gone with this one, however that ends. The store is there once it is made.

    Parameters
    ----------
    settings
        Where the broker is, and the prefix.
    folder
        Where the store stands.
    days
        How long articles are kept.

    Raises
    ------
    StoreTakenError
        When another dashboard has the store open.
    ReadingEndedError
        When the process ends before the store is there.
    """

    def __init__(self, settings: Settings, folder: Path, days: int) -> None:
        here, there = socket.socketpair()
        with there:
            # A group of its own: Ctrl-C is for the one that serves.
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-m", "agents.serve.reading_process", str(there.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
                process_group=0,
            )
        self._connection = Connection(here.detach())
        try:
            self._connection.send_bytes(msgspec.msgpack.encode(Asked(settings, str(folder), days)))
            begun = _BEGUN.decode(self._received())
        except BaseException:
            self.close()
            raise
        if begun.error:
            self.close()
            raise StoreTakenError(begun.error)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    async def follow(self, take: Callable[[Told], None]) -> None:
        """Take for ever what the process tells.

        Raises
        ------
        ReadingEndedError
            When it has ended.
        """
        try:
            while True:
                take(_TOLD.decode(await asyncio.to_thread(self._received)))
        finally:
            self._process.terminate()  # or the thread would wait for more

    def _received(self) -> bytes:
        try:
            return self._connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise ReadingEndedError("the process that reads the topics has ended; what it said tells why") from error

    def close(self) -> None:
        """Let the process end."""
        self._process.terminate()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._connection.close()
