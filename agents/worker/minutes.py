"""A line in the log each minute that says what the worker did in it."""

import logging
from collections.abc import Iterable

import faust
from prometheus_client import Counter

from streams import metrics

log = logging.getLogger(__name__)
SECONDS = 60.0


def register(app: faust.App, stages: Iterable[str]) -> None:
    """Have the app say each minute what its stages did, in the order given; a minute without any is passed over."""
    order = list(stages)
    before = (totals(metrics.PROCESSED), totals(metrics.REJECTED))

    @app.timer(interval=SECONDS, name="minutes")  # type: ignore[untyped-decorator] # Faust's
    async def say() -> None:
        nonlocal before
        after = (totals(metrics.PROCESSED), totals(metrics.REJECTED))
        processed, rejected = (_difference(old, new) for old, new in zip(before, after, strict=True))
        before = after
        if any(processed.values()):
            log.info("%s", sentence(processed, rejected, order))


def totals(counter: Counter) -> dict[str, int]:
    """Return a counter's total by stage."""
    found: dict[str, int] = {}
    for metric in counter.collect():
        for sample in metric.samples:
            if sample.name.endswith("_total"):
                found[sample.labels["stage"]] = found.get(sample.labels["stage"], 0) + int(sample.value)
    return found


def _difference(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {stage: count - before.get(stage, 0) for stage, count in after.items()}


def sentence(processed: dict[str, int], rejected: dict[str, int], order: list[str]) -> str:
    """Return what the stages did in a minute: `clean 640 (2 rejected), tag_entities 638 records in the last minute`.

    Parameters
    ----------
    processed, rejected
        Records by stage.
    order
        The stages' names, as they are to be named; others follow.
    """
    stages = sorted(processed, key=lambda stage: order.index(stage) if stage in order else len(order))
    parts = [
        f"{stage} {processed[stage]:,}" + (f" ({rejected[stage]:,} rejected)" if rejected.get(stage) else "")
        for stage in stages
        if processed[stage]
    ]
    return f"{', '.join(parts)} records in the last minute"
