"""How fast articles are grouped on one core: sketching, meeting, and both; and fingerprints beside it.

Run as `python -m bench.group [FILE.jsonl.gz]`; the file's lines have title, content, source and fetched_at.
Without it articles are put together from the words of the sample pages, every third of them a copy of another.
"""

import gzip
import itertools
import json
import random
import sys
import time
from importlib.resources import files

from agents.group.offline import Grouping
from agents.group.step import Sketched, sketched
from streams.fingerprint import fingerprint, similar
from streams.records.articles import Article, Source
from streams.records.origin import Origin

BATCH = 64
ARTICLES = 20_000


def _article(number: int, title: str, text: str, source: str, at: str) -> Article:
    return Article(
        id=f"article-{number:08}",
        origin=Origin(topic="pages", partition=number % 8, offset=number // 8),
        received_at=at,
        source=Source(id=source, name=source),
        language="ar",
        title=title,
        text=f"{title}\n{text}",
        published_at=at,
        fingerprint="",
    )


def _made() -> list[Article]:
    chance = random.Random(1)  # noqa: S311 - sample text
    pages = files("agents.commands.demo").joinpath("pages.jsonl").read_text(encoding="utf-8").splitlines()
    words = sorted({word for page in pages for word in json.loads(page).get("text", "").split()})
    texts: list[str] = []
    for number in range(ARTICLES):
        copied = number % 3 == 2  # noqa: PLR2004 - every third
        texts.append(texts[-1] if copied else " ".join(chance.choices(words, k=chance.randint(80, 600))))
    return [
        _article(n, " ".join(chance.choices(words, k=8)), text, f"outlet-{n % 3}", "2026-01-01T00:00:00Z")
        for n, text in enumerate(texts)
    ]


def _read(path: str) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, ARTICLES)]
    rows.sort(key=lambda row: row["fetched_at"])
    return [
        _article(n, row["title"], row["content"], row["source"], row["fetched_at"].replace(" ", "T") + "Z")
        for n, row in enumerate(rows)
    ]


def main() -> None:
    """Print the table."""
    articles = _read(sys.argv[1]) if len(sys.argv) > 1 else _made()
    characters = sum(len(article.text) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {characters:,.0f} characters")
    fingerprint("")

    began = time.process_time()
    prints = [fingerprint(article.text) for article in articles]
    print(f"{'fingerprints':34}{len(articles) / (time.process_time() - began):12,.0f} articles/s")
    compared = 200_000
    several = itertools.islice(zip(itertools.cycle(prints), itertools.cycle(prints[1:]), strict=False), compared)
    began = time.process_time()
    for a, b in several:
        similar(a, b)
    print(f"{'fingerprints compared':34}{compared / (time.process_time() - began):12,.0f} pairs/s")

    began = time.process_time()
    batches: list[list[Sketched]] = [
        sketched(articles[start : start + BATCH]) for start in range(0, len(articles), BATCH)
    ]
    sketching = time.process_time() - began
    print(f"{'sketched':34}{len(articles) / sketching:12,.0f} articles/s")

    grouping = Grouping(kept=len(articles))
    began = time.process_time()
    for batch in batches:
        grouping.add(batch, batch[-1].card.at)
    meeting = time.process_time() - began
    print(f"{'found and joined, 8 partitions':34}{len(articles) / meeting:12,.0f} articles/s")
    print(f"{'both':34}{len(articles) / (sketching + meeting):12,.0f} articles/s")
    inside = sum(len(story.articles) for story in grouping.stories.values())
    print(f"{len(grouping.stories)} stories of {inside} articles")


if __name__ == "__main__":
    main()
