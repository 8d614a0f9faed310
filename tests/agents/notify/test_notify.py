"""Alerts on their way to channels."""

import asyncio
from pathlib import Path

import pytest

from agents.alert.rules import Channel
from agents.alert.rules_file import LiveRules
from agents.notify.message import write
from agents.notify.outbox import MAX_ATTEMPTS, Due, Outbox
from agents.notify.run import Delivery, Send, address, messages
from streams.records.alerts import Alert, AlertArticle, AlertEvidence, AlertTrend
from streams.records.origin import Origin
from streams.settings import SettingsError

ORIGIN = Origin(topic="pages", partition=0, offset=0)
ARTICLE = AlertArticle(id="a", title="خبر", source="x.example", url="https://x.example/a")
RULES = '[[rule]]\nid = "r"\nphrases = ["x"]\n' + "".join(
    f'[[channel]]\nid = "{name}"\nurl = "json://localhost/{name}"\n' for name in ("good", "bad")
)


def alert(**fields) -> Alert:
    values = {
        "id": "r:a",
        "rule": "r",
        "kind": "article",
        "at": "2026-03-01T12:00:00Z",
        "origin": ORIGIN,
        "evidence": AlertEvidence(articles=[ARTICLE]),
    }
    return Alert(**values | fields)


@pytest.fixture
def live(tmp_path: Path) -> LiveRules:
    (tmp_path / "alerts.toml").write_text(RULES, encoding="utf-8")
    return LiveRules(tmp_path / "alerts.toml")


@pytest.fixture
def outbox(tmp_path: Path):
    box = Outbox(tmp_path / "deep" / "outbox.sqlite")
    yield box
    box.close()


def deliver(live: LiveRules, outbox: Outbox, send: Send) -> None:
    """Let each channel send what is due, once."""

    async def run() -> None:
        delivery = Delivery(live, outbox, send)
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            delivery.start(group, 1.0)

    asyncio.run(run())


def waiting(outbox: Outbox) -> dict[str, int]:
    return {channel: counts["waiting"] for channel, counts in outbox.counts().items()}


def test_a_message_says_what_and_where():
    """Title, outlet and address stand in it, and what was not said before."""
    message = write(alert(name="قناة", severity="warning", suppressed=3))
    assert message.title == "[warning] قناة"
    assert "- خبر (x.example) https://x.example/a" in message.body
    assert "3 times" in message.body


def test_a_trend_in_words():
    """Of a trend it says how many there were and how many were to be expected."""
    trend = AlertTrend(
        id="t", subject="loc:egypt", name="مصر", observed=9, expected=0.5, surprise=8.1, direction="rising"
    )
    body = write(alert(kind="trend", evidence=AlertEvidence(trend=trend))).body
    assert body.startswith("مصر is rising: 9 stories where 0.5 were to be expected")


def test_channels_of_an_alert(live: LiveRules):
    """An alert without channels goes to all, one with some to those."""
    to_all, to_one = alert(), alert(channels=["bad"])
    found = [[due.channel for due in messages(each, live.rules.channel)] for each in (to_all, to_one)]
    assert found == [["good", "bad"], ["bad"]]


def test_what_went_is_noted_and_what_did_not_is_tried_again(live: LiveRules, outbox: Outbox):
    """Nothing goes twice, and failures are counted by channel."""
    calls: list[str] = []

    async def send(channel: Channel, title: str, body: str) -> bool:
        calls.append(channel.id)
        return channel.id == "good" and bool(title and body)

    outbox.take(0, 1, messages(alert(), live.rules.channel), 0.0)
    outbox.take(0, 1, messages(alert(), live.rules.channel), 0.0)
    deliver(live, outbox, send)
    deliver(live, outbox, send)
    assert sorted(calls) == ["bad", "good"]
    assert outbox.counts() == {
        "bad": {"waiting": 1, "sent": 0, "failed": 1, "given up": 0},
        "good": {"waiting": 0, "sent": 1, "failed": 0, "given up": 0},
    }


def test_a_channel_that_fails_holds_up_no_other(live: LiveRules, outbox: Outbox):
    """However much waits for it."""

    async def send(channel: Channel, title: str, body: str) -> bool:
        return channel.id == "good" and bool(title and body)

    for number in range(120):
        outbox.take(0, number, messages(alert(id=f"r:{number}", channels=["bad"]), live.rules.channel), 0.0)
    outbox.take(0, 120, messages(alert(channels=["good"]), live.rules.channel), 1.0)
    deliver(live, outbox, send)
    assert waiting(outbox) == {"bad": 120, "good": 0}


def test_a_channel_that_hangs_holds_up_no_other(live: LiveRules, outbox: Outbox):
    """What comes for another meanwhile goes at once."""
    went: list[str] = []

    async def run() -> None:
        both_went = asyncio.Event()

        async def send(channel: Channel, title: str, body: str) -> bool:
            if channel.id == "bad":
                await both_went.wait()
            went.append(channel.id)
            if len(went) == 2:
                both_went.set()
            return bool(title and body)

        delivery = Delivery(live, outbox, send)
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for number in (1, 2):
                outbox.take(0, number, messages(alert(id=f"r:{number}"), live.rules.channel), 0.0)
                while len(went) < number:
                    delivery.start(group, 1.0)
                    await asyncio.sleep(0)

    asyncio.run(run())
    assert went == ["good", "good", "bad"]


def test_a_mended_address_is_taken_without_a_new_alert(live: LiveRules, outbox: Outbox, tmp_path: Path):
    """The file is looked at whenever something may be due."""
    used: list[str | None] = []

    async def send(channel: Channel, title: str, body: str) -> bool:
        used.append(channel.url)
        return bool(title and body)

    outbox.take(0, 1, messages(alert(channels=["good"]), live.rules.channel), 0.0)
    (tmp_path / "alerts.toml").write_text(RULES.replace("localhost/good", "localhost/mended"), encoding="utf-8")
    deliver(live, outbox, send)
    assert used == ["json://localhost/mended"]


def test_the_log_has_no_address(live: LiveRules, outbox: Outbox, caplog: pytest.LogCaptureFixture):
    """An error's text may hold one with its token: only what kind of error it was is told."""

    async def send(channel: Channel, title: str, body: str) -> bool:
        raise ConnectionError(f"{channel.id}{title}{body}: cannot reach https://hooks.example/t0ken")

    outbox.take(0, 1, messages(alert(), live.rules.channel), 0.0)
    with caplog.at_level("WARNING", logger="agents.notify.run"):
        deliver(live, outbox, send)
    assert ("ConnectionError" in caplog.text, "t0ken" in caplog.text) == (True, False)


def test_an_outbox_outlives_its_process(tmp_path: Path):
    """What was sent, and where to go on, stands in the file."""
    first = Outbox(tmp_path / "o.sqlite")
    first.take(3, 8, [Due("r:a", "good", "t", "b", 0)], 0.0)
    first.sent(first.due("good", 1.0)[0])
    first.close()
    second = Outbox(tmp_path / "o.sqlite")
    second.take(3, 9, [Due("r:a", "good", "t", "b", 0)], 0.0)
    found = second.offsets(), second.due("good", 1.0), second.counts()["good"]["sent"]
    second.close()
    assert found == ({3: 9}, [], 1)


def test_a_message_is_given_up_in_the_end(outbox: Outbox):
    """After so many tries a message is no longer tried."""
    outbox.take(0, 1, [Due("r:a", "good", "t", "b", 0)], 0.0)
    gave_up = [outbox.failed(outbox.due("good", 1e12)[0], 0.0) for _ in range(MAX_ATTEMPTS)]
    assert (gave_up[-1], any(gave_up[:-1]), outbox.due("good", 1e12)) == (True, False, [])
    assert outbox.counts()["good"] == {"waiting": 0, "sent": 0, "failed": MAX_ATTEMPTS, "given up": 1}


def test_an_address_in_a_file(tmp_path: Path):
    """A channel's address may stand in a file; one that is not there is an error that names the channel."""
    (tmp_path / "url").write_text("json://localhost\n", encoding="utf-8")
    found = address(Channel(id="c", url_file=str(tmp_path / "url")))
    with pytest.raises(SettingsError, match="channel 'c'"):
        address(Channel(id="c", url_file=str(tmp_path / "none")))
    assert found == "json://localhost"
