"""`rasid tag`: the entities, quotes and dates of plain text, with no broker."""

import sys
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

import click
import msgspec
import orjson

from agents.commands.options import local_options
from agents.push.feed import batches
from agents.push.pages import unpacked
from agents.stdio import standard_input
from streams.settings import Settings


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES|-]")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day against which words like أمس are resolved; without one they are left open.",
)
@local_options
def tag(settings: Settings, files: tuple[str, ...], published: datetime | None) -> None:
    """Find entities, quotes and dates in plain text, one text a line.

    Out comes one line of JSON for each line: {"text", "entities", "quotes", "dates"}. Offsets are in characters
    (Unicode code points) of `text`, and text[start:end] is the surface. Without FILES, or with -, the standard input
    is read. Gzip is unpacked.

    \b
    echo 'التقى لافروف نظيره الأمريكي في جنيف' | rasid tag
    """  # noqa: D301 - click's mark
    from agents.tag_entities.tagger import Tagger  # noqa: PLC0415 - loads the lexicon, which `rasid tag --help` does not need

    tagger = Tagger.load(settings)
    day = published.date() if published else None
    if not files and sys.stdin.isatty():
        click.echo("Type text, a line each; Ctrl-D ends.", err=True)
    out = sys.stdout.buffer
    for batch in batches(lines(files or ("-",), settings.max_page_bytes), settings.batch_size):
        for line in batch:
            entities, quotes, dates = tagger.tag_text(line, day)
            found: dict[str, Any] = {"text": line, "entities": entities, "quotes": quotes, "dates": dates}
            out.write(orjson.dumps(msgspec.to_builtins(found)) + b"\n")
        out.flush()


def lines(files: Iterable[str], max_bytes: int) -> Iterator[str]:
    """Give the lines of files; what is no UTF-8 in them is replaced by U+FFFD.

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
        except (OSError, EOFError, zlib.error) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise click.ClickException(f"cannot read {file}: {why}") from error


def _lines(file: str, stream: BinaryIO, max_bytes: int) -> Iterator[str]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            raise click.ClickException(f"{file}:{number}: larger than {max_bytes} bytes")
        yield line.rstrip(b"\r\n").decode("utf-8", "replace").removeprefix("\ufeff")
