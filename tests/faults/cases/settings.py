"""What befalls settings: half of the workers get others, and what was refused under the old ones is put back."""

import asyncio
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import orjson

from streams.records.codec import Codec
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import REPLAY_HEADER, Rejected
from streams.rejection import Reason
from streams.settings import Settings
from tests.faults.scene import Scene
from tests.faults.topic_records import read_all, read_records
from tests.faults.truth import At, Page
from tests.faults.workers import ROOT

SMALL_BYTES = 1100
"""The largest page that workers read at first, in the case that puts pages back: about half are larger."""
KILLED = 5
"""How often the command that puts them back is killed."""
REPLAY_SECONDS = 300
ENDED_SECONDS = 120
"""In which a worker must have ended that refuses every page."""
OWN = {"id": "org:rasid-faults", "ar": "وفد", "en": "Delegation", "type": "ORG", "kind": "outlet"}
"""An entity of the user's own: a word of every fourth sentence."""


async def swap(scene: Scene) -> None:
    """Start one worker again with an entity of the user's own, and another one without models, one after the other."""
    lexicon = scene.folder / "lexicon.jsonl"
    lexicon.write_bytes(orjson.dumps(OWN))
    changes: Mapping[str, object]
    for changes in ({"lexicon_extra": lexicon}, {"models": "off"}):
        await scene.under_way()
        await _exchange(scene, **changes)
    # Only now each has its own; what the others left is done by them.
    await scene.under_way()
    await scene.pause(5, 10)
    await scene.under_way()
    made = [
        Codec(EnrichedArticle).decode(value)
        for _, value in await read_all(scene.settings, "enriched", scene.settings.article_partitions)
    ]
    by_pipeline = Counter((article.pipeline.lexicon, tuple(article.pipeline.models)) for article in made)
    named = sum(any(entity.id == OWN["id"] for entity in article.entities) for article in made)
    if len(by_pipeline) < len({"as before", "its own lexicon", "no models"}) or not named:
        raise AssertionError(f"not every worker made something: {by_pipeline}, {named} articles name the own entity")


async def refuse_all(scene: Scene) -> None:
    """Have a worker refuse every page, by a setting that is wrong; it must end by itself, for another to go on."""
    wrong = scene.start(max_page_bytes=1)
    deadline = time.monotonic() + ENDED_SECONDS
    while wrong.process.poll() is None:
        if time.monotonic() > deadline:
            raise AssertionError("the worker lives, and refuses every page")
        await asyncio.sleep(0.5)
    if not wrong.process.returncode:
        raise AssertionError("the worker ended as if it had been told to, and refused every page")
    scene.workers.remove(wrong)
    scene.start()

    async def amend(placed: dict[At, Page]) -> dict[At, Page]:
        refused = await _too_large(scene.settings)
        return placed | {at: replace(placed[at], id=None) for at in refused.values()}

    scene.amend = amend


async def put_back(scene: Scene) -> None:
    """Have pages refused for their size, allow it, and put them back by a command that is killed again and again."""
    await scene.under_way()
    await scene.pause(5, 10)
    await scene.under_way()
    for _ in list(scene.workers):
        await _exchange(scene, max_page_bytes=Settings().max_page_bytes)
    command = ["rejected", "replay", "--reason", Reason.TOO_LARGE, "--set", f"broker={scene.settings.broker}"]
    command += ["--set", f"prefix={scene.settings.prefix}"]
    command += [f"--set={name}={getattr(scene.settings, name)}" for name in ("article_partitions", "entity_partitions")]
    for _ in range(KILLED):
        await asyncio.to_thread(_run, command, scene.chance.uniform(0.5, 4))
    if (ended := await asyncio.to_thread(_run, command, REPLAY_SECONDS)) is None or ended.returncode:
        raise AssertionError(f"pages are not put back: {ended}")
    scene.amend = lambda placed: _amended(scene.settings, placed)


def _run(command: Sequence[str], seconds: float) -> subprocess.CompletedProcess[str] | None:
    """Run one of Rasid's commands; None when it was killed, as it took longer."""
    program = [sys.executable, "-m", "agents.cli", *command]
    try:
        return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return None


async def _exchange(scene: Scene, **changes: object) -> None:
    """Stop the worker that runs longest, and start one that is set differently."""
    await asyncio.to_thread(scene.workers.pop(0).stop)
    scene.start(**changes)


async def _amended(settings: Settings, placed: dict[At, Page]) -> dict[At, Page]:
    """Return what must come of the pages: those that were too large are rejected, and stand once more where put back.

    Raises
    ------
    AssertionError
        When one was put back twice, or not at all.
    """
    refused = await _too_large(settings)
    back: dict[At, str] = {}
    for partition, records in (await read_records(settings, "pages", settings.article_partitions)).items():
        for record in records:
            for name, content in record.headers:
                if name == REPLAY_HEADER:
                    back[partition, record.offset] = content.decode()
    if Counter(back.values()) != Counter(refused.keys()) or not refused:
        raise AssertionError(f"{len(refused)} pages were refused, {len(back)} put back, not each once")
    amended = {at: replace(placed[refused[id_]], put_back=True) for at, id_ in back.items()}
    return placed | {at: replace(placed[at], id=None) for at in refused.values()} | amended


async def _too_large(settings: Settings) -> dict[str, At]:
    """Return where the pages stood that were refused for their size, by the ids of the rejections."""
    decoded = [
        Codec(Rejected).decode(value) for _, value in await read_all(settings, "rejected", settings.article_partitions)
    ]
    return {one.id: (one.original.partition, one.original.offset) for one in decoded if one.reason == Reason.TOO_LARGE}
