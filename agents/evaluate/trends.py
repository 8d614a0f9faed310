"""`rasid evaluate trends`: whether planted bursts are found in a made stream, and how often an alarm is false."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import click

from agents.evaluate.trend_news import FOUND_HOURS, HOUR, WARM_DAYS, Burst, News, Scale, entity_id
from agents.trend import partition
from agents.trend.state import Row
from streams.records.trends import Trend
from streams.settings import Settings

MIN_STORIES = 8
"""Stories of a burst that came in within two hours of its beginning, from which on it must be found."""
SEEDS = (1, 2, 3)
"""Of the streams that are measured when nothing else is said: what one finds differs by two in a hundred by chance."""


class Alarm(NamedTuple):
    """A trend when it was first said to be one."""

    trend: Trend
    received: int
    """When the page came in that made it one."""


class Result(NamedTuple):
    """What came out."""

    bursts: list[tuple[Burst, float | None]]
    """Each planted burst, and the hours after its beginning at which it was found."""
    false: dict[str, int]
    """False alarms by kind and direction."""
    from_storms: int
    """False alarms of an entity in the hours in which a text about it was copied by thirty outlets."""
    from_backfill: int
    """Trends that an old page made."""
    days: int
    """In which there could be alarms."""
    articles: int
    mentions: int


class Memory(dict[str, Row]):
    """A table partition in memory."""

    def put(self, key: str, state: Row | None, /) -> None:
        """Change a key's state; None takes it out."""
        if state is None:
            self.pop(key, None)
        else:
            self[key] = state

    def keys(self) -> list[str]:  # type: ignore[override]
        """Return the keys that have a state."""
        return list(super().keys())


def simulate(seed: int, scale: Scale, settings: Settings) -> Result:
    """Put a made stream through the stage's pure function.

    Parameters
    ----------
    seed
        Of the stream.
    scale
        How large it is.
    settings
        False alarms, and how fresh an article must be; all entities are in one partition.
    """
    news, rows, alarms = News(seed, scale), Memory(), dict[str, Alarm]()
    from_backfill = articles = mentions = 0
    for article in news.articles():
        articles, mentions = articles + 1, mentions + len(article.entities)
        for trend in partition.add(rows, 0, article, settings):
            if trend.standing and trend.id not in alarms:
                alarms[trend.id] = Alarm(trend, _second(article.received_at or ""))
                from_backfill += (
                    _second(article.received_at or "") - _second(article.published_at or "")
                    > settings.trend_fresh_hours * HOUR
                )
    return _compared(news, alarms.values(), from_backfill, articles, mentions)


def together(results: Sequence[Result]) -> Result:
    """Return what came out of several streams as if they were one."""
    false = Counter[str]()
    for result in results:
        false.update(result.false)
    return Result(
        bursts=[found for result in results for found in result.bursts],
        false=dict(false),
        from_storms=sum(result.from_storms for result in results),
        from_backfill=sum(result.from_backfill for result in results),
        days=sum(result.days for result in results),
        articles=sum(result.articles for result in results),
        mentions=sum(result.mentions for result in results),
    )


def _compared(news: News, alarms: Iterable[Alarm], from_backfill: int, articles: int, mentions: int) -> Result:
    by_subject: defaultdict[str, list[Burst]] = defaultdict(list)
    for burst in news.bursts:
        by_subject[entity_id(burst.entity)].append(burst)
    storms = {(entity_id(entity), second // HOUR) for entity, second in news.storms}
    found: dict[int, float] = {}
    false: defaultdict[str, int] = defaultdict(int)
    from_storms = 0
    for trend, received in alarms:
        hits = [
            burst
            for id_ in trend.subject.ids or [trend.subject.id]
            for burst in by_subject[id_]
            if trend.direction == "rising" and _overlap(trend, burst)
        ]
        for burst in hits if trend.subject.kind == "entity" else ():
            late = (received - burst.second) / HOUR
            found[id(burst)] = min(late, found.get(id(burst), late))
        if not hits:
            false[f"{trend.subject.kind}, {trend.direction}"] += 1
            begin = _second(trend.window.start) // HOUR
            from_storms += any((trend.subject.id, begin + n) in storms for n in range(trend.window.hours))
    return Result(
        bursts=[(burst, found.get(id(burst))) for burst in news.bursts],
        false=dict(false),
        from_storms=from_storms,
        from_backfill=from_backfill,
        days=news.scale.days - WARM_DAYS,
        articles=articles,
        mentions=mentions,
    )


def _overlap(trend: Trend, burst: Burst) -> bool:
    begin = _second(trend.window.start)
    return begin < burst.end and burst.second < begin + trend.window.hours * HOUR


def _second(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def lines(result: Result) -> list[str]:
    """Return the rows of the table."""
    rows = []
    for low, high in ((3.0, 5.0), (5.0, 10.0), (10.0, 30.01), (3.0, 30.01)):
        large = [late for burst, late in result.bursts if len(burst.early) >= MIN_STORIES and low <= burst.times < high]
        in_time = sum(late is not None and late <= FOUND_HOURS for late in large)
        found = sum(late is not None for late in large)
        share = in_time / len(large) if large else 0.0
        rows.append(
            f"bursts of {low:g} to {high:.0f} times: {in_time} of {len(large)} in time ({share:.3f}), {found} at all"
        )
    rows += [f"false alarms a day, {kind}: {count / result.days:.2f}" for kind, count in sorted(result.false.items())]
    rows.append(f"false alarms a day: {sum(result.false.values()) / result.days:.2f}")
    rows.append(f"of them in hours of copied texts: {result.from_storms}; made by old pages: {result.from_backfill}")
    return rows


@click.command()
@click.option("--seed", "seeds", multiple=True, type=int, default=SEEDS, show_default=True, help="Of a stream each.")
@click.option("--entities", default=Scale.entities, show_default=True)
@click.option("--days", default=Scale.days, show_default=True)
@click.option("--bursts", default=Scale.bursts, show_default=True)
@click.option("--false-alarms", default=Settings().trend_false_alarms, show_default=True, help="As the setting.")
def command(seeds: tuple[int, ...], entities: int, days: int, bursts: int, false_alarms: float) -> None:
    """Measure trends on made streams: rhythms, heavy tails, copies, a backfill, an outage, and planted bursts.

    A stream takes a minute and a half.
    """
    scale = Scale(entities=entities, days=days, bursts=bursts)
    settings = Settings(entity_partitions=1, trend_false_alarms=false_alarms)
    results = []
    for seed in seeds:
        results.append(simulate(seed, scale, settings))
        _show(f"seed {seed}", results[-1])
    if len(results) > 1:
        _show("all of them", together(results))


def _show(name: str, result: Result) -> None:
    click.echo(f"{name}: {result.articles} articles, {result.mentions} mentions of entities")
    for line in lines(result):
        click.echo(f"  {line}")
