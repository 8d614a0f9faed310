"""What a case of the fault suite is: workers under load, a fault that befalls them, and the ledger after it."""

import asyncio
import random
import time
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from streams import topic_admin
from streams.settings import Settings
from tests.faults.cluster import Cluster
from tests.faults.ledger import Verdict, judge
from tests.faults.link import Link
from tests.faults.truth import At, Page, load
from tests.faults.workers import Worker, more_mentions, push, through

Amend = Callable[[dict[At, Page]], Coroutine[Any, Any, dict[At, Page]]]
THROUGH_SECONDS = 600
PAUSE_SECONDS = 0.2
"""Between each hundred pages."""
SOAK_MINUTES = 10.0
MAX_PEAK_MB = 400
"""Resident memory of a worker at most, whatever befalls it; what tags beside it has its own."""
CHANGES = {"session_timeout_ms": 6000, "trend_fresh_hours": 0}
"""What every worker is set to: dead ones are soon known to be, and pages of any date make trends."""


@dataclass
class Scene:
    """Where a fault happens."""

    settings: Settings
    folder: Path
    chance: random.Random
    changes: Mapping[str, object]
    mutation: str | None = None
    """A guard that the workers are without."""
    cluster: Cluster | None = None
    link: Link | None = None
    workers: list[Worker] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    """Seconds until work was done again, for each time that it was waited for; the first is the start."""
    started: list[Worker] = field(default_factory=list)
    """Every worker that there was."""
    minutes: float = SOAK_MINUTES
    """How long the case lasts that has no end of its own."""
    wrong: dict[str, str] = field(default_factory=dict)
    """What a fault found wrong, beside the ledger."""
    amend: Amend | None = None
    """What a fault does to what must come of pages; None: nothing."""

    def start(self, *stages: str, mutation: str | None = None, **changes: object) -> Worker:
        """Start a worker more."""
        log = self.folder / f"worker{len(self.started)}.log"
        mutation = mutation or self.mutation
        worker = Worker(self.settings, log, *stages, mutation=mutation, **{**self.changes, **changes})
        self.started.append(worker)
        self.workers.append(worker)
        return worker

    async def under_way(self) -> None:
        """Wait until work is done (again)."""
        began = time.monotonic()
        await more_mentions(self.settings, self.workers)
        self.waits.append(time.monotonic() - began)

    async def pause(self, least: float, most: float) -> None:
        """Wait for a random while."""
        await asyncio.sleep(self.chance.uniform(least, most))


@dataclass(frozen=True, kw_only=True)
class Case:
    """One kind of fault."""

    name: str
    meaning: str
    fault: Callable[[Scene], Coroutine[Any, Any, None]]
    workers: int = 2
    changes: Mapping[str, object] = field(default_factory=dict)
    """Settings of the workers, beside those of every case."""
    pause: float = PAUSE_SECONDS
    """Between each hundred pages."""
    brokers: int = 0
    """How many brokers of its own it has; 0: it takes the one that is there."""
    proxied: bool = False
    """Whether its workers reach their broker through a link."""
    mutation: str | None = None
    """A guard that is taken away in its workers; None: none."""
    varying: frozenset[str] = frozenset()
    """Stages whose workers are set differently from each other: what one of them makes, another one would not."""
    always: bool = True
    """Whether `make test` runs it too."""


class Result(msgspec.Struct):
    """What came of a case."""

    case: str
    seed: int
    verdict: Verdict
    slowest: float
    """Seconds until work was done again after a fault, at most."""
    seconds: float
    """How long all of it took."""
    peak_mb: int = 0
    """Resident memory of a worker, at most, of those that run at the end."""
    starts: int = 0
    """How often workers were started, killed ones again among them."""


class Run(NamedTuple):
    """Which run of a case."""

    seed: int
    """Of pages and faults."""
    pages: int
    """How many are pushed at least; more come until the faults are over."""
    minutes: float = SOAK_MINUTES
    """How long the case lasts that has no end of its own."""


async def play_out(case: Case, broker: str, folder: Path, run: Run) -> Result:
    """Run a case as `play` does; what ends it early is what is wrong."""
    began = time.monotonic()
    try:
        return await play(case, broker, folder, run)
    except Exception as error:  # noqa: BLE001 - said in the result
        wrong = {"the case ended": f"{type(error).__name__}: {error}"}
        return Result(case.name, run.seed, Verdict(wrong=wrong), 0.0, time.monotonic() - began)


async def play(case: Case, broker: str, folder: Path, run: Run) -> Result:
    """Run a case, and judge what came out.

    Parameters
    ----------
    case
        Which.
    broker
        Address of the broker for cases without one of their own.
    folder
        For data and logs.
    run
        Its seed, and how long it is.
    """
    began = time.monotonic()
    async with _scene(case, broker, folder, run) as scene:
        await topic_admin.apply(scene.settings)
        for _ in range(case.workers):
            scene.start()
        over = asyncio.Event()
        pushing = asyncio.create_task(push(scene.settings, load(run.pages, run.seed, over), case.pause, over))
        try:
            await case.fault(scene)
            await scene.under_way()
            over.set()
            placed = await pushing
        finally:
            pushing.cancel()
        await through(scene.settings, scene.workers, THROUGH_SECONDS)
        if scene.amend is not None:
            placed = await scene.amend(placed)
        verdict = await judge(scene.settings, placed, case.varying)
        verdict.wrong |= scene.wrong
        starts = sum(worker.starts for worker in scene.started)
        slowest, peak = max(scene.waits[1:], default=0.0), max(worker.peak_mb() for worker in scene.workers)
        if peak > MAX_PEAK_MB:
            verdict.wrong["memory of a worker"] = f"{peak} MB, more than {MAX_PEAK_MB}"
        return Result(case.name, run.seed, verdict, slowest, time.monotonic() - began, peak, starts)


@asynccontextmanager
async def _scene(case: Case, broker: str, folder: Path, run: Run) -> AsyncIterator[Scene]:
    """Yield a scene with its brokers and its link, and end what was started."""
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    changes = {**CHANGES, **case.changes}
    settings = Settings(
        broker=broker,
        prefix=f"f{uuid.uuid4().hex[:8]}.",
        data_dir=str(folder / "data"),
        article_partitions=2,
        entity_partitions=2,
        replication_factor=max(1, case.brokers),
        **changes,
    )
    changes["replication_factor"] = settings.replication_factor
    scene = Scene(settings, folder, random.Random(run.seed), changes, case.mutation, minutes=run.minutes)
    try:
        if case.proxied:
            scene.link = Link()
            await scene.link.open()
        if case.brokers:
            scene.cluster = Cluster(folder / "kafka", case.brokers, scene.link.port if scene.link else 0)
            await asyncio.to_thread(scene.cluster.start)
            scene.settings = msgspec.structs.replace(settings, broker=scene.cluster.address)
        if scene.link is not None and scene.cluster is not None:
            scene.link.target = scene.cluster.behind_proxy
            scene.changes = {**changes, "broker": f"127.0.0.1:{scene.link.port}"}
        yield scene
    finally:
        for worker in scene.started:
            if worker.process.poll() is None:
                worker.kill()
        if scene.link is not None:
            await scene.link.close()
        if scene.cluster is not None:
            scene.cluster.stop()
