"""What `rasid demo` shows in the end: an article, the counts, the media topics, the rejections, where to look next."""

import asyncio
import os
import shutil
import sys
from collections import Counter
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from agents.commands.dashboard import ADDRESS
from agents.commands.render import clean
from agents.commands.top import Row, Window, ranked, read
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings

ROWS = 15


class Output(NamedTuple):
    """What came out of the pages."""

    pushed: int
    seconds: float
    """From the first push until every stage, counting included, was through."""
    enriched: list[EnrichedArticle]
    repeats: int
    """Visits that found nothing new."""
    rejected: list[Rejected]


def show(output: Output, settings: Settings, console: Console, *, is_local: bool) -> None:
    """Print it."""
    window = Window()
    rows = ranked(asyncio.run(read(settings, window)), window, ROWS)
    console.print(_entities(rows))
    console.print()
    console.print(_topics(output.enriched))
    console.print()
    rate = output.pushed / output.seconds if output.seconds else 0.0
    console.print(
        f"{output.pushed} pages in {output.seconds:.1f} s ({rate:.0f} pages/s, waiting for commits included; "
        f"`make bench` measures more): {len(output.enriched)} enriched, {output.repeats} repeats, "
        f"{len(output.rejected)} rejected",
        soft_wrap=True,
    )
    for reason, count in Counter(rejected.reason for rejected in output.rejected).most_common():
        detail = next(rejected.detail for rejected in output.rejected if rejected.reason == reason)
        console.print(f"  {count} {reason}: {clean(detail, 90)}", markup=False, highlight=False)
    console.print(_next(settings, is_local=is_local), markup=False, highlight=False, soft_wrap=True)


def _entities(rows: list[Row]) -> Table:
    table = Table(title="entities named most", title_justify="left", box=None, pad_edge=False, header_style="bold")
    table.add_column("entity", no_wrap=True)  # on a narrow terminal the English name gives way
    table.add_column("")
    table.add_column("type")
    for name in ("articles", "stories", "mentions", "outlets"):
        table.add_column(name, justify="right")
    for row in rows:
        counts = (row.articles, row.stories, row.mentions, row.sources)
        names = clean(row.entity.name_ar), clean(row.entity.name_en or "")
        table.add_row(*names, row.entity.type, *map(str, counts))
    return table


def _topics(enriched: list[EnrichedArticle]) -> Table:
    counts: Counter[tuple[str, str, str]] = Counter(
        (topic.id, topic.name_ar or "", topic.name_en) for article in enriched for topic in article.media_topics
    )
    table = Table(title="media topics", title_justify="left", box=None, pad_edge=False, header_style="bold")
    table.add_column("media topic", no_wrap=True)
    table.add_column("")
    table.add_column("id", style="dim")
    table.add_column("articles", justify="right")
    for (topic_id, name_ar, name_en), count in counts.most_common(ROWS):
        table.add_row(clean(name_ar), clean(name_en), topic_id, str(count))
    return table


def _next(settings: Settings, *, is_local: bool) -> str:
    at = f"--prefix {settings.prefix}" + ("" if is_local else f" --broker {settings.broker}")
    hints = [
        (f"tail enriched {at} --from beginning -n 3", "whole records, made readable"),
        (f"tail stories {at} --from beginning -n 3", "who carries the same story"),
        (f"top {at} --type PER", "persons only; also --window 24h"),
        (f"rejected list {at}", "what was refused, and why"),
        (f"dashboard {at}", f"all of it on a page: {ADDRESS}"),
        ("--help", "how to run it with your own pages"),
    ]
    if is_local:
        hints.append(("kafka stop", "the local Kafka still runs; this stops it"))
    command = "rasid" if shutil.which("rasid") else os.path.relpath(sys.argv[0])
    return "\n".join(["", "Look next:", *(f"  {command} {rest:<70} {what}" for rest, what in hints)])
