"""The options of commands that read pages: what the files are, and what the pages' fields are called."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from agents.push.field_map import Adapter, parse
from agents.push.forms import FORMS, form_of
from agents.push.pages import Pages
from streams.settings import Settings


class PageOptions(NamedTuple):
    """What was said of the pages."""

    names: str | None
    source: str | None
    url: str | None
    form: str | None

    def pages(self, paths: tuple[str, ...], settings: Settings) -> Pages:
        """Return the reader of the paths' pages.

        Raises
        ------
        click.UsageError
            When an address is given for more than one page.
        streams.settings.SettingsError
            When the crawler's names are not written as they should be.
        """
        form = FORMS[self.form] if self.form else None
        if self.url and not (len(paths) == 1 and _is_one_page(paths[0], self.form)):
            raise click.UsageError("--url is the address of one page: name one .html or .txt file with it")
        names = parse(settings.push_map if self.names is None else self.names)
        adapter = Adapter(names, self.source or "", self.url or "")
        return Pages(paths, settings.max_request_bytes, adapter=adapter, form=form)


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command gets `page_options`, a `PageOptions`."""

    @click.option(
        "--map", "names", metavar="FIELD=NAME,…", help="What your crawler calls a field: text=body,published_at=date."
    )
    @click.option("--source", metavar="NAME", help="The outlet of pages that name none.")
    @click.option("--url", metavar="URL", help="The address of the page, when it is one .html or .txt file.")
    @click.option("--format", "form", type=click.Choice(list(FORMS)), help="What - is, and files of another ending.")
    @functools.wraps(command)
    def wrapper(
        *args: Any, names: str | None, source: str | None, url: str | None, form: str | None, **options: Any
    ) -> Any:
        return command(*args, page_options=PageOptions(names, source, url, form), **options)

    return wrapper


def _is_one_page(path: str, form: str | None) -> bool:
    found = None if path == "-" or Path(path).is_dir() else form_of(path)
    chosen = found or (FORMS[form] if form else None)
    return chosen is not None and chosen.is_one_page
