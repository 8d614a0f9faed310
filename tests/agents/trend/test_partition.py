"""What trends, and what does not."""

import random

import msgspec
import pytest

from agents.trend import state
from agents.trend.subject import WARM_DAYS
from streams.records.origin import Origin
from tests.agents.trend.made import (
    DAY,
    EGYPT,
    FIRST,
    HOUR,
    TODAY,
    Memory,
    article,
    final,
    fingerprint,
    news,
    past,
    run,
    time,
)

BURST = f"{EGYPT}@2026-01-21T10"


def test_a_burst_rises():
    """Twelve stories in an hour of an entity that five a day name are a trend, with its evidence."""
    found = final(run([*past(), *news(12)]))[BURST]

    assert (found.observed, found.direction, found.subject.name_ar) == (12, "rising", EGYPT)
    assert (found.window.start, found.window.hours) == ("2026-01-21T10:00:00Z", 1)
    assert found.expected == pytest.approx(1 / 5 / 4, rel=0.5)  # of a quarter of an hour
    assert found.surprise > 6
    assert found.outlets == [f"outlet{n}" for n in range(7)]
    assert found.stories == [f"a{n}" for n in range(12)]
    assert found.first_seen == found.articles[0].published_at == "2026-01-21T10:00:00Z"


def test_an_hour_is_judged_as_a_whole_once_it_is_over():
    """What is still surprising stands, held against the whole hour; what is not is taken back."""
    later = article(90, TODAY + 13 * HOUR)
    stands = final(run([*past(), *news(12), later]))[BURST]
    hasty = run([*past(each_hours=1), *news(6), later])
    told = [trend for trend in hasty if trend.id == BURST]

    assert (stands.observed, stands.expected) == (12, pytest.approx(1 / 5, rel=0.5))
    assert [trend.standing for trend in told][-2:] == [True, False]
    assert told[-1].expected == pytest.approx(1, rel=0.5)


def test_it_is_said_as_soon_as_it_is_surprising():
    """The window need not be over."""
    published = run([*past(), *news(12)])

    assert [trend.observed for trend in published] == list(range(published[0].observed, 13))
    assert published[0].observed < 8


def test_what_is_usual_does_not_trend():
    """A past that goes on makes none."""
    assert run([*past(), *past(days=2)]) == []


def test_nothing_trends_in_the_first_week():
    """Before the rhythm of the news is known nothing is surprising."""
    early = FIRST + int(WARM_DAYS) * DAY
    assert run([*[article(n, FIRST + n * HOUR) for n in range(24 * int(WARM_DAYS))], *news(30, early)]) == []


def test_copies_are_one_story():
    """One text in thirty outlets is one story, however near in time and in whatever order."""
    copies = [article(n, TODAY + 10 * HOUR + 60 * n, source=f"o{n}", fingerprint=fingerprint(1)) for n in range(30)]
    random.Random(1).shuffle(copies)

    assert run([*past(), *copies]) == []


def test_three_outlets_are_needed():
    """What two outlets alone write a lot of does not trend, and with a third it does."""
    two = [article(n, TODAY + 10 * HOUR + n, source=f"o{n % 2}") for n in range(20)]

    assert run([*past(), *two]) == []
    assert BURST in final(run([*past(), *two, article(99, TODAY + 10 * HOUR + 99, source="o2")]))


@pytest.mark.parametrize(
    "change",
    [
        {"published_precision": "day"},
        {"published_at": None, "published_precision": None, "published_from": None},
        {"published_from": "address"},
        {"published_from": "text"},
        {"received_at": time(TODAY + 4 * DAY)},
        {"received_at": time(TODAY)},
        {"received_at": None},
        {"revision": 2},
    ],
)
def test_no_trend_without_a_time_of_its_own(change):
    """Undated pages, fallback dates, backfills, dates to come and later revisions make none."""
    assert run([*past(), *news(30, **change)]) == []


def test_a_backfill_moves_nothing():
    """Old pages that come in within a live burst leave it as it is."""
    old = [article(5000 + n, TODAY - 400 * DAY + n, received_at=time(TODAY + 10 * HOUR)) for n in range(500)]

    assert final(run([*past(), *old, *news(12)])) == final(run([*past(), *news(12)]))


def test_a_late_article_corrects_its_window():
    """A story of yesterday's burst that comes in today changes yesterday's record, under the same id."""
    later = article(500, TODAY + DAY + HOUR)
    late = article(501, TODAY + 10 * HOUR + 1800, received_at=time(TODAY + DAY + 2 * HOUR))
    published = run([*past(), *news(12), later, late])

    assert (published[-1].id, published[-1].observed, published[-1].origin.offset) == (BURST, 13, 501)


def test_an_article_of_the_day_before_yesterday_is_too_late():
    """Days that are sealed do not change any more."""
    later = article(500, TODAY + 2 * DAY + HOUR)
    late = [article(600 + n, TODAY + 10 * HOUR + n, received_at=time(TODAY + DAY)) for n in range(20)]

    assert run([*past(), later, *late]) == []


def test_an_earlier_copy_takes_the_story_to_its_hour():
    """When the first of two copies comes in second, the window of the other loses the story."""
    alike = fingerprint(7000)
    nine = [*news(9), article(20, TODAY + 10 * HOUR + 3000, fingerprint=alike)]
    first = article(21, TODAY + 6 * HOUR, fingerprint=alike)

    assert final(run([*past(), *nine]))[BURST].observed == 10
    assert final(run([*past(), *nine, first]))[BURST].observed == 9


def test_what_no_longer_surprises_is_taken_back():
    """A trend whose stories turn out to be copies of earlier ones is published once more, as not standing."""
    stories = news(4)
    earlier = [article(50 + n, TODAY + 5 * HOUR + n, fingerprint=story.fingerprint) for n, story in enumerate(stories)]
    published = run([*past(each_hours=24), *stories, *earlier])
    last = {trend.id: trend for trend in published}[BURST]

    assert published[0].standing
    assert (last.standing, last.observed) == (False, 0)


def test_silence_of_what_is_always_named_falls():
    """An entity of eight stories an hour that nearly nobody names for six hours falls, once its windows are closed."""
    busy = [article(10_000 + n, FIRST + n * 450 + n % 7) for n in range(20 * 192)]
    quiet = [article(n, TODAY + n * 3 * HOUR) for n in range(5)]
    found = final(run([*busy, *quiet])).values()

    assert {trend.direction for trend in found} == {"falling"}
    assert max(trend.window.hours for trend in found) > 1


def test_media_topics_trend():
    """A media topic is a subject as an entity is; who is named tells what it is about."""
    usual = [msgspec.structs.replace(one, media_topics=["medtop:1"]) for one in past(["per:a"])]
    found = final(run([*usual, *news(12, ids=["per:b"], media_topics=["medtop:1"])]))["medtop:1@2026-01-21T10"]

    assert (found.subject.kind, found.subject.name_ar, found.with_) == ("media_topic", None, ["per:b"])


def test_two_who_are_suddenly_named_together():
    """Two entities that were always named apart, and now by the same stories, are a trend of their own."""
    ids = ["loc:egypt", "per:someone"]
    found = final(run([*past(ids, each_hours=1), *news(9, ids=ids)]))
    pair = found["loc:egypt+per:someone@2026-01-21T10"]

    assert (pair.subject.kind, pair.subject.ids, pair.observed) == ("pair", ids, 9)


def test_two_who_are_always_named_together_do_not_trend_as_a_pair():
    """A pair rises only beyond what the rise of its first entity lets expect."""
    ids = ["loc:egypt", "per:someone"]
    usual = [article(2_000_000 + n, TODAY - 20 * DAY + n * HOUR, ids) for n in range(20 * 24)]
    found = final(run([*usual, *news(12, ids=ids)]))

    assert {trend.subject.kind for trend in found.values()} == {"entity"}


def test_the_order_of_articles_makes_no_difference():
    """Whatever order the articles of two days come in, the last record of each trend is the same but for its origin."""
    nowhere = Origin(topic="", partition=0, offset=0)
    ids = [EGYPT, "per:a", "per:b"]
    today = [
        *news(14, ids=ids),
        *[article(100 + n, TODAY + 9 * HOUR + 700 * n, ids[n % 3 :]) for n in range(40)],
        *[article(200 + n, TODAY + 9 * HOUR + 300 * n, ids, fingerprint=fingerprint(100 + n)) for n in range(30)],
        *[article(300 + n, TODAY + DAY + 400 * n, ids[:2]) for n in range(30)],
    ]
    before = list(past(ids))

    def told(seed: int) -> dict[str, object]:
        shuffled = list(today)
        random.Random(seed).shuffle(shuffled)
        stands = final(run([*before, *shuffled]))
        return {id_: msgspec.structs.replace(trend, origin=nowhere) for id_, trend in stands.items()}

    assert len(told(0)) > 3
    assert all(told(seed) == told(0) for seed in range(1, 6))


def test_the_state_comes_back_as_it_was():
    """Rows that were written and read again after each article lead to the same records."""

    class Written(Memory):
        def get(self, key, /):  # type: ignore[override]
            row = super().get(key)
            return None if row is None else state.load(state.dump(row))

    articles = [*past([EGYPT, "per:a"]), *news(12, ids=[EGYPT, "per:a"])]

    assert run(articles, Written()) == run(articles)


def test_state_is_bounded():
    """A subject's rows are its past and the hours of three days, each of a bounded number of stories."""
    rows = Memory()
    run([article(n, TODAY + n * 30) for n in range(6 * 2880)], rows)

    assert len(rows) == 2 + 3 * 24
    assert max(len(state.dump(row)) for row in rows.values()) < 6000
