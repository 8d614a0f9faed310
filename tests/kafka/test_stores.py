"""What a table's store on disk does for a restart, and what becomes of one that cannot be used."""

import asyncio
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec
import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import ProducerFenced

from streams import kafka_client, metrics, topic_admin
from streams.records.origin import Origin
from streams.settings import Settings
from streams.store.rocks import RocksStore
from streams.store.store import Standing
from streams.table import Table

pytestmark = pytest.mark.kafka
ROWS = 300


def make(settings: Settings) -> Table[int]:
    """Return a table as another process would make it: it shares no store with others."""
    return Table(settings, "count", "entity-counts", 0, decode=msgspec.json.decode, encode=msgspec.json.encode)


def at(offset: int) -> Origin:
    return Origin(topic="pages", partition=0, offset=offset)


async def write(settings: Settings, rows: Mapping[str, int | None], origin: int) -> None:
    """Own the table for one commit."""
    table = make(settings)
    await table.open()
    for key, value in rows.items():
        table.put(key, value)
    table.mark(at(origin))
    await table.commit()
    await table.close()


async def read(settings: Settings) -> tuple[dict[str, int | None], int, int]:
    """Open the table, and return its rows, the highest origin that it has applied, and how many records that took."""
    table = make(settings)
    await table.open()
    rows = {key: table.get(key) for key in sorted(table.keys())}
    found = rows, table.applied().get(0, -1), table._stores.records_read
    await table.close()
    return found


def folder(settings: Settings) -> Path:
    return Path(settings.data_dir) / "store" / f"{settings.topic('entity-counts')}-0"


def numbered(rows: Iterable[int]) -> dict[str, int | None]:
    return {f"k{n:03}": n for n in rows}


def test_a_restart_reads_nothing_again(kafka_settings: Settings):
    """The next owner on the same machine has all rows and the progress without reading the topic."""

    async def test() -> tuple[dict[str, int | None], int, int]:
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, numbered(range(ROWS)), 7)
        return await read(kafka_settings)

    assert asyncio.run(test()) == (numbered(range(ROWS)), 7, 0)


def test_a_store_that_missed_commits_catches_up(kafka_settings: Settings, tmp_path: Path):
    """What another machine committed in the meantime is read, removals too, and nothing else."""
    other = msgspec.structs.replace(kafka_settings, data_dir=str(tmp_path / "other"))

    async def test() -> tuple[dict[str, int | None], int, int]:
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, numbered(range(ROWS)), 1)
        await write(other, {"k000": None, "k001": 100, "new": 5}, 2)
        return await read(kafka_settings)

    topic = kafka_settings.topic("entity-counts")
    rows, applied, records = asyncio.run(test())
    expected = numbered(range(1, ROWS)) | {"k001": 100, "new": 5}
    assert (rows, applied, records) == (expected, 2, 4)
    restored, left = metrics.RESTORED.labels(topic)._value.get(), metrics.RESTORE_LEFT.labels(topic, 0)._value.get()
    assert (restored >= 4, left, metrics.RESTORE_SECONDS.labels(topic)._sum.get() > 0) == (True, 0, True)


def test_a_crash_between_the_commit_and_the_store(kafka_settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """What Kafka has and the store has not is there after the restart."""

    async def test() -> tuple[dict[str, int | None], int, int]:
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, numbered(range(ROWS)), 1)
        table = make(kafka_settings)
        await table.open()
        table.put("k000", None)
        table.put("new", 5)
        table.mark(at(2))

        def die(_: RocksStore, changes: Mapping[str, bytes | None], standing: Standing | None = None) -> None:
            raise OSError(f"killed with {len(changes)} changes, {standing is None}")

        with monkeypatch.context() as patch:
            patch.setattr(RocksStore, "write", die)
            with pytest.raises(OSError, match="killed with 2 changes"):
                await table.commit()
        await table.close()
        return await read(kafka_settings)

    rows, applied, records = asyncio.run(test())
    assert (rows, applied, records) == (numbered(range(1, ROWS)) | {"new": 5}, 2, 3)


def remove(store: Path) -> None:
    shutil.rmtree(store)


def corrupt(store: Path) -> None:
    for file in store.glob("*.sst"):
        file.write_bytes(bytes(len(file.read_bytes())))


def cut(store: Path) -> None:
    for file in store.glob("MANIFEST*"):
        file.write_bytes(file.read_bytes()[:20])


@pytest.mark.parametrize("harm", [remove, corrupt, cut])
def test_a_store_that_is_gone_or_broken_is_filled_anew(kafka_settings: Settings, harm: Callable[[Path], None]):
    """Whatever happened to the files, the rows are those of the topic."""

    async def test() -> tuple[dict[str, int | None], int]:
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, numbered(range(ROWS)), 1)
        await write(kafka_settings, {"k000": None}, 2)
        harm(folder(kafka_settings))
        rows, applied, _ = await read(kafka_settings)
        return rows, applied

    assert asyncio.run(test()) == (numbered(range(1, ROWS)), 2)


def test_a_store_of_another_owner_is_filled_anew(kafka_settings: Settings):
    """A folder that was copied from another prefix, with rows of its own, is not believed."""
    other = msgspec.structs.replace(kafka_settings, prefix=f"other-{kafka_settings.prefix}")

    async def test() -> tuple[dict[str, int | None], int]:
        for settings in (kafka_settings, other):
            await topic_admin.apply(settings)
        await write(kafka_settings, {"ours": 1}, 1)
        await write(other, numbered(range(ROWS)), 2)
        shutil.rmtree(folder(kafka_settings))
        shutil.copytree(folder(other), folder(kafka_settings))
        rows, applied, _ = await read(kafka_settings)
        return rows, applied

    assert asyncio.run(test()) == ({"ours": 1}, 1)


def test_a_topic_that_was_made_again_empties_its_store(kafka_settings: Settings):
    """A table that was deleted and made anew holds nothing, whatever the store says."""

    async def test() -> tuple[dict[str, int | None], int]:
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, {"old": 1}, 1)
        admin = AIOKafkaAdminClient(**kafka_client.connection(kafka_settings))
        await admin.start()
        await admin.delete_topics([kafka_settings.topic(name) for name in ("entity-counts", "progress")])
        await admin.close()
        while set(await topic_admin.describe(kafka_settings)) & {"entity-counts", "progress"}:
            await asyncio.sleep(0.1)
        await topic_admin.apply(kafka_settings)
        await write(kafka_settings, {"new": 2}, 2)
        rows, applied, _ = await read(kafka_settings)
        return rows, applied

    assert asyncio.run(test()) == ({"new": 2}, 2)


def test_a_frozen_owners_store_is_left_to_it(kafka_settings: Settings):
    """Who takes over while the owner before still has the store open works on a spare one; the first one catches up."""

    async def test() -> tuple[dict[str, int | None], int, int]:
        await topic_admin.apply(kafka_settings)
        frozen = make(kafka_settings)
        await frozen.open()
        frozen.put("a", 1)
        frozen.mark(at(1))
        await frozen.commit()
        await write(kafka_settings, {"b": 2}, 2)
        frozen.put("a", 100)
        with pytest.raises(ProducerFenced):
            await frozen.commit()
        await frozen.close()
        return await read(kafka_settings)

    assert asyncio.run(test()) == ({"a": 1, "b": 2}, 2, 2)
