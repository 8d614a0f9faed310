"""`rasid evaluate clean`: how well pages are cleaned."""

import click


@click.command()
def command() -> None:
    """Measure cleaning: chrome, paragraphs, title, byline."""
    raise click.ClickException("not measured yet")
