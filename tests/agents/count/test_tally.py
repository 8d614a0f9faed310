"""The counting of one entity."""

import random

from hypothesis import given
from hypothesis import strategies as st

from agents.count.tally import add
from streams.fingerprint import fingerprint
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import MentionedEntity, MentioningArticle
from streams.records.origin import Origin
from streams.settings import Settings

EGYPT = MentionedEntity(id="loc:egypt", name_ar="مصر", name_en="Egypt", type="LOC", known=True, count=2)


def article(n: int, published_at: str | None = None, precision: str | None = "minute", **changes: object):
    values = {
        "article_id": f"a{n}",
        "origin": Origin(topic="pages", partition=0, offset=n),
        "published_at": published_at,
        "published_precision": precision,
        "source": "outlet",
        "fingerprint": fingerprint(" ".join(random.Random(n).choices("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", k=300))),
        "entities": [EGYPT],
        "with_": ["loc:egypt", "loc:sudan"],
        "media_topics": ["medtop:11000000"],
    }
    return MentioningArticle(**{**values, **changes})


def tally(articles, settings: Settings | None = None) -> EntityCount:
    count = None
    for one in articles:
        count = add(count, one, EGYPT, settings or Settings())
    assert count is not None
    return count


def test_totals():
    """Articles, mentions, outlets, media topics and companions are counted; an entity is not its own companion."""
    count = tally([article(1), article(2, source="other")])
    assert (count.articles, count.mentions, count.sources) == (2, 4, {"outlet": 1, "other": 1})
    assert (count.media_topics, count.with_, count.with_dropped) == ({"medtop:11000000": 2}, {"loc:sudan": 2}, 0)


def test_near_duplicates_are_one_story():
    """Two articles with one fingerprint are two articles and one story."""
    count = tally([article(1), article(1), article(2)])
    assert (count.articles, count.stories) == (3, 2)


def test_without_a_date_only_totals():
    """An article without a date counts in the totals and in no window."""
    count = tally([article(1)])
    assert (count.articles, count.hours, count.days, count.last_seen) == (1, {}, {}, None)


def test_a_day_is_no_hour():
    """A date known to the day counts in its day and in no hour."""
    count = tally([article(1, "2026-01-28T00:00:00Z", "day")])
    assert (count.hours, count.days) == ({}, {"2026-01-28": 1})


def test_backfill_moves_no_window():
    """Old pages fill old windows and take nothing from the latest ones."""
    count = tally(
        [article(1, "2026-01-28T14:05:00Z"), article(2, "2026-01-27T10:00:00Z"), article(3, "2020-01-01T00:00:00Z")]
    )
    assert (count.first_seen, count.last_seen) == ("2020-01-01T00:00:00Z", "2026-01-28T14:05:00Z")
    assert count.hours == {"2026-01-28T14": 1, "2026-01-27T10": 1}
    assert count.days == {"2026-01-28": 1, "2026-01-27": 1}


@given(st.permutations(range(8)))
def test_order_makes_no_difference(order: list[int]):
    """Whatever order articles come in, totals and windows are the same."""
    hours = ["2026-01-28T14", "2026-01-25T15", "2026-01-25T14", "2025-06-01T00", "2024-01-01T00", "2026-01-28T13"]
    articles = [article(n, f"{hours[n % len(hours)]}:30:00Z") for n in range(8)]
    straight = tally(articles)
    shuffled = tally([articles[n] for n in order])
    for name in ("articles", "mentions", "stories", "hours", "days", "first_seen", "last_seen", "sources", "with_"):
        assert getattr(shuffled, name) == getattr(straight, name)


def test_companions_are_bounded():
    """Companions stay within twice their limit, the most frequent are kept exactly, and what went is said."""
    settings = Settings(with_kept=4)
    often = [article(n, with_=["loc:sudan"]) for n in range(5)]
    seldom = [article(100 + n, with_=[f"per:{n}"]) for n in range(40)]
    count = tally(often + seldom, settings)
    assert len(count.with_) <= 8
    assert (count.with_["loc:sudan"], len(count.with_) + count.with_dropped) == (5, 41)


def test_state_survives_its_record():
    """Encoded and decoded, a count goes on as if nothing had happened."""
    first = tally([article(1, "2026-01-28T14:05:00Z"), article(2)])
    again = add(Codec(EntityCount).decode(encode(first)), article(3, "2026-01-28T15:05:00Z"), EGYPT, Settings())
    assert encode(again) == encode(add(first, article(3, "2026-01-28T15:05:00Z"), EGYPT, Settings()))
