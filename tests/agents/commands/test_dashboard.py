"""`rasid dashboard`: what it refuses before anything starts."""

import pytest
from click.testing import CliRunner

from agents.commands.dashboard import dashboard, is_loopback


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - that is the test
        ("::", False),
        ("192.168.1.5", False),
        ("news.example.org", False),
        ("localhost.evil.example", False),
    ],
)
def test_loopback_is_told_by_the_address(host, expected):
    """A name is trusted only when it is localhost itself."""
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--host", "0.0.0.0"], "RASID_API_TOKEN"),  # noqa: S104 - that is the test
        (["--memory", "--store", "x"], "take one of them"),
        (["--port", "0"], "--port"),
        (["--days", "0"], "--days"),
    ],
)
def test_what_cannot_be_is_said_at_once(flags, said, tmp_path, monkeypatch):
    """In a line that says what to do; nothing is connected or made."""
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(dashboard, [*flags, "--data-dir", str(tmp_path / "data")])

    assert (ran.exit_code, said in ran.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_without_a_broker_it_says_what_to_do(tmp_path, monkeypatch):
    """As every command does."""
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(dashboard, ["--data-dir", str(tmp_path / "data")], env={"RASID_BROKER": ""})

    assert (ran.exit_code, "rasid kafka start" in ran.output) == (1, True)


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ([], {"folder": "dashboard", "days": 30, "port": 6070}),
        (["--memory"], {"folder": None}),
        (["--store", "elsewhere", "--days", "7"], {"folder": "elsewhere", "days": 7}),
        (["--rate", "5"], {"per_second": 5, "burst": 20}),
        (["--allow-origin", "https://a.example"], {"origins": {"https://a.example"}}),
        (["--allow-host", "News.Example"], {"hosts": {"localhost", "127.0.0.1", "[::1]", "news.example"}}),
    ],
)
def test_flags_are_what_they_say(flags, expected, tmp_path, monkeypatch):
    """Each reaches the dashboard that is run."""
    ran = []
    monkeypatch.setattr("agents.commands.dashboard.run", lambda _, **given: ran.append(given))
    monkeypatch.setattr("agents.commands.dashboard.check_port", lambda *_: None)
    CliRunner().invoke(
        dashboard, [*flags, "--broker", "127.0.0.1:1", "--data-dir", str(tmp_path)], catch_exceptions=False
    )
    (given,) = ran
    rules = given.pop("rules")
    folder = given["folder"]
    found = given | vars(rules) | {"folder": None if folder is None else folder.name}

    assert {name: found[name] for name in expected} == expected


def test_it_ends_with_what_reads_the_topics(tmp_path):
    """No broker is there: it says so by its exit code, without a stack of its own."""
    broker, port = "127.0.0.1:1", "6079"
    ran = CliRunner().invoke(dashboard, ["--broker", broker, "--port", port, "--data-dir", str(tmp_path)])

    assert (ran.exit_code, "has ended" in ran.output, "Traceback" in ran.output) == (1, True, False)
