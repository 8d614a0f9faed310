"""The stage's pure part: from bytes to records."""

from agents.stage import Incoming
from agents.table_stage import apply, finish
from agents.trend.step import make_step
from streams.records.codec import Codec, encode
from streams.records.mentions import Mentions
from streams.records.trends import Trend
from streams.settings import Settings
from tests.agents.trend.made import Memory, final, news, past


class Table(Memory):
    """A table partition that has applied nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[int] = set()

    def holds(self, origin, /) -> bool:
        """Whether a record was applied."""
        return origin.offset in self.marked

    def mark(self, origin, /) -> None:
        """Remember it."""
        self.marked.add(origin.offset)


def test_mentions_become_trends_once():
    """A burst comes out under its id, in the partition that it came in; the same records again give nothing."""
    step, table = make_step(Settings(entity_partitions=1)), Table()
    applier = step.open(table, 0)
    records = [
        Incoming("t", 0, offset, 0, None, encode(Mentions(articles=[article])))
        for offset, article in enumerate([*past(), *news(12)])
    ]
    outs = finish(apply(step, table, applier, records)).outs
    found = final(Codec(Trend).decode(out.value) for out in outs)

    assert {out.key.decode() for out in outs if out.key} == set(found)
    assert {(out.topic, out.partition) for out in outs} == {("trends", 0)}
    assert finish(apply(step, table, applier, records)).outs == []


def test_what_is_no_mentions_record_is_rejected():
    """Bytes of something else go to `rejected`."""
    step, table = make_step(Settings()), Table()
    processed = finish(apply(step, table, step.open(table, 0), [Incoming("t", 0, 0, 0, None, b"{}")]))

    assert [out.topic for out in processed.outs] == ["rejected"]
