"""Stories, and which article belongs to which."""

from agents.serve.model.batch import Batch
from agents.serve.model.records import Event, Incoming, as_line
from agents.serve.store.packing import pack
from agents.serve.times import seconds_of
from streams.records.codec import Codec
from streams.records.stories import Story

_CODEC = Codec(Story)


def parse(incoming: Incoming) -> tuple[Story, int]:
    """Read a record, and when the story was last told: as it was received, where no article has a date."""
    story = _CODEC.decode(incoming.value)
    seen = story.last_seen or story.first_seen
    return story, seconds_of(seen) if seen else incoming.timestamp_ms // 1000


def write(batch: Batch, incoming: Incoming, parsed: tuple[Story, int]) -> Event:
    """Write a story in place of what was known of it."""
    story, at = parsed
    value = incoming.value or b""
    row = (story.id, at, len(story.articles), len(story.sources), incoming.partition, incoming.offset, pack(value))
    batch.db.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    batch.db.execute("DELETE FROM story_articles WHERE story = ?", (story.id,))
    batch.db.executemany(
        "INSERT OR IGNORE INTO story_articles VALUES (?, ?)", [(article, story.id) for article in story.articles]
    )
    place = (incoming.topic, incoming.partition, incoming.offset)
    return Event("story", *place, as_line(value), outlets=frozenset(story.sources))


def drop_article(batch: Batch, article_id: str) -> None:
    """Take out the stories of an article that is kept no more, where none of their other articles is kept."""
    told = "SELECT 1 FROM story_articles o JOIN articles a ON a.id = o.article WHERE o.story = s.story"
    query = f"SELECT story FROM story_articles s WHERE article = ? AND NOT EXISTS ({told})"  # noqa: S608 - our own
    for (story_id,) in batch.db.execute(query, (article_id,)).fetchall():
        erase(batch, story_id)


def erase(batch: Batch, story_id: str) -> None:
    """Take a story out that is no more."""
    batch.db.execute("DELETE FROM stories WHERE id = ?", (story_id,))
    batch.db.execute("DELETE FROM story_articles WHERE story = ?", (story_id,))
