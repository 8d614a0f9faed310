"""Secrets: taken from files, given to the broker, and shown nowhere."""

import logging
import subprocess
import sys
import traceback

import pytest
from click.testing import CliRunner
from rich.pretty import pretty_repr

from agents.cli import main
from streams.settings import SECRET, Settings, load

WORD = "hunter2-%s-\\'\"«كلمة»"


@pytest.fixture
def from_files(tmp_path):
    """Return an environment in which every secret stands in a file of its own."""
    environ = {}
    for field in sorted(SECRET):
        file = tmp_path / field
        file.write_text(f"{WORD}{field}\n", encoding="utf-8")
        environ[f"RASID_{field.upper()}_FILE"] = str(file)
    return environ


def test_every_secret_comes_from_its_file(from_files):
    """As it stands there, without the line break at its end."""
    settings = load(environ=from_files, env_file=None)
    assert {field: getattr(settings, field) for field in SECRET} == {field: WORD + field for field in SECRET}


@pytest.mark.parametrize("command", [["settings"], ["settings", "--json"]], ids=" ".join)
def test_no_command_shows_one(from_files, command):
    """Neither as a table nor as JSON."""
    ran = CliRunner().invoke(main, command, env=from_files)
    assert (ran.exit_code, "hunter2" in ran.output, "*****" in ran.output) == (0, False, True)


def test_neither_logs_nor_tracebacks_show_one(from_files, caplog):
    """Not even where somebody logs the settings whole, or prints an error's variables."""
    settings = load(environ=from_files, env_file=None)
    logging.getLogger("test").warning("%s %r", settings, settings)
    try:
        settings.topic(None)
    except TypeError as error:
        told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "self = Settings(" in told
    shown = caplog.text + told + pretty_repr(settings, max_width=80)
    assert ("hunter2" in shown, "sasl_password='*****'" in shown) == (False, True)


def test_a_worker_that_cannot_start_shows_none(from_files):
    """Whatever goes wrong with the broker, at the finest level of the log."""
    broker = {"RASID_BROKER": "127.0.0.1:1", "RASID_SECURITY_PROTOCOL": "SASL_PLAINTEXT", "RASID_SASL_USERNAME": "me"}
    environ = from_files | broker | {"RASID_LOG_LEVEL": "debug", "PATH": "/usr/bin:/bin", "RASID_WEB_PORT": "0"}
    command = [sys.executable, "-m", "agents.cli", "worker", "clean"]
    ran = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=300, check=False)
    assert (ran.returncode, "hunter2" in ran.stdout + ran.stderr) == (1, False)


def test_who_has_no_secret_is_told_so():
    """An empty one is shown as empty: that it is missing must be seen."""
    assert "sasl_password=''" in repr(Settings())
