"""`rasid rejected`: what was refused and why, and trying it again."""

import asyncio
import base64
from collections import Counter
from collections.abc import Callable

import click
import msgspec
import orjson
from rich.console import Console
from rich.table import Table
from rich.text import Text

from agents.commands.completion import complete_stage
from agents.commands.options import settings_options
from agents.commands.render import clean, pretty
from agents.commands.terminal import console
from agents.commands.terminal import show as show_text
from agents.push.replay import Outcome
from agents.push.replay import replay as replay_originals
from streams.records.codec import Codec, encode
from streams.records.rejected import Rejected
from streams.rejection import Reason
from streams.settings import Settings
from streams.topic_reader import scan

REASON = click.option(
    "--reason",
    type=click.Choice([str(reason) for reason in Reason]),
    metavar="CODE",
    help=f"Only what was refused for this: {', '.join(Reason)}.",
)
TABLE_COLUMNS = 100
"""The least that a table of rejections takes, with a prefix of some length."""
STAGE = click.option("--stage", metavar="NAME", shell_complete=complete_stage, help="Only what this stage refused.")


@click.group()
def rejected() -> None:
    """See the records that a stage refused, and try them again.

    Nothing is ever dropped: what cannot be read, cleaned or tagged goes to the topic `rejected`, with the stage, the
    reason, and the original. After its cause is gone (a new release, a setting, a lexicon), `replay` puts the
    original back on `pages`.

    \b
    rasid rejected list --reason no_article
    rasid rejected show rasid.pages-3-1207
    rasid rejected replay --reason stage_failed
    """  # noqa: D301 - click's mark


@rejected.command("list")
@REASON
@STAGE
@click.option("-n", "limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="The last N.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: the whole records.")
@settings_options
def list_(settings: Settings, reason: str | None, stage: str | None, limit: int, as_json: bool) -> None:
    """List what was refused, the latest last, and count it by stage and reason."""
    chosen = choice(reason=reason, stage=stage)
    counts, last = asyncio.run(_collect(settings, chosen, limit))
    if as_json:
        for record in last:
            click.echo(encode(record))
        return
    if last:
        print_list(console(), last)
        click.echo()
    for (in_stage, why), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:8,}  {in_stage}: {why}")
    click.echo(f"{counts.total():8,}  in all")


def print_list(out: Console, records: list[Rejected]) -> None:
    """Print a line for each, or three where the terminal is narrow: an id must be there to be copied."""
    if out.width < TABLE_COLUMNS:
        for record in records:
            out.print(Text(record.id, style="bold"), soft_wrap=True)
            show_text(out, Text(f"  {record.at[:19]}  {record.stage}  {record.reason}\n  {clean(record.detail, 80)}"))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("id", "at", "stage", "reason", "detail"):
        table.add_column(title, overflow="fold", no_wrap=title != "detail")
    for record in records:
        table.add_row(record.id, record.at[:19], record.stage, record.reason, clean(record.detail, 80))
    out.print(table)


@rejected.command("show")
@click.argument("name", metavar="ID")
@click.option("--original", is_flag=True, help="Only the original, byte for byte.")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
@settings_options
def show(settings: Settings, name: str, original: bool, as_json: bool) -> None:
    """Show one record that was refused, with its original."""
    _, found = asyncio.run(_collect(settings, lambda record: record.id == name, 1))
    if not found:
        raise click.ClickException(f"no rejected record has the id {name}; `rasid rejected list` shows what there is")
    value = base64.b64decode(found[0].original.value_base64)
    if original:
        click.echo(value, nl=False)
    elif as_json:
        click.echo(orjson.dumps(msgspec.to_builtins(found[0]), option=orjson.OPT_INDENT_2))
    else:
        out = console()
        show_text(out, pretty("rejected", None, encode(found[0])))
        click.echo()
        for line in value.decode("utf-8", "replace").splitlines():
            show_text(out, Text(clean(line, 2000)))


@rejected.command("replay")
@click.argument("names", metavar="[ID…]", nargs=-1)
@REASON
@STAGE
@click.option("--all", "everything", is_flag=True, help="Whatever was refused.")
@settings_options
def replay(settings: Settings, names: tuple[str, ...], reason: str | None, stage: str | None, everything: bool) -> None:
    """Put the originals back on `pages`, once each.

    Name them by ID, by --reason and --stage, or take --all. What was put back before is left alone; when it is
    refused once more, that is a rejection of its own, and can be replayed in its turn. The header rasid-replay-of of
    such a page names the rejection. An original of which the rejection holds only a part is read again from where it
    stood; when it is no longer there, it is refused, and the exit code is 1.
    """
    if not (names or reason or stage or everything):
        raise click.UsageError("say which: IDs, --reason, --stage or --all")
    outcome = asyncio.run(replay_originals(settings, choice(names, reason, stage)))
    missing = [name for name in names if name not in _named(outcome)]
    click.echo(f"put back {len(outcome.replayed):,} on {settings.topic('pages')}")
    if outcome.already:
        click.echo(f"{len(outcome.already):,} had been put back before")
    for name, why in outcome.refused.items():
        click.echo(f"refused {name}: {why}")
    for name in missing:
        click.echo(f"not found: {name}")
    if outcome.refused or missing:
        raise SystemExit(1)


def choice(
    names: tuple[str, ...] = (), reason: str | None = None, stage: str | None = None
) -> Callable[[Rejected], bool]:
    """Return the test that a record passes when it is meant; without anything named, all are."""
    ids = frozenset(names)

    def chosen(record: Rejected) -> bool:
        return (not ids or record.id in ids) and reason in {None, record.reason} and stage in {None, record.stage}

    return chosen


async def _collect(
    settings: Settings, chosen: Callable[[Rejected], bool], limit: int
) -> tuple[Counter[tuple[str, str]], list[Rejected]]:
    """Count the chosen records by stage and reason, and give the last ones by time; one written twice is one."""
    counts: Counter[tuple[str, str]] = Counter()
    met: set[str] = set()
    last: list[Rejected] = []
    codec = Codec(Rejected)
    async for record in scan(settings, "rejected"):
        rejection = codec.decode(record.value)
        if rejection.id in met or not chosen(rejection):
            continue
        met.add(rejection.id)
        counts[rejection.stage, str(rejection.reason)] += 1
        last.append(rejection)
        if len(last) > 2 * limit:
            last = _latest(last, limit)
    return counts, _latest(last, limit)


def _latest(records: list[Rejected], limit: int) -> list[Rejected]:
    return sorted(records, key=lambda record: (record.at, record.id))[-limit:]


def _named(outcome: Outcome) -> set[str]:
    return {*outcome.replayed, *outcome.already, *outcome.refused}
