"""What befalls brokers: killed, alone, with two others, as the controller, or all of them."""

import asyncio

from tests.faults.cases.topics import alter, committed_records
from tests.faults.cluster import Cluster
from tests.faults.scene import Scene

ISR_SECONDS = 10
"""Until a dead broker is known to be none of the copies in sync any more."""


def of(scene: Scene) -> Cluster:
    """Return the scene's own brokers."""
    assert scene.cluster is not None
    return scene.cluster


async def kill_broker(scene: Scene) -> None:
    """Kill the only broker, and start it again after a moment, twice."""
    for _ in range(2):
        await scene.under_way()
        await scene.pause(0, 2)
        await _down_for(scene, 1, scene.chance.uniform(0, 3))


async def fill_broker(scene: Scene) -> None:
    """Let the only broker's files grow no more, as on a full disk, until it ends; then it has room again."""
    await scene.under_way()
    cluster = of(scene)
    await asyncio.to_thread(cluster.fill, 1)
    await scene.pause(0, 3)
    cluster.launch(1)
    await asyncio.to_thread(cluster.wait)


async def lose_broker(scene: Scene) -> None:
    """Kill one of three brokers, not the controller; the two others carry on before it comes back."""
    await scene.under_way()
    cluster = of(scene)
    lost = scene.chance.choice([number for number in (1, 2, 3) if number != cluster.leader()])
    await _lose(scene, lost)


async def lose_controller(scene: Scene) -> None:
    """Kill the broker of three that is the controller; the two others carry on before it comes back."""
    await scene.under_way()
    await _lose(scene, of(scene).leader())


async def lose_quorum(scene: Scene) -> None:
    """Kill two of three brokers, so that none is left that may decide, and start them again."""
    await scene.under_way()
    cluster = of(scene)
    lost = scene.chance.sample((1, 2, 3), 2)
    for number in lost:
        await asyncio.to_thread(cluster.kill, number)
    await scene.pause(2, 6)
    for number in lost:
        cluster.launch(number)
    await asyncio.to_thread(cluster.wait)


async def too_few_copies(scene: Scene) -> None:
    """Ask for three copies of `enriched` in sync and kill a broker: nothing is enriched until it is back."""
    await scene.under_way()
    cluster = of(scene)
    await alter(scene.settings, "enriched", {"min.insync.replicas": "3"})
    lost = scene.chance.choice([number for number in (1, 2, 3) if number != cluster.leader()])
    await asyncio.to_thread(cluster.kill, lost)
    await asyncio.sleep(ISR_SECONDS)
    before = await committed_records(scene.settings, "enriched")
    await asyncio.sleep(ISR_SECONDS)
    after = await committed_records(scene.settings, "enriched")
    cluster.launch(lost)
    await asyncio.to_thread(cluster.wait)
    if after != before:
        raise AssertionError(f"{after - before} articles were enriched with too few copies")


async def _lose(scene: Scene, number: int) -> None:
    cluster = of(scene)
    await asyncio.to_thread(cluster.kill, number)
    await scene.under_way()
    cluster.launch(number)
    await asyncio.to_thread(cluster.wait)


async def _down_for(scene: Scene, number: int, seconds: float) -> None:
    cluster = of(scene)
    await asyncio.to_thread(cluster.kill, number)
    await asyncio.sleep(seconds)
    cluster.launch(number)
    await asyncio.to_thread(cluster.wait)
