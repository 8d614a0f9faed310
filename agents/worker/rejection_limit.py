"""The limit on rejections: a bad deployment stops instead of sending the whole stream to `rejected`."""

from collections import deque

from streams.settings import Settings


class TooManyRejections(RuntimeError):  # noqa: N818 - said as the operator would
    """A stage rejects more than the settings allow; the worker stops."""


class RejectionLimit:
    """Counts a stage's latest outcomes against the settings' ratio and run length."""

    def __init__(self, stage: str, settings: Settings) -> None:
        self._stage = stage
        self._settings = settings
        self._latest: deque[bool] = deque(maxlen=max(1, settings.reject_window))
        self._rejected = 0
        self._run = 0

    def record(self, *, rejected: bool) -> None:
        """Take one outcome in.

        Raises
        ------
        TooManyRejections
            When this one exceeds a limit.
        """
        if len(self._latest) == self._latest.maxlen:
            self._rejected -= self._latest[0]
        self._latest.append(rejected)
        self._rejected += rejected
        self._run = self._run + 1 if rejected else 0
        settings = self._settings
        if settings.reject_run and self._run > settings.reject_run:
            raise TooManyRejections(
                f"{self._stage} rejected {self._run} records in a row (reject_run={settings.reject_run}); "
                "see `rasid rejected list`, mend the cause or raise RASID_REJECT_RUN"
            )
        if len(self._latest) == self._latest.maxlen and self._rejected > settings.reject_ratio * len(self._latest):
            raise TooManyRejections(
                f"{self._stage} rejected {self._rejected} of its last {len(self._latest)} records "
                f"(reject_ratio={settings.reject_ratio}); see `rasid rejected list`, mend the cause or raise "
                "RASID_REJECT_RATIO"
            )
