"""`rasid evaluate dates`: how well the date of publication is found."""

import click


@click.command()
def command() -> None:
    """Measure the date of publication."""
    raise click.ClickException("not measured yet")
