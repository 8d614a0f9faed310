"""Annotations as they are kept: an article a line, offsets in place of words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent
"""Where the project keeps its annotations."""


class Thing(msgspec.Struct, omit_defaults=True):
    """A named thing of an article; see README.md for the fields."""

    type: str
    places: list[tuple[int, int]]
    en: str = ""
    known: bool = False
    optional: bool = False
    nested: bool = False
    own_outlet: bool = False
    team: bool = False
    alt_type: list[str] = []


class Speech(msgspec.Struct, omit_defaults=True):
    """A quote of an article: where its first words stand, and the number of the thing that speaks."""

    direct: bool
    begins: tuple[int, int]
    speaker: int | None = None
    alt_begins: list[tuple[int, int]] = []
    headline: bool = False
    optional: bool = False


class Topics(msgspec.Struct, omit_defaults=True):
    """Media topics: those that must be given, each with its alternatives, and those that may be."""

    must: list[str | list[str]] = []
    ok: list[str] = []


class Annotated(msgspec.Struct, omit_defaults=True):
    """An annotated article."""

    id: str
    set: str
    row: int
    letters: int
    sha256: str
    entities: list[Thing]
    quotes: list[Speech] = []
    topics: Topics = msgspec.field(default_factory=Topics)
    where: list[str] = []
    held_out: bool = False
    quick: bool = False
    """Whether it was read once and quickly: what is not annotated may have been missed."""


def read(folder: Path = FOLDER) -> Iterator[Annotated]:
    """Yield the annotated articles of a folder, file by file."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from read_file(path)


def read_file(path: Path) -> Iterator[Annotated]:
    """Yield the annotated articles of one file."""
    decoder = msgspec.json.Decoder(Annotated)
    return (decoder.decode(line) for line in path.read_bytes().splitlines() if line)


def write(path: Path, articles: Iterable[Annotated]) -> None:
    """Write articles to a file, ordered by set and row."""
    ordered = sorted(articles, key=lambda article: (article.set, article.row))
    path.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in ordered))
