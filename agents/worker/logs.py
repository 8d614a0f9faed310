"""How a worker logs: lines for people, or one JSON object a line."""

import logging
from datetime import UTC, datetime
from typing import Any

import orjson

from streams.settings import Settings

QUIET = ("faust", "mode", "aiokafka", "kafka", "asyncio", "aiohttp.access")
"""Loggers of libraries: only their warnings. A debug record costs even when a handler drops it."""


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a log record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
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
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "json" if settings.log_json else "plain"}
        },
        "root": {"level": level, "handlers": ["stderr"]},
        "loggers": {name: {"level": library} for name in QUIET},
    }
