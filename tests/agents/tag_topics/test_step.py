"""What the media topics stage does with revisions: what each gives to the counts, and what it takes back."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from agents.memory_rows import MemoryRows
from agents.stage import Incoming
from agents.table_stage import Arrival, finish
from agents.tag_topics import step as step_module
from agents.tag_topics.contributions import Contribution
from agents.tag_topics.step import make_step
from streams.records.codec import Codec, encode
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity
from streams.records.mentions import MentioningArticle, Mentions
from streams.records.origin import Origin
from streams.records.tagged import TaggedArticle
from streams.rejection import Reason, Reject
from streams.settings import Settings
from tests.agents.tag_topics.samples import article

Outcome = list[Any]


class Plain:
    """Finds the media topic that the section names, and fails on a title that says so."""

    def enrich(self, articles: Sequence[TaggedArticle]) -> list[EnrichedArticle]:
        """Return the articles with their topics."""
        if any(article.title == "boom" for article in articles):
            raise ValueError("boom")
        made = []
        for tagged in articles:
            kept = {name: getattr(tagged, name) for name in TaggedArticle.__struct_fields__ if name != "schema"}
            topics = [MediaTopic(id=tagged.section, name_ar=None, name_en="", score=1.0)] if tagged.section else []
            made.append(EnrichedArticle(**kept, media_topics=topics))
        return made


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step_module.Classifier, "load", lambda _: Plain())


def named(*ids: str) -> list[Entity]:
    return [
        Entity(id=id_, name_ar=id_, type="LOC", known=True, count=n, salience=0.5) for n, id_ in enumerate(ids, start=1)
    ]


def tagged(offset: int, revision: int, *ids: str, title: str = "t", section: str | None = None) -> TaggedArticle:
    return replace(
        article(title),
        id="a",
        origin=Origin(topic="rasid.pages", partition=0, offset=offset),
        revision=revision,
        replaces=Origin(topic="rasid.pages", partition=0, offset=offset - 1) if revision > 1 else None,
        section=section,
        entities=named(*ids),
        published_at="2026-01-28T14:00:00Z",
        published_precision="minute",
        fingerprint=f"f{offset}",
    )


class Stage:
    """The stage with a partition of its table, and one entity partition."""

    def __init__(self, **changes: Any) -> None:
        self.rows: MemoryRows[Contribution] = MemoryRows()
        self.step = make_step(Settings(entity_partitions=1, **changes))
        self.apply = self.step.open(self.rows, 1)

    def take(self, *articles: TaggedArticle | None) -> tuple[list[Any], list[MentioningArticle]]:
        """Return what is published or why not of each article, None for a forgotten one, and the mentions of all."""
        incoming = [
            Incoming("rasid.tagged", 1, n, 0, b"a", None if tagged is None else encode(tagged))
            for n, tagged in enumerate(articles)
        ]
        results = finish(self.apply([Arrival(record, self.step.decode(record), []) for record in incoming]))
        accepted = [result for result in results if not isinstance(result, Reject)]
        codec = Codec(Mentions)
        outs = [out for out in self.step.emit_batch(accepted) if out.topic == "mentions"]
        self.sizes = [len(out.value or b"") for out in outs]
        said = [result.reason if isinstance(result, Reject) else result and result.article for result in results]
        return said, [mentioning for out in outs for mentioning in codec.decode(out.value).articles]


def test_a_revision_takes_back_what_the_one_before_gave():
    """Entities with their counts, media topics, date, outlet and fingerprint: all as they were counted."""
    stage = Stage()
    stage.take(tagged(0, 1, "loc:egypt", "loc:sudan", section="medtop:1"))
    (enriched,), (mentioning,) = stage.take(tagged(1, 2, "loc:sudan", section="medtop:2"))
    replaced = mentioning.replaces
    assert replaced is not None
    assert (enriched.revision, enriched.replaces, mentioning.revision) == (2, replaced.origin, 2)
    assert [entity.id for entity in mentioning.entities] == ["loc:sudan"]
    assert {entity.id: entity.count for entity in replaced.entities} == {"loc:egypt": 1, "loc:sudan": 2}
    assert (replaced.with_, replaced.media_topics) == (["loc:egypt", "loc:sudan"], ["medtop:1"])
    assert (replaced.origin.offset, replaced.published_at, replaced.published_precision, replaced.fingerprint) == (
        0,
        "2026-01-28T14:00:00Z",
        "minute",
        "f0",
    )


def test_several_revisions_in_a_batch_take_back_one_after_the_other():
    """Each replaces the one before it, whatever batch that came in."""
    one, together = Stage(), Stage()
    articles = [tagged(0, 1, "loc:a"), tagged(1, 2, "loc:b"), tagged(2, 3)]
    single = [mentioning for article in articles for mentioning in one.take(article)[1]]
    _, batched = together.take(*articles)
    assert batched == single
    assert [(m.origin.offset, m.replaces and m.replaces.origin.offset) for m in batched] == [(0, None), (1, 0), (2, 1)]
    assert one.rows.states == together.rows.states


def test_a_refused_revision_leaves_what_was_counted():
    """The next one takes back the last that came out, and names it as the one that it replaces."""
    stage = Stage()
    said, mentions = stage.take(tagged(0, 1, "loc:a"), tagged(1, 2, "loc:b", title="boom"), tagged(2, 3, "loc:c"))
    assert said[1] == Reason.STAGE_FAILED
    assert [(m.origin.offset, m.replaces and m.replaces.origin.offset) for m in mentions] == [(0, None), (2, 0)]
    assert (said[2].revision, said[2].replaces.offset) == (3, 0)


def test_a_revision_of_what_never_came_out_takes_nothing_back():
    """When the first was refused, the second is the first that is counted."""
    said, (mentioning,) = Stage().take(tagged(0, 1, title="boom"), tagged(1, 2, "loc:a"))
    assert (said[1].revision, said[1].replaces, mentioning.replaces) == (2, None, None)


def test_a_first_revision_takes_nothing_back():
    """Its article was forgotten, or revisions were switched off: what is known of the id is another one's."""
    stage = Stage()
    stage.take(tagged(0, 1, "loc:a"))
    _, (mentioning,) = stage.take(tagged(5, 1, "loc:a"))
    assert mentioning.replaces is None


def test_a_forgotten_article_goes():
    """An id without an article takes the row out, publishes nothing, and may come again."""
    stage = Stage()
    stage.take(tagged(0, 1, "loc:a"))
    assert (stage.take(None, None), stage.rows.states) == (([None, None], []), {})


def test_without_revisions_nothing_is_kept():
    """Each visit is an article of its own."""
    stage = Stage(revisions="off")
    _, mentions = stage.take(tagged(0, 1, "loc:a"), tagged(1, 1, "loc:a"))
    assert ([m.replaces for m in mentions], stage.rows.states) == ([None, None], {})


def test_a_revision_from_before_the_switch_is_taken_back_once():
    """One that was on its way when revisions were switched off takes back what it replaces, and leaves no row."""
    stage = Stage()
    stage.take(tagged(0, 1, "loc:a"))
    without = Stage(revisions="off")
    without.rows.states = stage.rows.states
    _, (mentioning,) = without.take(tagged(1, 2, "loc:a"))
    assert (mentioning.replaces is not None, without.rows.states) == (True, {})


def test_the_mentions_of_a_batch_are_split_where_they_are_too_large():
    """Each record fits, and together they say the same, in the same order."""
    many = [f"loc:{'ا' * 100}{n}" for n in range(700)]
    batch = [replace(tagged(n, 1, *many), id=f"a{n}") for n in range(8)]
    _, whole = Stage().take(*batch)
    stage = Stage(max_request_bytes=1_000_000)
    said, mentionings = stage.take(*batch)
    assert None not in said
    assert len(mentionings) == 8
    assert mentionings == whole
    assert max(stage.sizes) < 1_000_000 < sum(stage.sizes)


def test_a_revision_that_takes_back_too_much_to_publish_is_refused():
    """What it takes back and what it gives go out in one record, for each entity partition."""
    stage = Stage(max_request_bytes=1_000_000)
    before, after = ([f"loc:{n}{letter * 100}" for n in range(1200)] for letter in "اب")
    said = [stage.take(tagged(0, 1, *before))[0], stage.take(tagged(1, 2, *after))[0]]
    assert [said[0][0].revision, *said[1]] == [1, Reason.TOO_LARGE]
    assert Stage(max_request_bytes=1_000_000).take(tagged(1, 1, *after))[0] != [Reason.TOO_LARGE]
