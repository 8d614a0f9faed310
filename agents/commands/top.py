"""`rasid top`: the entities that are named most, from the counting table."""

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import click
import orjson
from rich.table import Table

from agents.commands.names_table import Line, names_table
from agents.commands.options import settings_options
from agents.commands.terminal import console
from streams.records.codec import Codec
from streams.records.counts import CountedEntity, EntityCount
from streams.settings import Settings
from streams.topic_reader import scan

HOUR, DAY = "%Y-%m-%dT%H", "%Y-%m-%d"
"""How the counting table names an hour and a day."""


@click.command()
@click.option("--window", metavar="total|Nh|Nd", default="total", show_default=True, help="Over which time.")
@click.option(
    "--type",
    "entity_type",
    type=click.Choice(["PER", "LOC", "ORG", "MISC"]),
    help="Only persons, places, organisations, or other things.",
)
@click.option("-n", "limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of a table.")
@settings_options
def top(settings: Settings, window: str, entity_type: str | None, limit: int, as_json: bool) -> None:
    """Show the entities that most articles name.

    A window is counted back from the newest hour or day of publication in the table, not from now: 24h are the newest
    hour and the 23 before it. The table keeps hours and days for as long as `hours_kept` and `days_kept` say.

    \b
    rasid top
    rasid top --window 24h --type PER -n 10
    """  # noqa: D301 - click's mark
    span = Window.parse(window)
    rows = ranked(asyncio.run(read(settings, span, entity_type)), span, limit)
    if as_json:
        for row in rows:
            click.echo(orjson.dumps(row.as_dict()))
        return
    if not rows:
        click.echo("Nothing is counted yet.")
        return
    out = console()
    out.print(entities_table(rows, out.width, window if span.unit else ""))


def entities_table(rows: Sequence["Row"], width: int, window: str = "", title: str | None = None) -> Table:
    """Return a table of ranked entities for a terminal of a width; with the counts of a window where one is named."""
    counted = [f"articles in {window}"] if window else []
    counted += ["articles", "stories", "mentions", "outlets"]
    lines = []
    for row in rows:
        in_window = (row.count,) if window else ()
        counts = (*in_window, row.articles, row.stories, row.mentions, row.sources)
        lines.append(Line(row.entity.name_ar, row.entity.name_en or "", row.entity.type, counts))
    return names_table(("entity", "type"), counted, lines, width, title)


@dataclass(frozen=True, slots=True)
class Window:
    """A time back from the newest hour or day; no unit: all time."""

    size: int = 0
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> "Window":
        """Read `total`, `24h`, `7d`.

        Raises
        ------
        click.BadParameter
            When it is none of these.
        """
        if text == "total":
            return cls()
        found = re.fullmatch(r"([1-9][0-9]{0,4})([hd])", text)
        if found is None:
            raise click.BadParameter(
                f"{text!r} is not total, a number of hours (24h) or of days (7d)", param_hint="--window"
            )
        return cls(int(found[1]), found[2])

    def slots(self, newest: str) -> set[str]:
        """Return the names of its hours or days, counted back from the newest."""
        form, step = (HOUR, timedelta(hours=1)) if self.unit == "h" else (DAY, timedelta(days=1))
        last = datetime.strptime(newest, form)  # noqa: DTZ007 - only differences matter
        return {(last - n * step).strftime(form) for n in range(self.size)}


@dataclass(slots=True)
class Row:
    """What is shown of one entity."""

    entity: CountedEntity
    articles: int
    stories: int
    mentions: int
    sources: int
    slots: dict[str, int] = field(default_factory=dict)
    """Articles by hour or day, whichever the window counts."""
    count: int = 0
    """Articles in the window."""

    def as_dict(self) -> dict[str, object]:
        """Return it for programs."""
        return {
            "id": self.entity.id,
            "name_ar": self.entity.name_ar,
            "name_en": self.entity.name_en,
            "type": self.entity.type,
            "known": self.entity.known,
            "count": self.count,
            "articles": self.articles,
            "stories": self.stories,
            "mentions": self.mentions,
            "sources": self.sources,
        }


async def read(settings: Settings, window: Window, entity_type: str | None = None) -> list[Row]:
    """Read the counting table: the latest record of each entity, of one type where one is named."""
    codec = Codec(EntityCount)
    rows: dict[bytes, Row] = {}
    async for record in scan(settings, "entity-counts"):
        if record.value is None:
            rows.pop(record.key, None)
            continue
        count = codec.decode(record.value)
        if entity_type in {None, count.entity.type}:
            rows[record.key] = row_of(count, window)
    return list(rows.values())


def row_of(count: EntityCount, window: Window) -> Row:
    """Take from an entity's counts what is ranked and shown."""
    slots = {"h": count.hours, "d": count.days}.get(window.unit, {})
    return Row(count.entity, count.articles, count.stories, count.mentions, len(count.sources), dict(slots))


def ranked(rows: Iterable[Row], window: Window, limit: int) -> list[Row]:
    """Return the entities with the most articles in the window, the most first; those without any are left out."""
    rows = list(rows)
    newest = max((slot for row in rows for slot in row.slots), default=None)
    wanted = window.slots(newest) if window.unit and newest else set()
    for row in rows:
        row.count = sum(row.slots.get(slot, 0) for slot in wanted) if window.unit else row.articles
    rows.sort(key=lambda row: (-row.count, -row.mentions, row.entity.id))
    return [row for row in rows[:limit] if row.count]
