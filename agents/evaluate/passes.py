"""`rasid evaluate passes`: what each pass of a stage adds to the results, and what it costs."""

from pathlib import Path

import click

from agents.evaluate.tag_entities_passes import TagEntities
from agents.evaluate.worth import table
from streams import settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1), help="How often each pass is timed.")
def command(paths: tuple[Path, ...], rounds: int) -> None:
    """Leave out one pass after the other, and print a Markdown table of what changes.

    A path is a file of annotated news, or a folder of annotated pages. Changes are F1 without the pass minus F1 with
    it, in hundredths: below 0 where the pass helps. Times are microseconds an article, the median of some rounds.
    """
    click.echo("\n".join(table(TagEntities(settings.load(), paths), rounds)))
