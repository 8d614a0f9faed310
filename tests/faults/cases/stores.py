"""What befalls the stores on disk while their worker is dead."""

import asyncio
import random
import resource
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.faults.scene import Scene

STOP_SECONDS = 120


async def harm_stores(scene: Scene) -> None:
    """Stop the worker, and delete, corrupt and exchange its stores before it is started again, each once.

    It is not killed: what a store has not written to disk yet would be lost, which is nearly all in so short a time.
    """
    for harm in (delete, corrupt, exchange):
        await scene.under_way()
        for worker in scene.workers:
            await asyncio.to_thread(worker.stop, STOP_SECONDS)
        harm(stores(Path(scene.settings.data_dir)), scene.chance)
        for worker in scene.workers:
            worker.start()


async def fill_disk(scene: Scene) -> None:
    """Let the worker's files grow no more, as on a full disk, and start it again with room once it has ended."""
    await scene.under_way()
    worker = scene.workers[0]
    no_more(worker.process.pid)
    await scene.under_way()
    await scene.pause(5, 10)
    await asyncio.to_thread(worker.stop, STOP_SECONDS)
    worker.start()


def no_more(pid: int) -> None:
    """Let no file of a process grow."""
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))


def stores(folder: Path) -> list[Path]:
    """Return the folders of the stores that are there."""
    return sorted(path for path in (folder / "store").iterdir() if path.is_dir())


def delete(found: Sequence[Path], chance: random.Random) -> None:
    """Delete half of them."""
    for store in chance.sample(found, len(found) // 2):
        shutil.rmtree(store)


def corrupt(found: Sequence[Path], chance: random.Random) -> None:
    """Write nonsense over a file or two of each."""
    for store in found:
        files = sorted(file for file in store.iterdir() if file.is_file())
        for file in chance.sample(files, min(2, len(files))):
            file.write_bytes(chance.randbytes(len(file.read_bytes())))


def exchange(found: Sequence[Path], chance: random.Random) -> None:
    """Give each the files of another one."""
    shuffled = chance.sample(found, len(found))
    for store in found:
        store.rename(f"{store}.old")
    for store, other in zip(found, shuffled, strict=True):
        Path(f"{other}.old").rename(store)
