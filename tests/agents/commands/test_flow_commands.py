"""The commands that look at what flows, on a real broker."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import msgspec
import orjson
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient

from agents import stage
from agents.stage import Incoming
from streams import topic_admin, topics
from streams.kafka_client import connection, producing, reading
from streams.lag import groups
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.origin import Origin
from streams.rejection import Reason, Reject
from streams.store.folder_lock import FolderLock

pytestmark = pytest.mark.kafka


def write(settings, topic, records, transaction=None):
    """Write records, in a transaction that is committed or aborted, or in none."""

    async def run():
        await topic_admin.apply(settings)
        options = {"transactional_id": f"{settings.prefix}test"} if transaction else {}
        async with AIOKafkaProducer(**producing(settings) | options) as producer:
            if transaction:
                await producer.begin_transaction()
            for key, value in records:
                await producer.send_and_wait(settings.topic(topic), value, key=key, partition=0)
            if transaction == "commit":
                await producer.commit_transaction()
            if transaction == "abort":
                await producer.abort_transaction()

    asyncio.run(run())


def count(name, articles):
    """Return the counts of an entity."""
    entity = CountedEntity(id=name, name_ar=name, name_en=name.upper(), type="LOC", known=True)
    origin = Origin(topic="pages", partition=0, offset=0)
    return EntityCount(id=name, origin=origin, entity=entity, articles=articles)


def test_tail_gives_values_by_key_until_enough(rasid, kafka_settings):
    """Only the wanted key, only so many, as they are."""
    write(kafka_settings, "enriched", [(b"a", b'{"n":1}'), (b"b", b'{"n":2}'), (b"a", b'{"n":3}'), (b"a", b'{"n":4}')])
    ran = rasid("tail", "enriched", "--json", "--from", "beginning", "--key", "a", "-n", "2")
    assert (ran.exit_code, ran.stdout) == (0, '{"n":1}\n{"n":3}\n')


def test_tail_ends_where_a_topic_ends_and_leaves_out_what_was_aborted(rasid, kafka_settings):
    """Markers of transactions at the end are no records to wait for."""
    write(kafka_settings, "enriched", [(b"a", b"1")], "commit")
    write(kafka_settings, "enriched", [(b"a", b"2")], "abort")
    ran = rasid("tail", "enriched", "--json", "--meta", "--from", "beginning", "--no-follow")
    lines = [orjson.loads(line) for line in ran.stdout.splitlines()]
    assert [(line["key"], line["offset"], line["value"]) for line in lines] == [("a", 0, 1)]


def test_tail_of_a_topic_that_is_not_there_says_what_to_do(rasid):
    """No traceback, and the exit code of a failure."""
    ran = rasid("tail", "nothing", "--no-follow")
    assert (ran.exit_code, "rasid topics apply" in ran.output) == (1, True)


def test_top_takes_the_latest_count_of_each_entity(rasid, kafka_settings):
    """An earlier count and a deleted entity do not show."""
    records = [(b"x", encode(count("x", 1))), (b"y", encode(count("y", 2))), (b"x", encode(count("x", 3)))]
    write(kafka_settings, "entity-counts", [*records, (b"z", encode(count("z", 9))), (b"z", None)], "commit")
    ran = rasid("top", "--json")
    rows = [orjson.loads(line) for line in ran.stdout.splitlines()]
    assert [(row["id"], row["count"]) for row in rows] == [("x", 3), ("y", 2)]
    assert "X" in rasid("top").stdout


def test_topics_list_says_what_is_missing(rasid):
    """Before and after they are made."""
    before, made, after = (rasid("topics", *call) for call in (["list"], ["apply"], ["list", "--json"]))
    assert ("missing" in before.stdout, made.exit_code) == (True, 0)
    assert {v["there"] for v in orjson.loads(after.stdout).values()} == {2}


def test_rejected_records_are_listed_shown_and_replayed(rasid, kafka_settings):
    """The original comes out byte for byte, and goes back once."""
    page = Incoming(kafka_settings.topic("pages"), 0, 4, 1_700_000_000_000, None, b"{bad \xff")
    out = stage.rejection("clean", page, Reject(Reason.NOT_JSON, "bad"))
    write(kafka_settings, "rejected", [(out.key, out.value)] * 2)
    name = f"{kafka_settings.topic('pages')}-0-4"
    assert [orjson.loads(line)["id"] for line in rasid("rejected", "list", "--json").stdout.splitlines()] == [name]
    listed = rasid("rejected", "list").stdout
    assert (f"{name}  " in listed, "1  clean: not_json" in listed) == (True, True)
    assert rasid("rejected", "show", name, "--original").stdout_bytes == b"{bad \xff"
    assert rasid("rejected", "show", "other").exit_code == 1
    assert "put back 0" in rasid("rejected", "replay", "--reason", "too_deep").stdout
    assert "put back 1" in rasid("rejected", "replay", name).stdout
    assert "1 had been put back before" in rasid("rejected", "replay", "--all").stdout
    assert "not found: nobody" in rasid("rejected", "replay", "nobody").stdout
    assert rasid("rejected", "replay").exit_code == 2


def test_status_says_what_waits_for_whom(rasid, kafka_settings):
    """Without workers, what lies on a topic is lag, and the exit code says so."""
    write(kafka_settings, "pages", [(b"a", b"{}"), (b"b", b"{}")])
    ran = rasid("status", "--json")
    found = orjson.loads(ran.stdout)
    pages = next(stage for stage in found["stages"] if stage["topic"] == "pages")
    assert (ran.exit_code, found["members"], found["missing"], pages["lag"], pages["read_by"]) == (
        1,
        [],
        [],
        2,
        ["clean"],
    )
    assert pages["oldest_unfinished"] is not None


def test_status_shows_the_last_rejection(rasid, kafka_settings):
    """The newest rejection stands on the screen, with who refused it and why."""
    incoming = Incoming("pages", 0, 7, 1_700_000_000_000, None, b"not json")
    out = stage.rejection("clean", incoming, Reject(Reason.NOT_JSON, "no JSON at byte 0"))
    write(kafka_settings, "rejected", [(None, out.value)], "commit")
    ran = rasid("status")
    assert (ran.exit_code, "the last by clean, not_json: no JSON at byte 0" in ran.stdout) == (0, True)


@asynccontextmanager
async def members(settings):
    """Be a member of both groups of a prefix, as workers are, with an offset committed in each."""
    async with AsyncExitStack() as stack:
        for name in groups(settings):
            options = reading(settings) | {"group_id": name}
            member = await stack.enter_async_context(AIOKafkaConsumer(settings.topic("pages"), **options))
            await member.getone()
            await member.commit()
        yield


async def committed(settings):
    """Return the number of partitions of which each group of a prefix has an offset."""
    admin = AIOKafkaAdminClient(**connection(settings))
    await admin.start()
    try:
        return [len(await admin.list_consumer_group_offsets(name)) for name in groups(settings)]
    finally:
        await admin.close()


def test_topics_delete_asks_and_takes_all(rasid, kafka_settings):
    """Nothing goes without a yes or while workers run; then topics, groups and stores go, and what is others' stays."""
    stores = Path(kafka_settings.data_dir) / "store"
    own = [
        stores / f"{kafka_settings.topic(name)}" for name in ("entity-counts-0", "revisions-11", "profiles-1.spare2")
    ]
    others = [stores / name for name in ("other.revisions-0", f"{kafka_settings.topic('mine')}-0")]
    for folder in (*own, *others):
        folder.mkdir(parents=True)
        (folder / "CURRENT").touch()
    write(kafka_settings, "pages", [(b"a", b"{}"), (b"b", b"{}")])
    beside = msgspec.structs.replace(kafka_settings, prefix=f"{kafka_settings.prefix}beside.")
    write(beside, "pages", [(b"a", b"{}")])

    async def refuse():
        async with members(kafka_settings):
            return await asyncio.to_thread(rasid, "topics", "delete", "--yes")

    def left():
        return sorted(stores.glob("*")), asyncio.run(topic_admin.describe(kafka_settings))

    running, before = asyncio.run(refuse()), left()
    asked = rasid("topics", "delete", stdin=b"n\n")
    lock = FolderLock(own[0])
    taken = rasid("topics", "delete", "--yes")
    lock.release()
    kept = asyncio.run(committed(kafka_settings)), left()[1]
    deleted = rasid("topics", "delete", "--yes")
    assert (running.exit_code, "2 workers run" in running.output) == (1, True)
    assert (asked.exit_code, taken.exit_code, "stop it first" in taken.output) == (1, 1, True)
    assert kept == ([2, 2], before[1])
    assert (deleted.exit_code, "2 groups, 3 local stores" in deleted.output) == (0, True)
    assert asyncio.run(committed(kafka_settings)) == [0, 0]
    there = {f"beside.{name}": 2 for name in topics.TOPICS}
    assert ([path for path in left()[0] if path.is_dir()], left()[1]) == (sorted(others), there)
    assert "No topic of Rasid's has the prefix" in rasid("topics", "delete").stdout
