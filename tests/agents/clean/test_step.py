"""What the cleaning stage does with pages and the profiles of their outlets."""

import orjson

from agents.clean.step import clean_record, make_step
from agents.stage import Incoming
from agents.table_stage import apply, finish
from streams.partition import partition_of
from streams.records.rejected import MAX_ID_BYTES, REPLAY_HEADER
from streams.settings import Settings
from streams.table import Table
from tests.agents.clean.pages import page


def test_a_page_that_comes_again_is_passed_over():
    """Neither a page nor a rejection is published twice, and an outlet's profile does not learn a page twice."""
    step = make_step(Settings())
    table = Table(Settings(), step.stage, step.table, 0, decode=step.load, encode=step.dump)
    values = [orjson.dumps({"text": page(), "source": "شراع"}), b"{"]
    batch = [Incoming("rasid.pages", 0, n, 1_770_000_000_000, None, value) for n, value in enumerate(values)]

    first, again = (finish(apply(step, table, step.open(table, 0), batch)) for _ in range(2))

    assert ([out.topic for out in first.outs], again.outs) == (["articles", "rejected"], [])
    profiles = [table.get(outlet) for outlet in table.keys()]  # noqa: SIM118 - a table is no dict
    assert [profile and profile.pages for profile in profiles] == [1]


def test_an_article_goes_where_its_id_belongs():
    """Whatever partition its page is in; and it says when it was put back, for the stage that tells repeats."""
    settings = Settings()
    step = make_step(settings)
    table = Table(settings, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    value = orjson.dumps({"id": "a", "text": page(), "source": "شراع"})
    headers = (("trace", b"1"), (REPLAY_HEADER, b"rasid.pages-0-7"))
    batch = [Incoming("rasid.pages", n, n, 1_770_000_000_000, None, value, headers[:n]) for n in range(3)]

    outs = finish(apply(step, table, step.open(table, 0), batch)).outs

    assert {(out.key, out.partition) for out in outs} == {(b"a", partition_of("a", settings.article_partitions))}
    assert [out.headers for out in outs] == [(), (), headers[1:]]


def test_the_mark_of_a_page_put_back_is_bounded():
    """Any producer can write that header, as often and as long as it likes, and the article must be published."""
    settings = Settings()
    value = orjson.dumps({"id": "a", "text": page(), "source": "شراع"})
    headers = [(REPLAY_HEADER, b"x" * 10_000_000)] * 3
    out = clean_record(Incoming("rasid.pages", 0, 0, 0, None, value, headers), lambda _: None, settings).out
    assert [(name, len(content)) for name, content in out.headers] == [(REPLAY_HEADER, MAX_ID_BYTES)]
