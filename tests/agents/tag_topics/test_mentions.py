"""How the mentions of articles are split by the partitions that own them."""

import msgspec

from agents.tag_topics.contributions import Contribution
from agents.tag_topics.mentions import MAX_TITLE_CHARACTERS, mentions
from streams.partition import partition_of
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity
from streams.records.mentions import MAX_COMPANIONS
from streams.records.origin import Origin
from streams.records.tagged import TaggedArticle
from tests.agents.tag_topics.samples import article

PARTITIONS = 64
"""So many that the ids of these tests are in partitions of their own."""


def enriched(*ids: str, topics: tuple[str, ...] = (), title: str = "t") -> EnrichedArticle:
    tagged = article(title)
    kept = {
        name: getattr(tagged, name) for name in TaggedArticle.__struct_fields__ if name not in {"schema", "entities"}
    }
    entities = [Entity(id=id_, name_ar=id_, type="LOC", known=True, count=1, salience=0.5) for id_ in ids]
    found = [MediaTopic(id=id_, name_ar=None, name_en="", score=1.0) for id_ in topics]
    return EnrichedArticle(**kept, entities=entities, media_topics=found)


def test_each_partition_gets_its_own_entities_and_all_ids():
    """An article goes to the partitions of its entities and of its media topics, to these without entities."""
    found = mentions([(enriched("loc:a", "loc:b", topics=("medtop:1",)), None)], PARTITIONS)
    by_owner = {id_: found[partition_of(id_, PARTITIONS)].articles[0] for id_ in ("loc:a", "loc:b", "medtop:1")}
    assert len(found) == 3
    assert {owner: [entity.id for entity in of.entities] for owner, of in by_owner.items()} == {
        "loc:a": ["loc:a"],
        "loc:b": ["loc:b"],
        "medtop:1": [],
    }
    assert [of.with_ for of in by_owner.values()] == [["loc:a", "loc:b"]] * 3


def test_what_is_taken_back_goes_where_it_was_counted():
    """Partitions that own only what the revision before named are told too, and no partition of another's entities."""
    origin = Origin(topic="pages", partition=0, offset=1)
    before = Contribution(origin, None, None, None, "s", "f", ["medtop:1"], {"loc:b": 2, "loc:c": 3})
    found = mentions([(enriched("loc:a", "loc:b"), before)], PARTITIONS)
    owners = ("loc:a", "loc:b", "loc:c", "medtop:1")
    parts = {id_: found[partition_of(id_, PARTITIONS)].articles[0] for id_ in owners}
    assert len(found) == 4
    assert {
        id_: ([e.id for e in part.entities], part.replaces and {e.id: e.count for e in part.replaces.entities})
        for id_, part in parts.items()
    } == {
        "loc:a": (["loc:a"], {}),
        "loc:b": (["loc:b"], {"loc:b": 2}),
        "loc:c": ([], {"loc:c": 3}),
        "medtop:1": ([], {}),
    }


def test_a_title_is_cut():
    """It goes to every partition that the article touches."""
    found = mentions([(enriched("loc:a", title="ع" * 1000), None)], 1)
    assert len(found[0].articles[0].title) == MAX_TITLE_CHARACTERS


def test_names_go_where_trends_need_them():
    """A media topic's to its partition, an entity's to those that own a smaller id, where the pair of both is."""
    found = mentions([(enriched("loc:a", "loc:b", "loc:c", topics=("medtop:1",)), None)], PARTITIONS)
    owners = ("loc:a", "loc:b", "loc:c", "medtop:1")
    names = {id_: found[partition_of(id_, PARTITIONS)].articles[0].names for id_ in owners}
    assert names == {
        "loc:a": {"loc:b": ("loc:b", None), "loc:c": ("loc:c", None)},
        "loc:b": {"loc:c": ("loc:c", None)},
        "loc:c": {},
        "medtop:1": {"medtop:1": (None, "")},
    }


def test_names_are_of_few_and_of_first_revisions():
    """Pairs are looked for among the entities named first, and not in later revisions."""
    article = enriched(*(f"loc:{n:03}" for n in range(100)))
    first, later = (
        mentions([(msgspec.structs.replace(article, revision=revision), None)], 1)[0].articles[0] for revision in (1, 2)
    )
    split = mentions([(article, None)], PARTITIONS)
    counts = [len(part.articles[0].names) for part in split.values()]
    assert (first.names, later.names, max(counts)) == ({}, {}, MAX_COMPANIONS)
