"""The texts that the model is trained and measured on; none of them is part of this project."""

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import orjson

from agents.tag_topics.concepts.seeds import topic_id
from streams.records.articles import Source
from streams.records.origin import Origin
from streams.records.tagged import Pipeline, TaggedArticle

NEWS = Path("news/saudinewsnet-dev.jsonl.gz")
CLASSES = Path("topics/news9-dev.jsonl.gz")
LABELS = Path(__file__).parent / "labels.txt"
"""Media topics of articles of NEWS, given by a reader: the number of the line, and the topics."""

CLASS_TOPICS: Mapping[str, tuple[str, ...]] = {
    "Beauty": ("20001248", "20000011", "20000002", "01000000"),
    "Culture": ("01000000",),
    "Finance": ("04000000",),
    "Gaming": ("20000548", "20000540", "20000538", "10000000"),
    "Medical": ("07000000",),
    "Politics": ("11000000",),
    "Religion": ("12000000",),
    "Sports": ("15000000",),
    "Tech": ("13000000",),
}
"""What the classes of CLASSES mean."""
_SECTION_TOPICS: Mapping[str, str] = {
    "sp": "15000000",
    "Sports": "15000000",
    "ec": "04000000",
    "Economy": "04000000",
    "cu": "01000000",
    "at": "01000000",
    "Culture": "01000000",
}
_SECTION = re.compile(r"alwatan\.com\.sa/(\w+)/|al-jazirah\.com/\d+/\d+/([a-z]+)")
_SPORTS_OUTLETS = ("arreyadi", "arriyadiyah")


class Text(NamedTuple):
    """A text and what is known about it without reading it."""

    article: TaggedArticle
    source: str
    """The outlet, or the class."""
    topics: tuple[str, ...]
    """What section, outlet or class say."""


def article(identifier: str, title: str, content: str) -> TaggedArticle:
    """Return the record of an article of which no more is known than its words."""
    return TaggedArticle(
        id=identifier,
        origin=Origin(topic="pages", partition=0, offset=0),
        received_at="2026-01-01T00:00:00Z",
        source=Source(id="unknown", name="unknown"),
        language="ar",
        title=title,
        paragraphs=[line.strip() for line in content.split("\n") if line.strip()],
        text=f"{title}\n{content}",
        fingerprint="",
        pipeline=Pipeline(version="", lexicon=""),
    )


def news(data: Path) -> Iterator[Text]:
    """Yield the articles, in their order."""
    for number, line in enumerate(gzip.decompress((data / NEWS).read_bytes()).splitlines()):
        row = orjson.loads(line)
        known: list[str] = []
        if row["source"] in _SPORTS_OUTLETS:
            known = ["15000000"]
        elif found := _SECTION.search(row["url"]):
            section = found.group(1) or found.group(2)
            known = [_SECTION_TOPICS[section]] if section in _SECTION_TOPICS else []
        made = article(f"news-{number}", row["title"].strip(), row["content"])
        yield Text(made, row["source"], tuple(map(topic_id, known)))


def classes(data: Path) -> Iterator[Text]:
    """Yield the texts with a class."""
    for number, line in enumerate(gzip.decompress((data / CLASSES).read_bytes()).splitlines()):
        row = orjson.loads(line)
        topics = tuple(map(topic_id, CLASS_TOPICS[row["label"]]))
        yield Text(article(f"class-{number}", "", row["text"]), row["label"], topics)


def labels() -> dict[int, frozenset[str]]:
    """Return the topics that a reader gave, by the number of the article in NEWS."""
    lines = (line.split() for line in LABELS.read_text(encoding="utf-8").splitlines())
    return {int(number): frozenset(map(topic_id, topics)) for number, *topics in lines}
