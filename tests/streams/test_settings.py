"""Settings from flags, the environment and `.env`."""

from pathlib import Path

import pytest

from streams.settings import Origin, Settings, SettingsError, describe, explain, load


def test_flags_before_environment_before_file(tmp_path: Path):
    """A flag goes before the environment, that before the file, that before the default; each says where it is from."""
    env_file = tmp_path / ".env"
    env_file.write_text("RASID_PREFIX=file.\nRASID_BATCH_SIZE=3\nRASID_IN_FLIGHT=9\n")
    found = explain({"prefix": "flag."}, {"RASID_PREFIX": "env.", "RASID_BATCH_SIZE": "4"}, env_file)
    assert found["prefix"] == Origin("flag.", "flag")
    assert found["batch_size"] == Origin(4, "environment: RASID_BATCH_SIZE")
    assert found["in_flight"] == Origin(9, f"{env_file}: RASID_IN_FLIGHT")
    assert found["linger_ms"].source == "default"


def test_kafka_bootstrap_servers_names_the_broker():
    """KAFKA_BOOTSTRAP_SERVERS sets the broker unless RASID_BROKER does."""
    assert load(environ={"KAFKA_BOOTSTRAP_SERVERS": "k:1"}, env_file=None).broker == "k:1"
    both = {"KAFKA_BOOTSTRAP_SERVERS": "k:1", "RASID_BROKER": "r:1"}
    assert load(environ=both, env_file=None).broker == "r:1"


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"RASID_BATCH_SIZE": "many"}, "batch_size .*'many' is not a whole number"),
        ({"RASID_COMPRESSION": "rar"}, "compression"),
        ({"RASID_IN_FLIGHT": "257"}, "in_flight.*256"),
        ({"RASID_WEB_PORT": "-1"}, "web_port"),
        ({"RASID_TIMEZONE": "Cairo"}, "timezone .*'Cairo' is no time zone"),
        ({"RASID_TIMEZONE": "Asia"}, "timezone"),
        ({"RASID_TIMEZONE": "../x"}, "timezone"),
        ({"RASID_BROKR": "x:1"}, "names no setting; is RASID_BROKER meant"),
        ({"RASID_QXZ": "1"}, "names no setting; `rasid settings` lists them"),
    ],
)
def test_wrong_values_are_named(environ: dict[str, str], said: str):
    """A value of another type, an unknown choice and a misspelt name are errors that name the setting."""
    with pytest.raises(SettingsError, match=said):
        load(environ=environ, env_file=None)


def test_every_setting_says_what_it_means():
    """Each field has a type in words and a meaning."""
    assert all(all(describe(field)) for field in Settings.__struct_fields__)


def test_a_secret_from_a_file(tmp_path: Path):
    """A password may stand in a file, as containers hand secrets over; the line break at its end is no part of it."""
    (tmp_path / "password").write_text("s3cret word\n", encoding="utf-8")
    found = explain(environ={"RASID_SASL_PASSWORD_FILE": str(tmp_path / "password")}, env_file=None)["sasl_password"]
    assert found == ("s3cret word", "environment: RASID_SASL_PASSWORD_FILE")


def test_a_secret_s_file_that_is_not_there(tmp_path: Path):
    """A file that cannot be read is an error that names the variable."""
    with pytest.raises(SettingsError, match="RASID_SASL_PASSWORD_FILE"):
        load(environ={"RASID_SASL_PASSWORD_FILE": str(tmp_path / "none")}, env_file=None)


def test_a_broker_that_is_none():
    """A broker that no client could read is an error before anything connects."""
    with pytest.raises(SettingsError, match="write host:port"):
        load({"broker": "http://kafka"}, environ={}, env_file=None)


@pytest.mark.parametrize("prefix", ["é", "a b.", "news/", "x" * 201])
def test_a_prefix_that_no_topic_can_have(prefix: str):
    """It is said before anything connects, and not by the broker."""
    with pytest.raises(SettingsError, match="in front of a topic's name"):
        load({"prefix": prefix}, environ={}, env_file=None)


def test_a_choice_that_is_none():
    """A value that is not among a setting's choices is told which there are."""
    with pytest.raises(SettingsError, match="'loud' is none of debug, info, warning, error"):
        load({"log_level": "loud"}, environ={}, env_file=None)


def test_a_file_of_variables_in_another_encoding(tmp_path: Path):
    """It is refused with its name."""
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"RASID_PREFIX=\xe9.\n")
    with pytest.raises(SettingsError, match=r"\.env: not UTF-8 at byte 13"):
        load(environ={}, env_file=env_file)
