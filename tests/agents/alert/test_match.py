"""Which rules an article or a trend matches."""

import pytest

from agents.alert.match import Matcher, NamedEntity
from agents.alert.rules import Rule, Silence, TrendCondition
from streams.records.articles import Source
from streams.records.origin import Origin
from streams.records.trends import Subject, Trend, TrendWindow
from tests.agents.alert.articles import article

ORIGIN = Origin(topic="pages", partition=0, offset=0)


@pytest.mark.parametrize(
    ("conditions", "matched"),
    [
        ({"entities": ["loc:egypt", "loc:iraq"]}, ["loc:egypt"]),
        ({"entities": ["loc:iraq"]}, None),
        ({"media_topics": ["medtop:04000000"]}, ["medtop:04000000"]),
        ({"outlets": ["x.example"], "countries": ["EG"]}, ["x.example", "EG"]),
        ({"outlets": ["x.example"], "countries": ["IQ"]}, None),
        ({"phrases": ["قناة السويس"]}, ["قناة السويس"]),
        ({"phrases": ["قناة السويس"], "entities": ["loc:iraq"]}, None),
        ({"together": ["loc:egypt", "loc:sudan"]}, ["loc:egypt", "loc:sudan"]),
        ({"together": ["loc:egypt", "loc:iraq"]}, None),
    ],
)
def test_conditions(conditions: dict[str, list[str]], matched: list[str] | None):
    """All conditions of a rule must be met, of a list any value, of `together` all."""
    names = [NamedEntity(id="loc:egypt"), NamedEntity(id="loc:sudan")]
    hits = Matcher([Rule(id="r", **conditions)]).article(article(text="السفن بقناة السويس", entities=names))
    assert [hit.article.matched for hit in hits if hit.article] == ([matched] if matched else [])


def test_old_articles_are_no_news():
    """An article that was published long before it was received matches nothing."""
    rule = Rule(id="r", outlets=["x.example"], max_age_hours=10)
    old, new = article(received=23), article(received=21)
    assert (Matcher([rule]).article(old), len(Matcher([rule]).article(new))) == ([], 1)


def test_an_article_without_a_date_matches():
    """Of an article without a date nobody knows that it is old."""
    rule = Rule(id="r", outlets=["x.example"])
    assert len(Matcher([rule]).article(article(published_at=None, published_precision=None))) == 1


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ({"trend": TrendCondition(surprise=6)}, True),
        ({"trend": TrendCondition(surprise=9)}, False),
        ({"trend": TrendCondition(surprise=6, direction="falling")}, False),
        ({"trend": TrendCondition(surprise=6, direction="any"), "together": ["loc:sudan", "loc:egypt"]}, True),
        ({"trend": TrendCondition(surprise=6), "entities": ["loc:egypt"]}, False),
    ],
)
def test_trends(rule: dict, wanted: bool):
    """A trend matches by surprise, direction and what it is of."""
    trend = Trend(
        id="t",
        origin=ORIGIN,
        subject=Subject(kind="pair", id="loc:egypt+loc:sudan", ids=["loc:egypt", "loc:sudan"]),
        window=TrendWindow(start="2026-03-01T12:00:00Z", hours=1),
        observed=9,
        expected=0.5,
        probability=1e-8,
        surprise=8.0,
        direction="rising",
    )
    assert bool(Matcher([Rule(id="r", **rule)]).trend(trend)) is wanted


def test_who_is_heard():
    """A silence hears of every page, and by name of those of its outlets."""
    rule = Rule(id="r", outlets=["x.example"], silent=Silence(hours=2))
    matcher = Matcher([rule])
    source = Source(id="y.example", name="Y")
    assert [hit.heard for name in ("x.example", source.id) for hit in matcher.heard(name)] == ["x.example", None]
