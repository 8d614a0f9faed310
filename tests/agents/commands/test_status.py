"""`rasid status --watch`: looking again and again."""

from collections.abc import Iterator

import orjson
import pytest
from aiokafka.errors import KafkaConnectionError
from click.testing import CliRunner

from agents.cli import main
from agents.commands import status as command
from streams.settings import Settings
from streams.status import Member, Status


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
