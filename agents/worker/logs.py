"""How a worker logs: lines for people, or one JSON object a line."""

import logging
import re
from datetime import UTC, datetime
from typing import Any

import orjson

from streams.settings import Settings

QUIET = ("faust", "mode", "aiokafka", "kafka", "asyncio", "aiohttp.access", "opentelemetry")
"""Loggers of libraries: only their warnings. A debug record costs even when a handler drops it."""
REST_SECONDS = 30.0
"""How long a library's line is not said again: without a broker, aiokafka says the same eighty times a second."""
LINES_KNOWN = 1000
"""Lines that are remembered as said; then they are forgotten and may be said anew."""
FIELDS = ("stage", "topic", "partition", "offset", "article")
"""What a line of JSON says of the record that it is about, each where it is known."""
SERVICE = re.compile(r"^\[\^-*[^\]]*\]:? ")
"""What Faust puts in front of its lines: the place of a service in its tree."""


class Repeats(logging.Filter):
    """Lets a line of a library through once in a while, and says with the next one how many were left out."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}
        self._left_out: dict[tuple[str, str], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is said; every one of Rasid's own is, none on how Faust's services come and go."""
        template = SERVICE.sub("", str(record.msg))
        is_faust = template != record.msg
        if is_faust and record.levelno < logging.WARNING:
            return False
        if not (is_faust or record.name.startswith(QUIET)):
            return True
        line = (record.name, template[:100])
        if record.created - self._said.get(line, float("-inf")) < REST_SECONDS:
            self._left_out[line] = self._left_out.get(line, 0) + 1
            return False
        if len(self._said) >= LINES_KNOWN:
            self._said.clear()
            self._left_out.clear()
        self._said[line] = record.created
        left_out = self._left_out.pop(line, 0)
        record.msg = template + (f" (and {left_out} more like it before)" if left_out else "")
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, which record it is about, and the traceback if any."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a log record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return orjson.dumps(line, option=orjson.OPT_NON_STR_KEYS, default=str).decode()


def config(settings: Settings) -> dict[str, Any]:
    """Return the configuration for `logging.config.dictConfig`."""
    level = settings.log_level.upper()
    library = "WARNING" if level in {"INFO", "DEBUG"} else level
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "%(asctime)s %(levelname)-7s %(name)s: %(message)s"},
            "json": {"()": JsonFormatter},
        },
        "filters": {"repeats": {"()": Repeats}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json" if settings.log_json else "plain",
                "filters": ["repeats"],
            }
        },
        "root": {"level": level, "handlers": ["stderr"]},
        "loggers": {name: {"level": library} for name in QUIET},
    }
