"""What befalls workers: killed, frozen, stopped, started, added, removed."""

import asyncio
import os
import signal
import time

from agents.worker.app import STAGES
from tests.faults.scene import Scene
from tests.faults.workers import Worker

ENDED_SECONDS = 120
"""In which a worker must have ended that cannot go on."""
DEATHS = 10
"""Of workers that die in commits."""
DROPS = 3
"""Of records on their way to a stage; each ends a worker."""
STALLED_SECONDS = 240
"""In which a worker that makes no progress must have ended."""


async def kill(scene: Scene) -> None:
    """Kill a worker at a random moment of its work, three times."""
    for _ in range(3):
        await scene.under_way()
        await scene.pause(0, 2)
        victim = scene.chance.choice(scene.workers)
        victim.kill()
        await scene.pause(0, 1)
        victim.start()


async def kill_apart(scene: Scene) -> None:
    """Kill workers of one stage each, at random moments of their work, each once."""
    for stage in STAGES:
        scene.start(stage)
    for victim in scene.chance.sample(scene.workers, len(STAGES)):
        await scene.under_way()
        await scene.pause(0, 2)
        victim.kill()
        await scene.pause(0, 1)
        victim.start()


async def kill_in_commits(scene: Scene) -> None:
    """Have two workers die in commits, each life in another one, and start them again; then two that do not."""
    await _die(scene, "dying", DEATHS)


async def drop(scene: Scene) -> None:
    """Have two workers drop a record each life, for which they must end by themselves; then two that do not."""
    await _die(scene, "dropping", DROPS)


async def _die(scene: Scene, mutation: str, deaths: int) -> None:
    """Start two workers that end by themselves, so often, and then two that do not."""
    dying = [scene.start(mutation=mutation) for _ in range(2)]
    await scene.under_way()
    deadline = time.monotonic() + deaths * ENDED_SECONDS
    while sum(worker.starts for worker in dying) < len(dying) + deaths:
        if time.monotonic() > deadline:
            raise AssertionError(f"workers that must end lived on: {[worker.starts for worker in dying]} starts")
        for worker in dying:
            worker.revive()
        await asyncio.sleep(0.2)
    for worker in dying:
        worker.kill()
        scene.workers.remove(worker)
        scene.start()


async def kill_while_starting(scene: Scene) -> None:
    """Kill workers over and over while they start, restore their tables and share out the partitions."""
    for _ in range(3):
        await scene.under_way()
        for _ in range(5):
            victim = scene.chance.choice(scene.workers)
            victim.kill()
            victim.start()
            await scene.pause(0, 8)


async def kill_beside(scene: Scene) -> None:
    """Kill the processes that tag entities beside workers; each worker must end by itself, for another to go on."""
    for worker in list(scene.workers):
        await scene.under_way()
        await scene.pause(0, 2)
        (beside,) = worker.children()
        os.kill(beside, signal.SIGKILL)
        code = await asyncio.to_thread(worker.process.wait, ENDED_SECONDS)
        if code == os.EX_OK:
            raise AssertionError("a worker ended as if it had been told to, when nothing tagged for it any more")
        worker.start()


async def freeze(scene: Scene) -> None:
    """Stop a worker for longer than its session lasts, and let it go on as a zombie, twice."""
    for _ in range(2):
        await _freeze(scene, scene.chance.choice(scene.workers))


async def stand_by(scene: Scene) -> None:
    """Freeze each of three workers on two partitions in turn: the one that has none takes over, and so on."""
    for worker in list(scene.workers):
        await _freeze(scene, worker)


async def _freeze(scene: Scene, victim: Worker) -> None:
    await scene.under_way()
    await scene.pause(0, 2)
    victim.send(signal.SIGSTOP)
    await asyncio.sleep(scene.settings.session_timeout_ms / 1000 + scene.chance.uniform(1, 3))
    victim.send(signal.SIGCONT)
    await asyncio.sleep(1)
    victim.revive()


async def roll(scene: Scene) -> None:
    """Stop one worker after the other by SIGTERM, and start it again, as a new version is rolled out."""
    for worker in list(scene.workers):
        await scene.under_way()
        code = await asyncio.to_thread(worker.stop)
        if code != os.EX_OK:
            raise AssertionError(f"SIGTERM ended a worker with {code}: {worker.log()[-2000:]}")
        worker.start()


async def come_and_go(scene: Scene) -> None:
    """Add and take away workers every few seconds."""
    await scene.under_way()
    for _ in range(6):
        if len(scene.workers) > 1 and scene.chance.random() < 0.5:
            leaving = scene.workers.pop(scene.chance.randrange(len(scene.workers)))
            await asyncio.to_thread(leaving.stop)
        else:
            scene.start()
        await scene.pause(1, 5)
    await scene.under_way()
    if ended := sum(worker.starts - 1 for worker in scene.started):
        scene.wrong["workers"] = f"{ended} ended by themselves, and nothing befell them"


async def shift_clocks(scene: Scene) -> None:
    """Have two workers' clocks go an hour before and after the brokers', and kill each once."""
    for clock in ("clock-ahead", "clock-behind"):
        scene.start(mutation=clock)
    for victim in list(scene.workers):
        await scene.under_way()
        victim.kill()
        victim.start()


async def stall(scene: Scene) -> None:
    """Have a worker's commits hang for ever; it must end by itself, for another one to go on."""
    stalled = scene.start(mutation="stalling")
    deadline = time.monotonic() + STALLED_SECONDS
    while stalled.process.poll() is None:
        if time.monotonic() > deadline:
            raise AssertionError("the worker lives, and makes no progress")
        await asyncio.sleep(0.5)
    scene.workers.remove(stalled)
    scene.start()
    if not stalled.process.returncode:
        raise AssertionError("the worker ended as if it had been told to, and made no progress")
