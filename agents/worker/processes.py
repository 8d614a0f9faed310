"""Several workers of one group as processes of one parent, which starts again what ends and passes SIGTERM on."""

import asyncio
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

log = logging.getLogger(__name__)
FIRST_REST_SECONDS = 1.0
"""Between the end of a process and its next start; doubled each time that it ends soon again."""
MAX_REST_SECONDS = 60.0
WELL_SECONDS = 60.0
"""A process that ran for so long was well: the next rest is the first one again."""
STOP_SECONDS = 40.0
"""How long processes may take to finish what they hold, until they are killed."""


class Child:
    """One of the processes.

    Parameters
    ----------
    number
        Which one it is, from 1.
    command
        What it runs; it is asked anew at each start.
    """

    def __init__(self, number: int, command: Callable[[], Sequence[str]]) -> None:
        self.number = number
        self.starts = 0
        self._command = command
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """Its process id; None while it does not run."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if running and self._process is not None else None

    async def run_once(self, stopping: asyncio.Event) -> int:
        """Start it, and wait for its end; return its exit code.

        Parameters
        ----------
        stopping
            Set when all are to stop: one that was just about to start is told then.

        Raises
        ------
        OSError
            When it cannot be started.
        """
        # It ends when its standard input does: a parent that was killed leaves nobody behind. A session of its own, so
        # that Ctrl-C reaches the parent alone.
        self._process = await asyncio.create_subprocess_exec(
            *self._command(), stdin=asyncio.subprocess.PIPE, start_new_session=True
        )
        self.starts += 1
        if stopping.is_set():
            self.send(signal.SIGTERM)
        return await self._process.wait()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal, if it runs."""
        if self._process is not None and self.pid is not None:
            self._process.send_signal(number)


class Processes:
    """The parent's view of its processes.

    Parameters
    ----------
    commands
        What each of them runs.
    """

    def __init__(self, commands: Sequence[Callable[[], Sequence[str]]]) -> None:
        self.children = [Child(number, command) for number, command in enumerate(commands, 1)]
        self._stopping = asyncio.Event()
        self._clean = True

    async def run(self) -> int:
        """Keep them running until `stop`; return 0 when all of them ended well then, else 1."""
        running = [asyncio.create_task(self._keep(child)) for child in self.children]
        await self._stopping.wait()
        for child in self.children:
            child.send(signal.SIGTERM)
        _, late = await asyncio.wait(running, timeout=STOP_SECONDS)
        if late:
            log.warning("%s processes did not end in %s s and are killed", len(late), STOP_SECONDS)
            for child in self.children:
                child.send(signal.SIGKILL)
        await asyncio.gather(*running)
        return 0 if self._clean else 1

    def stop(self) -> None:
        """Have them finish what they hold, and start none again."""
        self._stopping.set()

    async def _keep(self, child: Child) -> None:
        rest = FIRST_REST_SECONDS
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                code: int | str = await child.run_once(self._stopping)
            except OSError as error:
                code = str(error)
            if self._stopping.is_set():
                self._clean = self._clean and code == 0
                return
            if time.monotonic() - began > WELL_SECONDS:
                rest = FIRST_REST_SECONDS
            log.warning("process %s ended with %s; it is started again in %.0f s", child.number, code, rest)
            try:
                await asyncio.wait_for(self._stopping.wait(), rest)
            except TimeoutError:
                rest = min(rest * 2, MAX_REST_SECONDS)


def worker_command(stages: Sequence[str], flags: dict[str, Any], port: int) -> list[str]:
    """Return the command of one worker of several.

    Parameters
    ----------
    stages
        Those that it runs; none: all.
    flags
        Settings that the parent was given; the environment and `.env` are read by each process itself.
    port
        Where its own pages are, for the parent alone; 0: nowhere.
    """
    # Several workers have enough to do for the cores; one that was told otherwise does as it was told.
    own = {"tag_beside": "off"} | flags | {"web_host": "127.0.0.1", "web_port": port}
    assigned = [part for name, value in own.items() for part in ("--set", f"{name}={value}")]
    return [sys.executable, "-m", "agents.cli", "worker", "--child", *stages, *assigned]


def end_with_parent() -> None:
    """Have this process end as by SIGTERM when its standard input ends, as it does with its parent."""

    def wait() -> None:
        while os.read(0, 1024):  # not sys.stdin, whose lock would be held when the interpreter ends
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="parent").start()
