"""A process beside the worker's: it answers as the function itself would, says what is wrong, and is left by nobody."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from agents.table_stage import Answer
from agents.worker import beside
from agents.worker.beside import Beside, BesideEndedError, pays
from streams import metrics
from streams.rejection import Reason, Reject
from streams.settings import Settings, SettingsError


def shouting(settings: Settings) -> Answer:
    """Return what answers in capitals, and refuses what is empty."""
    if settings.lexicon_extra:
        raise SettingsError(f"lexicon_extra: {settings.lexicon_extra}: line 3 has no name")

    def answer(questions: Sequence[bytes]) -> list[bytes | Reject]:
        return [question.upper() or Reject(Reason.NO_TEXT, "empty") for question in questions]

    return answer


def test_it_answers_in_order():
    """Values and rejections come back as the function gave them, large ones too."""
    process = Beside(shouting, Settings())
    large = b"a" * 3_000_000
    answers = asyncio.run(process.answer([b"one", b"", large]))
    (memory,) = (sample.value for family in metrics.BESIDE_BYTES.collect() for sample in family.samples)
    process.close()
    assert (memory > 1_000_000, process.resident_bytes()) == (True, 0)
    refused = answers[1]
    assert isinstance(refused, Reject)
    assert (answers[0], refused.reason, refused.detail, answers[2]) == (
        b"ONE",
        Reason.NO_TEXT,
        "empty",
        large.upper(),
    )


def test_what_cannot_be_loaded_is_said():
    """What is wrong with a user's file is an error of the worker's own, in the same words."""
    with pytest.raises(SettingsError, match="line 3 has no name"):
        Beside(shouting, Settings(lexicon_extra="own.json"))


def test_one_that_was_killed_is_an_error():
    """The worker learns of it with the next question, so that nothing is taken as answered."""
    process = Beside(shouting, Settings())
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(BesideEndedError, match="-9"):
        asyncio.run(process.answer([b"one"]))


def test_it_ends_with_a_worker_that_was_killed():
    """A worker that ends without a word leaves no process behind."""
    program = (
        "import signal, time\nfrom agents.worker.beside import Beside\nfrom streams.settings import Settings\n"
        "from tests.agents.worker.test_beside import shouting\n"
        "print(Beside(shouting, Settings()).pid, flush=True)\nsignal.pause()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        pid = int(worker.stdout.readline())
        was_there = Path(f"/proc/{pid}").exists()
        worker.kill()
    until = time.monotonic() + 30
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert (was_there, Path(f"/proc/{pid}").exists()) == (True, False)


@pytest.mark.parametrize(
    ("setting", "cores", "quota", "expected"),
    [
        ("auto", 2, "max 100000", True),
        ("auto", 2, "150000 100000", False),
        ("auto", 1, "max 100000", False),
        ("on", 1, "max 100000", True),
        ("off", 8, "max 100000", False),
    ],
)
def test_it_pays_where_there_are_two_cores(  # noqa: PLR0913, PLR0917 - one for each column
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, cores: int, quota: str, expected: bool
):
    """By default where the worker may use two cores or more, which a container may not even where there are many."""
    (tmp_path / "cpu.max").write_text(quota)
    monkeypatch.setattr(beside, "CPU_QUOTA", tmp_path / "cpu.max")
    monkeypatch.setattr(beside.os, "sched_getaffinity", lambda _: set(range(cores)))
    assert pays(Settings(tag_beside=setting)) is expected
