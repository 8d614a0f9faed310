"""`rasid status --watch`: looking again and again."""

import io
from collections.abc import Iterator

import msgspec
import orjson
import pytest
from aiokafka.errors import KafkaConnectionError
from click.testing import CliRunner
from rich.console import Console

from agents.cli import main
from agents.commands import status as command
from streams.settings import Settings
from streams.status import Member, StageStatus, Status


def standing(rejected: int) -> Status:
    return Status(
        brokers=["kafka:9092"],
        prefix="p.",
        topics=20,
        missing=[],
        group="p.worker",
        group_state="Stable",
        members=[Member(host="here", partitions={"pages": [0, 1]})],
        stages=[],
        tables=[],
        rejected=rejected,
        last_rejection=None,
    )


@pytest.fixture
def _three_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: Iterator[Status | BaseException] = iter(
        [standing(0), KafkaConnectionError("gone"), standing(2), KeyboardInterrupt()]
    )

    async def look(_: Settings) -> Status:
        found = next(looks)
        if isinstance(found, BaseException):
            raise found
        return found

    monkeypatch.setattr(command, "look", look)
    monkeypatch.setattr(command, "WATCH_SECONDS", 0)


@pytest.mark.usefixtures("_three_looks")
def test_watching_as_json_gives_an_object_a_look():
    """One line each until Ctrl-C, also while no broker answers."""
    ran = CliRunner().invoke(main, ["status", "--watch", "--json", "--broker", "kafka:9092"])
    lines = [orjson.loads(line) for line in ran.stdout.splitlines()]
    assert ([line.get("rejected") for line in lines], ran.exit_code) == ([0, None, 2], 1)
    assert (lines[0]["members"], "gone" in lines[1]["error"]) == (
        [{"host": "here", "partitions": {"pages": [0, 1]}}],
        True,
    )


@pytest.mark.usefixtures("_three_looks")
def test_watching_shows_the_latest_look():
    """The last picture stands there when Ctrl-C has ended it, and no traceback."""
    ran = CliRunner().invoke(main, ["status", "--watch", "--broker", "kafka:9092"])
    assert ("1, stable: here (2 partitions)" in ran.stdout, "Traceback" in ran.output, ran.exit_code) == (
        True,
        False,
        1,
    )


def test_stages_and_lags_stay_whole_at_sixty_columns():
    """Topics, stages and numbers are read off as they are, and no line is longer than the terminal."""
    names = (("pages", ["clean"]), ("trend-mentions", ["trend"]), ("enriched", ["group", "alert"]))
    stages = [
        StageStatus(
            topic=topic,
            read_by=read_by,
            lag=12_345,
            written_per_second=40.5,
            finished_per_second=38.25,
            oldest_unfinished="2026-03-01T10:30:00.000Z",
        )
        for topic, read_by in names
    ]
    found = msgspec.structs.replace(standing(0), stages=stages)
    out = Console(file=io.StringIO(), width=60)
    out.print(command.picture(found, 60))
    shown = out.file.getvalue()
    words = {"trend-mentions", "clean", "12,345", "40.5", "38.2", "ago"}
    assert (words - set(shown.split()), "…" in shown) == (set(), False)
    assert [line for line in shown.splitlines() if len(line) > 60] == []
