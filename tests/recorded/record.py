"""Record what a commit's worker leaves in Kafka, for later versions to go on from.

    python -m tests.recorded.record COMMIT

Topics, tables, progress and committed offsets are packed as they lie on the disk of a Kafka of their own: with the ids
of its topics, the holes that transactions leave, and a transaction that a kill left open.
"""

import argparse
import asyncio
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from streams import kafka_client
from streams.local_kafka import broker
from streams.settings import Settings
from streams.topic_admin import describe
from streams.topics import TOPICS
from tests.faults.cases.topics import alter
from tests.faults.truth import Page, pages
from tests.recorded.states import FOLDER, settings_of

GIT = shutil.which("git") or "git"
SEED = 20261129
THROUGH, AMID, NEVER_READ = 160, 120, 30
"""How many pages are through, amid how many more the worker is killed, and how many come after that."""
UNPACKED = {"compression_type": None}
"""All of it is packed in the end, and better so."""
MORE = 6
"""Records to be counted after which it is killed."""
WAIT_SECONDS = 180
QUIET_SECONDS = 4
"""When no record to be counted has come for so long, all is through."""
MADE_SECONDS = 3
"""Between the first topic that a worker makes and the last."""


def main() -> None:
    """Write a commit's state beside this file."""
    parser = argparse.ArgumentParser(prog="python -m tests.recorded.record", description=__doc__)
    parser.add_argument("commit")
    commit = _git("rev-parse", "--short=7", parser.parse_args().commit)
    folder = Path(tempfile.mkdtemp(prefix="rasid-record-"))
    try:
        with _checked_out(commit, folder / "code") as code:
            address = broker.start(folder).address or ""
            try:
                asyncio.run(_run(settings_of(address, folder), code, folder / "worker.log"))
            finally:
                broker.stop(folder)
        written = FOLDER / f"{commit}.tar.xz"
        with tarfile.open(written, "w:xz", preset=9) as packed:
            packed.add(folder / "kafka" / "data", "data", filter=_nameless)
        sys.stdout.write(f"{written}: {written.stat().st_size} bytes\n")
    finally:
        shutil.rmtree(folder)


async def _run(settings: Settings, code: Path, log: Path) -> None:
    """Have the commit's worker read pages, and kill it amid more."""
    same = ("broker", "prefix", "article_partitions", "entity_partitions")
    sets = [f"{name}={getattr(settings, name)}" for name in same]
    sets += ["web_port=0", "compression=none", f"data_dir={code / '.rasid'}"]
    command = [sys.executable, "-m", "agents.cli", "worker", *(part for one in sets for part in ("--set", one))]
    made = iter(pages(THROUGH + AMID + NEVER_READ, SEED))
    with log.open("wb") as output, subprocess.Popen(command, cwd=code, stdout=output, stderr=output) as worker:  # noqa: ASYNC220 - nothing else goes on
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                while "pages" not in await describe(settings):
                    _see(worker, log)
                    await asyncio.sleep(0.5)
                await asyncio.sleep(MADE_SECONDS)
                for name in (await describe(settings)).keys() & TOPICS.keys():
                    if TOPICS[name].cleanup == "delete":  # else they would be gone a week after they were recorded
                        await alter(settings, name, {"retention.ms": "-1"})
                await _push(settings, made, THROUGH)
                before, after = -1, 0
                while not before or before != after:
                    _see(worker, log)
                    await asyncio.sleep(QUIET_SECONDS)
                    before, after = after, await _end_of_mentions(settings)
                await _push(settings, made, AMID)
                while await _end_of_mentions(settings) < before + MORE:
                    _see(worker, log)
                    await asyncio.sleep(0.02)
        finally:
            worker.kill()
    await _push(settings, made, NEVER_READ)


def _see(worker: "subprocess.Popen[bytes]", log: Path) -> None:
    if worker.poll() is not None:
        raise RuntimeError(f"the worker ended:\n{log.read_text(encoding='utf-8')[-3000:]}")


async def _push(settings: Settings, made: Iterator[Page], count: int) -> None:
    async with AIOKafkaProducer(**kafka_client.producing(settings) | UNPACKED) as producer:
        for _ in range(count):
            await producer.send_and_wait(settings.topic("pages"), next(made).value)


async def _end_of_mentions(settings: Settings) -> int:
    async with AIOKafkaConsumer(**kafka_client.reading(settings)) as consumer:
        tps = [TopicPartition(settings.topic("mentions"), number) for number in range(settings.entity_partitions)]
        return sum((await consumer.end_offsets(tps)).values())


@contextmanager
def _checked_out(commit: str, folder: Path) -> Iterator[Path]:
    _git("worktree", "add", "--detach", str(folder), commit)
    try:
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder))


def _git(*arguments: str) -> str:
    ran = subprocess.run([GIT, *arguments], check=True, capture_output=True, text=True, cwd=FOLDER)
    return ran.stdout.strip()


def _nameless(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out locks, and who the files belonged to."""
    if Path(member.name).name == ".lock":
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    main()
