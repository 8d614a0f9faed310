"""What was read from the topics, handed to who listens."""

import time

from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.model.records import Told
from streams import metrics


def take(told: Told, hub: Hub, status: Status) -> None:
    """Hand what was read to who listens, and show how reading goes."""
    if told.positions:
        status.version += 1
        status.changed_at = int(time.time())
        hub.publish(told.events, {(topic, partition): at for topic, partition, at in told.positions})
        if not told.is_whole:
            hub.tell_gap()
    status.looked = time.monotonic()
    status.behind, status.pipeline = told.behind, told.pipeline
    for topic, count in told.behind.items():
        metrics.DASHBOARD_LAG.labels(topic).set(count)
    for counter, counts in ((metrics.DASHBOARD_APPLIED, told.applied), (metrics.DASHBOARD_REFUSED, told.refused)):
        for topic, count in counts.items():
            counter.labels(topic).inc(count)
