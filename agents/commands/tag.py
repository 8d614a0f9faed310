"""`rasid tag`: the entities, quotes and dates of plain text, with no broker."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

import click
import msgspec
import orjson
from rich.text import Text

from agents.commands.options import local_options
from agents.commands.render import clean
from agents.commands.terminal import console, show
from agents.push.feed import batches
from agents.push.packing import BROKEN, BombError, unpacked
from agents.push.stdin import standard_input
from streams.settings import Settings

if TYPE_CHECKING:
    from agents.tag_entities.tagger import Tagger


@click.command()
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True), metavar="[FILES|-]")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day against which words like أمس are resolved; without one they are left open.",
)
@click.option("--explain", is_flag=True, help="Say for each name which pass made it and what evidence decided.")
@click.option("--json", "as_json", is_flag=True, help="With --explain: one line of JSON for each text.")
@local_options
def tag(
    settings: Settings, files: tuple[str, ...], published: datetime | None, *, explain: bool, as_json: bool
) -> None:
    """Find entities, quotes and dates in plain text, one text a line.

    Out comes one line of JSON for each line: {"text", "entities", "quotes", "dates"}. Offsets are in characters
    (Unicode code points) of `text`, and text[start:end] is the surface. Without FILES, or with -, the standard input
    is read. Gzip and zstd are unpacked.

    \b
    echo 'التقى لافروف نظيره الأمريكي في جنيف' | rasid tag
    echo 'التقى لافروف نظيره الأمريكي في جنيف' | rasid tag --explain
    """  # noqa: D301 - click's mark
    from agents.tag_entities.tagger import Tagger  # noqa: PLC0415 - loads the lexicon, which `rasid tag --help` does not need

    if as_json and not explain:
        raise click.UsageError("--json goes with --explain; without it, the output is JSON anyway")
    tagger = Tagger.load(settings)
    day = published.date() if published else None
    if not files and sys.stdin.isatty():
        click.echo("Type text, a line each; Ctrl-D ends.", err=True)
    if explain:
        _explain(tagger, lines(files or ("-",), settings.max_page_bytes), day, as_json=as_json)
        return
    out = sys.stdout.buffer
    for batch in batches(lines(files or ("-",), settings.max_page_bytes), settings.batch_size):
        for line in batch:
            entities, quotes, dates = tagger.tag_text(line, day)
            found: dict[str, Any] = {"text": line, "entities": entities, "quotes": quotes, "dates": dates}
            out.write(orjson.dumps(msgspec.to_builtins(found)) + b"\n")
        out.flush()


def _explain(tagger: "Tagger", texts: Iterable[str], day: date | None, *, as_json: bool) -> None:
    """Write why the names of each text are what they are."""
    from agents.commands.explained import found_text  # noqa: PLC0415 - as above
    from agents.tag_entities.explain import explain  # noqa: PLC0415 - as above
    from agents.tag_entities.tagger import TextToTag  # noqa: PLC0415 - as above

    terminal = console()
    for text in texts:
        found = explain(tagger.read([TextToTag(text, day=day)])[0])
        if as_json:
            click.echo(orjson.dumps({"text": text} | msgspec.to_builtins(found)))
        else:
            show(terminal, Text.assemble(clean(text), "\n", found_text(found)))


def lines(files: Iterable[str], max_bytes: int) -> Iterator[str]:
    """Yield the lines of files; what is no UTF-8 in them is replaced by U+FFFD.

    Raises
    ------
    click.ClickException
        When a file cannot be read, or a line is too long.
    """
    for file in files:
        try:
            if file == "-":
                yield from _lines(file, unpacked(standard_input()), max_bytes)
            else:
                with open(file, "rb") as opened:  # noqa: PTH123 - what the user named
                    yield from _lines(file, unpacked(opened), max_bytes)
        except (OSError, BombError, *BROKEN) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise click.ClickException(f"cannot read {file}: {why}") from error


def _lines(file: str, stream: BinaryIO, max_bytes: int) -> Iterator[str]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            raise click.ClickException(f"{file}:{number}: larger than {max_bytes} bytes")
        yield line.rstrip(b"\r\n").decode("utf-8", "replace").removeprefix("\ufeff")
