"""One settings object: every field with its unit and default, from flags, the environment, `.env`, else the default."""

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import dotenv
import msgspec

from streams import broker_address

ENV_PREFIX = "RASID_"
ALIASES = {"broker": "KAFKA_BOOTSTRAP_SERVERS"}
"""Other environment variables that set a field, after the field's own."""
SECRET = frozenset({"sasl_password", "ssl_key_password", "api_token"})
"""Fields that are never printed, and that a file may hold: RASID_SASL_PASSWORD_FILE names it."""
HIDDEN = "*****"
"""What is shown of them."""
FILE_SUFFIX = "_FILE"
FILES = frozenset(f"{ENV_PREFIX}{field.upper()}{FILE_SUFFIX}" for field in SECRET)
"""Environment variables that name such files."""

AT_LEAST_0, AT_LEAST_1 = msgspec.Meta(ge=0), msgspec.Meta(ge=1)
LEAST_REQUEST_BYTES = 8_000_000
"""Whatever stands in pages, rows of tables and rejections are smaller."""
MOST_ID_BYTES = 600
"""Rows of tables hold thousands of ids, and every derived record has one as its key."""
PORT, SHARE = msgspec.Meta(ge=0, le=65_535), msgspec.Meta(ge=0, le=1)
WITHIN_SEEN = msgspec.Meta(ge=1, le=256)
"""More in flight than this, over three stages, could put records out of the order that streams/seen.py can tell."""


MAX_PREFIX_CHARACTERS = 200
"""Kafka's names have 249 at most, and topics and groups have theirs behind the prefix."""
_PREFIX = re.compile(rf"[A-Za-z0-9._-]{{0,{MAX_PREFIX_CHARACTERS}}}")


class SettingsError(ValueError):
    """A setting, or a file that one names, is not as it can be; the message names it and where it came from."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be set. `RASID_` and a field's name in capitals is its environment variable."""

    broker: Annotated[str, "Kafka's bootstrap servers, host:port, comma-separated; empty: the local Kafka"] = ""
    prefix: Annotated[str, "in front of every topic, consumer group and transactional id"] = "rasid."
    data_dir: Annotated[str, "where the local Kafka keeps its data, and workers their state files"] = ".rasid"
    store: Annotated[
        Literal["rocksdb", "memory"], "where workers keep their tables: on disk under data_dir, or all in memory"
    ] = "rocksdb"
    store_memory_mb: Annotated[int, "MB that RocksDB may take in a worker: blocks and latest writes", AT_LEAST_1] = 32
    state_cache_mb: Annotated[int, "MB that decoded states of all tables may take in a worker", AT_LEAST_1] = 16
    article_partitions: Annotated[
        int, "partitions of pages, articles, tagged, enriched and what follows articles", AT_LEAST_1
    ] = 8
    entity_partitions: Annotated[int, "partitions of mentions and entity-counts", AT_LEAST_1] = 8
    replication_factor: Annotated[int, "copies of each partition when topics are made", AT_LEAST_1] = 1

    security_protocol: Annotated[
        Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"], "how to speak to the broker"
    ] = "PLAINTEXT"
    sasl_mechanism: Annotated[Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"], "how to log in under SASL"] = "PLAIN"
    sasl_username: Annotated[str, "the SASL user"] = ""
    sasl_password: Annotated[str, "the SASL user's password, or RASID_SASL_PASSWORD_FILE: the file that holds it"] = ""
    ssl_cafile: Annotated[str, "PEM file of the authorities to trust; empty: the system's"] = ""
    ssl_certfile: Annotated[str, "PEM file of the client's certificate (mTLS)"] = ""
    ssl_keyfile: Annotated[str, "PEM file of the client's key (mTLS)"] = ""
    ssl_key_password: Annotated[str, "password of ssl_keyfile, or RASID_SSL_KEY_PASSWORD_FILE"] = ""
    ssl_check_hostname: Annotated[bool, "whether the broker's certificate must name its host"] = True

    batch_size: Annotated[int, "records that a stage takes at once, at most", AT_LEAST_1] = 64
    batch_ms: Annotated[int, "ms that a stage's function may take at once; batches shrink to fit", AT_LEAST_1] = 40
    in_flight: Annotated[
        int, "offsets of a partition that a stage has begun and not finished, at most", WITHIN_SEEN
    ] = 256
    tag_beside: Annotated[
        Literal["auto", "on", "off"],
        "whether entities are tagged in a process beside the worker's; auto: with two cores",
    ] = "auto"
    commit_interval_ms: Annotated[int, "ms that a table gathers changes at most while records come", AT_LEAST_1] = 1000
    offset_interval_ms: Annotated[int, "ms between commits of consumer offsets", AT_LEAST_1] = 500
    session_timeout_ms: Annotated[int, "ms after which a silent worker loses its partitions", AT_LEAST_1] = 10_000
    transaction_timeout_ms: Annotated[int, "ms after which the broker ends a worker's open transaction", AT_LEAST_1] = (
        30_000
    )
    linger_ms: Annotated[int, "ms that a producer waits for more records", AT_LEAST_0] = 5
    compression: Annotated[Literal["none", "gzip", "lz4", "zstd", "snappy"], "of what producers send"] = "zstd"
    max_request_bytes: Annotated[
        int, "bytes of the largest record that is published; at least 8,000,000", msgspec.Meta(ge=LEAST_REQUEST_BYTES)
    ] = 16_000_000
    max_page_bytes: Annotated[int, "bytes of the largest raw page that is read", AT_LEAST_1] = 4_000_000
    max_depth: Annotated[int, "levels of nesting in a raw page", AT_LEAST_1] = 64
    max_id_bytes: Annotated[int, "bytes of a page's id; at most 600", msgspec.Meta(ge=1, le=MOST_ID_BYTES)] = 512

    reject_ratio: Annotated[float, "share of the last reject_window records that may be rejected; 1: any", SHARE] = 0.9
    reject_window: Annotated[int, "records over which reject_ratio is taken", AT_LEAST_1] = 1000
    reject_run: Annotated[int, "records in a row that may be rejected; 0: any", AT_LEAST_0] = 500
    stuck_seconds: Annotated[int, "s without progress while there is lag after which a worker exits", AT_LEAST_1] = 120

    hours_kept: Annotated[int, "hours that entity-counts holds, back from an entity's latest", AT_LEAST_1] = 72
    days_kept: Annotated[int, "days that entity-counts holds, back from an entity's latest", AT_LEAST_1] = 400
    with_kept: Annotated[int, "co-occurring entities that entity-counts holds for each entity", AT_LEAST_1] = 64
    fingerprints_kept: Annotated[int, "stories that entity-counts remembers for each entity", AT_LEAST_1] = 32
    story_hours: Annotated[int, "hours in which articles can join a story", AT_LEAST_1] = 72
    group_kept: Annotated[int, "articles that a partition compares new ones with, at most"] = 10_000
    trend_fresh_hours: Annotated[
        int, "hours after its publication in which an article must come in to make a trend; 0: any", AT_LEAST_0
    ] = 24
    trend_false_alarms: Annotated[
        float, "false alarms of trends for 100,000 expected stories, at most", msgspec.Meta(gt=0, le=1000)
    ] = 60.0

    revisions: Annotated[
        Literal["on", "off"], "whether a page met again is known by its article's id; off: each visit is an article"
    ] = "on"
    revisions_kept_days: Annotated[int, "days that an article is known after the last visit to it", AT_LEAST_1] = 30

    lexicon_extra: Annotated[str, "file of the user's own entities, merges and silences"] = ""
    topics_extra: Annotated[str, "file of the user's own media topics"] = ""
    models: Annotated[
        Literal["on", "off"], "whether models learned from news are used; off: lexicon, rules and phrases alone"
    ] = "on"
    name_model: Annotated[str, "file of a neural name model of your own making; empty: the small one that ships"] = ""
    outlets_extra: Annotated[str, "file of the user's own outlets: their countries and time zones"] = ""
    alerts_file: Annotated[str, "file of the rules of alerts, for the stage alert"] = ""
    timezone: Annotated[str, "of times without one, where neither outlet nor country is known"] = "UTC"

    push_map: Annotated[str, "your crawler's own names of a page's fields: text=body,published_at=date"] = ""

    web_host: Annotated[str, "address of /metrics and /healthz"] = "127.0.0.1"
    web_port: Annotated[
        int, "port of /metrics and /healthz; 0: none; not set: the first free one from here on", PORT
    ] = 6066
    api_token: Annotated[str, "token that `rasid dashboard` asks for; needed when it is reached from elsewhere"] = ""
    log_level: Annotated[Literal["debug", "info", "warning", "error"], "the least that is logged"] = "info"
    traces_to: Annotated[
        str, "address of a collector of traces, by OTLP over HTTP: http://localhost:4318/v1/traces; empty: none"
    ] = ""
    traces_share: Annotated[
        float, "share of the pages in which a trace begins, where the producer has begun none", SHARE
    ] = 0.01
    log_json: Annotated[bool, "whether log lines are JSON"] = False

    kafka_heap: Annotated[str, "Java heap of the local Kafka"] = "512m"
    kafka_port: Annotated[int, "port of the local Kafka; 0: a free one", PORT] = 0

    unsafe_no_seen: Annotated[bool, "FOR TESTS: apply what was applied before; counts go wrong"] = False
    unsafe_no_fencing: Annotated[bool, "FOR TESTS: tables write without transactions; counts go wrong"] = False

    def topic(self, name: str) -> str:
        """Return the full name of a topic in Kafka."""
        return self.prefix + name

    def __repr__(self) -> str:
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Return names and values; of a secret, in logs and tracebacks too, only whether there is one."""
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return [(name, HIDDEN if name in SECRET and value else value) for name, value in values]


class Origin(NamedTuple):
    """Where a setting's value comes from: `default`, `.env`, an environment variable's name, or `flag`."""

    value: Any
    source: str


def describe(field: str) -> tuple[str, str]:
    """Return a field's type in words, and its meaning."""
    hint = get_type_hints(Settings, include_extras=True)[field]
    type_, meaning = get_args(hint)[0], hint.__metadata__[0]
    choices = get_args(type_)
    return ("|".join(map(str, choices)) if choices else type_.__name__), meaning


def load(
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    env_file: Path | None = Path(".env"),
) -> Settings:
    """Put the settings together.

    Raises
    ------
    SettingsError
        When a value is not of its field's type.
    """
    return msgspec.convert({k: v.value for k, v in explain(flags, environ, env_file).items()}, Settings)


def explain(
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    env_file: Path | None = Path(".env"),
) -> dict[str, Origin]:
    """Return each field's value and where it comes from; flags go before the environment, that before `.env`.

    Raises
    ------
    SettingsError
        When a value is not of its field's type, a `RASID_` variable names no field, or `.env` is no UTF-8.
    """
    environ = os.environ if environ is None else environ
    in_file = _of_file(env_file) if env_file and env_file.is_file() else {}
    hints = get_type_hints(Settings, include_extras=True)
    layers: list[tuple[str, Mapping[str, Any]]] = [("environment", environ), (str(env_file), in_file)]
    for source, values in layers:
        for name in values:
            if name.startswith(ENV_PREFIX) and name not in FILES and name.removeprefix(ENV_PREFIX).lower() not in hints:
                raise SettingsError(f"{name} ({source}) names no setting; {_perhaps(name, hints)}")
    explained: dict[str, Origin] = {}
    for info in msgspec.structs.fields(Settings):
        found = Origin(info.default, "default")
        names = [ENV_PREFIX + info.name.upper(), *([ALIASES[info.name]] if info.name in ALIASES else [])]
        candidates = [("flag", flags.get(info.name))] if flags and flags.get(info.name) is not None else []
        candidates += [
            (f"{source}: {name}", values[name]) for source, values in layers for name in names if values.get(name)
        ]
        if info.name in SECRET:
            candidates += _from_file(info.name, layers)
        if candidates:
            source, raw = candidates[0]
            try:
                found = Origin(msgspec.convert(raw, hints[info.name], strict=False), source)
            except msgspec.ValidationError as error:
                raise SettingsError(f"{info.name} ({source}): {_wrong(info.name, raw, error)}") from error
            if fault := _fault(info.name, found.value):
                raise SettingsError(f"{info.name} ({source}): {fault}")
        explained[info.name] = found
    return explained


def _fault(name: str, value: Any) -> str | None:
    """Return what is wrong with a value of the right type; None where nothing is."""
    if name == "broker":
        return broker_address.fault(value)
    if name == "prefix" and not _PREFIX.fullmatch(value):
        return (
            f"{value!r} cannot stand in front of a topic's name in Kafka; take no more than {MAX_PREFIX_CHARACTERS} "
            "of the letters a to z, digits, '.', '_' and '-'"
        )
    if name == "timezone" and not _is_zone(value):
        return f"{value!r} is no time zone; write it as in Africa/Cairo"
    return None


def _of_file(env_file: Path) -> Mapping[str, str | None]:
    """Return the variables of a file."""
    try:
        return dotenv.dotenv_values(env_file)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{env_file}: not UTF-8 at byte {error.start}") from error


def _from_file(field: str, layers: list[tuple[str, Mapping[str, Any]]]) -> list[tuple[str, str]]:
    """Return a secret that a file holds, the line break at its end left out, with where it comes from."""
    variable = ENV_PREFIX + field.upper() + FILE_SUFFIX
    for source, values in layers:
        if path := values.get(variable):
            try:
                return [(f"{source}: {variable}", Path(path).read_text(encoding="utf-8").rstrip("\r\n"))]
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(f"{variable} ({source}): {path} cannot be read: {error}") from error
    return []


def _wrong(name: str, raw: Any, error: msgspec.ValidationError) -> str:
    """Return what is wrong with a value: in words where it is only of another type, else as msgspec says it."""
    words = {"int": "a whole number", "float": "a number", "bool": "true or false"}
    kind = describe(name)[0]
    if "|" in kind:
        return f"{raw!r} is none of {kind.replace('|', ', ')}"
    wanted = words.get(kind)
    if wanted is None or not str(error).endswith("got `str`"):
        return str(error)
    return f"{raw!r} is not {wanted}"


def _is_zone(name: str) -> bool:
    try:
        return name == "UTC" or bool(ZoneInfo(name))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return False


def _perhaps(name: str, hints: Mapping[str, Any]) -> str:
    """Return which setting was perhaps meant."""
    near = difflib.get_close_matches(name.removeprefix(ENV_PREFIX).lower(), hints, 1)
    return f"is {ENV_PREFIX}{near[0].upper()} meant?" if near else "`rasid settings` lists them"
