"""From the topic alerts into the outbox, and from there to the channels, each by itself."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import apprise
from aiokafka import AIOKafkaConsumer, TopicPartition

from agents.alert.rules import Channel
from agents.alert.rules_file import LiveRules
from agents.notify.message import write
from agents.notify.outbox import Due, Outbox
from streams import metrics
from streams.kafka_client import reading
from streams.records.alerts import Alert
from streams.records.codec import Codec
from streams.rejection import Reject
from streams.settings import Settings, SettingsError

log = logging.getLogger(__name__)
LOOK_SECONDS = 0.5
"""Between two looks for messages whose time has come."""
SEND_SECONDS = 30.0
"""How long one message may take."""
Send = Callable[[Channel, str, str], Awaitable[bool]]
"""Sends a title and a text to a channel; whether it went."""


async def send(channel: Channel, title: str, body: str) -> bool:
    """Send a message by apprise.

    Raises
    ------
    SettingsError
        When apprise does not know the channel's address.
    """
    outward = apprise.Apprise()
    if not outward.add(address(channel)):
        raise SettingsError(f"channel {channel.id!r}: apprise knows no such address; see its list of services")
    return bool(await outward.async_notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT))


def address(channel: Channel) -> str:
    """Return a channel's address, from its file where it stands in one.

    Raises
    ------
    SettingsError
        When the file cannot be read.
    """
    if channel.url is not None:
        return channel.url
    try:
        return Path(channel.url_file or "").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"channel {channel.id!r}: {channel.url_file} cannot be read: {error}") from error


async def collect(settings: Settings, live: LiveRules, outbox: Outbox) -> None:
    """Take alerts into the outbox, for ever; the first time from those on that come now."""
    codec = Codec(Alert)
    topic = settings.topic("alerts")
    known = outbox.offsets()
    consumer = AIOKafkaConsumer(**reading(settings))
    await consumer.start()
    try:
        partitions = [TopicPartition(topic, number) for number in range(settings.entity_partitions)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        for tp in partitions:
            consumer.seek(tp, known.get(tp.partition, ends[tp]))
            if tp.partition not in known:
                outbox.take(tp.partition, ends[tp], [], 0.0)
        async for record in consumer:
            try:
                alert = codec.decode(record.value)
            except Reject as reject:
                log.warning("%s[%d] %d is no alert: %s", topic, record.partition, record.offset, reject.detail)
                outbox.take(record.partition, record.offset + 1, [], 0.0)
                continue
            live.refresh()
            outbox.take(record.partition, record.offset + 1, messages(alert, live.rules.channel), time.time())
    finally:
        await consumer.stop()


def messages(alert: Alert, channels: Sequence[Channel]) -> list[Due]:
    """Return an alert's messages: one for each channel that it names, of all where it names none."""
    message = write(alert)
    wanted = [channel.id for channel in channels if not alert.channels or channel.id in alert.channels]
    return [Due(alert.id, channel, message.title, message.body, 0) for channel in wanted]


class Delivery:
    """Sends what is due, each channel by itself, so that one that fails or hangs holds up no other.

    Parameters
    ----------
    live
        The rules and channels as they are now.
    outbox
        What is to be sent.
    send_one
        Sends a message.
    """

    def __init__(self, live: LiveRules, outbox: Outbox, send_one: Send = send) -> None:
        self._live = live
        self._outbox = outbox
        self._send = send_one
        self._busy: set[str] = set()

    async def run(self) -> None:
        """Send what is due, for ever."""
        async with asyncio.TaskGroup() as group:
            while True:
                self.start(group, time.time())
                await asyncio.sleep(LOOK_SECONDS)

    def start(self, group: asyncio.TaskGroup, now: float) -> None:
        """Have each channel that has messages whose time has come, and is not at it already, send them."""
        self._live.refresh()
        for channel in self._outbox.due_channels(now):
            if channel not in self._busy:
                self._busy.add(channel)
                group.create_task(self._deliver(channel, now))
        for channel, counts in self._outbox.counts().items():
            metrics.NOTIFY_WAITING.labels(channel).set(counts["waiting"])

    async def _deliver(self, channel_id: str, now: float) -> None:
        """Send a channel's messages, the longest waiting first, until one does not get through."""
        channel = next((one for one in self._live.rules.channel if one.id == channel_id), None)
        for message in self._outbox.due(channel_id, now):
            if not await self._went(channel, message):
                break
        self._outbox.forget()
        self._busy.discard(channel_id)

    async def _went(self, channel: Channel | None, message: Due) -> bool:
        """Try a message, and note what came of it; return whether its channel can be tried further."""
        reason = "no channel has this id any more" if channel is None else "the service refused it"
        went = False
        try:
            async with asyncio.timeout(SEND_SECONDS):
                went = channel is not None and await self._send(channel, message.title, message.body)
        except SettingsError as error:
            reason = str(error)
        except Exception as error:  # noqa: BLE001 - whatever a service does, the others go on
            reason = type(error).__name__  # its text may hold the address, and that a password
        if went:
            self._outbox.sent(message)
            log.info("%s: sent to %s", message.alert, message.channel)
        elif self._outbox.failed(message, time.time()):
            log.error("%s: given up for %s: %s", message.alert, message.channel, reason)
        else:
            log.warning("%s: not sent to %s, try %d: %s", message.alert, message.channel, message.attempts + 1, reason)
        metrics.NOTIFY_TRIES.labels(message.channel, "sent" if went else "failed").inc()
        return went
