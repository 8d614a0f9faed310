"""Putting rejected originals back on a real broker."""

import asyncio
import hashlib

import msgspec
import pytest
from aiokafka import AIOKafkaProducer

from agents import stage
from agents.push.replay import replay
from agents.stage import Incoming
from streams import topic_admin
from streams.kafka_client import producing
from streams.records.origin import Origin
from streams.records.rejected import REPLAY_HEADER
from streams.rejection import Reason, Reject
from streams.settings import LEAST_REQUEST_BYTES
from streams.topic_reader import scan

pytestmark = pytest.mark.kafka
REJECT = Reject(Reason.NO_ARTICLE, "nothing left")


def incoming(settings, offset, value, topic="pages", headers=()):
    """Return a record as a stage saw it."""
    return Incoming(settings.topic(topic), 0, offset, 1_700_000_000_000, b"k", value, headers)


async def fill(settings, pages, rejections):
    """Put pages and rejections on their topics."""
    await topic_admin.apply(settings)
    async with AIOKafkaProducer(**producing(settings)) as producer:
        for value in pages:
            await producer.send_and_wait(settings.topic("pages"), value, key=b"k", partition=0)
        for out in rejections:
            await producer.send_and_wait(settings.topic("rejected"), out.value, key=out.key, partition=1)


async def put_back(settings):
    """Return value, key and headers of the pages that were put back."""
    return sorted(
        [
            (record.value, record.key, record.headers)
            async for record in scan(settings, "pages")
            if REPLAY_HEADER in dict(record.headers)
        ]
    )


def test_an_original_goes_back_once_however_often_it_is_replayed(kafka_settings):
    """Key and headers stay; a rejection that was written twice is one."""
    settings = kafka_settings
    out = stage.rejection("clean", incoming(settings, 7, b"{bad", headers=[("a", b"1")]), REJECT)

    async def run():
        await fill(settings, [], [out, out])
        first = await replay(settings, lambda _: True)
        second = await replay(settings, lambda _: True)
        return first, second, await put_back(settings)

    first, second, pages = asyncio.run(run())
    name = f"{settings.topic('pages')}-0-7"
    assert (first.replayed, second.replayed, second.already) == ([name], [], [name])
    assert pages == [(b"{bad", b"k", (("a", b"1"), (REPLAY_HEADER, name.encode())))]


def test_a_cut_original_is_read_again_from_where_it_stood(kafka_settings):
    """The rejection holds a part and the hash; the page is whole."""
    settings = kafka_settings
    large = b"x" * (stage.KEPT_BYTES + 1)
    out = stage.rejection("clean", incoming(settings, 0, large), REJECT)

    async def run():
        await fill(settings, [large], [out])
        return await replay(settings, lambda _: True), await put_back(settings)

    outcome, pages = asyncio.run(run())
    assert (len(outcome.replayed), [hashlib.sha256(p[0]).hexdigest() for p in pages]) == (
        1,
        [hashlib.sha256(large).hexdigest()],
    )


def test_what_a_later_stage_refused_goes_back_as_its_page(kafka_settings):
    """An article is no page: the raw page that it comes from is put back."""
    settings = kafka_settings
    article = incoming(settings, 3, b'{"article": 1}', topic="articles")
    origin = Origin(topic=settings.topic("pages"), partition=0, offset=1)
    out = stage.rejection("tag_entities", article, REJECT, origin)

    async def run():
        await fill(settings, [b"other", b"the page"], [out])
        return await replay(settings, lambda _: True), await put_back(settings)

    _, pages = asyncio.run(run())
    assert [page[0] for page in pages] == [b"the page"]


def test_what_is_gone_or_unknown_is_refused_with_the_reason(kafka_settings):
    """Nothing is put back that is not the original."""
    settings = kafka_settings
    large = b"x" * (stage.KEPT_BYTES + 1)
    gone = stage.rejection("clean", incoming(settings, 5, large), REJECT)
    another = stage.rejection("clean", incoming(settings, 0, large + b"y"), REJECT)
    unknown = stage.rejection("tag_entities", incoming(settings, 3, b"{", topic="articles"), REJECT)

    huge = b"z" * LEAST_REQUEST_BYTES
    too_large = stage.rejection("clean", incoming(settings, 1, huge), REJECT)
    narrow = msgspec.structs.replace(settings, max_request_bytes=LEAST_REQUEST_BYTES)

    async def run():
        await fill(settings, [large, huge], [gone, another, unknown, too_large])
        return await replay(narrow, lambda _: True), await put_back(settings)

    outcome, pages = asyncio.run(run())
    assert ([why.split(" ")[:2] for why in outcome.refused.values()], pages) == (
        [["its", "page"], ["another", "page"], ["the", "raw"], ["it", "has"]],
        [],
    )


def test_only_the_chosen_ones_go(kafka_settings):
    """The others can be replayed later."""
    settings = kafka_settings
    outs = [stage.rejection("clean", incoming(settings, n, b"%d" % n), REJECT) for n in range(4)]

    async def run():
        await fill(settings, [], outs)
        await replay(settings, lambda record: record.original.offset == 2)
        return await put_back(settings)

    assert [page[0] for page in asyncio.run(run())] == [b"2"]
