"""Articles that a reader gave media topics: what the model is taught by, and what it is measured on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from agents.evaluate.articles import article_of_news
from agents.tag_entities.tagger import Tagger
from agents.tag_topics.evidence.classes import MEANING, NAMES
from agents.training.annotations import records
from agents.training.annotations.records import FOLDER
from agents.training.annotations.texts import Texts
from agents.training.topic_model import corpus
from agents.training.topic_model.corpus import Text
from streams.records.articles import Article
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

READ_FOR_TOPICS = FOLDER / "topics"
"""Annotations of nothing but media topics: a reader saw the title and the first words."""
MAX_TEXTS_OF_CLASS = 60
"""Of those that stand for articles without a title."""
BATCH_ARTICLES = 64


class Topics(msgspec.Struct, frozen=True):
    """What a reader gave an article."""

    must: tuple[tuple[str, ...], ...]
    """Media topics that it must get, each with those that are as right; the best first."""
    ok: frozenset[str] = frozenset()
    """Others that would be no mistake."""

    deeper: bool = True
    """Whether all is known that stands below the top level."""

    @property
    def accepted(self) -> frozenset[str]:
        """All that would be no mistake."""
        return self.ok.union(*self.must)


class Labelled(NamedTuple):
    """An article and what a reader gave it."""

    article: TaggedArticle
    topics: Topics


class _Row(msgspec.Struct):
    set: str
    row: int
    letters: int
    sha256: str
    must: list[str | list[str]]
    ok: list[str]


def read(data: Path, *, held_out: bool = False) -> list[Labelled]:
    """Return the articles for training, or those that are held out of it, as the stage would get them.

    Parameters
    ----------
    data
        Holds the news sets.
    held_out
        Of the annotated news alone.
    """
    found = list(_annotated(data, held_out=held_out))
    if not held_out:
        found += [*_read_for_topics(data), *_saudi(data)]
    return [
        Labelled(article, topics)
        for article, (_, topics) in zip(_tagged([article for article, _ in found]), found, strict=True)
    ]


def as_labelled(texts: Sequence[Text]) -> list[Labelled]:
    """Return texts with a class as articles of which the topics of the top level are known, some of each class."""
    left = Counter(dict.fromkeys(NAMES, MAX_TEXTS_OF_CLASS))
    found: list[Labelled] = []
    for text in texts:
        if left[text.source] > 0:
            left[text.source] -= 1
            meant = tuple(topic for topic, names in MEANING.items() if text.source in names)
            found.append(Labelled(text.article, Topics((meant,), deeper=False)))
    return found


def rows() -> set[tuple[str, int]]:
    """Return the set and the row of every article of the news sets that a reader has labelled, held out or not."""
    decoder = msgspec.json.Decoder(_Row)
    lines = [line for path in sorted(READ_FOR_TOPICS.glob("*.jsonl")) for line in path.read_bytes().splitlines()]
    read_whole = {(row.set, row.row) for row in records.read()}
    return read_whole.union((row.set, row.row) for row in map(decoder.decode, lines))


def _annotated(data: Path, *, held_out: bool) -> Iterator[tuple[Article, Topics]]:
    texts = Texts(data)
    for row in records.read():
        if row.held_out == held_out and row.topics.must:  # without: its reader gave names and quotes alone
            text = texts.text(row.set, row.row, row.letters, row.sha256)
            yield _article(row.id, texts.rows(row.set)[row.row], text), _topics(row.topics.must, row.topics.ok)


def _read_for_topics(data: Path) -> Iterator[tuple[Article, Topics]]:
    texts, decoder = Texts(data), msgspec.json.Decoder(_Row)
    for path in sorted(READ_FOR_TOPICS.glob("*.jsonl")):
        for row in map(decoder.decode, path.read_bytes().splitlines()):
            text = texts.text(row.set, row.row, row.letters, row.sha256)
            yield _article(f"{row.set}:{row.row}", texts.rows(row.set)[row.row], text), _topics(row.must, row.ok)


def _saudi(data: Path) -> Iterator[tuple[Article, Topics]]:
    labels = corpus.labels()
    for number, text in enumerate(corpus.news(data)):
        if number in labels:
            article = text.article
            row = {"id": article.id, "source": text.source, "title": article.title, "text": article.text}
            row["text"] = article.text.removeprefix(f"{article.title}\n")
            yield article_of_news(row), _topics(sorted(labels[number]), ())


def _article(identifier: str, row: Mapping[str, str], text: str) -> Article:
    title = row["title"]
    return article_of_news(
        {
            "id": identifier,
            "source": row.get("source") or "",
            "title": title,
            "text": text[len(title) + 1 :] if title else text,
        }
    )


def _topics(must: Iterable[str | list[str]], ok: Iterable[str]) -> Topics:
    return Topics(tuple((one,) if isinstance(one, str) else tuple(one) for one in must), frozenset(ok))


def _tagged(articles: Sequence[Article]) -> Iterator[TaggedArticle]:
    tagger = Tagger.load(Settings())
    for start in range(0, len(articles), BATCH_ARTICLES):
        yield from tagger.tag(articles[start : start + BATCH_ARTICLES])
