"""From an article to its media topics, with what is shipped."""

import random
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import taxonomy
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings
from tests.agents.tag_topics.samples import MATCH, OIL, QUAKE, VACCINE, VOTE, article

FOOTBALL, ELECTIONS, OIL_PRICE = "medtop:20001065", "medtop:20000579", "medtop:20000387"
EARTHQUAKE, VACCINES = "medtop:20000153", "medtop:20000477"


@cache
def classifier() -> Classifier:
    return Classifier.load(Settings())


@pytest.mark.parametrize(
    ("text", "topic"),
    [(MATCH, FOOTBALL), (VOTE, ELECTIONS), (OIL, OIL_PRICE), (QUAKE, EARTHQUAKE), (VACCINE, VACCINES)],
)
def test_finds_the_topic(text: tuple[str, str], topic: str) -> None:
    """A plain article has its topic among its media topics."""
    assert topic in {found.id for found in classifier().enrich([article(*text)])[0].media_topics}


def test_what_a_media_topic_says() -> None:
    """Names in both languages, the way to the top level; the record names the model's version."""
    enriched = classifier().enrich([article(*QUAKE)])[0]
    topic = next(topic for topic in enriched.media_topics if topic.id == EARTHQUAKE)
    expected = ("زلزال", "earthquake", ["medtop:20000151", "medtop:20000148", "medtop:03000000"])
    assert (topic.name_ar, topic.name_en, topic.broader) == expected
    assert enriched.pipeline.models["media_topics"] == classifier().version


@pytest.mark.parametrize("text", ["", "في", "aaa bbb ccc", "123 456", "ا" * 5000, "؟!" * 2000, "\u202e\u0640\u064b"])
def test_nothing_where_nothing_fits(text: str) -> None:
    """An article that says nothing has no media topic."""
    assert classifier().enrich([article(text, text)])[0].media_topics == []


def test_the_rest_stays() -> None:
    """All other fields are the tagged article's."""
    given_article = article(*MATCH)
    enriched = msgspec.structs.asdict(classifier().enrich([given_article])[0])
    expected = msgspec.structs.asdict(given_article)
    differ = {name for name, value in expected.items() if enriched[name] != value}
    assert differ == {"schema", "pipeline"}


def test_the_batch_does_not_matter() -> None:
    """An article's record is the same alone, and in any company and order."""
    articles = [article(*text) for text in (MATCH, VOTE, OIL, QUAKE, VACCINE)] * 30
    random.Random(1).shuffle(articles)
    alone = {one.id: encode(classifier().enrich([one])[0]) for one in articles}
    together = [encode(enriched) for enriched in classifier().enrich(articles)]
    assert together == [alone[one.id] for one in articles]


def test_a_dateline_is_no_topic() -> None:
    """What stands before the dash at the start of a text is not read."""
    text = "يزور الوفد المدينة اليوم ويلتقي الأهالي."
    plain = classifier().enrich([article("وصول الوفد", text)])[0]
    opened = f"أسواق النفط - رويترز: {text}"
    dated = classifier().enrich([article("وصول الوفد", opened, dateline="أسواق النفط", agency="رويترز")])[0]
    assert dated.media_topics == plain.media_topics


def test_no_topic_stands_above_another() -> None:
    """One to four media topics, none of which is on the way up of another, the most certain first."""
    for enriched in classifier().enrich([article(*text) for text in (MATCH, VOTE, OIL, QUAKE, VACCINE)]):
        topics = enriched.media_topics
        assert 1 <= len(topics) <= 4
        assert not {topic.id for topic in topics} & {up for topic in topics for up in topic.broader}
        assert [topic.score for topic in topics] == sorted((topic.score for topic in topics), reverse=True)


@given(st.lists(st.text(max_size=200), min_size=1, max_size=4))
def test_any_text(texts: list[str]) -> None:
    """No text stops the classifier; scores are probabilities."""
    found: list[EnrichedArticle] = classifier().enrich([article(text, *texts) for text in texts])
    assert all(0 <= topic.score <= 1 for enriched in found for topic in enriched.media_topics)


def test_topics_of_the_user(tmp_path: Path) -> None:
    """A topic in the user's file is found by its phrases, with its names and what it stands under, untrained."""
    file = tmp_path / "topics.txt"
    file.write_text(
        "[desk:ports] port congestion | ازدحام الموانئ | medtop:20000337\n! ازدحام الموانئ, تكدس الحاويات\n",
        encoding="utf-8",
    )
    mine = Classifier.load(Settings(topics_extra=str(file)))
    text = (
        "ازدحام الموانئ يؤخر الشحنات",
        "قالت الشركات إن تكدس الحاويات سيستمر، وإن ازدحام الموانئ يكلفها كثيرا.",
    )
    found = {topic.id: topic for topic in mine.enrich([article(*text)])[0].media_topics}
    expected = taxonomy.path("medtop:20000337", taxonomy.load())
    assert (found["desk:ports"].name_ar, found["desk:ports"].broader) == (
        "ازدحام الموانئ",
        ["medtop:20000337", *expected],
    )
