"""The command as a guide."""

import pytest
from click.testing import CliRunner

from agents.cli import COMMANDS, main


def test_help_names_every_command():
    """`rasid --help` shows all subcommands, each with a sentence."""
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in shown.output] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str):
    """Every subcommand has a help text."""
    shown = CliRunner().invoke(main, [name, "--help"])
    assert (shown.exit_code, "Usage: " in shown.output) == (0, True)


def test_an_unknown_command_is_said():
    """A misspelt command is an error that names it."""
    shown = CliRunner().invoke(main, ["workr"])
    assert (shown.exit_code, "workr" in shown.output) == (2, True)
