"""What befalls the connection between workers and broker."""

import asyncio

from tests.faults.link import Link
from tests.faults.scene import Scene


def of(scene: Scene) -> Link:
    """Return the scene's link."""
    assert scene.link is not None
    return scene.link


async def cut(scene: Scene) -> None:
    """Reset every connection and take no new one, for a moment, twice; then for longer than a session."""
    link = of(scene)
    for seconds in (scene.chance.uniform(0, 1), scene.chance.uniform(1, 4), _session(scene) + 3):
        await scene.under_way()
        link.refusing = True
        link.drop()
        await asyncio.sleep(seconds)
        link.refusing = False


async def hold(scene: Scene) -> None:
    """Pass nothing on for a moment, and for longer than a session, while connections stay open."""
    link = of(scene)
    for seconds in (scene.chance.uniform(1, 3), _session(scene) + 3):
        await scene.under_way()
        link.hold()
        await asyncio.sleep(seconds)
        link.go_on()


async def delay(scene: Scene) -> None:
    """Have every piece wait for a third of a second."""
    await scene.under_way()
    of(scene).delay = 0.3
    await scene.under_way()
    await asyncio.sleep(5)
    of(scene).delay = 0.0


async def half_close(scene: Scene) -> None:
    """Close every connection towards the broker only: workers believe it open and wait for answers."""
    await scene.under_way()
    of(scene).half_close()


def _session(scene: Scene) -> float:
    return scene.settings.session_timeout_ms / 1000
