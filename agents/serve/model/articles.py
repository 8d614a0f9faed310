"""Articles: the latest revision of each, and all that is counted and found by it."""

from typing import Any, NamedTuple

import msgspec
import orjson

from agents.serve.answers.articles import article_item
from agents.serve.model.article_facts import LEFT_OUT, Dates, dates_of, quoted, topic_ids
from agents.serve.model.batch import Batch
from agents.serve.model.media_topic_names import names_of
from agents.serve.model.records import Event, Incoming
from agents.serve.search_words import folded
from agents.serve.store.name_lists import pack_names
from agents.serve.store.packing import pack, unpack
from streams.records.codec import Codec
from streams.records.enriched import EnrichedArticle

_CODEC = Codec(EnrichedArticle)


class Parsed(NamedTuple):
    """An article as it is kept, with its dates."""

    article: dict[str, Any]
    dates: Dates


def parse(incoming: Incoming) -> Parsed:
    """Read a record.

    Raises
    ------
    Reject, ValueError
        When it is not as it should be.
    """
    fields = msgspec.to_builtins(_CODEC.decode(incoming.value))
    article = {name: value for name, value in fields.items() if name not in LEFT_OUT}
    return Parsed(article, dates_of(article))


def write(batch: Batch, incoming: Incoming, parsed: Parsed) -> Event | None:
    """Write one revision of an article in place of the one before.

    Return None when a later one is there already, or nobody is to be told.
    """
    article, dates = parsed
    _keep_head(batch, article, dates)
    number = None
    earlier = batch.db.execute("SELECT n, revision, record FROM articles WHERE id = ?", (article["id"],)).fetchone()
    if earlier is not None:
        number, revision, blob = earlier
        if revision > article["revision"]:
            return None
        _take_back(batch, unpack(blob), number)
    source, item = article["source"], orjson.dumps(article_item(article))
    cursor = batch.db.execute(
        "INSERT OR REPLACE INTO articles (n, id, revision, at, published, received, hour, day, source, country, genre, "
        "partition, offset, item, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            article["id"],
            article["revision"],
            *dates,
            source["id"],
            source["country"],
            article["genre"],
            incoming.partition,
            incoming.offset,
            pack(item),
            pack(orjson.dumps(article)),
        ),
    )
    text = _count(batch, article, dates, int(cursor.lastrowid or 0), 1)
    if not batch.tells:
        return None
    return article_event(article, incoming.topic, incoming.partition, incoming.offset, item, text)


def article_event(article: dict[str, Any], topic: str, partition: int, offset: int, item: bytes, text: str) -> Event:  # noqa: PLR0913, PLR0917 - the parts of one
    """Return what is told of an article, from how lists show it and its folded text."""
    source, ids = article["source"], [*topic_ids(article), *(entity["id"] for entity in article["entities"])]
    countries = frozenset([source["country"]] if source["country"] else ())
    outlets = frozenset([source["id"]])
    return Event("article", topic, partition, offset, item, frozenset(ids), text, outlets, countries, article["genre"])


def take_out(batch: Batch, number: int, blob: bytes) -> None:
    """Take an article out, with all that it added."""
    _take_back(batch, unpack(blob), number)
    batch.db.execute("DELETE FROM articles WHERE n = ?", (number,))


def _keep_head(batch: Batch, article: dict[str, Any], dates: Dates) -> None:
    """Write down which revisions there were."""
    origin = article["origin"]
    batch.db.execute(
        "INSERT OR REPLACE INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article["id"],
            article["revision"],
            dates.received,
            article["title"],
            article["published_at"],
            origin["topic"],
            origin["partition"],
            origin["offset"],
        ),
    )


def _take_back(batch: Batch, article: dict[str, Any], number: int) -> None:
    _count(batch, article, dates_of(article), number, -1)


def _count(batch: Batch, article: dict[str, Any], dates: Dates, number: int, sign: int) -> str:
    """Add an article to what is counted and found, or take it back; return its folded text."""
    title, text = folded(article["title"]), folded(article["text"])
    entities = {entity["id"]: (batch.entities.meet(entity), entity["count"]) for entity in article["entities"]}
    topics = topic_ids(article)
    quotes = [
        (entities[id_][0] if id_ in entities else batch.entities.number(id_) or 0, said, dates.at, number, place)
        for id_, said, place in quoted(article)
    ]
    if sign > 0:
        batch.index.add_text(number, title, text)
        batch.rows.named += [(entity, dates.at, number, count) for entity, count in entities.values()]
        batch.rows.about += [(topic, dates.at, number) for topic in topics]
        batch.rows.quoted += [quote for quote in quotes if quote[0]]
        names = pack_names(entity for entity, _ in entities.values())
        batch.rows.name_lists.append((number, dates.hour, dates.day, names))
        _meet_outlet(batch, article["source"], dates)
        _meet_topics(batch, article["media_topics"])
    else:
        batch.rows.write(batch.db)
        batch.index.drop_text(number, title, text)
        batch.db.execute("DELETE FROM named WHERE article = ?", (number,))
        batch.db.execute("DELETE FROM about WHERE article = ?", (number,))
        batch.db.execute("DELETE FROM name_lists WHERE article = ?", (number,))
        batch.db.executemany(
            "DELETE FROM quoted WHERE entity = ? AND said = ? AND at = ? AND article = ? AND place = ?", quotes
        )
    _count_windows(batch, article, dates, ([entity for entity, _ in entities.values()], topics), sign)
    return f"{title}\n{text}"


def _count_windows(
    batch: Batch, article: dict[str, Any], dates: Dates, counted: tuple[list[int], list[str]], sign: int
) -> None:
    """Add an article to the counts of these entities and topics, or take it back."""
    (entities, topics), source, deltas = counted, article["source"], batch.deltas
    series = [("outlet", source["id"]), ("all", ""), *(("topic", topic) for topic in topics)]
    if source["country"] is not None:
        series.append(("country", source["country"]))
    for unit, slot, counts in (("h", dates.hour, deltas.entity_hours), ("d", dates.day, deltas.entity_days)):
        if slot is not None:
            for entity in entities:
                counts[entity, slot] += sign
            for kind, id_ in series:
                deltas.series[kind, id_, unit, slot] += sign
    deltas.outlets[source["id"]] += sign
    for topic in topics:
        deltas.media_topics[topic] += sign


def _meet_outlet(batch: Batch, source: dict[str, Any], dates: Dates) -> None:
    batch.db.execute(
        "INSERT INTO outlets VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, "
        "country = coalesce(excluded.country, country), received = max(received, excluded.received), "
        "published = max(coalesce(published, excluded.published), coalesce(excluded.published, published))",
        (source["id"], source["name"], source["country"], dates.received, dates.published),
    )


def _meet_topics(batch: Batch, topics: list[dict[str, Any]]) -> None:
    """Write down the names of media topics, and that there are those above them."""
    for topic in topics:
        broader = topic["broader"]
        known = batch.topics.get(topic["id"])
        if known == (topic["name_ar"], topic["name_en"]):
            continue
        batch.db.execute(
            "INSERT INTO media_topics VALUES (?, ?, ?, ?, 0) ON CONFLICT DO UPDATE SET name_ar = excluded.name_ar, "
            "name_en = excluded.name_en, broader = excluded.broader",
            (topic["id"], topic["name_ar"], topic["name_en"], orjson.dumps(broader).decode()),
        )
        batch.db.executemany(
            "INSERT OR IGNORE INTO media_topics VALUES (?, ?, ?, ?, 0)",
            [(id_, *names_of(id_), orjson.dumps(broader[place + 1 :]).decode()) for place, id_ in enumerate(broader)],
        )
        batch.topics[topic["id"]] = (topic["name_ar"], topic["name_en"])
