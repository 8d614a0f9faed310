"""Reads a folder of annotated pages in the gold format, which docs/cleaning.md describes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import orjson

from streams.records.pages import RawPage

_CHARSETS = ("utf-8", "cp1256")
"""In the order in which they are tried on an HTML file, as a crawler would by its declaration."""


class Annotated(NamedTuple):
    """A page and what should come out of it."""

    id: str
    page: RawPage
    clean: dict[str, Any]


def pages(folder: Path) -> list[Annotated]:
    """Read pages.jsonl.

    Raises
    ------
    click.ClickException
        Where the folder has no such file, or a line of it is not of the format.
    """
    found = []
    for number, row in enumerate(_rows(folder / "pages.jsonl"), start=1):
        try:
            found.append(Annotated(row["id"], raw_page(row["raw"]), row["clean"]))
        except (AttributeError, KeyError, TypeError) as error:
            raise click.ClickException(
                f"{folder / 'pages.jsonl'}, line {number}: {error!r} is missing or wrong"
            ) from error
    return found


def bulk(folder: Path) -> list[RawPage]:
    """Read bulk.jsonl, in the order of the outlets' names; empty where it is not there."""
    path = folder / "bulk.jsonl"
    raw = [raw_page(row["raw"]) for row in _rows(path)] if path.is_file() else []
    return sorted(raw, key=lambda page: page.source or "")


def html(folder: Path, annotated: Annotated) -> RawPage | None:
    """Return the page with the HTML document of its id in place of its text; None where there is none."""
    path = folder / "html" / f"{annotated.id}.html"
    if not path.is_file():
        return None
    content = path.read_bytes()
    fields: dict[str, Any] = {
        name: getattr(annotated.page, name) for name in ("id", "url", "source", "fetched_at", "published_at")
    }
    return RawPage(**fields, html=_decoded(content))


def raw_page(fields: dict[str, Any]) -> RawPage:
    """Make a raw page of a JSON object whose fields are of the right types."""
    known: dict[str, Any] = {name: fields.get(name) for name in RawPage.__struct_fields__ if name != "extra"}
    return RawPage(**known)


def _decoded(content: bytes) -> str:
    for charset in _CHARSETS:
        try:
            return content.decode(charset)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open("rb") as file:
            for line in file:
                if line.strip():
                    yield orjson.loads(line)
    except OSError as error:
        raise click.ClickException(f"cannot read {path}: {error.strerror}") from error
    except orjson.JSONDecodeError as error:
        raise click.ClickException(f"{path}: {error}") from error
