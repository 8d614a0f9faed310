"""What befalls workers for long, beside one that nothing befalls."""

import asyncio
import signal
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from tests.faults.scene import Scene
from tests.faults.workers import Worker

PAUSE_SECONDS = 5.0
"""Between each hundred pages."""
LOOK_SECONDS = 5.0
WARM_SHARE = 1 / 3
"""Of the time, in which memories fill and the heap finds its size."""
MAX_GROWTH_MB = 20.0
"""Of resident memory over the rest, as a line through what was measured has it."""
MIN_MINUTES_TO_JUDGE = 10.0
"""Of a soak whose memory is judged: in a shorter one it still fills."""
FAULTS = ("kill", "kills", "kills", "kills", "freeze", "stop", "come")
"""What befalls a worker, one drawn after the other; of three workers on two partitions one has none, of four two.

An hour and a quarter brings a thousand kills."""
KILLS = 12
"""One upon the other, also of workers that start, restore and share out the partitions."""


async def soak(scene: Scene) -> None:
    """Kill, freeze and stop workers, and have others come and go, all but one: its memory must stay flat."""
    steady = scene.workers[0]
    until = time.monotonic() + scene.minutes * 60
    looks: list[tuple[float, float]] = []
    looking = asyncio.create_task(_look(steady, looks))
    befell = Counter[str]()
    try:
        while time.monotonic() < until:
            await scene.under_way()
            fault = scene.chance.choice(FAULTS)
            await _befall(scene, scene.chance.choice(scene.workers[1:]), fault)
            befell[fault] += 1
            await scene.pause(2, 12)
    finally:
        looking.cancel()
    grown, mean = growth(looks)
    kills = befell["kill"] + KILLS * befell["kills"]
    memory = f"{len(looks)} looks, {mean:.0f} MB, {grown:+.1f} MB in the last two thirds"
    print(f"soak: {dict(befell)}, {kills} kills, {memory}")
    if steady.starts > 1:
        scene.wrong["steady"] = f"the worker that nothing befell was started {steady.starts} times"
    if grown > MAX_GROWTH_MB and scene.minutes >= MIN_MINUTES_TO_JUDGE:
        scene.wrong["memory"] = f"{grown:+.1f} MB in the last two thirds, of {mean:.0f}"


async def _befall(scene: Scene, victim: Worker, fault: str) -> None:
    if fault == "kill":
        victim.kill()
        await scene.pause(0, 3)
        victim.start()
    elif fault == "kills":
        for _ in range(KILLS):
            victim.kill()
            victim.start()
            await scene.pause(0.2, 4)
            victim = scene.chance.choice(scene.workers[1:])
    elif fault == "freeze":
        victim.send(signal.SIGSTOP)
        await asyncio.sleep(scene.settings.session_timeout_ms / 1000 + scene.chance.uniform(1, 3))
        victim.send(signal.SIGCONT)
    elif fault == "stop":
        await asyncio.to_thread(victim.stop)
        victim.start()
    else:
        another = scene.start()
        await scene.pause(5, 20)
        await asyncio.to_thread(another.stop)
        scene.workers.remove(another)


async def _look(worker: Worker, looks: list[tuple[float, float]]) -> None:
    while True:
        looks.append((time.monotonic(), worker.resident_mb()))
        await asyncio.sleep(LOOK_SECONDS)


def growth(looks: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return by how many MB memory has grown behind the warm part, as a straight line has it, and the mean there."""
    warm = looks[0][0] + (looks[-1][0] - looks[0][0]) * WARM_SHARE
    later = [look for look in looks if look[0] >= warm]
    times, sizes = zip(*later, strict=True)
    slope = statistics.linear_regression(times, sizes).slope
    return slope * (times[-1] - times[0]), statistics.fmean(sizes)
