"""The pages whose output is held byte by byte."""

import gzip
import os
import random
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from agents.stage import Incoming
from tests.agents.clean import outlets
from tests.agents.clean.outlets import Story

SHARED = Path(os.environ.get("RASID_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
NEWS = SHARED / "news"
RECEIVED_MS = 1_770_000_000_000
EACH_OUTLET = 4
SAUDI_PAGES = 1_000
"""Pages of the largest set, as they were scraped."""
EACH_SET = 48
"""Articles of each of the other sets."""
HTML_PAGES = 80


def demo() -> list[bytes]:
    """Return the pages that `rasid demo` pushes, the bad ones too."""
    folder = files("agents.commands.demo")
    return [line for name in ("pages", "bad-pages") for line in (folder / f"{name}.jsonl").read_bytes().splitlines()]


def of_outlets() -> list[bytes]:
    """Return the samples' articles set in the chrome of the invented outlets."""
    articles = [page for page in map(_loaded, demo()) if isinstance(page.get("text"), str) and "title" in page]
    articles = [page for page in articles if len(_paragraphs(page)) > 2]
    pages = []
    for name, (source, layout) in outlets.OUTLETS.items():
        rng = random.Random(name)
        for _ in range(EACH_OUTLET):
            own, other = rng.sample(articles, 2)
            others = [str(rng.choice(articles)["title"]) for _ in range(8)]
            day = (rng.randint(1, 28), rng.randint(1, 12), rng.randint(2015, 2025))
            story = Story(
                own["title"], _paragraphs(own), others, _paragraphs(other), *day, rng.randint(1, 11), rng.randint(0, 59)
            )
            text = "\n".join(line for _, line in layout(story, rng))
            pages.append(orjson.dumps({"source": source, "text": text}))
    return pages


def shared() -> list[bytes]:
    """Return about 2,000 real pages: scraped ones, articles of every set of news, HTML."""
    pages = list(islice(map(_scraped, enumerate(_rows(NEWS / "saudinewsnet-dev.jsonl.gz"))), SAUDI_PAGES))
    for path in sorted(NEWS.glob("*/*-dev.jsonl.gz")):
        pages += islice(map(_article, _rows(path)), EACH_SET)
    with (SHARED / "gold" / "pages.jsonl").open("rb") as gold:
        pages += [orjson.dumps(orjson.loads(line)["raw"]) for line in gold]
    for path in sorted([*SHARED.glob("gold/html/*.html"), *SHARED.glob("html/*.html")])[:HTML_PAGES]:
        html = path.read_bytes().decode("utf-8", "replace")
        pages.append(orjson.dumps({"url": f"https://{path.stem}.example/1", "html": html}))
    return pages


def incoming(pages: list[bytes]) -> list[Incoming]:
    """Return pages as records of a topic."""
    return [Incoming("rasid.pages", 0, offset, RECEIVED_MS, None, page) for offset, page in enumerate(pages)]


def _loaded(line: bytes) -> dict[str, Any]:
    try:
        page = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {}
    return page if isinstance(page, dict) else {}


def _paragraphs(page: dict[str, Any]) -> list[str]:
    return [line for line in map(str.strip, page["text"].splitlines()) if len(line.split()) > 12]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path) as lines:
        yield from map(orjson.loads, lines)


def _scraped(row: tuple[int, dict[str, Any]]) -> bytes:
    number, fields = row
    text = f"{fields['title']}\n\n{fields.get('author') or ''}\n\n{fields['content']}\n\nجميع الحقوق محفوظة"
    published = fields["fetched_at"].replace(" ", "T")[:19] + "Z"
    page = {"id": f"g{number}", "url": fields["url"], "source": fields["source"], "text": text}
    return orjson.dumps(page | {"published_at": published})


def _article(row: dict[str, Any]) -> bytes:
    text = "\n".join(part for part in (row.get("title"), row.get("text")) if part)
    return orjson.dumps({"source": row.get("source"), "url": row.get("url"), "text": text})
