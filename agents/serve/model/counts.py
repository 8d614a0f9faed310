"""What is counted of entities."""

import msgspec
import orjson

from agents.serve.model.batch import Batch
from agents.serve.model.records import Incoming
from agents.serve.store.packing import pack
from streams.records.codec import Codec
from streams.records.counts import EntityCount

_CODEC = Codec(EntityCount)


def parse(incoming: Incoming) -> EntityCount:
    """Read a record."""
    return _CODEC.decode(incoming.value)


def write(batch: Batch, _: Incoming, count: EntityCount) -> None:
    """Write down what is counted of an entity, in place of what was."""
    record = msgspec.to_builtins(count)
    del record["fingerprints"]  # only the counting stage needs them
    batch.db.execute(
        "UPDATE entities SET articles = ?, stories = ?, mentions = ?, outlets = ?, first_seen = ?, last_seen = ?, "
        "record = ? WHERE n = ?",
        (
            count.articles,
            count.stories,
            count.mentions,
            len(count.sources),
            count.first_seen,
            count.last_seen,
            pack(orjson.dumps(record)),
            batch.entities.rename(count.entity),
        ),
    )


def erase(batch: Batch, entity_id: str) -> None:
    """Take back all that is counted of an entity."""
    batch.db.execute(
        "UPDATE entities SET articles = 0, stories = 0, mentions = 0, outlets = 0, first_seen = NULL, "
        "last_seen = NULL, record = NULL WHERE id = ?",
        (entity_id,),
    )
