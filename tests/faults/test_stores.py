"""Counts stay exact whatever becomes of the workers' stores on disk: deleted, corrupted, taken from another owner."""

import asyncio
import random
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from streams.settings import Settings
from tests.faults.truth import check, load
from tests.faults.workers import Worker, more_mentions, push, through

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

N = 500
SEED = int(time.time()) % 100_000
SECONDS = 600


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
        for file in chance.sample(files, 2):
            file.write_bytes(chance.randbytes(len(file.read_bytes())))


def exchange(found: Sequence[Path], chance: random.Random) -> None:
    """Give each the files of another one."""
    shuffled = chance.sample(found, len(found))
    for store in found:
        store.rename(f"{store}.old")
    for store, other in zip(found, shuffled, strict=True):
        Path(f"{other}.old").rename(store)


@pytest.mark.parametrize("harm", [delete, corrupt, exchange])
def test_harmed_stores(
    kafka_settings: Settings, start: Callable[..., Worker], harm: Callable[[Sequence[Path], random.Random], None]
):
    """Stores are harmed while their worker is dead, three times under load: nothing is lost, no count is wrong."""

    async def test() -> dict[str, str]:
        worker = start()
        chance = random.Random(SEED)
        over = asyncio.Event()
        pushing = asyncio.create_task(push(kafka_settings, load(N, SEED, over), pause=0.8))
        for _ in range(3):
            await more_mentions(kafka_settings, [worker])
            worker.kill()
            harm(stores(Path(kafka_settings.data_dir)), chance)
            worker.start()
        over.set()
        placed = await pushing
        await through(kafka_settings, [worker], SECONDS)
        return await check(kafka_settings, placed, SEED)

    assert asyncio.run(test()) == {}
