"""The process that reads the topics into the store, beside the one that serves: Python runs one thread at a time.

Run as `python -m agents.serve.reading_process DESCRIPTOR`, by `agents.serve.reading` alone. It ends when
the descriptor's other end is closed, however that comes about.
"""

import asyncio
import logging
import os
import sys
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from agents.serve.consume import consume
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Told
from agents.serve.store.database import Database
from streams.settings import Settings
from streams.store.folder_lock import FolderLock, StoreTakenError

NICER = 5
"""By how much the process gives way to the one that serves: who asks waits for an answer, what comes in can."""


class Asked(msgspec.Struct, array_like=True):
    """What the process is asked to do."""

    settings: Settings
    folder: str
    days: int


class Begun(msgspec.Struct, array_like=True):
    """The first thing that the process says: the store is there, or why not."""

    error: str = ""


def main(descriptor: int) -> None:
    """Read the topics for ever, and tell what was read."""
    with Connection(descriptor) as connection, ExitStack() as stack:
        asked = msgspec.msgpack.decode(connection.recv_bytes(), type=Asked)
        logging.basicConfig(
            level=asked.settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
        )
        folder = Path(asked.folder)
        try:
            stack.callback(FolderLock(folder).release)
        except StoreTakenError as error:
            connection.send_bytes(msgspec.msgpack.encode(Begun(str(error))))
            return
        os.nice(NICER)
        model = ReadModel(stack.enter_context(Database(folder, asked.settings.prefix)), asked.days)
        connection.send_bytes(msgspec.msgpack.encode(Begun()))
        asyncio.run(_read(asked.settings, model, connection))


async def _read(settings: Settings, model: ReadModel, connection: Connection) -> None:
    # Nothing comes but the end. What is half written then is undone by who opens the store next.
    asyncio.get_running_loop().add_reader(connection.fileno(), os._exit, 0)

    def tell(told: Told) -> None:
        connection.send_bytes(msgspec.msgpack.encode(told))

    await consume(settings, model, tell)


if __name__ == "__main__":
    main(int(sys.argv[1]))
