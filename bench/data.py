"""Pages to measure on: real news where ../shared/data is, else pages put together from the project's samples."""

import gzip
import os
import random
from importlib.resources import files
from itertools import islice
from pathlib import Path

import orjson

_VARIABLE = "RASID_SHARED_DATA"
SHARED = Path(os.environ.get(_VARIABLE, "../shared/data"))


def environment() -> dict[str, str]:
    """Return the environment for processes of Rasid's, which would take that variable for a setting that is none."""
    return {name: value for name, value in os.environ.items() if name != _VARIABLE}


def pages(count: int) -> tuple[list[bytes], str]:
    """Return raw pages as JSON, and where they are from."""
    news = SHARED / "news" / "saudinewsnet-dev.jsonl.gz"
    if not news.exists():
        return _made(count), "the sample pages, lines mixed"
    with gzip.open(news) as lines:
        return [_page(number, orjson.loads(line)) for number, line in enumerate(islice(lines, count))], "SaudiNewsNet"


def _page(number: int, row: dict[str, str]) -> bytes:
    text = f"{row['title']}\n\n{row.get('author') or ''}\n\n{row['content']}\n\nجميع الحقوق محفوظة\nتابعنا على فيسبوك"
    published = row["fetched_at"].replace(" ", "T")[:19] + "Z"
    return orjson.dumps(
        {"id": f"b{number}", "url": row["url"], "source": row["source"], "text": text, "published_at": published}
    )


def _made(count: int) -> list[bytes]:
    chance = random.Random(1)  # noqa: S311 - sample text
    samples = [orjson.loads(line) for line in (files("agents.commands.demo") / "pages.jsonl").read_bytes().splitlines()]
    lines = [line for page in samples for line in page.get("text", "").splitlines() if len(line) > 80]  # noqa: PLR2004
    return [
        orjson.dumps(
            {
                "id": f"b{number}",
                "source": f"outlet {number % 9}",
                "text": "\n".join(chance.sample(lines, 12)),
                "published_at": f"2026-01-{number % 28 + 1:02}T10:00:00Z",
            }
        )
        for number in range(count)
    ]
