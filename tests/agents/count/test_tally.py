"""The counting of one entity."""

import random

from hypothesis import given
from hypothesis import strategies as st

from agents.count.tally import add, take_back
from streams.fingerprint import fingerprint
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import MentionedEntity, MentioningArticle, ReplacedArticle, ReplacedEntity
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


def replaced(before: MentioningArticle) -> ReplacedArticle:
    return ReplacedArticle(
        origin=before.origin,
        published_at=before.published_at,
        published_precision=before.published_precision,
        source=before.source,
        fingerprint=before.fingerprint,
        media_topics=before.media_topics,
        with_=before.with_,
    )


def without(count: EntityCount, before: MentioningArticle, mentions: int = 2) -> EntityCount | None:
    """Take an article back for another one."""
    return take_back(count, replaced(before), ReplacedEntity(id="loc:egypt", count=mentions), article(999))


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


def test_what_is_taken_back_has_never_been():
    """Counts are those of the articles that are left, whichever was taken back."""
    articles = [
        article(1, "2026-01-28T14:05:00Z"),
        article(2, "2026-01-27T10:00:00Z", source="other", media_topics=["medtop:2"], with_=["loc:libya"]),
        article(2, "2026-01-26T10:00:00Z", "day"),
        article(3),
    ]
    for gone in articles:
        left = without(tally(articles), gone)
        expected = tally([one for one in articles if one is not gone])
        assert left is not None
        for name in COUNTED:
            assert getattr(left, name) == getattr(expected, name), name


COUNTED = ("articles", "mentions", "stories", "sources", "media_topics", "with_", "first_seen", "last_seen", "dates")
COUNTED += ("hours", "days")


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 7), st.booleans()), min_size=1, max_size=30),
    st.randoms(use_true_random=False),
)
def test_counts_are_those_of_the_latest_revisions(visits: list[tuple[int, int, bool]], chance: random.Random):
    """Any sequence of revisions, of any articles, leaves what counting the latest ones alone gives.

    Only how far back hours and days reach follows the latest date that there ever was.
    """
    hours = ["2026-01-28T14", "2026-01-26T15", "2026-01-27T14", "2026-01-28T00", "2026-01-27T00", "2026-01-28T13"]
    latest: dict[int, MentioningArticle] = {}
    count = None
    for id_, version, names_it in visits:
        made = article(version, f"{hours[(id_ + version) % len(hours)]}:30:00Z", source=f"s{version % 3}")
        if (before := latest.pop(id_, None)) is not None:
            assert count is not None
            count = without(count, before)
        if names_it:
            count = add(count, made, EGYPT, Settings())
            latest[id_] = made
    left = list(latest.values())
    chance.shuffle(left)
    if count is None:
        assert left == []
        return
    expected = tally(left)
    for name in COUNTED:
        assert getattr(count, name) == getattr(expected, name), name


def test_the_last_article_takes_the_entity_with_it():
    """Nothing is left to say of an entity that no article names."""
    only = article(1, "2026-01-28T14:05:00Z")
    assert without(tally([only]), only) is None


def test_the_horizon_stays_when_the_latest_article_goes():
    """Hours that were too old for it do not come back half: they stay out, also for articles that come later."""
    late, early = article(1, "2026-01-28T14:05:00Z"), article(2, "2026-01-20T10:00:00Z")
    count = without(tally([early, late]), late)
    assert count is not None
    again = add(count, article(3, "2026-01-20T10:30:00Z"), EGYPT, Settings())
    assert (again.last_seen, again.hours, again.days) == ("2026-01-20T10:30:00Z", {}, {"2026-01-20": 2})


def test_a_story_whose_fingerprint_was_dropped_stays_but_is_never_more_than_the_articles():
    """It is not known what else it held."""
    settings = Settings(fingerprints_kept=2)
    articles = [article(n) for n in range(4)]
    count: EntityCount | None = tally(articles, settings)
    said = []
    for gone in articles[:3]:
        assert count is not None
        count = without(count, gone)
        said.append(count and (count.articles, count.stories))
    assert said == [(3, 3), (2, 2), (1, 1)]


def test_dates_are_bounded_and_their_ends_exact():
    """The earliest and the latest follow what is taken back for eight articles at either end."""
    articles = [article(n, f"2026-01-{1 + n:02}T10:00:00Z") for n in range(28)]
    count: EntityCount | None = tally(articles)
    assert count is not None
    assert len(count.dates) == 16
    for gone in (*articles[:7], *articles[-7:]):
        assert count is not None
        count = without(count, gone)
    assert count is not None
    assert (count.first_seen, count.last_seen) == ("2026-01-08T10:00:00Z", "2026-01-21T10:00:00Z")
