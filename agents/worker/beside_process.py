"""The process beside a worker's: it loads what answers, then answers until the worker is there no more.

Run as `python -m agents.worker.beside_process MODULE FUNCTION DESCRIPTOR`, by `agents.worker.beside` alone.
"""

import importlib
import logging.config
import sys
from multiprocessing.connection import Connection

import msgspec

from agents.table_stage import Answer
from agents.worker import logs
from streams.heap import keep_trimmed, settle, share_heap
from streams.rejection import Reason, Reject
from streams.settings import Settings, SettingsError


class Loaded(msgspec.Struct, array_like=True):
    """The first thing that the process says."""

    error: str = ""
    """What is wrong with the settings, or a file that they name."""


class Answered(msgspec.Struct, array_like=True):
    """An answer on its way: a value, or a rejection."""

    value: bytes = b""
    reason: Reason | None = None
    detail: str = ""

    def taken(self) -> bytes | Reject:
        """Return it as a stage takes it."""
        return self.value if self.reason is None else Reject(self.reason, self.detail)


def main(module: str, function: str, descriptor: int) -> None:
    """Answer what comes in by a descriptor, until it is closed."""
    share_heap()
    keep_trimmed()
    with Connection(descriptor) as connection:
        settings = msgspec.msgpack.decode(connection.recv_bytes(), type=Settings)
        logging.config.dictConfig(logs.config(settings))
        try:
            answer: Answer = getattr(importlib.import_module(module), function)(settings)
        except (SettingsError, OSError) as error:
            connection.send_bytes(msgspec.msgpack.encode(Loaded(str(error))))
            return
        settle()
        connection.send_bytes(msgspec.msgpack.encode(Loaded()))
        questions = msgspec.msgpack.Decoder(list[bytes])
        while True:
            try:
                frame = connection.recv_bytes()
            except (EOFError, OSError):
                return
            answers = [_answered(result) for result in answer(questions.decode(frame))]
            connection.send_bytes(msgspec.msgpack.encode(answers))


def _answered(result: bytes | Reject) -> Answered:
    return Answered(reason=result.reason, detail=result.detail) if isinstance(result, Reject) else Answered(result)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
