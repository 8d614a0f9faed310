"""`rasid push`: pages from files, folders and pipes onto the topic `pages`."""

import asyncio

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from agents.commands.options import settings_options
from agents.commands.page_options import PageOptions, page_options
from agents.push.pages import Pages
from agents.push.send import Summary
from agents.push.send import push as push_pages
from streams.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="PATH…|-")
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
@page_options
@settings_options
def push(settings: Settings, page_options: PageOptions, paths: tuple[str, ...], as_json: bool) -> None:
    """Push raw pages to Kafka.

    A PATH is a file, a folder, or - for the standard input:

    \b
    .jsonl .ndjson .jl .json   a page a line, a list of pages, or pages over several
                               lines each; each is sent as it is
    .csv .tsv                  a page a row; the first row names the fields
    .rss .atom .rdf .xml       RSS or Atom, a page an entry
    .warc .wet                 a web archive's HTML pages, or its texts
    .html .htm                 one page as the site delivered it
    .txt                       the text of one page, as innerText gives it
    .gz .zst                   any of these, packed
    folders                    all such files within, but for hidden ones
    -                          as .jsonl, or as --format says

    A page needs `text` or `html` and nothing else; id, url, source, title, published_at, fetched_at and lang are
    understood, also under the names that crawlers often give them, such as body, headline, date and link; every other
    field travels along. Name yours with --map, or once and for all with the setting push_map.

    Nothing is sent when a path is missing, its ending is unknown, or its first page is none. Whether the other pages
    are good is said by the worker: look for the ones that are not with `rasid rejected list`. The exit code is 1 when
    anything here could not be read or sent.

    \b
    rasid push pages.jsonl.gz feed.xml archive.warc.gz
    rasid push --map text=story,published_at=when --source الصباح items.csv
    my-crawler | rasid push -
    """  # noqa: D301 - click's mark
    reader = page_options.pages(paths, settings)
    console = Console(stderr=True)
    if failures := reader.check():
        summary = Summary()
        for failure in failures:
            summary.fail(failure)
    else:
        summary = (_with_bar if console.is_terminal else _in_silence)(reader, settings, console)
    if as_json:
        click.echo(orjson.dumps(as_dict(summary)))
    else:
        for line in in_words(summary):
            click.echo(line)
    if summary.failed or summary.gave_up:
        raise SystemExit(1)


def _in_silence(reader: Pages, settings: Settings, _: Console) -> Summary:
    return asyncio.run(push_pages(reader, settings))


def _with_bar(reader: Pages, settings: Settings, console: Console) -> Summary:
    total = reader.total()
    columns = (
        (SpinnerColumn(), TextColumn("{task.description}"))
        if total is None
        else (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pushing", total=total)

        def report(so_far: Summary) -> None:
            failed = f", {so_far.failed:,} failed" if so_far.failed else ""
            bar.update(task, completed=reader.consumed(), description=f"{so_far.pushed:,} pages{failed}")

        return asyncio.run(push_pages(reader, settings, report))


def in_words(summary: Summary) -> list[str]:
    """Return the summary in words, a line each."""
    rate = summary.pushed / summary.seconds if summary.seconds else 0.0
    size = f"{summary.pushed_bytes / 1e6:,.1f} MB"
    pages = "page" if summary.pushed == 1 else "pages"
    lines = [f"pushed {summary.pushed:,} {pages} ({size}) in {summary.seconds:.1f} s, {rate:,.0f} a second"]
    if summary.failed:
        lines.append(f"failed {summary.failed:,}:")
        lines += [f"  {failure.where}: {failure.why}" for failure in summary.failures]
        if summary.failed > len(summary.failures):
            lines.append(f"  … and {summary.failed - len(summary.failures):,} more")
    if summary.gave_up:
        lines.append("gave up: the broker no longer answered, and what came after was not read")
    return lines


def as_dict(summary: Summary) -> dict[str, object]:
    """Return the summary for programs."""
    return {
        "pushed": summary.pushed,
        "bytes": summary.pushed_bytes,
        "failed": summary.failed,
        "failures": [{"where": failure.where, "why": failure.why} for failure in summary.failures],
        "gave_up": summary.gave_up,
        "seconds": round(summary.seconds, 3),
    }
