"""How fast media topics are found, in one core's time: `python -m bench.tag_topics [ARTICLES]` prints a table."""

import sys
import time

import orjson

from agents.tag_topics.classifier import Classifier
from agents.training.topic_model.corpus import article
from bench import data
from bench.table import Figure, show
from streams.settings import Settings

BATCHES = (1, 16, 64)


def main(count: int) -> None:
    """Measure and print."""
    pages, source = data.pages(count)
    rows = [orjson.loads(page) for page in pages]
    texts = [row["text"].split("\n", 1) for row in rows]
    articles = [article(row["id"], title, rest) for row, (title, rest) in zip(rows, texts, strict=True)]
    start = time.process_time()
    classifier = Classifier.load(Settings())
    figures = [Figure("loading", time.process_time() - start, "s")]
    classifier.enrich(articles)  # fills what is remembered of words
    for size in BATCHES:
        start = time.process_time()
        for first in range(0, count, size):
            classifier.enrich(articles[first : first + size])
        rate = count / (time.process_time() - start)
        figures.append(Figure("media topics", rate, "articles/s", f"{size} at a time, {source}"))
    show(figures)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
