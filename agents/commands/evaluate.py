"""`rasid evaluate`: how well a stage does on a folder of annotated pages; each measurement is a module of its own."""

import importlib
import importlib.util
import json
from typing import Any

import click

from agents.commands.options import plain_errors

MEASUREMENTS = ("clean", "dates", "ner", "entities", "quotes", "topics", "news", "passes", "group", "trends")
"""The subcommands; each is `command` in the module of its name under agents/evaluate/, where that is there."""


class Measurements(click.Group):
    """A click group that imports a measurement's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the measurements in the order of the stages."""
        return [name for name in MEASUREMENTS if importlib.util.find_spec(f"agents.evaluate.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one measurement."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"agents.evaluate.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a measurement; a file that is not of its format is said in one line."""
        try:
            with plain_errors():
                return super().invoke(ctx)
        except (KeyError, json.JSONDecodeError, UnicodeDecodeError) as error:
            raise click.ClickException(f"the file does not hold such annotated pages: {error!r}") from error


@click.group(cls=Measurements)
def evaluate() -> None:
    """Measure a stage on a folder of annotated pages of your own."""
