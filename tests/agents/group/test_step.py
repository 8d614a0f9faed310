"""What the grouping stage does with bands."""

import msgspec
import pytest

from agents.group.step import banded, make_sketch_step, make_story_step, sketched
from agents.stage import Incoming, Processed
from agents.stage import run as run_step
from agents.table_stage import apply, finish
from streams.records.articles import Article
from streams.records.bands import Bands, Relation
from streams.records.codec import Codec, encode
from streams.records.stories import Story
from streams.rejection import Reason
from streams.settings import Settings
from streams.table import Table
from tests.agents.group.texts import article, copies, edited, revised, text

SETTINGS = Settings(article_partitions=1)


def run(*batches: list[bytes]) -> list[Processed]:
    """Apply batches of bands records to one partition."""
    step = make_story_step(SETTINGS)
    table = Table(SETTINGS, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    applier = step.open(table, 0)
    return [
        finish(
            apply(
                step, table, applier, [Incoming("rasid.bands", 0, n, 0, None, value) for n, value in enumerate(batch)]
            )
        )
        for batch in batches
    ]


def test_a_story_is_published_once_a_batch_and_not_again():
    """Three copies in one batch make one record of their story; when they come again nothing is published."""
    bands = [encode(banded(sketched([article]), 1)[0]) for article in copies(1, 3)]

    first, again = run(bands, bands)

    stories = [Codec(Story).decode(out.value) for out in first.outs if out.topic == "stories"]
    assert ([story.articles for story in stories], again.outs) == ([["n0", "n1", "n2"]], [])


@pytest.mark.parametrize("change", [{"sketch": "AAAA"}, {"pairs": 0}, {"words": "AAAA"}, {"words": "é"}])
def test_bands_that_no_article_has_are_rejected(change: dict[str, object]):
    """A sketch or words of another length, or of no text, are refused: they would fail where articles are compared."""
    article = banded(sketched(copies(1, 1)), 1)[0].articles[0]
    wrong = encode(Bands(articles=[msgspec.structs.replace(article, **change)]))

    processed = run([wrong, encode(Bands())])[0]

    assert [reject.reason for reject in processed.rejections] == [Reason.WRONG_TYPE]


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1])
def test_a_number_that_no_table_can_hold_is_rejected(number: int):
    """It would fail where the state is written, and end the worker again and again."""
    article = banded(sketched(copies(1, 1)), 1)[0].articles[0]
    good = encode(Bands(articles=[msgspec.structs.replace(article, pairs=12_345)]))
    wrong = good.replace(b'"pairs":12345', b'"pairs":%d' % number)

    processed = run([wrong, good])[0]

    assert [reject.reason for reject in processed.rejections] == [Reason.WRONG_TYPE]


def test_a_sketch_that_no_article_of_a_relation_has_is_rejected():
    """Relations are read as carefully as articles."""
    article = banded(sketched(copies(1, 1)), 1)[0].articles[0]
    wrong = msgspec.structs.replace(article, sketch="AAAA")

    processed = run([encode(Bands(relations=[Relation(kind="join", child=article, parent=wrong)]))])[0]

    assert [reject.reason for reject in processed.rejections] == [Reason.WRONG_TYPE]


def test_a_story_that_is_gone_is_a_record_without_a_value():
    """Compaction takes it away; until then readers see that it is no more."""
    first, second = (banded(sketched([article(n, edited(text(1), n))]), 1)[0] for n in range(2))
    other = banded(sketched([revised(1, 2, text(2))]), 1)[0]

    processed = run([encode(first), encode(second)], [encode(Bands()), encode(Bands()), encode(other)])[1]

    assert [(out.key, out.value) for out in processed.outs if out.topic == "stories"] == [(b"story:n0", None)]


@pytest.mark.parametrize("body", [text(1), "شاهد الفيديو"])
def test_a_revision_goes_to_every_partition_and_a_first_text_only_where_its_bands_are(body):
    """Any partition can hold something of the text before, also when the new one is too short to be compared."""
    first, second = (banded(sketched([revised(1, revision, body)]), 64) for revision in (1, 2))

    assert (len(first) <= 8, sorted(second)) == (True, list(range(64)))
    assert {band for bands in first.values() for band in bands.articles[0].bands} == {
        band for bands in second.values() for band in bands.articles[0].bands
    }


def enriched(articles: list[Article], partition: int) -> list[Incoming]:
    """Return records of one partition of `enriched`."""
    values = [encode(each).replace(b"rasid.article/1", b"rasid.enriched/1") for each in articles]
    return [Incoming("rasid.enriched", partition, n, 0, None, value) for n, value in enumerate(values)]


def test_articles_are_told_apart_by_their_records_not_by_their_pages():
    """A partition of articles can be far behind another one with pages of the same partition: none is passed over."""
    step = make_sketch_step(SETTINGS)
    late, early = ([article(n, edited(text(n % 7), n)) for n in numbers] for numbers in ((6000, 6002), (0, 2)))
    bands = [
        out.value
        for partition, articles in enumerate((late, early))
        for out in run_step(step, enriched(articles, partition)).outs
        if out.value is not None
    ]

    remembered = b"".join(state for key, state in grouping(bands).items() if key.startswith("chunk:"))

    assert [number for number in (0, 2, 6000, 6002) if f'"n{number}"'.encode() not in remembered] == []


def grouping(values: list[bytes]) -> dict[str, bytes]:
    """Return the table after bands records, by key."""
    step = make_story_step(SETTINGS)
    table = Table(SETTINGS, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    finish(
        apply(
            step, table, step.open(table, 0), [Incoming("rasid.bands", 0, n, 0, None, v) for n, v in enumerate(values)]
        )
    )
    states = {key: table.get(key) for key in list(table.keys())}
    return {key: step.dump(state) for key, state in states.items() if state is not None}
