"""`rasid evaluate passes`: what each pass of a stage adds to the results, and what it costs."""

from pathlib import Path

import click

from agents.evaluate.clean_passes import Clean
from agents.evaluate.tag_entities_passes import TagEntities
from agents.evaluate.worth import table
from streams import settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--stage",
    default="tag_entities",
    show_default=True,
    type=click.Choice(["clean", "tag_entities"]),
    help="Whose passes.",
)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1), help="How often each pass is timed.")
def command(paths: tuple[Path, ...], stage: str, rounds: int) -> None:
    """Leave out one pass after the other, and print a Markdown table of what changes.

    A path is a folder of annotated pages or, for tag_entities, a file of annotated news. Changes are the figure without
    the pass minus the figure with it, in hundredths: below 0 where the pass helps. Times are microseconds an article,
    the median of some rounds.
    """
    config = settings.load()
    parted = Clean(config, paths) if stage == "clean" else TagEntities(config, paths)
    click.echo("\n".join(table(parted, rounds)))
