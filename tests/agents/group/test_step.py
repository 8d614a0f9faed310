"""What the grouping stage does with bands."""

import msgspec
import pytest

from agents.group.step import banded, make_story_step, sketched
from agents.stage import Incoming, Processed, apply
from streams.records.bands import Bands
from streams.records.codec import Codec, encode
from streams.records.stories import Story
from streams.rejection import Reason
from streams.settings import Settings
from streams.table import Table
from tests.agents.group.texts import copies

SETTINGS = Settings(article_partitions=1)


def run(*batches: list[bytes]) -> list[Processed]:
    """Apply batches of bands records to one partition."""
    step = make_story_step(SETTINGS)
    table = Table(SETTINGS, step.stage, step.table, 0, decode=step.load, encode=step.dump)
    applier = step.open(table, 0)
    return [
        apply(step, table, applier, [Incoming("rasid.bands", 0, n, 0, None, value) for n, value in enumerate(batch)])
        for batch in batches
    ]


def test_a_story_is_published_once_a_batch_and_not_again():
    """Three copies in one batch make one record of their story; when they come again nothing is published."""
    bands = [encode(banded(sketched([article]), 1)[0]) for article in copies(1, 3)]

    first, again = run(bands, bands)

    stories = [Codec(Story).decode(out.value) for out in first.outs if out.topic == "stories"]
    assert ([story.articles for story in stories], again.outs) == ([["n0", "n1", "n2"]], [])


@pytest.mark.parametrize("change", [{"sketch": "AAAA"}, {"pairs": 0}])
def test_bands_that_no_article_has_are_rejected(change: dict[str, object]):
    """A sketch of another length, or of no text, is refused: it would fail where articles are compared."""
    article = banded(sketched(copies(1, 1)), 1)[0].articles[0]
    wrong = encode(Bands(articles=[msgspec.structs.replace(article, **change)]))

    processed = run([wrong, encode(Bands())])[0]

    assert [reject.reason for reject in processed.rejections] == [Reason.WRONG_TYPE]
