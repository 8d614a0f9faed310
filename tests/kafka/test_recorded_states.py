"""A worker of this version goes on from what earlier ones left in Kafka, or says why it does not."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest

from streams.local_kafka import broker
from streams.settings import Settings
from tests.faults.ledger import committed_too_far, ledger, wrong_counts, wrong_mentions, wrong_outcomes
from tests.faults.truth import Page
from tests.faults.workers import Worker, push, through
from tests.recorded.states import page_of, recorded_pages, settings_of, unpack

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

GONE_ON_FROM = ("e851bda", "cf12115")
REFUSED = "ce17543"
"""From before revisions: it knew what was applied by raw pages."""
AGAIN = 60
"""Of the recorded pages, how many are visited again: every other one finds another title."""
SECONDS = 240


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Callable[[str], Settings]]:
    """Yield what starts a Kafka with a recorded state, and end it with the test."""

    def start(commit: str) -> Settings:
        unpack(commit, tmp_path)
        return settings_of(broker.start(tmp_path).address or "", tmp_path)

    yield start
    broker.stop(tmp_path)


def visits(recorded: list[Page]) -> list[Page]:
    """Return pages that visit recorded articles again, and an article that is new."""
    good = [page for page in recorded if page.id is not None][-AGAIN:]
    values = [
        page.value if number % 2 else orjson.dumps(orjson.loads(page.value) | {"title": f"بيان لاحق رقم {number}"})
        for number, page in enumerate(good)
    ]
    new = orjson.loads(good[0].value) | {"id": "another", "url": "https://outlet.example/another"}
    return [page_of(value) for value in (*values, orjson.dumps(new))]


@pytest.mark.parametrize("commit", GONE_ON_FROM)
def test_state_is_gone_on_from(left: Callable[[str], Settings], tmp_path: Path, commit: str):
    """Each page is in one place, revisions follow those of before, and all counts are of the latest ones."""

    async def test(settings: Settings) -> tuple[dict[str, str], int, int]:
        placed = await recorded_pages(settings)
        before = len((await ledger(settings)).enriched)
        changes = {"trend_fresh_hours": 0, "revisions_kept_days": settings.revisions_kept_days}
        worker = Worker(settings, tmp_path / "worker.log", **changes)
        try:
            placed |= await push(settings, visits(list(placed.values())))
            await through(settings, [worker], SECONDS)
            found = await ledger(settings)
        finally:
            worker.kill()
        wrong = {f"counts of {id_}": text for id_, text in wrong_counts(found).items()}
        wrong |= wrong_outcomes(found, placed)
        wrong |= await wrong_mentions(settings)
        wrong |= await committed_too_far(settings)
        return wrong, before, len(found.enriched)

    wrong, before, after = asyncio.run(test(left(commit)))
    assert (wrong, 0 < before < after) == ({}, True)


def test_state_by_raw_pages_is_refused(left: Callable[[str], Settings], tmp_path: Path):
    """The worker ends before it reads a record, and says what to do."""
    settings = left(REFUSED)
    worker = Worker(settings, tmp_path / "worker.log")
    code = worker.process.wait(SECONDS)
    assert (code not in {0, -9}, "Use another prefix" in worker.log()) == (True, True)
