"""What a worker notes of each batch of a stage: its size and time, metrics, and rejections against their limit."""

from collections.abc import Sequence

from agents.worker.batches import BatchSize
from agents.worker.rejection_limit import RejectionLimit
from streams import metrics
from streams.rejection import Reject
from streams.settings import Settings


class Bookkeeping:
    """One stage's books."""

    def __init__(self, stage: str, settings: Settings, batch_seconds: float | None = None) -> None:
        self.batch_size = BatchSize(settings.batch_size, batch_seconds or settings.batch_ms / 1000)
        self._stage = stage
        self._limit = RejectionLimit(stage, settings)

    def note(self, seconds: float, records: int, rejections: Sequence[Reject]) -> None:
        """Note a batch: how long the stage's function took for so many records, and which of them it rejected.

        Raises
        ------
        TooManyRejections
            When the stage rejects more than the settings allow.
        """
        self.batch_size.took(seconds, records)
        metrics.STAGE_SECONDS.labels(self._stage).observe(seconds)
        metrics.BATCH_RECORDS.labels(self._stage).observe(records)
        metrics.PROCESSED.labels(self._stage).inc(records)
        for _ in range(records - len(rejections)):
            self._limit.record(rejected=False)
        for rejection in rejections:
            metrics.REJECTED.labels(self._stage, rejection.reason).inc()
            self._limit.record(rejected=True)
