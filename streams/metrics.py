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
RULES_REFUSED = Counter("rasid_alert_rules_refused", "Times that the file of alert rules had changed and was wrong")
CONNECTED = Gauge("rasid_broker_connected", "1 while the worker has a connection to a broker, else 0")
BESIDE_BYTES = Gauge(
    "rasid_beside_resident_memory_bytes", "Memory of the process that tags entities beside the worker; 0: none does"
)
REBALANCES = Counter("rasid_rebalances", "Times that the worker was given partitions anew")
BATCH_RECORDS = Histogram(
    "rasid_stage_batch_records", "Records that a stage takes at once", ["stage"], buckets=(1, 2, 4, 8, 16, 32, 64, 128)
)
PAGE_SECONDS = Histogram(
    "rasid_page_seconds",
    "Seconds from a page's Kafka timestamp until its record on a topic is committed: to enriched is the whole way",
    ["topic"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0),
)
OUTLET_PAGES = Counter(
    "rasid_outlet_pages",
    "Pages that came out as enriched, by outlet: the first 100 that a worker meets, the others together as `other`",
    ["outlet"],
)
TABLE_KEYS = Gauge(
    "rasid_table_keys",
    "Keys of a table partition that the worker owns; on disk estimated, and more by what is not merged yet",
    ["topic", "partition"],
)
TABLE_BYTES = Gauge("rasid_table_bytes", "Bytes of such a partition: of values, or on disk", ["topic", "partition"])
RESTORED = Counter("rasid_table_restored_records", "Records that were read to restore tables", ["topic"])
RESTORE_LEFT = Gauge(
    "rasid_table_restore_left_records", "Offsets that are not read yet to restore a partition", ["topic", "partition"]
)
RESTORE_SECONDS = Histogram(
    "rasid_table_restore_seconds",
    "Seconds that restoring a table partition took",
    ["topic"],
    buckets=(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0),
)
STOPPED = Counter(
    "rasid_worker_stopped", "Times that the worker has stopped with an error, a topic made anew among them", ["reason"]
)
BUILD = Info("rasid_build", "The version of Rasid that runs")
BUILD.info({"version": __version__})

DASHBOARD_APPLIED = Counter("rasid_dashboard_records_applied", "Records that the read model holds", ["topic"])
DASHBOARD_REFUSED = Counter(
    "rasid_dashboard_records_refused", "Records of an output topic that the read model could not read", ["topic"]
)
DASHBOARD_LAG = Gauge("rasid_dashboard_lag_records", "Offsets that the read model has not read", ["topic"])
DASHBOARD_SECONDS = Histogram(
    "rasid_dashboard_request_seconds",
    "Seconds until the API has answered",
    ["status"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5),
)
DASHBOARD_CLIENTS = Gauge("rasid_dashboard_stream_clients", "Clients that listen to the live stream")
DASHBOARD_DROPPED = Counter("rasid_dashboard_stream_dropped", "Clients of the live stream that were too slow")
DASHBOARD_OUTLET_ARTICLES = Gauge(
    "rasid_dashboard_outlet_articles_last_hour",
    "Articles of an outlet that were received within the last hour, of the 50 outlets with most articles",
    ["outlet"],
)
DASHBOARD_OUTLET_AGE = Gauge(
    "rasid_dashboard_outlet_age_seconds", "Seconds since the last article of such an outlet was received", ["outlet"]
)
DASHBOARD_TRENDS = Gauge(
    "rasid_dashboard_trends", "Trends of the last 24 hours, by what they are of", ["kind", "direction"]
)
NOTIFY_TRIES = Counter("rasid_notify_tries", "Tries to send an alert, by what came of them", ["channel", "outcome"])
NOTIFY_WAITING = Gauge("rasid_notify_waiting_messages", "Messages that are still to be sent", ["channel"])
