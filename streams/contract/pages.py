"""The generated reference pages but for the records: topics, settings, metrics, reasons of rejection."""

from typing import Any

from prometheus_client.metrics import MetricWrapperBase

from streams import metrics, rejection
from streams.contract.markdown import code, page, table
from streams.contract.meanings import meanings
from streams.rejection import REPAIRS, Reason
from streams.settings import ALIASES, ENV_PREFIX, Settings, describe
from streams.topics import TOPICS, Topic

TYPES = {"str": "text", "int": "integer", "float": "number", "bool": "true, false"}
SUFFIXES = {"counter": "_total", "info": "_info"}
"""What Prometheus puts behind a name, by type."""
UNITS = ("seconds", "bytes", "records", "keys", "pages", "clients", "articles")
"""What metrics count or measure, as their names say it; others count themselves."""
NAMES = """\
Names stand without the prefix (`rasid.` unless RASID_PREFIX says otherwise). `rasid topics list` compares them with
the broker, `rasid topics apply` makes what is missing; a worker does so at its start. Partitions are those of the
default settings: "articles" follow article_partitions, "entities" follow entity_partitions."""
PARTITIONS = """\
Records with an article's or an entity's id as key are in the partition that
Kafka's own partitioner (murmur2) gives, so that every client finds them. Read with `isolation.level=read_committed`:
stages with a table write in transactions."""
SOURCES = f"""\
A setting is taken from a flag (`--set NAME=VALUE`; `--broker`, `--prefix` and `--data-dir` have flags of their own),
else from the environment variable that is `{ENV_PREFIX}` and the name in capitals, else from the file `.env` in the
current folder, else it has its default. A variable that begins with `{ENV_PREFIX}` and names no setting is an error.
`rasid settings` prints each value and where it comes from; passwords are never printed."""
SERVED = """\
Every worker serves them on `http://HOST:PORT/metrics` (web_host, web_port), beside those that the Prometheus client
gives of every Python process (`process_resident_memory_bytes` and others). Those that begin with `rasid_dashboard_`
come from `rasid dashboard` (`/metrics` of its port), those with `rasid_notify_` from
`rasid notify --metrics-port PORT`."""
LAG = """\
`topic` is the full name, prefix included. A worker reports the lag of the partitions that it owns; sum it over the
workers. The folder deploy/ has a Prometheus configuration, alert rules and a Grafana dashboard over these."""
REJECTED = """\
A page that cannot be used goes to the topic `rejected` with the stage, a reason code and the original; see
[Rejected](records.md#rejected). The rest of the stream flows on. How to look at them and try them again:
[operations](operations.md#rejected-pages)."""


def topics() -> str:
    """Return docs/topics.md."""
    settings = Settings()
    rows = [
        [
            code(topic.name),
            topic.meaning,
            topic.key,
            _record(topic),
            f"{topic.count(settings)} ({topic.partitions})"
            if topic.partitions != "larger"
            else str(topic.count(settings)),
            f"{topic.retention.days} days" if topic.retention else "latest of each key",
            ", ".join(topic.written_by),
            ", ".join(topic.read_by),
        ]
        for topic in TOPICS.values()
    ]
    head = ["topic", "what flows", "key", "record", "partitions", "kept", "written by", "read by"]
    return page(
        "Topics",
        NAMES,
        table(head, rows),
        PARTITIONS,
    )


def _record(topic: Topic) -> str:
    if topic.record is not None:
        return f"[{topic.record.__name__}](records.md#{topic.record.__name__.lower()})"
    return "its stage's own" if topic.cleanup == "compact" else "none yet"


def settings() -> str:
    """Return docs/settings.md."""
    defaults = Settings()
    rows: list[list[str]] = []
    tests: list[list[str]] = []
    for name in Settings.__struct_fields__:
        type_name, meaning = describe(name)
        row = [
            code(name),
            TYPES.get(type_name, type_name.replace("|", ", ")),
            _default(getattr(defaults, name)),
            meaning,
        ]
        (tests if name.startswith("unsafe_") else rows).append(row)
    aliases = ", ".join(
        f"{variable} is another name of {ENV_PREFIX}{name.upper()}" for name, variable in ALIASES.items()
    )
    head = ["setting", "type", "default", "meaning"]
    return page(
        "Settings",
        f"{SOURCES}\n{aliases}.",
        table(head, rows),
        "## For tests",
        "They take guards away. Never set them where counts matter.",
        table(head, tests),
    )


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return code(str(value)) if value != "" else ""


def declared_metrics() -> list[MetricWrapperBase]:
    """Return the metrics of streams/metrics.py, in their order."""
    return [value for value in vars(metrics).values() if isinstance(value, MetricWrapperBase)]


def metric_name(metric: MetricWrapperBase) -> str:
    """Return the name under which Prometheus stores a metric; a histogram's has _bucket, _sum and _count behind it."""
    described = next(iter(metric.describe()))
    return f"{described.name}{SUFFIXES.get(described.type, '')}"


def metrics_page() -> str:
    """Return docs/metrics.md."""
    rows = []
    for metric in declared_metrics():
        described = next(iter(metric.describe()))
        labels = metric._labelnames  # noqa: SLF001 - the library shows labels only with values
        unit = next((unit for unit in UNITS if unit in described.name), "")
        rows.append(
            [code(metric_name(metric)), described.type, unit, ", ".join(map(code, labels)), described.documentation]
        )
    return page(
        "Metrics",
        SERVED,
        table(["metric", "type", "unit", "labels", "meaning"], rows),
        LAG,
    )


def rejections() -> str:
    """Return docs/rejections.md."""
    said = meanings(rejection)["Reason"]
    return page(
        "Rejections and repairs",
        REJECTED,
        "## Reason codes",
        table(["reason", "meaning"], [[code(reason.value), said[reason.name]] for reason in Reason]),
        "## What is mended instead",
        "These are no reason to refuse a page.",
        table(["what is odd", "what becomes of it"], REPAIRS),
    )
