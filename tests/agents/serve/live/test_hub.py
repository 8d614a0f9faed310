"""The hub: who wants what gets it, in order, and who is too slow is let go."""

import asyncio
from contextlib import ExitStack

import orjson
import pytest
from prometheus_client import REGISTRY

from agents.serve.live import hub, replay
from agents.serve.live.hub import Hub, event_id, positions_of
from agents.serve.live.told import take
from agents.serve.live.wanted import Wanted, words_of
from agents.serve.model.records import Event, Told
from agents.serve.query.filters import StreamFilter
from tests.agents.serve.filled import Filled, alert, article, story, trend


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["article", "story", "trend", "alert"]),
        ({"kinds": "alert"}, ["alert"]),
        ({"entity": "loc:egypt"}, ["article", "trend"]),
        ({"entity": "loc:iraq"}, []),
        ({"topic": "medtop:04000000"}, ["article"]),
        ({"outlet": "al-fanar"}, ["article", "story", "trend", "alert"]),
        ({"outlet": "gulf"}, []),
        ({"country": "EG"}, ["article", "trend", "alert"]),
        ({"country": "AE"}, []),
        ({"country": "EG", "entity": "loc:egypt"}, ["article", "trend"]),
        ({"genre": "opinion"}, []),
        ({"q": "رئيس مصر"}, ["article"]),
        ({"q": "العراق"}, []),
    ],
)
def test_a_client_gets_what_it_wants(asked, expected):
    """All conditions of an address hold together, as in the lists; what was missed is chosen in the same way."""
    wanted, filled = Wanted(StreamFilter(**asked)), Filled()
    evidence = {"articles": [{"id": "a", "title": "", "source": "al-fanar"}]}
    events = filled.add(
        article("a"),
        story("s", "a"),
        trend("loc:egypt", "2026-03-01T10:00:00Z", 4.0),
        alert("1", "r") | {"evidence": evidence},
    )
    with filled.database.reading() as db:
        until = filled.model.positions()
        missed, _ = replay.missed(db, dict.fromkeys(until, 0), until)

    assert [event.kind for event in events if wanted.holds(event, words_of(event))] == expected
    assert sorted(event.kind for event in missed if wanted.holds(event, words_of(event))) == sorted(expected)


def test_events_come_in_order_with_where_to_go_on():
    """The id of each says what a client that has seen it has seen."""

    async def run():
        filled = Filled(article("before"))
        with filled.hub.client(Wanted(StreamFilter())) as client:
            filled.add(article("a"), article("b"))
            return (await client.next()).split(b"\n\n")

    first, second, end = asyncio.run(run())

    assert first.startswith(b'id: {"enriched":[2]}\nevent: article\ndata: {"id":"a",')
    assert second.startswith(b'id: {"enriched":[3]}\nevent: article\ndata: {"id":"b",')
    assert end == b""


def test_who_wants_the_same_is_told_the_same_bytes():
    """Frames are made once for all of them; another filter gets its own."""

    async def run():
        filled = Filled()
        wanted = [StreamFilter(), StreamFilter(last_event_id='{"enriched":[0]}'), StreamFilter(kinds="story")]
        with (
            filled.hub.client(Wanted(wanted[0])) as one,
            filled.hub.client(Wanted(wanted[1])) as other,
            filled.hub.client(Wanted(wanted[2])) as another,
        ):
            filled.add(article("a"), article("b"), story("s", "a"))
            return [await client.next() for client in (one, other, another)]

    one, other, another = asyncio.run(run())

    assert one is other
    assert (one.count(b"event: article"), one.count(b"event: story")) == (2, 1)
    assert (another.count(b"event: article"), another.count(b"event: story")) == (0, 1)


def test_of_too_much_at_once_the_latest_is_told(monkeypatch):
    """A gap stands before it; nobody is let go because the dashboard was behind."""

    async def run(most):
        filled = Filled()
        with filled.hub.client(Wanted(StreamFilter())) as client:
            monkeypatch.setattr(hub, "MAX_TOLD_BYTES", most)
            filled.add(*[article(f"a{n}") for n in range(9)])
            return await client.next()

    whole = asyncio.run(run(2**20))
    frames = whole.split(b"\n\n")[:-1]
    told = asyncio.run(run(2 * len(frames[-1]) + 10))

    assert len(frames) == 9
    assert told == hub.GAP + b"\n\n".join([*frames[-2:], b""])


def test_a_slow_client_is_let_go_and_the_others_are_not(monkeypatch):
    """What waits for it is bounded, and given up."""

    async def run():
        filled = Filled()
        wanted = Wanted(StreamFilter())
        with filled.hub.client(wanted) as slow, filled.hub.client(wanted) as quick:
            filled.add(article("a0"))
            seen = await quick.next()
            monkeypatch.setattr(hub, "MAX_WAITING_BYTES", 2.5 * len(seen))
            for n in (1, 2):
                filled.add(article(f"a{n}"))
                seen += await quick.next()
            return await slow.next(), slow.is_dropped, seen.count(b"event: article"), quick.is_dropped

    before = REGISTRY.get_sample_value("rasid_dashboard_stream_dropped_total")
    last, is_dropped, seen, other_is_dropped = asyncio.run(run())

    assert (last, is_dropped) == (None, True)
    assert (seen, other_is_dropped) == (3, False)
    assert REGISTRY.get_sample_value("rasid_dashboard_stream_dropped_total") == before + 1


def test_all_are_let_go_when_the_hub_closes():
    """Each gets what is queued for it, then the end."""

    async def run():
        filled = Filled()
        with filled.hub.client(Wanted(StreamFilter())) as client:
            filled.add(article("a"))
            filled.hub.close()
            return [await client.next(), await client.next()]

    frame, end = asyncio.run(run())

    assert frame is not None
    assert end is None


def test_of_much_at_once_a_gap_is_told():
    """What is not made ready to be told is in the store nevertheless."""

    async def run():
        filled = Filled()
        record = filled.incoming(article("a"))
        with filled.hub.client(Wanted(StreamFilter())) as client:
            events = filled.model.apply([record], {("enriched", 0): 1}, tells=False)
            take(Told([("enriched", 0, 1)], events, is_whole=False), filled.hub, filled.context.status)
            return filled, await client.next()

    filled, told = asyncio.run(run())

    assert (told, filled.context.status.version) == (hub.GAP, 1)
    assert filled.ids("articles") == ["a"]


def test_listeners_are_told_one_after_the_other():
    """Between any two of them the loop goes round, and whoever asks something is answered."""

    async def run():
        filled, rounds, told = Filled(), 0, []

        async def listen(client):
            await client.next()
            told.append(rounds)

        with ExitStack() as stack:
            clients = [stack.enter_context(filled.hub.client(Wanted(StreamFilter()))) for _ in range(5)]
            tasks = [asyncio.create_task(listen(client)) for client in clients]
            await asyncio.sleep(0)
            filled.add(article("a"))
            while not all(task.done() for task in tasks):
                await asyncio.sleep(0)
                rounds += 1
        return told

    told = asyncio.run(run())

    assert len(set(told)) == 5


def test_ids_go_on_event_by_event():
    """Each names all partitions that are known by then; a topic may have come with the event."""

    async def run():
        events = [
            Event("article", topic, partition, offset, b"{}")
            for topic, partition, offset in (
                ("enriched", 1, 4),
                ("enriched", 3, 0),
                ("alerts", 0, 8),
                ("enriched", 1, 5),
            )
        ]
        kept = Hub({("enriched", 1): 4, ("trends", 0): 2})
        with kept.client(Wanted(StreamFilter())) as client:
            kept.publish(events, {("trends", 0): 3})
            return (await client.next()).split(b"\n\n")[:-1]

    ids = [orjson.loads(frame.partition(b"\n")[0].removeprefix(b"id: ")) for frame in asyncio.run(run())]

    assert ids == [
        {"enriched": [-1, 5], "trends": [2]},
        {"enriched": [-1, 5, -1, 1], "trends": [2]},
        {"enriched": [-1, 5, -1, 1], "trends": [2], "alerts": [9]},
        {"enriched": [-1, 6, -1, 1], "trends": [2], "alerts": [9]},
    ]


def test_an_id_is_read_back():
    """A partition that is not known yet has none."""
    positions = {("enriched", 0): 5, ("enriched", 2): 7, ("trends", 0): 0}

    assert positions_of(event_id(positions).decode()) == positions


@pytest.mark.parametrize("text", ["", "7", "[]", '{"enriched": 1}', '{"enriched": ["a"]}', '{"enriched": [-5]}', "{"])
def test_what_is_no_id_is_refused(text):
    """It comes from outside."""
    with pytest.raises(ValueError, match=r"."):
        positions_of(text)
    assert Hub({}) is not None
