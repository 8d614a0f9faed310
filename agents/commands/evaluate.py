"""`rasid evaluate`: how well a stage does on a folder of annotated pages; each measurement is a module of its own."""

import importlib
import importlib.util

import click

MEASUREMENTS = ("clean", "dates", "ner", "entities", "quotes", "topics", "group")
"""The subcommands; each is `command` in the module of its name under agents/evaluate/, where that is there."""


class Measurements(click.Group):
    """A click group that imports a measurement's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the measurements in the order of the stages."""
        return [name for name in MEASUREMENTS if importlib.util.find_spec(f"agents.evaluate.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one measurement."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"agents.evaluate.{cmd_name}").command
        return command


@click.group(cls=Measurements)
def evaluate() -> None:
    """Measure a stage on a folder of annotated pages of your own."""
