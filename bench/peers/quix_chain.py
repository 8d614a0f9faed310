"""The same functions on Quix Streams, exactly-once, its state in RocksDB, counts regrouped by entity.

Only measured, never shipped; settings come from the environment. `pip install quixstreams` (the group `peers`).
"""

import tempfile
from typing import Any

import msgspec
from quixstreams import Application, State
from quixstreams.models import TopicConfig

from agents.stage import Incoming
from bench.peers.chain import Chain
from streams.records.codec import encode
from streams.records.mentions import MentioningArticle
from streams.records.rejected import Rejected
from streams.settings import Settings, load

ARTICLE = msgspec.json.Decoder(MentioningArticle)


def run(settings: Settings) -> None:
    """Work until ended."""
    chain = Chain(settings)
    app = Application(
        broker_address=settings.broker,
        consumer_group=f"{settings.prefix}quix",
        processing_guarantee="exactly-once",
        auto_offset_reset="earliest",
        commit_interval=settings.commit_interval_ms / 1000,
        state_dir=tempfile.mkdtemp(prefix="rasid-bench-quix-"),
        loglevel="WARNING",
        request_timeout=60,
    )
    config = TopicConfig(num_partitions=settings.article_partitions, replication_factor=1)
    pages = app.topic(settings.topic("pages"), value_deserializer="bytes", key_deserializer="bytes", config=config)
    finished, counts = (
        app.topic(settings.topic(name), value_serializer="bytes", key_serializer="bytes", config=config)
        for name in ("enriched", "entity-counts")
    )

    def enrich(value: bytes, key: bytes, timestamp: int, _: Any) -> dict[str, Any]:
        (article,) = chain.enrich([Incoming("pages", 0, 0, timestamp, key, value)])
        given = [] if isinstance(article, Rejected) else _given(chain.mentioning(article))
        return {"value": encode(article), "given": given}

    def count(given: dict[str, Any], state: State) -> bytes:
        article = ARTICLE.decode(given["article"])
        value = chain.count(state.get_bytes("count"), article, article.entities[0])
        state.set_bytes("count", value)
        return value

    enriched = app.dataframe(pages).apply(enrich, metadata=True)
    enriched.apply(lambda made: made["value"]).to_topic(finished)
    given = enriched.apply(lambda made: made["given"], expand=True)
    given.group_by("id", key_serializer="str", key_deserializer="str").apply(count, stateful=True).to_topic(
        counts, key=lambda _: b""
    )
    app.run()


def _given(article: MentioningArticle) -> list[dict[str, Any]]:
    """Return what an article gives to each of its entities' counts, as JSON can hold it."""
    return [
        {"id": entity.id, "article": encode(msgspec.structs.replace(article, entities=[entity])).decode()}
        for entity in article.entities
    ]


if __name__ == "__main__":
    run(load(env_file=None))
