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
from tests.faults.ledger import check, ledger, wrong_counts
from tests.faults.mutations import MUTATIONS, seen_in
from tests.faults.scene import Run, play_out
from tests.faults.truth import load
from tests.faults.workers import Worker, more_mentions, push, through

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

N = 600
SEED = int(time.time()) % 100_000
SESSION_MS = 6000
SECONDS = 240


async def counts_only(settings: Settings) -> dict[str, str]:
    """Give the counts that are wrong; what else is wrong is not looked at."""
    return wrong_counts(await ledger(settings))


@pytest.mark.parametrize("name", [name for name, mutation in MUTATIONS.items() if mutation.always])
def test_without_a_guard(kafka: str, tmp_path: Path, name: str):
    """With a guard taken away its case is wrong, in just what the guard is for."""
    mutation = MUTATIONS[name]
    result = asyncio.run(play_out(mutation.play_as(), kafka, tmp_path, Run(SEED, N)))
    assert (seen_in(result.verdict.wrong, mutation), result.verdict.wrong != {}) == (True, True)


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
        wrong = check(kafka_settings, placed) if fenced else counts_only(kafka_settings)
        return await wrong, code

    wrong, code = asyncio.run(test())
    if fenced:
        assert (wrong, code not in {None, os.EX_OK}) == ({}, True)
    else:
        assert wrong != {}
