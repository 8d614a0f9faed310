"""The command as a guide."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

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


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    """What the system refuses is one line that names the file, and no traceback."""
    (tmp_path / "file").touch()
    shown = CliRunner().invoke(main, ["kafka", "start", "--data-dir", str(tmp_path / "file" / "data")])
    assert (shown.exit_code, shown.stderr) == (1, f"Error: {tmp_path / 'file' / 'data' / 'kafka'}: Not a directory\n")


@pytest.mark.parametrize("name", ["clean", "dates", "entities", "quotes", "topics"])
def test_what_is_no_annotated_page_is_said(name: str, tmp_path: Path):
    """A measurement on a folder without pages, or with other ones, ends in one line."""
    nothing = CliRunner().invoke(main, ["evaluate", name, str(tmp_path)])
    (tmp_path / "pages.jsonl").write_text('{"id": "1", "text": "x"}\n', encoding="utf-8")
    other = CliRunner().invoke(main, ["evaluate", name, str(tmp_path)])
    assert [(shown.exit_code, shown.stderr.count("\n")) for shown in (nothing, other)] == [(1, 1), (1, 1)]


def test_ctrl_c_ends_a_command_that_waits_for_a_pipe():
    """A thread that waits in the standard input does not make the interpreter abort."""
    # Where tests run in the background the shell has Ctrl-C ignored, and children take that over.
    heeding = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import agents.cli as c; c.main()"
    )
    command = [sys.executable, "-c", heeding, "tag"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("التقى لافروف\n".encode())
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        error = process.stderr.read() if process.stderr else b""
        assert (process.wait(30), error.strip()) == (1, b"Aborted!")


def test_a_port_that_is_taken_is_said():
    """A second worker on a machine is told to choose another web_port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        shown = CliRunner().invoke(main, ["worker", "--broker", "127.0.0.1:1", "--set", f"web_port={port}"])
    assert (shown.exit_code, "choose another port with --set web_port=N" in shown.stderr) == (1, True)


def test_a_broker_that_does_not_answer_is_named():
    """The addresses that were tried stand in the message."""
    shown = CliRunner().invoke(main, ["top", "--broker", "127.0.0.1:1"])
    assert (shown.exit_code, shown.stderr.startswith("Error: no Kafka answers at 127.0.0.1:1. ")) == (1, True)


@pytest.mark.parametrize("name", ["lexicon_extra", "outlets_extra", "topics_extra"])
def test_a_file_of_the_users_own_that_is_wrong_is_said(name: str, tmp_path: Path):
    """The line that is wrong is named, without a traceback."""
    (tmp_path / "mine").write_text("what is this\n", encoding="utf-8")
    shown = CliRunner().invoke(main, ["enrich", "--set", f"{name}={tmp_path / 'mine'}"], input=b"{}\n")
    assert (shown.exit_code, shown.stderr.count("\n")) == (1, 1)
    assert shown.stderr.startswith("Error: mine")
