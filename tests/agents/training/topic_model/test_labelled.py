"""Articles that readers gave media topics."""

import gzip
import re
from pathlib import Path

import orjson

from agents.tag_topics.concepts import taxonomy
from agents.training.topic_model import labelled, news_sets

TOPICS = [
    orjson.loads(line) for path in labelled.READ_FOR_TOPICS.glob("*.jsonl") for line in path.read_bytes().splitlines()
]


def test_topics_are_of_the_taxonomy() -> None:
    """What readers of titles gave are media topics in use, one at least for each article."""
    given = {topic for row in TOPICS for one in row["must"] for topic in ([one] if isinstance(one, str) else one)}
    given.update(topic for row in TOPICS for topic in row["ok"])
    assert (given <= set(taxonomy.load()), all(row["must"] for row in TOPICS)) == (True, True)


def test_annotations_have_no_text() -> None:
    """Third-party text is no part of the project."""
    assert not any(re.search(r"[\u0600-\u06ff]", orjson.dumps(row).decode()) for row in TOPICS)


def test_labelled_texts_and_copies_are_left_out(tmp_path: Path) -> None:
    """A text that a reader labelled is none of the sets', nor is its copy; the others come once, with their section."""
    texts = [f"{word} " * 30 for word in ("labelled", "other", "labelled", "other")]
    for name in news_sets.MAX_TEXTS:
        rows = [{"title": "", "text": text, "category": "sport"} for text in texts] if name == "wikinews" else []
        folder = tmp_path / "news" / name
        folder.mkdir(parents=True)
        (folder / f"{name}-dev.jsonl.gz").write_bytes(gzip.compress(b"\n".join(map(orjson.dumps, rows))))
    (tmp_path / "topics").mkdir()
    (tmp_path / news_sets.SECTIONS).write_bytes(orjson.dumps({"news/wikinews": {"sport": "15000000"}}))
    (found,) = news_sets.texts(tmp_path, {("wikinews", 0)})
    assert (found.article.text.strip()[:5], found.topics) == ("other", ("medtop:15000000",))
