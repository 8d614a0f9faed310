"""The measurement of trends, on a small stream."""

from agents.evaluate.trend_news import News, Scale
from agents.evaluate.trends import MIN_STORIES, Result, lines, simulate, together
from streams.settings import Settings

SMALL = Scale(entities=150, days=22, busiest=100, bursts=20, storms=20, backfill=2000)
SETTINGS = Settings(entity_partitions=1)


def test_bursts_are_found_and_copies_and_old_pages_make_none():
    """Nine in ten large bursts are found in time, with no more than an alarm a day, none from copies or a backfill."""
    result = simulate(2, SMALL, SETTINGS)
    large = [late for burst, late in result.bursts if len(burst.early) >= MIN_STORIES and burst.times >= 8]

    assert len(large) >= 8
    assert sum(late is not None and late <= 2 for late in large) >= 0.9 * len(large)
    assert sum(result.false.values()) <= result.days
    assert (result.from_storms, result.from_backfill) == (0, 0)
    assert len(lines(result)) > 4


def test_streams_are_counted_together():
    """False alarms are those of all streams, over the days of all."""
    one = Result([], {"entity, rising": 3}, 1, 0, 10, 100, 200)
    both = together([one, one._replace(false={"entity, falling": 1}, days=30)])
    assert both == Result([], {"entity, rising": 3, "entity, falling": 1}, 2, 0, 40, 200, 400)
    assert "false alarms a day: 0.10" in lines(both)


def test_a_seed_is_a_stream():
    """The same seed gives the same articles, another one others."""
    tiny = Scale(entities=20, days=11, bursts=1, storms=2, backfill=10)

    def made(seed: int) -> list[str]:
        return [article.fingerprint for article in News(seed, tiny).articles()]

    assert made(1) == made(1) != made(2)
