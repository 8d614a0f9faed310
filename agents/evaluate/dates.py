"""`rasid evaluate dates`: how well the date of publication is found."""

from pathlib import Path

import click
import msgspec

from agents.clean.cleaner import Cleaner
from agents.clean.dates.clock import instant
from agents.evaluate import gold
from agents.evaluate.clean import ORIGIN, RECEIVED
from agents.evaluate.gold import Annotated
from agents.evaluate.scores import Exact
from streams.records.articles import Article
from streams.records.pages import RawPage
from streams.rejection import Reject
from streams.settings import Settings


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--mistakes", is_flag=True, help="Print every date that went wrong.")
def command(folder: Path, *, mistakes: bool) -> None:
    """Measure the date of publication on FOLDER, by where it is taken from.

    The annotation is the day that the page shows, `clean.published_date`. Pages whose annotation has none must get none
    where the field is held back, unless their own words give one («5 hours ago»).
    """
    annotated = gold.pages(folder)
    documents = [
        (row, msgspec.structs.replace(page, published_at=None))
        for row in annotated
        if (page := gold.html(folder, row)) is not None
    ]
    click.echo(f"{'':34}{'days right':>12}{'pages':>8}")
    _print("all that the page has", measure([(row, row.page) for row in annotated]), show=mistakes)
    _print("the visible text alone", measure(without_field(annotated)), show=mistakes)
    if documents:
        _print("html, without the field", measure(documents), show=mistakes)


def without_field(annotated: list[Annotated]) -> list[tuple[Annotated, RawPage]]:
    """Return each page as it is when its producer tells no date of publication."""
    return [(row, msgspec.structs.replace(row.page, published_at=None)) for row in annotated]


def measure(pages: list[tuple[Annotated, RawPage]], cleaner: Cleaner | None = None) -> Exact:
    """Compare the day found with the day annotated, in the zone that the page's own times name."""
    cleaner = cleaner or Cleaner(Settings())
    exact = Exact()
    for row, page in pages:
        wanted = row.clean.get("published_date")
        if wanted is None:
            continue
        try:
            article = cleaner.clean(page, ORIGIN, RECEIVED, None)
        except Reject as reject:
            exact.add(row.id, str(reject), wanted)
            continue
        exact.add(row.id, _day(article, row.page), wanted)
    return exact


def _day(article: Article, page: RawPage) -> str | None:
    """Return the day found: in the outlet's zone where the time came with one, else as it was read."""
    when = instant(article.published_at)
    if when is None:
        return None
    if article.published_from in ("field", "metadata"):
        own_times = filter(None, map(instant, (page.published_at, page.fetched_at)))
        when = when.astimezone(next((time.tzinfo for time in own_times), None))
    return when.date().isoformat()


def _print(name: str, exact: Exact, *, show: bool) -> None:
    click.echo(f"{name:34}{exact.share:12.3f}{exact.total:8}")
    if show:
        for mistake in exact.mistakes:
            click.echo(f"    {mistake}")
