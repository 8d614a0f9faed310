"""Every metric, declared once: name, type, unit, meaning."""

from prometheus_client import Counter, Gauge, Histogram

PROCESSED = Counter("rasid_records_processed", "Records that a stage has taken through its function", ["stage"])
REJECTED = Counter("rasid_records_rejected", "Records that a stage has sent to rejected", ["stage", "reason"])
STAGE_SECONDS = Histogram("rasid_stage_batch_seconds", "Seconds that a stage's function takes for a batch", ["stage"])
COMMIT_SECONDS = Histogram("rasid_table_commit_seconds", "Seconds that a table's transaction takes", ["stage"])
LOST = Counter(
    "rasid_records_lost",
    "Offsets of an input partition that were deleted before they were read",
    ["topic", "partition"],
)
LAG = Gauge("rasid_lag_records", "Offsets of an input partition that are not finished", ["topic", "partition"])
