"""The suite's report: what it holds, and that an interrupted run goes on from it."""

from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.faults import suite
from tests.faults.cases.soak import growth
from tests.faults.ledger import Verdict
from tests.faults.scene import Result
from tests.faults.truth import pages

CASES = ("kill", "freeze", "without-seen")


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int]]:
    """Have the suite play nothing, and return what it would have played."""
    found: list[tuple[str, int]] = []

    def play(name: str, _: str, folder: Path, seed: int, options: Namespace) -> Result:
        folder.mkdir()
        found.append((name, seed))
        if len(found) == 2:
            raise KeyboardInterrupt
        wrong = {"counts of loc:egypt": "1 instead of 2"} if name == "freeze" else {}
        return Result(name, seed, Verdict(wrong, pushed=options.pages), 9.0, 44.0, 600)

    monkeypatch.setattr(suite, "_play", play)
    monkeypatch.setattr(suite.broker, "start", lambda _: SimpleNamespace(address="127.0.0.1:1"))
    monkeypatch.setattr(suite.broker, "stop", lambda _: None)
    monkeypatch.setattr(suite.tempfile, "mkdtemp", lambda **_: str(tmp_path_factory.mktemp("faults")))
    return found


def run(monkeypatch: pytest.MonkeyPatch, report: Path, *arguments: str) -> int:
    """Run the suite's command line."""
    cases = [part for case in CASES for part in ("--case", case)]
    monkeypatch.setattr("sys.argv", ["suite", "--report", str(report), "--pages", "100", *cases, *arguments])
    return suite.main()


def test_an_interrupted_suite_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, played: list[tuple[str, int]]):
    """What is in the report is not played again, its seed holds, and a wrong case makes the exit code 1."""
    report = tmp_path / "faults.json"
    interrupted = run(monkeypatch, report, "--seed", "7")
    code = run(monkeypatch, report)
    again = run(monkeypatch, report)
    assert played == [("kill", 7), ("freeze", 7), ("freeze", 7), ("without-seen", 7)]
    assert (interrupted, code, again) == (130, 1, 1)


def test_another_seed_begins_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, played: list[tuple[str, int]]):
    """A report of one seed is not gone on from with another."""
    report = tmp_path / "faults.json"
    for seed in ("7", "8"):
        monkeypatch.setattr("tests.faults.test_suite.CASES", ("kill",))
        played.clear()
        run(monkeypatch, report, "--seed", seed)
    assert played == [("kill", 8)]


def test_hours_go_round_with_other_seeds(monkeypatch: pytest.MonkeyPatch):
    """Every case is played once however short the time is; in what is left they go round with the next seeds."""
    clock = iter(range(0, 100_000, 400))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    once = list(suite._planned(7, ["kill", "cut"], 0.0))
    assert once == [("kill", 7), ("cut", 7)]
    assert list(suite._planned(7, ["kill", "cut"], 1.0))[:5] == [*once, ("kill", 8), ("cut", 8), ("kill", 9)]


def test_the_same_seed_makes_the_same_pages():
    """A case can be played again with just the pages that it had, and another seed gives others."""
    first, again, other = pages(100, 7), pages(100, 7), pages(100, 8)
    assert (first == again, first == other) == (True, False)


def test_table():
    """Runs of a case are one line: how many, how many right, the sums, and the worst."""
    runs = [Result("kill", seed, Verdict({}, pushed=600), 9.0 + seed, 44.0, 600, 3) for seed in (1, 2)]
    runs.append(Result("freeze", 1, Verdict({"page": "in 0 places"}, pushed=700), 3.0, 40.0, 500, 2))
    lines = [line.split() for line in suite.table(suite.Report(1, runs)).splitlines()[1:]]
    assert [(line[:4], line[-3:]) for line in lines] == [
        (["kill", "2", "2", "1200"], ["6", "11", "600"]),
        (["freeze", "1", "0", "700"], ["2", "3", "500"]),
    ]


def test_memory_that_grows_is_told_from_memory_that_warms_up():
    """What comes in the first third does not count, and a line through the rest says how much it is at its end."""
    warm = [(float(second), 100.0 + second) for second in range(100)]
    assert growth(warm + [(float(second), 200.0) for second in range(100, 300)]) == (pytest.approx(0.0), 200.0)
    assert growth([(float(second), second / 10) for second in range(301)])[0] == pytest.approx(20.0)
