"""What a person sees of a record."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.commands.render import SHOW, clean, pretty
from streams.records.articles import Source
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity
from streams.records.origin import Origin
from streams.records.tagged import Pipeline
from streams.records.trends import Subject, Trend, TrendArticle, TrendWindow
from streams.topics import TOPICS

ORIGIN = Origin(topic="rasid.pages", partition=0, offset=0)


def test_an_enriched_article_shows_its_entities_and_media_topics():
    """The lines name what the pipeline found."""
    article = EnrichedArticle(
        id="a1",
        origin=ORIGIN,
        received_at="2026-01-28T00:00:00Z",
        source=Source(id="s", name="مرصد"),
        language="ar",
        title="عنوان",
        text="عنوان",
        fingerprint="0",
        entities=[Entity(id="loc:x", name_ar="روسيا", name_en="Russia", type="LOC", known=True, count=3, salience=0.5)],
        media_topics=[MediaTopic(id="medtop:1", name_ar="سياسة", name_en="politics", score=0.9)],
        pipeline=Pipeline(version="1", lexicon="1"),
    )
    assert pretty("enriched", b"a1", encode(article)).plain.splitlines() == [
        "عنوان",
        "  id:           a1",
        "  from:         مرصد",
        "  entities:     روسيا Russia ×3",
        "  media topics: سياسة 0.90",
    ]


def test_a_trend_shows_its_window_and_its_evidence():
    """What rises, when, by how much, and who says it."""
    published_at = "2026-01-28T14:05:00Z"
    trend = Trend(
        id="loc:x@2026-01-28T14",
        origin=ORIGIN,
        subject=Subject(kind="entity", id="loc:x", name_ar="روسيا", type="LOC"),
        window=TrendWindow(start="2026-01-28T13:00:00Z", hours=2),
        observed=12,
        expected=0.4,
        probability=1e-12,
        surprise=12.0,
        direction="rising",
        outlets=["a", "b", "c"],
        articles=[TrendArticle(id="a1", title="عنوان", source="a", published_at=published_at)],
        with_=["per:y"],
    )
    assert pretty("trends", b"loc:x@2026-01-28T14", encode(trend)).plain.splitlines() == [
        "روسيا  rising",
        "  id:           loc:x@2026-01-28T14",
        "  window:       2 h from 2026-01-28T13:00:00Z",
        "  stories:      12, expected 0.4, surprise 12",
        "  outlets:      a · b · c",
        "  titles:       عنوان",
        "  named with:   per:y",
    ]


def test_a_count_shows_its_totals():
    """Names, counts and the outlets that say them most."""
    counted = EntityCount(
        id="loc:x",
        origin=ORIGIN,
        entity=CountedEntity(id="loc:x", name_ar="روسيا", name_en="Russia", type="LOC", known=True),
        articles=2,
        stories=1,
        mentions=5,
        sources={"b": 1, "a": 1},
    )
    assert pretty("entity-counts", b"loc:x", encode(counted)).plain.splitlines()[:4] == [
        "روسيا Russia",
        "  id:           loc:x",
        "  counts:       2 articles, 1 stories, 5 mentions",
        "  outlets:      a ×1 · b ×1",
    ]


@pytest.mark.parametrize("value", [None, b"", b"\xff\x00", b"[1]", b'{"x": {"y": 1}}'])
def test_any_value_is_shown_somehow(value):
    """A topic may hold what nobody expected."""
    assert pretty("elsewhere", b"key", value).plain.startswith("key")


def test_control_and_direction_characters_do_not_reach_the_terminal():
    """A page cannot steer the terminal that shows it."""
    assert clean("\x1b[31mأ\u202e\u200fب\n\tج") == "[31mأ ب ج"


@given(st.text(max_size=700))
def test_a_cleaned_text_is_one_printable_line(text):
    """Whatever the text, it stays on its line and within the width."""
    cleaned = clean(text)
    assert "\n" not in cleaned
    assert len(cleaned) <= 300


@pytest.mark.parametrize("topic", sorted(SHOW))
def test_each_topic_that_is_shown_is_declared(topic):
    """The names are those of the topics."""
    assert topic in TOPICS


def test_a_page_with_nothing_in_it():
    """A raw page may lack everything."""
    assert pretty("pages", None, orjson.dumps({})).plain == "-"
