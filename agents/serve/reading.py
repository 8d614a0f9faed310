"""The process that reads the topics into the store, as the one that serves has it beside."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Self

import msgspec

from agents.serve.model.records import Told
from agents.serve.reading_process import Asked, Begun
from streams.child import Child
from streams.settings import Settings
from streams.store.folder_lock import StoreTakenError

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
        self._child = Child("agents.serve.reading_process")
        try:
            self._child.connection.send_bytes(msgspec.msgpack.encode(Asked(settings, str(folder), days)))
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
        return self._child.process.pid

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
            self._child.process.terminate()  # or the thread would wait for more

    def _received(self) -> bytes:
        try:
            return self._child.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise ReadingEndedError("the process that reads the topics has ended; what it said tells why") from error

    def close(self) -> None:
        """Let the process end."""
        self._child.process.terminate()
        self._child.close()
