"""The hub of the live stream: what was applied goes to every client that wants it; a slow client is let go."""

import asyncio
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby

import orjson

from agents.serve.live.wanted import Wanted, words_of
from agents.serve.model.records import Event
from streams import metrics

MAX_WAITING_BYTES = 4 * 2**20
"""That a client may be behind; with more it is let go. What waits for several clients is in memory once."""
MAX_TOLD_BYTES = 2 * 2**20
"""Of one transaction; with more, as when the dashboard was behind, not even a quick client would keep up."""
MAX_CLIENTS = 500

GAP = b"event: gap\ndata: {}\n\n"
"""Tells that more was missed than is told again: a view that must be whole asks the lists."""


class FullError(RuntimeError):
    """There are as many clients as can be served."""


class Client:
    """One listener.

    Parameters
    ----------
    wanted
        Which events it gets.
    positions
        Where the hub stands when it comes.
    turn
        Shared by all listeners of a hub.
    """

    def __init__(self, wanted: Wanted, positions: Mapping[tuple[str, int], int], turn: asyncio.Lock) -> None:
        self.wanted = wanted
        self.positions = dict(positions)
        self._turn = turn
        self.is_dropped = False
        self._frames: list[bytes] = []
        self._bytes = 0
        self._is_ended = False
        self._changed = asyncio.Event()

    def offer(self, frame: bytes) -> bool:
        """Let a frame wait for the client; False when it is too far behind, and is let go."""
        if self._bytes + len(frame) > MAX_WAITING_BYTES:
            self.is_dropped = True
            self._frames.clear()
            self.end()
        else:
            self._frames.append(frame)
            self._bytes += len(frame)
            self._changed.set()
        return not self.is_dropped

    def end(self) -> None:
        """Let the client go once it has what waits for it."""
        self._is_ended = True
        self._changed.set()

    async def next(self) -> bytes | None:
        """Return the frames that wait, as one; None: there comes no more.

        What is applied together is told together: to send each frame by itself costs most of a core with many clients.
        """
        await self._changed.wait()
        # One listener a round of the loop: what is sent to fifty in a row would hold requests up until the last has it.
        async with self._turn:
            await asyncio.sleep(0)
        waiting = b"".join(self._frames)
        self._frames.clear()
        self._bytes = 0
        if not self._is_ended:
            self._changed.clear()
        return waiting or None


class Hub:
    """All clients of one dashboard.

    Parameters
    ----------
    positions
        The offset to read next, by topic and partition: where the read model stands.
    """

    def __init__(self, positions: Mapping[tuple[str, int], int]) -> None:
        self._positions = dict(positions)
        self._clients: set[Client] = set()
        self._turn = asyncio.Lock()

    def tell_gap(self) -> None:
        """Tell all clients that what came just now is not told, since it was much."""
        for client in self._clients:
            client.offer(GAP)

    @contextmanager
    def client(self, wanted: Wanted) -> Iterator[Client]:
        """Give a client that gets whatever is published from now on.

        Raises
        ------
        FullError
            When there are too many.
        """
        if len(self._clients) >= MAX_CLIENTS:
            raise FullError(f"{MAX_CLIENTS} clients listen already; come again later")
        client = Client(wanted, self._positions, self._turn)
        self._clients.add(client)
        metrics.DASHBOARD_CLIENTS.set(len(self._clients))
        try:
            yield client
        finally:
            self._clients.discard(client)
            metrics.DASHBOARD_CLIENTS.set(len(self._clients))

    def publish(self, events: Sequence[Event], positions: Mapping[tuple[str, int], int]) -> None:
        """Hand events to the clients that want them; they are in the store already."""
        alike = defaultdict[Hashable, list[Client]](list)
        for client in self._clients:
            alike[client.wanted.key].append(client)
        told = {key: list[bytes]() for key in alike}
        at = _by_topic(self._positions)
        for event in events:
            self._positions[event.topic, event.partition] = event.offset + 1
            _go_on(at, event)
            found = words_of(event) if any(clients[0].wanted.words for clients in alike.values()) else frozenset()
            listening = [key for key, clients in alike.items() if clients[0].wanted.holds(event, found)]
            if listening:
                whole = _frame(event.kind, event.data, at)
                for key in listening:
                    told[key].append(whole)
        self._positions |= positions
        for key, clients in alike.items():
            if told[key]:
                self._tell(clients, _together(told[key]))

    def _tell(self, clients: Sequence[Client], frames: bytes) -> None:
        for client in clients:
            if not client.offer(frames):
                self._clients.discard(client)
                metrics.DASHBOARD_DROPPED.inc()

    def close(self) -> None:
        """Let all clients go."""
        for client in self._clients:
            client.end()
        self._clients.clear()


def _together(frames: Sequence[bytes]) -> bytes:
    """Return frames as one, made once for all clients that want the same; of too many the latest, behind a gap."""
    room = MAX_TOLD_BYTES
    for place in range(len(frames) - 1, 0, -1):
        room -= len(frames[place])
        if room < len(frames[place - 1]):
            return b"".join([GAP, *frames[place:]])
    return b"".join(frames)


def frame(kind: str, data: bytes, positions: Mapping[tuple[str, int], int]) -> bytes:
    """Return one event as it goes over the wire; its id says where to go on after it."""
    return _frame(kind, data, _by_topic(positions))


def event_id(positions: Mapping[tuple[str, int], int]) -> bytes:
    """Return the id of an event: of each topic the offsets to go on with, by partition; -1 where none is known."""
    return orjson.dumps(_by_topic(positions))


def _frame(kind: str, data: bytes, at: Mapping[str, list[int]]) -> bytes:
    return b"id: %s\nevent: %s\ndata: %s\n\n" % (orjson.dumps(at), kind.encode(), data)


def _by_topic(positions: Mapping[tuple[str, int], int]) -> dict[str, list[int]]:
    ids: dict[str, list[int]] = {}
    for topic, found in groupby(sorted(positions.items()), key=lambda entry: entry[0][0]):
        at = {partition: offset for (_, partition), offset in found}
        ids[topic] = [at.get(partition, -1) for partition in range(max(at) + 1)]
    return ids


def _go_on(at: dict[str, list[int]], event: Event) -> None:
    """Go on behind an event, as making all of it anew would."""
    offsets = at.setdefault(event.topic, [])
    offsets += [-1] * (event.partition + 1 - len(offsets))
    offsets[event.partition] = event.offset + 1


def positions_of(text: str) -> dict[tuple[str, int], int]:
    """Return the positions that an event's id holds.

    Raises
    ------
    ValueError
        When it is no such id.
    """
    found = orjson.loads(text)
    if not isinstance(found, dict) or not all(isinstance(offsets, list) for offsets in found.values()):
        raise ValueError("not an id of this stream")
    positions = {
        (topic, partition): offset
        for topic, offsets in found.items()
        for partition, offset in enumerate(offsets)
        if offset != -1
    }
    if not all(type(offset) is int and 0 <= offset < 2**63 for offset in positions.values()):
        raise ValueError("not an id of this stream")
    return positions
