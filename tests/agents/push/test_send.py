"""Pushing pages to a real broker."""

import asyncio
import os
import signal
import time
from collections import Counter, defaultdict

import msgspec
import orjson
import pytest
from click.testing import CliRunner

from agents.commands.push import push as command
from agents.push import send
from agents.push.page import Failure, Page
from agents.push.send import Summary, push
from streams import topic_admin
from streams.local_kafka import broker
from streams.partition import partition_of
from streams.settings import Settings
from streams.topic_reader import scan

pytestmark = pytest.mark.kafka


async def values(settings):
    """Read all pages."""
    return sorted([record.value async for record in scan(settings, "pages")])


def test_every_page_arrives_as_it_is_once(kafka_settings):
    """The topics are made, the bytes untouched, the partitions used evenly."""
    pages = [Page(b"%05d \xff not json" % n, "a", n) for n in range(2000)]
    summary = asyncio.run(push(pages, kafka_settings))
    assert (summary.pushed, summary.failed) == (2000, 0)
    assert asyncio.run(values(kafka_settings)) == [page.value for page in pages]


def test_an_outlets_pages_stay_together(kafka_settings):
    """They have its id for a key, and Kafka's own partition of that; pages of no outlet take turns."""
    outlets = ["الصباح", "x.example", "المساء", None]
    pages = [Page(orjson.dumps({"source": outlets[n % 4], "text": str(n)}), "a", n) for n in range(400)]
    asyncio.run(push(pages, kafka_settings))

    async def placed():
        found = defaultdict(Counter)
        async for record in scan(kafka_settings, "pages"):
            found[record.key and record.key.decode()][record.partition] += 1
        return found

    found = asyncio.run(placed())
    assert {key: dict(partitions) for key, partitions in found.items() if key} == {
        key: {partition_of(key, 2): 100} for key in ("الصباح", "x-example", "المساء")
    }
    assert found[None].keys() == {0, 1}


def test_failures_are_counted_and_their_neighbours_go(kafka_settings):
    """What could not be read, and what is too large to send, does not stop the rest."""
    settings = msgspec.structs.replace(kafka_settings, max_request_bytes=1000)
    source = [Page(b"1", "a", 1), Failure("b", "unreadable"), Page(b"x" * 2000, "c"), Page(b"2", "a", 2)]
    summary = asyncio.run(push(source, settings))
    assert (summary.pushed, summary.failures) == (
        2,
        [Failure("b", "unreadable"), Failure("c", "larger than max_request_bytes")],
    )


def test_the_summary_names_some_failures_and_counts_all():
    """Memory does not grow with the failures."""
    summary = Summary()
    for n in range(100):
        summary.fail(Failure(str(n), "why"))
    assert (summary.failed, len(summary.failures)) == (100, 20)


@pytest.mark.parametrize(("name", "code"), [("good.jsonl", 0), ("missing.jsonl", 1)])
def test_the_exit_code_says_whether_all_went(kafka_settings, tmp_path, name, code):
    """One failure makes the command fail."""
    (tmp_path / "good.jsonl").write_bytes(b'{"text": "x"}\n')
    where = ["--broker", kafka_settings.broker, "--prefix", kafka_settings.prefix]
    partitions = ["--set", "article_partitions=2", "--set", "entity_partitions=2"]
    ran = CliRunner().invoke(command, [str(tmp_path / name), "--json", *where, *partitions])
    assert (ran.exit_code, msgspec.json.decode(ran.stdout)["failed"]) == (code, code)


@pytest.mark.parametrize("name", ["feed.xml", "pretty.jsonl"])
def test_feeds_and_pretty_printed_pages_are_pushed_page_by_page(kafka_settings, tmp_path, name):
    """simplepie/simplepie#614, robinhood/faust#16: each line was taken for a page; here each item is one."""
    pages = [{"url": f"https://x.example/{number}", "title": f"خبر {number}", "text": "نص"} for number in range(90)]
    item = "<item><title>{title}</title><link>{url}</link><description>{text}</description></item>\n"
    items = "".join(item.format(**page) for page in pages)
    pretty = "\n".join(orjson.dumps(page, option=orjson.OPT_INDENT_2).decode() for page in pages)
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'>\n<channel>\n{items}</channel>\n</rss>\n", "utf-8")
    (tmp_path / "pretty.jsonl").write_text(pretty, "utf-8")
    where = ["--broker", kafka_settings.broker, "--prefix", kafka_settings.prefix]
    partitions = ["--set", "article_partitions=2", "--set", "entity_partitions=2"]
    ran = CliRunner().invoke(command, [str(tmp_path / name), *where, *partitions])
    sent = [orjson.loads(value)["url"] for value in asyncio.run(values(kafka_settings))]
    assert (ran.exit_code, sorted(sent)) == (0, sorted(page["url"] for page in pages))


def test_a_path_that_is_not_there_is_said_before_topics_are_made(kafka_settings, tmp_path):
    """The command ends with 1, and the broker has no topic of it."""
    where = ["--broker", kafka_settings.broker, "--prefix", kafka_settings.prefix]
    ran = CliRunner().invoke(command, [str(tmp_path / "missing.jsonl"), *where])
    assert (ran.exit_code, asyncio.run(topic_admin.describe(kafka_settings))) == (1, {})


def test_nothing_is_sent_and_no_topic_made_when_a_path_holds_no_pages(kafka_settings, tmp_path):
    """What is wrong is said first, and the pages beside it stay too."""
    (tmp_path / "good.jsonl").write_bytes(b'{"text": "x"}\n')
    (tmp_path / "feed.jsonl").write_bytes(b"<rss>\n" * 600)
    where = ["--broker", kafka_settings.broker, "--prefix", kafka_settings.prefix]
    ran = CliRunner().invoke(command, [str(tmp_path), *where])
    assert (ran.exit_code, "feed.jsonl: line 1 is no JSON object" in ran.stdout) == (1, True)
    assert asyncio.run(topic_admin.describe(kafka_settings)) == {}


def test_a_broker_that_is_gone_ends_the_push(tmp_path, monkeypatch):
    """What was not acknowledged counts as failed; a restart within the patience would have been waited for."""
    monkeypatch.setattr(send, "PATIENCE_SECONDS", 2.0)
    monkeypatch.setattr(send, "STOP_SECONDS", 0.1)
    running = broker.start(tmp_path)
    settings = Settings(broker=running.address, article_partitions=1, entity_partitions=1)

    def source():
        yield Page(b"1", "a", 1)
        time.sleep(1)
        os.kill(running.pid, signal.SIGKILL)
        for number in range(2, 5):
            yield Page(b"%d" % number, "a", number)

    summary = asyncio.run(push(source(), settings))
    assert (summary.pushed, summary.failed, summary.gave_up) == (1, 3, True)
    assert summary.failures[0].why.startswith("3 pages were sent and not acknowledged")
