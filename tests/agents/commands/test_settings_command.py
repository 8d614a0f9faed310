"""`rasid settings`."""

import orjson
from click.testing import CliRunner

from agents.cli import main
from streams.settings import Settings


def rasid(*arguments, env=None):
    """Call the command."""
    return CliRunner(env=env).invoke(main, arguments, prog_name="rasid")


def test_every_setting_is_shown_with_where_it_comes_from():
    """Flags go before the environment, that before the default."""
    ran = rasid("settings", "--json", "--prefix", "x.", env={"RASID_PREFIX": "y.", "KAFKA_BOOTSTRAP_SERVERS": "k:1"})
    shown = orjson.loads(ran.stdout)
    assert list(shown) == list(Settings.__struct_fields__)
    assert [(shown[n]["value"], shown[n]["from"]) for n in ("prefix", "broker", "batch_size")] == [
        ("x.", "flag"),
        ("k:1", "environment: KAFKA_BOOTSTRAP_SERVERS"),
        (Settings().batch_size, "default"),
    ]


def test_passwords_are_never_shown():
    """Neither in the table nor in JSON."""
    env = {"RASID_SASL_PASSWORD": "hunter2"}
    assert "hunter2" not in rasid("settings", env=env).output + rasid("settings", "--json", env=env).output


def test_a_wrong_value_is_named_with_its_source():
    """One line, no traceback."""
    ran = rasid("settings", env={"RASID_BATCH_SIZE": "many"})
    assert (ran.exit_code, "batch_size (environment: RASID_BATCH_SIZE)" in ran.output) == (1, True)
    assert rasid("settings", "--set", "no_such=1").exit_code == 2
    assert rasid("settings", "--set", "batch_size").exit_code == 2


def test_choices_are_named():
    """Whoever wants another value sees which there are."""
    assert "the least that is logged (debug, info, warning, error)" in rasid("settings").output
