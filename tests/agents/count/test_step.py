"""What the counting stage does with mentions."""

from msgspec.structs import replace

from agents.count.step import make_step
from agents.memory_rows import MemoryRows
from agents.stage import Incoming
from agents.table_stage import Arrival, apply, finish
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import MentionedEntity, MentioningArticle, Mentions, ReplacedArticle, ReplacedEntity
from streams.records.origin import Origin
from streams.rejection import Reason
from streams.settings import Settings
from streams.table import Table

EGYPT = MentionedEntity(id="loc:egypt", name_ar="مصر", name_en="Egypt", type="LOC", known=True, count=2)


def mentions(*offsets: int) -> bytes:
    articles = [
        MentioningArticle(
            article_id=f"a{offset}",
            origin=Origin(topic="pages", partition=0, offset=offset),
            source="outlet",
            fingerprint="",
            entities=[EGYPT],
        )
        for offset in offsets
    ]
    return encode(Mentions(articles=articles))


def test_mentions_are_counted_once_and_bad_ones_rejected():
    """A record that comes again counts nothing; what cannot be read takes no neighbour along."""
    step = make_step(Settings())
    table = Table(Settings(), step.stage, step.table, 0, decode=step.load, encode=step.dump)
    values = [mentions(1, 2), b"{", mentions(3)]
    batch = [Incoming("rasid.mentions", 0, n, 0, None, value) for n, value in enumerate(values)]
    batch.append(batch[0])

    processed = finish(apply(step, table, step.open(table, 0), batch))

    count = table.get("loc:egypt")
    assert count is not None
    assert (count.articles, count.mentions, table.keys()) == (3, 6, ["loc:egypt"])
    assert [reject.reason for reject in processed.rejections] == [Reason.NOT_JSON]


def test_a_revision_takes_back_before_it_adds():
    """An entity that both name is counted once; one that only the earlier named goes, its key with an empty value."""
    step = make_step(Settings())
    rows: MemoryRows[EntityCount] = MemoryRows()
    applier = step.open(rows, 0)
    first = Codec(Mentions).decode(mentions(1)).articles[0]
    sudan = replace(EGYPT, id="loc:sudan", count=5)
    before = ReplacedArticle(
        origin=first.origin,
        source="outlet",
        fingerprint="",
        entities=[ReplacedEntity(id="loc:egypt", count=2), ReplacedEntity(id="loc:sudan", count=5)],
    )
    revisions = [
        replace(first, entities=[EGYPT, sudan]),
        replace(first, revision=2, replaces=before, entities=[replace(EGYPT, count=7)]),
    ]
    incoming = Incoming("rasid.mentions", 0, 1, 0, None, b"")
    finish(applier([Arrival(incoming, Mentions(articles=[revision]), []) for revision in revisions]))

    assert {id_: (count.articles, count.mentions, count.stories) for id_, count in rows.states.items()} == {
        "loc:egypt": (1, 7, 1)
    }
