"""`rasid alerts`: rules of alerts, checked and tried on the past."""

import asyncio
from collections import Counter
from pathlib import Path

import click
from rich.table import Table

from agents.alert.match import ArticleToMatch, Matcher
from agents.alert.rules_file import load
from agents.alert.step import match_article, match_trend, settle_match
from agents.commands.options import plain_errors, settings_options
from agents.commands.render import clean
from agents.commands.terminal import console
from agents.stage import Incoming
from streams.records.alerts import Alert, RuleState
from streams.records.codec import Codec, encode
from streams.records.trends import Trend
from streams.settings import Settings
from streams.topic_reader import scan

EXAMPLE = Path(__file__).with_name("alerts-example.toml")
SHOWN = 50
"""Alerts that a table shows; --json gives all."""


@click.group()
def alerts() -> None:
    """Check rules of alerts, and try them on what has already come through.

    \b
    rasid alerts example > alerts.toml
    rasid alerts check alerts.toml
    RASID_ALERTS_FILE=alerts.toml rasid worker alert
    rasid tail alerts
    rasid notify
    """  # noqa: D301 - click's mark


@alerts.command()
def example() -> None:
    """Write a file of rules to begin with, with a comment on each field."""
    click.echo(EXAMPLE.read_text(encoding="utf-8"), nl=False)


@alerts.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--syntax", is_flag=True, help="Only check the file; no broker is asked.")
@click.option("--json", "as_json", is_flag=True, help="The alerts as JSON Lines instead of a table.")
@settings_options
def check(settings: Settings, file: Path, syntax: bool, as_json: bool) -> None:
    """Check a file of rules, and show what would have been said of what stands on enriched and trends.

    Nothing is written. Records are taken in the order in which they were received. A worker of the stage alert leaves
    the past out: it begins with what comes from its first start on. The exit code is 1 when the file is wrong; the
    message says in which line, and what to do.
    """
    with plain_errors():
        rules = load(file)
    click.echo(f"{file}: {len(rules.rule)} rules, {len(rules.channel)} channels", err=as_json)
    if syntax:
        return
    said = asyncio.run(replay(settings, Matcher(rules.rule)))
    if as_json:
        for alert in said:
            click.echo(encode(alert))
        return
    counts = Counter(alert.rule for alert in said)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("rule", "kind"):
        table.add_column(title, no_wrap=True)
    table.add_column("alerts", justify="right")
    for rule in rules.rule:
        table.add_row(rule.id, rule.kind, f"{counts[rule.id]:,}")
    console().print(table)
    if said:
        console().print(_shown(said[-SHOWN:]))
    if len(said) > SHOWN:
        click.echo(f"The last {SHOWN} of {len(said):,}; --json gives all.")


async def replay(settings: Settings, matcher: Matcher) -> list[Alert]:
    """Return what some rules would have said of all that stands on enriched and trends, in its order."""
    articles, trends = Codec(ArticleToMatch), Codec(Trend)
    records: list[tuple[str, int, Incoming, ArticleToMatch | Trend]] = []
    for topic, codec in (("enriched", articles), ("trends", trends)):
        async for record in scan(settings, topic):
            incoming = Incoming(
                record.topic, record.partition, record.offset, record.timestamp, record.key, record.value
            )
            read: ArticleToMatch | Trend = codec.decode(record.value)
            at = read.received_at if isinstance(read, ArticleToMatch) else incoming.time
            records.append((at, record.offset, incoming, read))
    states: dict[str, RuleState] = {}
    said: list[Alert] = []
    for _, _, incoming, read in sorted(records, key=lambda record: record[:2]):
        matched = (
            match_article(matcher, incoming, read, settings.entity_partitions)
            if isinstance(read, ArticleToMatch)
            else match_trend(matcher, incoming, read, settings.entity_partitions)
        )
        for match in matched.by_partition.values():
            said += settle_match(_States(states), match)
    return said


class _States:
    """States of rules in memory, as a table's rows."""

    def __init__(self, states: dict[str, RuleState]) -> None:
        self._states = states

    def get(self, key: str) -> RuleState | None:
        return self._states.get(key)

    def put(self, key: str, state: RuleState | None) -> None:
        if state is not None:
            self._states[key] = state

    def keys(self) -> list[str]:
        return list(self._states)


def _shown(said: list[Alert]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title="", title_justify="left")
    table.add_column("at", no_wrap=True)
    table.add_column("rule", no_wrap=True)
    table.add_column("what")
    for alert in said:
        table.add_row(alert.at, alert.rule, clean(summary(alert)))
    return table


def summary(alert: Alert) -> str:
    """Return in a line what made a rule come true."""
    evidence = alert.evidence
    if evidence.silence is not None:
        silence = evidence.silence
        return f"{silence.outlet} has sent nothing for {silence.hours:g} hours, since {silence.last}"
    if evidence.trend is not None:
        trend = evidence.trend
        return (
            f"{trend.name or trend.subject}: {trend.observed} stories, {trend.expected:.1f} expected "
            f"({trend.direction}, surprise {trend.surprise:.1f})"
        )
    article = evidence.articles[-1]
    counted = f"{evidence.count} counted; the latest: " if evidence.count is not None else ""
    return f"{counted}{article.title} ({article.source})"
