"""The annotated pages of a folder, each with what tag_entities makes of its article; and the options to choose them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import orjson

from agents.evaluate.articles import article_of
from agents.tag_entities.tagger import Tagger
from streams import settings
from streams.records.tagged import TaggedArticle
from streams.settings import SettingsError


class TaggedPage(NamedTuple):
    """An annotated page, and its article tagged."""

    page: dict[str, Any]
    article: TaggedArticle


WITHOUT = click.option("--without", multiple=True, metavar="PASS", help="Leave a pass out; as often as you like.")


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what the measurements of tag_entities share: FOLDER, --pages, --without and --errors."""
    for add in (
        WITHOUT,
        click.option("--errors", is_flag=True, help="Print what was missed and what was wrong."),
        click.option("--pages", default="", help="Only pages FIRST-LAST of the file, counted from 1."),
        click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path)),
    ):
        command = add(command)
    return command


def load_tagger(without: tuple[str, ...] = ()) -> Tagger:
    """Load the tagger that the settings describe, some of its passes left out.

    Raises
    ------
    click.BadParameter
        When there is no such pass.
    """
    config = settings.load()
    try:
        return Tagger.load(config, without)
    except SettingsError:
        raise
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--without") from error


def read(folder: Path, pages: str = "") -> list[dict[str, Any]]:
    """Read FOLDER/pages.jsonl, or of it the pages `FIRST-LAST`, counted from 1."""
    lines = (folder / "pages.jsonl").read_bytes().splitlines()
    first, _, last = pages.partition("-")
    return [orjson.loads(line) for line in lines[int(first or 1) - 1 : int(last or len(lines))]]


def tagged(pages: Iterable[dict[str, Any]], tagger: Tagger) -> Iterator[TaggedPage]:
    """Tag the pages' articles one after the other."""
    for page in pages:
        yield TaggedPage(page, tagger.tag([article_of(page)])[0])
