"""`rasid enrich`: raw pages in, enriched articles out, with no broker."""

import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, TypeVar

import click

from agents import stage
from agents.commands.options import local_options
from agents.commands.page_options import PageOptions, page_options
from agents.commands.terminal import console, show
from agents.push.feed import batches
from agents.push.page import Failure, Page
from agents.stage import Incoming
from streams.records.codec import encode
from streams.records.rejected import Rejected
from streams.settings import Settings

if TYPE_CHECKING:
    from agents.offline import ExplainedPage

T = TypeVar("T")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True), metavar="[FILES|-]")
@click.option(
    "--rejected",
    "refused",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Where rejected pages go, instead of the standard error.",
)
@click.option(
    "--received-at",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ"]),
    metavar="TIME",
    help="The time, in UTC, at which the pages count as received; default: now. Fix it to get the same bytes again.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say for each line of a page what it was taken for and which test said so, for each name which pass made it.",
)
@click.option("--json", "as_json", is_flag=True, help="With --explain: one line of JSON for each page.")
@page_options
@local_options
def enrich(  # noqa: PLR0913 - an option each
    settings: Settings,
    page_options: PageOptions,
    files: tuple[str, ...],
    refused: str | None,
    received_at: datetime | None,
    *,
    explain: bool,
    as_json: bool,
) -> None:
    """Clean, tag and classify pages here and now, without Kafka.

    FILES are what `rasid push` takes: JSON, CSV, RSS and Atom, web archives, .html, .txt, folders, all of it also
    packed; without any, or with -, the standard input, one page a line. Out come enriched articles as JSON Lines, in
    the order of the pages. A page that is refused goes as one line of JSON, with the reason, to the standard error or
    to --rejected. Each page is an article of its own, also one that was there before: repeats and revisions are told on
    Kafka only. The origin of a record is then the file, and the offset counts its lines from 0. The exit code is 1 when
    a file could not be read.

    \b
    rasid enrich pages.jsonl.gz > enriched.jsonl
    my-crawler | rasid enrich --rejected rejected.jsonl | my-index
    rasid enrich --explain page.html
    """  # noqa: D301 - click's mark
    from agents.offline import Pipeline  # noqa: PLC0415 - loads the models, which `rasid enrich --help` does not need

    if as_json and not explain:
        raise click.UsageError("--json goes with --explain; without it, the output is JSON anyway")
    # What a page does to a stage is said by its rejection.
    logging.getLogger("agents").setLevel(logging.CRITICAL)
    moment = (received_at or datetime.now(UTC)).replace(tzinfo=UTC)
    pages = page_options.pages(files or ("-",), settings)
    received_ms = int(moment.timestamp() * 1000)
    with _opened(refused) as bad:
        pipeline = Pipeline(settings)
        run: Run[Any]
        if explain:
            run = Run(pipeline.explain, _explained(as_json=as_json), received_ms, sys.stdout.buffer, bad)
        else:
            run = Run(pipeline.enrich, lambda article: encode(article) + b"\n", received_ms, sys.stdout.buffer, bad)
        for batch in batches(pages, settings.batch_size):
            run.take(batch)
    if refused is not None:
        click.echo(run.summary(), err=True)
    if run.failed:
        raise SystemExit(1)


def _explained(*, as_json: bool) -> "Callable[[ExplainedPage], bytes]":
    """Return what writes an explained page: as JSON, or for a person."""
    from agents.commands.explained import page_json, page_text  # noqa: PLC0415 - as above

    if as_json:
        return page_json
    terminal = console()

    def form(page: "ExplainedPage") -> bytes:
        with terminal.capture() as captured:
            show(terminal, page_text(page))
        return captured.get().encode("utf-8", "replace")

    return form


@contextmanager
def _opened(path: str | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stderr.buffer
        return
    try:
        file = open(path, "wb")  # noqa: PTH123, SIM115 - closed below, and what the user named
    except OSError as error:
        raise click.ClickException(f"cannot write {path}: {error.strerror}") from error
    with file:
        yield file


class Run(Generic[T]):
    """Enriches batches, writes what comes of them and counts it.

    Parameters
    ----------
    enrich
        The chain of the stages' functions: gives for each page of a batch its result or its rejection.
    form
        Gives the bytes that are written of a result.
    received_ms
        The time of every page, in milliseconds since 1970.
    good, bad
        Where results and where rejected records go.
    """

    def __init__(
        self,
        enrich: Callable[[Sequence[Incoming]], Sequence[T | Rejected]],
        form: Callable[[T], bytes],
        received_ms: int,
        good: BinaryIO,
        bad: BinaryIO,
    ) -> None:
        self._enrich = enrich
        self._form = form
        self._received_ms = received_ms
        self._good = good
        self._bad = bad
        self._started = time.monotonic()
        self.enriched = 0
        self.rejected: Counter[str] = Counter()
        self.failed = 0

    def take(self, batch: Sequence[Page | Failure]) -> None:
        """Take a batch of what was read; its records are written before this returns."""
        for item in batch:
            if isinstance(item, Failure):
                self.failed += 1
                click.echo(f"cannot read {item.where}: {item.why}", err=True)
        pages = [self._incoming(item) for item in batch if isinstance(item, Page)]
        for record in self._results(pages):
            if isinstance(record, Rejected):
                self.rejected[f"{record.stage}: {record.reason}"] += 1
                self._bad.write(encode(record) + b"\n")
            else:
                self.enriched += 1
                self._good.write(self._form(record))
        self._good.flush()
        self._bad.flush()

    def summary(self) -> str:
        """Return the counts in words."""
        seconds = time.monotonic() - self._started
        count = self.enriched + self.rejected.total()
        lines = [
            f"enriched {self.enriched:,}, rejected {self.rejected.total():,}, {count / seconds:,.0f} pages a second"
        ]
        lines += [f"{number:8,}  {why}" for why, number in sorted(self.rejected.items(), key=lambda p: (-p[1], p[0]))]
        return "\n".join(lines)

    def _incoming(self, page: Page) -> Incoming:
        return Incoming(page.file, 0, max(0, page.number - 1), self._received_ms, None, page.value)

    def _results(self, pages: list[Incoming]) -> Sequence[T | Rejected]:
        """Enrich; a page on which a stage fails is refused alone, and its neighbours go on, as in a worker."""
        if not pages:
            return []
        try:
            return self._enrich(pages)
        except Exception as error:  # noqa: BLE001 - whatever a page does, it is the page that goes
            if len(pages) > 1:
                return [result for page in pages for result in self._results([page])]
            return [stage.rejected("enrich", pages[0], stage.failed(error))]
