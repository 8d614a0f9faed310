"""Every metric, declared once: name, type, unit, meaning."""

from prometheus_client import Counter, Gauge, Histogram, Info

from streams.version import __version__

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
CONNECTED = Gauge("rasid_broker_connected", "1 while the worker has a connection to a broker, else 0")
REBALANCES = Counter("rasid_rebalances", "Times that the worker was given partitions anew")
BATCH_RECORDS = Histogram(
    "rasid_stage_batch_records", "Records that a stage takes at once", ["stage"], buckets=(1, 2, 4, 8, 16, 32, 64, 128)
)
BUILD = Info("rasid_build", "The version of Rasid that runs")
BUILD.info({"version": __version__})
