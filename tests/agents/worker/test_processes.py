"""The parent of several processes: it starts them again, and ends them when it is told to."""

import asyncio
import logging
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agents.worker import processes
from agents.worker.processes import Processes, worker_command


def staying(folder: Path, number: int, code: int = 0) -> list[str]:
    """Return the command of a process that says in a file that it is up, and ends with a code when it is told to."""
    up = f"open({str(folder / f'up{number}')!r}, 'w').close()"
    program = f"import signal, sys\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit({code}))\n{up}\nsignal.pause()"
    return [sys.executable, "-c", program]


def up(folder: Path) -> int:
    return len(list(folder.glob("up*")))


async def until_up(folder: Path, count: int) -> None:
    async with asyncio.timeout(60):
        while up(folder) < count:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (3, 1)])
def test_all_are_told_to_stop(tmp_path: Path, code: int, expected: int):
    """Each gets SIGTERM; the parent's code says whether all of them ended well."""

    async def test() -> int:
        parent = Processes([lambda: staying(tmp_path, 1), lambda: staying(tmp_path, 2, code)])
        running = asyncio.create_task(parent.run())
        await until_up(tmp_path, 2)
        parent.stop()
        return await running

    assert asyncio.run(test()) == expected


def test_one_that_ends_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Killed or ended by itself, it comes again, and the others are left alone."""
    monkeypatch.setattr(processes, "FIRST_REST_SECONDS", 0.01)

    async def test() -> tuple[list[int], int]:
        parent = Processes([lambda: staying(tmp_path, 1), lambda: staying(tmp_path, 2)])
        running = asyncio.create_task(parent.run())
        await until_up(tmp_path, 2)
        (tmp_path / "up1").unlink()
        parent.children[0].send(signal.SIGKILL)
        await until_up(tmp_path, 2)
        parent.stop()
        return [child.starts for child in parent.children], await running

    assert asyncio.run(test()) == ([2, 1], 0)


def test_one_that_cannot_start_is_tried_at_growing_distances(monkeypatch: pytest.MonkeyPatch, caplog):
    """The rest doubles up to its limit, so that a worker that fails at once does not keep the machine busy."""
    monkeypatch.setattr(processes, "FIRST_REST_SECONDS", 0.01)
    monkeypatch.setattr(processes, "MAX_REST_SECONDS", 0.03)
    waited: list[float] = []
    wait_for = asyncio.wait_for

    async def note(awaitable, seconds):
        waited.append(seconds)
        return await wait_for(awaitable, seconds)

    async def test() -> int:
        parent = Processes([lambda: [sys.executable, "-c", "raise SystemExit(1)"]])
        running = asyncio.create_task(parent.run())
        async with asyncio.timeout(60):
            while len(waited) < 4:
                await asyncio.sleep(0.01)
        parent.stop()
        return await running

    monkeypatch.setattr(processes.asyncio, "wait_for", note)
    with caplog.at_level(logging.WARNING, logger=processes.log.name):
        asyncio.run(test())
    assert waited[:4] == [0.01, 0.02, 0.03, 0.03]
    assert "process 1 ended with 1" in caplog.text


def test_one_that_cannot_be_started_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A machine that has no process to give just then has one later."""
    monkeypatch.setattr(processes, "FIRST_REST_SECONDS", 0.01)
    commands = iter([[str(tmp_path / "nothing")]])

    async def test() -> tuple[int, int]:
        parent = Processes([lambda: next(commands, staying(tmp_path, 1))])
        running = asyncio.create_task(parent.run())
        await until_up(tmp_path, 1)
        parent.stop()
        return parent.children[0].starts, await running

    assert asyncio.run(test()) == (1, 0)


def test_one_that_is_just_started_is_told_to_stop_too(tmp_path: Path):
    """Who stops amid a start does not wait until the process is killed."""

    async def test() -> int:
        stopping = asyncio.Event()
        child = processes.Child(1, lambda: staying(tmp_path, 1))
        stopping.set()
        return await asyncio.wait_for(child.run_once(stopping), processes.STOP_SECONDS)

    assert asyncio.run(test()) in {0, -signal.SIGTERM}


def test_one_that_does_not_end_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """After its time it gets SIGKILL, and the parent says that not all ended well."""
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.2)
    up = f"open({str(tmp_path / 'up')!r}, 'w')"
    deaf = f"import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n{up}\ntime.sleep(60)"

    async def test() -> int:
        parent = Processes([lambda: [sys.executable, "-c", deaf]])
        running = asyncio.create_task(parent.run())
        await until_up(tmp_path, 1)
        parent.stop()
        return await running

    assert asyncio.run(test()) == 1


def test_a_process_ends_with_its_parent():
    """A parent that was killed leaves nobody behind: the end of the standard input is as good as SIGTERM."""
    program = "from agents.worker.processes import end_with_parent\nimport time\nend_with_parent()\ntime.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == -signal.SIGTERM


def test_a_workers_command_has_the_flags_and_a_port_of_its_own():
    """What was given to the parent is given on, but for where the pages are."""
    command = worker_command(["clean"], {"prefix": "p.", "web_port": "7000"}, 5000)
    assert command[1:] == [
        *("-m", "agents.cli", "worker", "--child", "clean", "--set", "tag_beside=off"),
        *("--set", "prefix=p.", "--set", "web_port=5000"),
        *("--set", "web_host=127.0.0.1"),
    ]
