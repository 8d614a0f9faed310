"""The alert stage from records to records."""

from agents.alert.match import Matcher
from agents.alert.rules import Rule, Silence
from agents.alert.step import make_alert_step, make_article_step
from agents.stage import Incoming, run
from agents.table_stage import apply, finish
from streams.partition import partition_of
from streams.records.alerts import Hits
from streams.records.codec import Codec, encode
from streams.settings import Settings
from streams.table import Table
from tests.agents.alert.articles import article

SETTINGS = Settings(entity_partitions=4)


def matched(rules: list[Rule], count: int) -> list[tuple[int | None, Hits]]:
    step = make_article_step(SETTINGS, lambda: Matcher(rules))
    batch = [Incoming("rasid.enriched", 1, n, 0, b"k", encode(article(n))) for n in range(count)]
    return [(out.partition, Codec(Hits).decode(out.value)) for out in run(step, batch).outs]


def test_hits_go_where_the_rule_is():
    """A batch gives one record for each partition with a rule that something matches, in the order of the batch."""
    rules = [Rule(id="a", outlets=["x.example"]), Rule(id="b", outlets=["other.example"])]
    found = matched(rules, 3)
    assert [(at, [match.origin.offset for match in hits.matches]) for at, hits in found] == [
        (partition_of("a", 4), [0, 1, 2])
    ]


def test_time_is_told_once_a_batch():
    """That nobody was heard is told to a silence with the last record of a batch alone."""
    rules = [Rule(id="a", outlets=["other.example"], silent=Silence(hours=1))]
    assert [[match.origin.offset for match in hits.matches] for _, hits in matched(rules, 3)] == [[2]]


def test_a_record_that_is_no_article_is_rejected():
    """What cannot be read goes to rejected."""
    step = make_article_step(SETTINGS, lambda: Matcher([]))
    processed = run(step, [Incoming("rasid.enriched", 0, 0, 0, None, b"{}")])
    assert [out.topic for out in processed.outs] == ["rejected"]


def test_alerts_are_keyed_by_their_rule():
    """An alert has its rule as its key, and what comes twice says nothing twice."""
    (at, hits), *_ = matched([Rule(id="a", outlets=["x.example"])], 1)
    step = make_alert_step()
    table = Table(SETTINGS, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    incoming = Incoming("rasid.hits", at or 0, 0, 0, None, encode(hits))
    outs = [out for _ in range(2) for out in finish(apply(step, table, step.open(table, at or 0), [incoming])).outs]
    assert [(out.topic, out.key) for out in outs] == [("alerts", b"a")]


def test_a_silence_without_hours_is_rejected():
    """A record of hits that no rule gives ends no worker."""
    (at, hits), *_ = matched([Rule(id="a", outlets=["other.example"], silent=Silence(hours=1))], 1)
    step = make_alert_step()
    table = Table(SETTINGS, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    value = encode(hits).replace(b'"silent_hours":1', b'"silent_hours":0')
    incoming = Incoming("rasid.hits", at or 0, 0, 0, None, value)
    outs = finish(apply(step, table, step.open(table, at or 0), [incoming])).outs
    assert (value != encode(hits), [out.topic for out in outs]) == (True, ["rejected"])
