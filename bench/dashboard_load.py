"""A dashboard's load: articles that come in, questions that are asked at a steady rate, and who listens beside."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from aiokafka import AIOKafkaProducer

from bench.processes import processor_seconds
from streams import kafka_client
from streams.partition import partition_of
from streams.settings import Settings

CONNECTIONS = 20
PATIENCE_SECONDS = 60
"""How long the last events may take."""
PORT = 6079
EVENT = b'\ndata: {"id":"'
"""How the item of an event begins."""
READ_BYTES = 2**18
BETWEEN_LOOKS_SECONDS = 0.01


class Load(NamedTuple):
    """What a dashboard has to do."""

    seconds: int
    articles: int
    """A second."""
    requests: int
    """A second."""
    clients: int
    """That listen to the live stream."""


class Asked(NamedTuple):
    """One answer."""

    seconds: float
    """From when it was a request's turn until all of the answer was there."""
    path: str


class Measured(NamedTuple):
    """What came of a load."""

    requests: list[Asked]
    told: list[float]
    """How long after it was sent an article was told, to one listener, in seconds, sorted."""
    events: int
    """Told to that listener."""
    whole: int
    """Listeners that got as many bytes as that one."""
    late: list[float]
    """How late the benchmark's own loop was, in seconds, sorted: so much of an answer's time is not the dashboard's."""
    processor: list[float]
    """Shares of a core that the dashboard's processes took meanwhile, the one that serves first."""


class _Drain(asyncio.BufferedProtocol):
    """A listener that counts bytes only: to look at every event of each would take more than the dashboard does."""

    def __init__(self, buffer: bytearray) -> None:
        self._buffer = buffer
        self.bytes = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - a connection over TCP
        transport.write(_LISTEN)

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002 - asyncio's signature
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        self.bytes += nbytes


_LISTEN = b"GET /api/v1/stream?kinds=article HTTP/1.1\r\nHost: localhost\r\n\r\n"


class _Told:
    """What one listener was told."""

    def __init__(self, sent: dict[str, float]) -> None:
        self._sent = sent
        self.bytes = 0
        self.delays: list[float] = []

    async def listen(self) -> None:
        """Listen, and write down how long after it was sent each article was told."""
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT, limit=2**20)
        writer.write(_LISTEN)
        rest = b""
        while chunk := await reader.read(READ_BYTES):
            self.bytes += len(chunk)
            rest += chunk
            end = rest.rfind(b"\n\n") + 2
            if end > 1:
                now = time.perf_counter()
                for event in rest[:end].split(EVENT)[1:]:
                    at = self._sent.get(event[: event.index(b'"')].decode())
                    if at is not None:
                        self.delays.append(now - at)
                rest = rest[end:]


async def put_on(settings: Settings, load: Load, values: list[bytes], asked: Iterator[str], pid: int) -> Measured:
    """Send articles to Kafka, ask and listen as the load says.

    Parameters
    ----------
    settings
        Where the broker is.
    load
        How much.
    values
        Articles, which are sent over and over with ids of their own.
    asked
        Addresses of the API.
    pid
        The dashboard's process.
    """
    sent: dict[str, float] = {}
    told, turns, answers = _Told(sent), asyncio.Queue[float](), list[Asked]()
    loop, buffer = asyncio.get_running_loop(), bytearray(READ_BYTES)
    drains = [
        (await loop.create_connection(lambda: _Drain(buffer), "127.0.0.1", PORT))[1] for _ in range(load.clients - 1)
    ]
    tasks = [asyncio.create_task(told.listen())]
    tasks += [asyncio.create_task(_ask(answers, turns, asked)) for _ in range(CONNECTIONS)]
    late: list[float] = []
    tasks.append(asyncio.create_task(_watch_loop(late)))
    sending = asyncio.create_task(_send(settings, values, sent, load))
    began, took = time.perf_counter(), processor_seconds(pid)
    for number in range(load.requests * load.seconds):
        await asyncio.sleep(max(0.0, began + number / load.requests - time.perf_counter()))
        turns.put_nowait(began + number / load.requests)
    await sending
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < deadline:
        if len(told.delays) >= len(sent) and all(drain.bytes >= told.bytes for drain in drains):
            break
        await asyncio.sleep(0.1)
    lasted = time.perf_counter() - began
    shares = [(after - before) / lasted for before, after in zip(took, processor_seconds(pid), strict=True)]
    whole = 1 + sum(drain.bytes >= told.bytes for drain in drains)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return Measured(answers, sorted(told.delays), len(told.delays), whole, sorted(late), shares)


async def _watch_loop(late: list[float]) -> None:
    """Write down by how much too late the loop comes to what is due."""
    while True:
        due = time.perf_counter() + BETWEEN_LOOKS_SECONDS
        await asyncio.sleep(BETWEEN_LOOKS_SECONDS)
        late.append(time.perf_counter() - due)


async def _ask(answers: list[Asked], turns: asyncio.Queue[float], asked: Iterator[str]) -> None:
    """Ask when it is a request's turn, on a connection that stays, and write down how long the answer took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT, limit=2**20)
    while True:
        turn, path = await turns.get(), next(asked)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), (path, head)  # noqa: S101 - a benchmark of errors says nothing
        length = next(
            int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
        )
        await reader.readexactly(length)
        answers.append(Asked(time.perf_counter() - turn, path))


async def _send(settings: Settings, values: list[bytes], sent: dict[str, float], load: Load) -> None:
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    began = time.perf_counter()
    parts = [value.split(f'"{json.loads(value)["id"]}"'.encode(), 1) for value in values]
    for number in range(load.articles * load.seconds):
        await asyncio.sleep(max(0.0, began + number / load.articles - time.perf_counter()))
        id_ = f"live{number}"
        before, after = parts[number % len(parts)]
        sent[id_] = time.perf_counter()
        whole = b'%s"%s"%s' % (before, id_.encode(), after)
        await producer.send(
            settings.topic("enriched"), whole, id_.encode(), partition_of(id_, settings.article_partitions)
        )
    await producer.stop()


async def until_served() -> None:
    """Wait until the dashboard listens and has looked at the topics: how it starts is not what is measured."""
    while True:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            answer = await reader.read()
            writer.close()
            if b'"enriched":' in answer:
                return
        await asyncio.sleep(0.2)
