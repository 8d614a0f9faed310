"""Rules of alerts over a running stream, on a real Kafka."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from streams import topic_admin
from streams.kafka_client import connection, producing
from streams.lag import coordinator
from streams.partition import partition_of
from streams.records.alerts import Alert
from streams.records.articles import Source
from streams.records.codec import Codec, encode
from streams.settings import Settings
from streams.topic_reader import scan
from tests.agents.trend.made import EGYPT, news, past, run
from tests.faults.workers import ROOT, Worker
from tests.kafka.enriched import write

pytestmark = pytest.mark.kafka

SECONDS = 90
FIRST = '[[rule]]\nid = "first"\nphrases = ["قناة السويس"]\n'
ALL_KINDS = (
    FIRST
    + '[[rule]]\nid = "many"\ncountries = ["EG"]\nthreshold = { count = 3, hours = 6, of = "articles" }\n'
    + '[[rule]]\nid = "rising"\nentities = ["loc:egypt"]\ntrend = { surprise = 4 }\n'
    + '[[rule]]\nid = "silent"\noutlets = ["y.example"]\nsilent = { hours = 12 }\n'
)
SECOND = '[[rule]]\nid = "second"\noutlets = ["x.example"]\n'


async def alerts(settings: Settings) -> list[Alert]:
    return [Codec(Alert).decode(record.value) async for record in scan(settings, "alerts")]


async def begun(settings: Settings) -> None:
    """Wait until the group has an offset on each partition that it reads, from which on nothing is left out."""
    admin = AIOKafkaAdminClient(**connection(settings))
    await admin.start()
    try:
        await coordinator(admin, settings)
        read = (("enriched", settings.article_partitions), ("trends", settings.entity_partitions))
        wanted = {TopicPartition(settings.topic(name), number) for name, count in read for number in range(count)}
        while not wanted <= (await admin.list_consumer_group_offsets(f"{settings.prefix}alert")).keys():
            await asyncio.sleep(0.3)
    finally:
        await admin.close()


async def until(settings: Settings, done: Callable[[list[Alert]], bool]) -> list[Alert]:
    """Return the alerts, once they are as they are waited for or the time is over."""
    deadline = time.monotonic() + SECONDS
    while not done(found := await alerts(settings)) and time.monotonic() < deadline:
        await asyncio.sleep(0.3)
    return found


def test_rules_change_while_articles_flow(kafka_settings: Settings, tmp_path: Path):
    """A rule says something once for each article, after a kill too; a file that changes or breaks loses none."""
    rules = tmp_path / "alerts.toml"
    rules.write_text(FIRST, encoding="utf-8")

    async def run() -> tuple[list[str], list[str], list[str], str]:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "alert.log", "alert", alerts_file=rules)
        await begun(kafka_settings)
        await write(kafka_settings, range(40))
        one = await until(kafka_settings, lambda found: len(found) >= 40)
        rules.write_text("[[rule]\n", encoding="utf-8")
        await write(kafka_settings, range(40, 50))
        worker.kill()
        rules.write_text(FIRST + SECOND, encoding="utf-8")
        await write(kafka_settings, range(50, 60))
        worker.revive()
        two = await until(kafka_settings, lambda found: sum(alert.rule == "second" for alert in found) >= 10)
        three = await until(kafka_settings, lambda found: sum(alert.rule == "first" for alert in found) >= 60)
        worker.stop()
        ids = [[alert.id for alert in found] for found in (one, two, three)]
        return ids[0], ids[1], ids[2], worker.log()

    one, two, three, _ = asyncio.run(run())
    assert sorted(one) == sorted(f"first:a{n}" for n in range(40))
    assert {f"second:a{n}" for n in range(50, 60)} <= set(two)
    assert sorted(id_ for id_ in three if id_.startswith("first:")) == sorted(f"first:a{n}" for n in range(60))


def check(settings: Settings, rules: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Run `rasid alerts check`."""
    command = [sys.executable, "-m", "agents.cli", "alerts", "check", str(rules), *flags]
    command += ["--broker", settings.broker, "--prefix", settings.prefix]
    partitions = {
        "RASID_ARTICLE_PARTITIONS": str(settings.article_partitions),
        "RASID_ENTITY_PARTITIONS": str(settings.entity_partitions),
    }
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False, env=os.environ | partitions
    )


async def write_trend(settings: Settings) -> None:
    """Write the trend that forty stories in an hour make of a quiet place."""
    trend = run([*past(), *news(40)])[-1]
    at = partition_of(EGYPT, settings.entity_partitions)
    async with AIOKafkaProducer(**producing(settings)) as producer:
        await producer.send_and_wait(settings.topic("trends"), encode(trend), EGYPT.encode(), at)


def test_the_past_says_what_was_said(kafka_settings: Settings, tmp_path: Path):
    """`rasid alerts check` finds in the past what the stage has said of it, by rules of every kind."""
    rules = tmp_path / "alerts.toml"
    rules.write_text(ALL_KINDS, encoding="utf-8")

    async def flow() -> list[Alert]:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "alert.log", "alert", alerts_file=rules)
        await begun(kafka_settings)
        await write(kafka_settings, range(1), source=Source(id="y.example", name="Y", country="SD"))
        await write(kafka_settings, range(1, 20))
        await write_trend(kafka_settings)
        await until(kafka_settings, lambda found: len({alert.rule for alert in found}) >= 3 and len(found) >= 22)
        await write(kafka_settings, range(20, 30), hour=40)
        found = await until(kafka_settings, lambda found: {"first:a29", "silent"} <= named(found))
        worker.stop()
        return found

    def named(found: Iterable[Alert]) -> set[str]:
        return {name for alert in found for name in (alert.id, alert.rule)}

    said = asyncio.run(flow())
    in_json = check(kafka_settings, rules, "--json")
    again = [Codec(Alert).decode(line.encode()) for line in in_json.stdout.splitlines()]
    table = check(kafka_settings, rules)

    assert {alert.kind for alert in said} == {"article", "threshold", "trend", "silence"}
    assert sorted(alert.id for alert in again) == sorted(alert.id for alert in said)
    assert [alert for alert in again if alert.kind == "trend"] == [alert for alert in said if alert.kind == "trend"]
    assert (in_json.returncode, in_json.stderr) == (0, f"{rules}: 4 rules, 0 channels\n")
    assert ["first", "article", "30"] in [line.split() for line in table.stdout.splitlines()]


def test_a_wrong_file_is_said_with_its_line(kafka_settings: Settings, tmp_path: Path):
    """With or without a look at the past; `--syntax` needs no broker and ends well where nothing is wrong."""
    rules = tmp_path / "alerts.toml"
    rules.write_text(FIRST + '[[rule]]\nid = "second"\nphrase = ["x"]\n', encoding="utf-8")
    nowhere = msgspec.structs.replace(kafka_settings, broker="127.0.0.1:1")
    wrong = [check(nowhere, rules, "--syntax"), check(kafka_settings, rules, "--json")]
    rules.write_text(FIRST, encoding="utf-8")
    right = check(nowhere, rules, "--syntax")

    assert [ran.returncode for ran in wrong] == [1, 1]
    assert all("alerts.toml:6: " in ran.stderr and "phrase" in ran.stderr for ran in wrong), wrong
    assert (right.returncode, right.stdout) == (0, f"{rules}: 1 rules, 0 channels\n")
