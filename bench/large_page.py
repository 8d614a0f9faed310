"""How long one page of 4 MB holds up the pages of other partitions in the same worker.

Run as `python -m bench.large_page`. Small pages come steadily on all partitions of `pages` but one; then a large one
comes on that. What the worst of the small ones took from the broker to `enriched`, beside what they take without, is
the answer; those are among them that meet the large one again in a partition of `articles`.
"""

import asyncio
import random
import statistics
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec
import orjson
from aiokafka import AIOKafkaProducer

from bench import data
from bench.table import Figure, show
from bench.through_kafka import first_record, processes, through, worker_command
from streams import kafka_client, topic_admin
from streams.local_kafka import broker
from streams.settings import Settings
from streams.topic_reader import scan

SMALL_PAGES = 80
RATE = 4.0
"""Small pages a second: far below what a worker gets through."""
WORDS_OF_A_PARAGRAPH = 60
WARM_PAGES = 64
"""Pages before those that are measured."""
MAX_SMALL_BYTES = 20_000
LARGE = "large"


def _large(small: list[bytes], limit: int, *, html: bool) -> bytes:
    """Return a page of just under so many bytes, of the words of small ones."""
    chance = random.Random(1)  # noqa: S311 - sample text
    words = [word for page in small for word in str(orjson.loads(page).get("text", "")).split()]
    paragraphs = ["عنوان خبر طويل جدا من كلمات كثيرة"]
    size = 0
    while size < limit * 0.97:
        paragraphs.append(" ".join(chance.choices(words, k=WORDS_OF_A_PARAGRAPH)))
        size += len(paragraphs[-1].encode()) + len("<p></p>")
    title, *rest = paragraphs
    body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    content = {"html": f"<article><h1>{title}</h1>{body}</article>"} if html else {"text": "\n".join(paragraphs)}
    return orjson.dumps({"id": LARGE, "source": LARGE, "url": "https://large.example/1", **content})


async def _latencies(settings: Settings, small: list[bytes], large: bytes | None, folder: Path) -> list[float]:
    """Return the seconds that small pages took, of which the large one comes in the middle."""
    await topic_admin.apply(settings)
    with processes([worker_command(settings)], folder):
        await _push(settings, small[:WARM_PAGES], None, rate=0)
        await first_record(settings)
        await through(settings)
        await _push(settings, small[WARM_PAGES:], large, RATE)
        await through(settings)
    taken: list[tuple[str, float]] = []
    async for record in scan(settings, "enriched"):
        value = orjson.loads(record.value)
        if value["id"] != LARGE:
            received = value["received_at"]
            taken.append((received, record.timestamp / 1000 - datetime.fromisoformat(received).timestamp()))
    return [seconds for _, seconds in sorted(taken)[WARM_PAGES:]]


async def _push(settings: Settings, small: list[bytes], large: bytes | None, rate: float) -> None:
    others = settings.article_partitions - 1
    async with AIOKafkaProducer(**kafka_client.producing(settings)) as producer:
        for number, page in enumerate(small):
            if large is not None and number == len(small) // 2:
                await producer.send(settings.topic("pages"), large, partition=others)
            await producer.send(settings.topic("pages"), page, partition=number % others)
            if rate:
                await asyncio.sleep(1 / rate)
        await producer.flush()


def main() -> None:
    """Measure and print."""
    pages, _ = data.pages(4 * SMALL_PAGES)
    small = [page for page in pages if len(page) < MAX_SMALL_BYTES][: WARM_PAGES + SMALL_PAGES]
    settings = Settings()
    cases = {
        "without": None,
        "4 MB of text": _large(small, settings.max_page_bytes, html=False),
        "4 MB of HTML": _large(small, settings.max_page_bytes, html=True),
    }
    figures = []
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        address = broker.start(Path(folder)).address
        try:
            for number, (name, large) in enumerate(cases.items()):
                run = msgspec.structs.replace(settings, broker=address or "", prefix=f"large{number}.")
                taken = asyncio.run(_latencies(run, small, large, Path(folder)))
                figures += [
                    Figure(f"{name}: median of the small pages", statistics.median(taken), "s", ""),
                    Figure(f"{name}: the worst of them", max(taken), "s", ""),
                ]
        finally:
            broker.stop(Path(folder))
    show(figures)


if __name__ == "__main__":
    main()
