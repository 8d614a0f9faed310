"""Take a guard away, and the counts go wrong: the tests of exactness can fail."""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.worker.app import STAGES
from streams.settings import Settings
from tests.faults.truth import check, ledger, load, pages, wrong_counts
from tests.faults.workers import Worker, more_mentions, push, through

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

N = 1500
SEED = int(time.time()) % 100_000
SESSION_MS = 6000
SECONDS = 240


async def counts_only(settings: Settings) -> dict[str, str]:
    """Give the counts that are wrong; what else is wrong is not looked at."""
    return wrong_counts(await ledger(settings))


def test_without_seen_counts_go_wrong(kafka_settings: Settings, start: Callable[..., Worker]):
    """With `seen` switched off, records that a killed worker had sent and not acked are counted twice."""

    async def test() -> dict[str, str]:
        workers = [start(unsafe_no_seen=True, offset_interval_ms=5000)]
        over = asyncio.Event()
        pushing = asyncio.create_task(push(kafka_settings, load(N, SEED, over), pause=0.8))
        for _ in range(3):
            await more_mentions(kafka_settings, workers)
            workers[0].kill()
            workers[0].start()
        over.set()
        await pushing
        await through(kafka_settings, workers, SECONDS)
        return await counts_only(kafka_settings)

    assert asyncio.run(test()) != {}


def test_without_revisions_counts_go_wrong(kafka_settings: Settings, start: Callable[..., Worker]):
    """With revisions switched off an article counts as often as it is visited, with all that it ever said."""

    async def test() -> dict[str, str]:
        await push(kafka_settings, pages(300, SEED))
        await through(kafka_settings, [start(revisions="off")], SECONDS)
        return await counts_only(kafka_settings)

    assert asyncio.run(test()) != {}


@pytest.mark.parametrize("fenced", [True, False], ids=["fenced", "unfenced"])
@pytest.mark.parametrize("stage", ["count", "tag_topics"])
def test_late_commit_of_a_paused_owner(
    kafka_settings: Settings, start: Callable[..., Worker], tmp_path: Path, stage: str, *, fenced: bool
):
    """A commit released after another worker took over is refused by the fence; without it the counts go wrong.

    Of `count` it would write old counts, of `tag_topics` give to the counts once more what was given.
    """
    stop_file = tmp_path / "stop"

    async def test() -> tuple[dict[str, str], int | None]:
        flags = {"session_timeout_ms": SESSION_MS, "unsafe_no_fencing": not fenced}
        others = start(*(other for other in STAGES if other != stage), session_timeout_ms=SESSION_MS)
        paused = start(stage, freezes_at=stop_file, **flags)
        over = asyncio.Event()
        pushing = asyncio.create_task(push(kafka_settings, load(N, SEED, over), pause=0.5))
        await more_mentions(kafka_settings, [others, paused])
        stop_file.touch()
        while not paused.frozen():
            await asyncio.sleep(0.1)
        over.set()
        successor = start(stage, **flags)
        placed = await pushing
        await through(kafka_settings, [others, successor], SECONDS)
        paused.send(signal.SIGCONT)
        code = await asyncio.to_thread(paused.process.wait, 30) if fenced else None
        await asyncio.sleep(3)
        await through(kafka_settings, [others, successor], SECONDS)
        wrong = check(kafka_settings, placed, SEED) if fenced else counts_only(kafka_settings)
        return await wrong, code

    wrong, code = asyncio.run(test())
    if fenced:
        assert (wrong, code not in {None, os.EX_OK}) == ({}, True)
    else:
        assert wrong != {}
