"""How fast pages are read from files and pushed to Kafka: `python -m bench.push [FILE]`.

Without a file, pages are made. Pushing is measured where a broker is set or the local Kafka runs.
"""

import asyncio
import gzip
import sys
import tempfile
import time
import uuid
from collections.abc import Iterable
from pathlib import Path

import msgspec
import orjson

from agents.push.decode import decode
from agents.push.page import Page
from agents.push.pages import Pages
from agents.push.send import push
from streams.kafka_client import NoBrokerError, bootstrap
from streams.settings import load

MADE = 20_000
WORDS = "قالت وزارة الخارجية في بيان اليوم إن المباحثات مع الجانب الآخر تناولت الأوضاع في المنطقة والتعاون بين البلدين "


def timed(label: str, items: Iterable[object], size: int = 0) -> None:
    """Run through items and print how many a second."""
    started = time.perf_counter()
    count = sum(1 for _ in items)
    seconds = time.perf_counter() - started
    print(f"{label:32} {count / seconds:12,.0f} pages/s {size / seconds / 1e6:8,.0f} MB/s")


def main(path: str | None) -> None:
    """Print the table."""
    settings = load()
    with tempfile.TemporaryDirectory() as folder:
        if path is None:
            path = str(Path(folder) / "made.jsonl.gz")
            line = orjson.dumps({"source": "مرصد", "text": WORDS * 20}) + b"\n"
            Path(path).write_bytes(gzip.compress(line * MADE, 1))
        read = [page for page in Pages([path], settings.max_request_bytes) if isinstance(page, Page)]
        plain = Path(folder) / "plain.jsonl"
        plain.write_bytes(b"\n".join(page.value for page in read))
        size = plain.stat().st_size
        timed("read .jsonl", Pages([str(plain)], settings.max_request_bytes), size)
        timed("read compressed", Pages([path], settings.max_request_bytes), size)
        timed("decode UTF-8", (decode(page.value, declares=True) for page in read), size)
        old = [page.value.decode("utf-8", "replace").encode("cp1256", "replace") for page in read]
        timed("decode windows-1256", (decode(value, declares=True) for value in old), sum(map(len, old)))
        try:
            bootstrap(settings)
        except NoBrokerError as error:
            print(error)
            return
        own = msgspec.structs.replace(settings, prefix=f"bench{uuid.uuid4().hex[:6]}.")
        for compression in ("none", "zstd", "snappy", "lz4"):
            summary = asyncio.run(push(read, msgspec.structs.replace(own, compression=compression)))
            rate = summary.pushed / summary.seconds
            print(f"{'push, ' + compression:32} {rate:12,.0f} pages/s {size / summary.seconds / 1e6:8,.0f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
