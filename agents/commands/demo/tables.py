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
from agents.commands.names_table import Line, names_table
from agents.commands.render import clean
from agents.commands.top import Window, entities_table, ranked, read
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings

ROWS = 15
HINT_COLUMNS = 130
"""Of a terminal on which a command and what it shows stand in one line."""


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
    console.print(entities_table(rows, console.width, title="entities named most"))
    console.print()
    console.print(_topics(output.enriched, console.width))
    console.print()
    rate = output.pushed / output.seconds if output.seconds else 0.0
    console.print(
        f"{output.pushed} pages in {output.seconds:.1f} s ({rate:.0f} pages/s, waiting for commits included; "
        f"`make bench` measures more): {len(output.enriched)} enriched, {output.repeats} repeats, "
        f"{len(output.rejected)} rejected",
    )
    for reason, count in Counter(rejected.reason for rejected in output.rejected).most_common():
        detail = next(rejected.detail for rejected in output.rejected if rejected.reason == reason)
        console.print(f"  {count} {reason}: {clean(detail, 90)}", markup=False, highlight=False)
    console.print(_next(settings, console.width, is_local=is_local), markup=False, highlight=False, soft_wrap=True)


def _topics(enriched: list[EnrichedArticle], width: int) -> Table:
    counts: Counter[tuple[str, str, str]] = Counter(
        (topic.id, topic.name_ar or "", topic.name_en) for article in enriched for topic in article.media_topics
    )
    lines = [
        Line(name_ar, name_en, topic_id, (count,)) for (topic_id, name_ar, name_en), count in counts.most_common(ROWS)
    ]
    return names_table(("media topic", "id"), ["articles"], lines, width, title="media topics")


def _next(settings: Settings, width: int, *, is_local: bool) -> str:
    """Return commands with what they show: in one line, or where the terminal is narrow in two."""
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
    form = "  {} {:<70} {}" if width >= HINT_COLUMNS else "  {} {}\n      {}"
    return "\n".join(["", "Look next:", *(form.format(command, rest, what) for rest, what in hints)])
