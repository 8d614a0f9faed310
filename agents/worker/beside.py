"""A process beside the worker's, which does a stage's costly function on a core of its own."""

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from agents.table_stage import Answer
from agents.worker.beside_process import Answered, Loaded
from streams import metrics
from streams.child import Child
from streams.rejection import Reject
from streams.settings import Settings, SettingsError

CPU_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Where Linux says how much processor time a container may take: microseconds, of how many."""
MIN_CORES = 2

_ANSWERS = msgspec.msgpack.Decoder(list[Answered])
_LOADED = msgspec.msgpack.Decoder(Loaded)


class BesideEndedError(Exception):
    """The process beside the worker's has ended by itself."""


class Beside:
    """The process: started and loaded at once, asked in turn, gone with this one however that ends.

    Parameters
    ----------
    answering
        Makes what answers, from the settings; a module's own function.
    settings
        The worker's.

    Raises
    ------
    SettingsError
        When what is needed cannot be loaded as the settings say.
    BesideEndedError
        When the process ends before it is ready.
    """

    def __init__(self, answering: Callable[[Settings], Answer], settings: Settings) -> None:
        self._child = Child("agents.worker.beside_process", answering.__module__, answering.__qualname__)
        self._asking = ThreadPoolExecutor(1, "beside")
        """Asks one thing after the other, and the next one without a turn of the event loop between."""
        loaded = _LOADED.decode(self._ask(msgspec.msgpack.encode(settings)))
        if loaded.error:
            self.close()
            raise SettingsError(loaded.error)
        metrics.BESIDE_BYTES.set_function(self.resident_bytes)

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.process.pid

    def resident_bytes(self) -> int:
        """Return how much memory it has; 0 when it is gone."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGESIZE")

    async def answer(self, questions: Sequence[bytes]) -> list[bytes | Reject]:
        """Return an answer to each question.

        Raises
        ------
        BesideEndedError
            When the process is there no more.
        """
        frame = await asyncio.get_running_loop().run_in_executor(
            self._asking, self._ask, msgspec.msgpack.encode(questions)
        )
        return [answered.taken() for answered in _ANSWERS.decode(frame)]

    def _ask(self, frame: bytes) -> bytes:
        try:
            self._child.connection.send_bytes(frame)
            return self._child.connection.recv_bytes()
        except (OSError, EOFError) as error:
            self.close()
            code = self._child.process.returncode
            raise BesideEndedError(f"the process that tags beside this one has ended with {code}") from error

    def close(self) -> None:
        """Let the process end."""
        self._child.close()


def pays(settings: Settings) -> bool:
    """Whether a stage's function should have a process beside the worker's: as set, else where there are two cores."""
    if settings.tag_beside != "auto":
        return settings.tag_beside == "on"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _quota()) >= MIN_CORES


def _quota() -> float:
    """Return how many cores' time this container may take."""
    try:
        most, period = CPU_QUOTA.read_text(encoding="ascii").split()
        return int(most) / int(period)
    except (OSError, ValueError):  # not there, or `max`
        return float("inf")
