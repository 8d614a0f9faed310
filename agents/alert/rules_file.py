"""The file of rules: read, checked to the line, and read again when it changes."""

import logging
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from agents.alert.rules import Channel, Rule, Rules, faults
from streams import metrics
from streams.settings import SettingsError

log = logging.getLogger(__name__)
MAX_BYTES = 1_000_000
HEADER = re.compile(r"\s*\[\[\s*(rule|channel)\s*\]\]")
PLACE = re.compile(r"unknown field `(\w+)`|at `\$\.(\w+)")
"""The field that msgspec says is wrong."""
T = TypeVar("T", Rule, Channel)


class RulesFileError(SettingsError):
    """The file cannot be used; the message has the line and what to do."""


def load(path: Path) -> Rules:
    """Read a file of rules.

    Raises
    ------
    RulesFileError
        When it cannot be read, is no TOML, or has a rule that cannot be.
    """
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise RulesFileError(f"{path}: more than {MAX_BYTES:,} bytes")
        text = raw.decode()
    except OSError as error:
        raise RulesFileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise RulesFileError(f"{path}: not UTF-8 at byte {error.start}") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesFileError(f"{path}: {error}") from error
    except RecursionError as error:
        raise RulesFileError(f"{path}: brackets nested deeper than any rule needs") from error
    unknown = sorted(table.keys() - {"rule", "channel"})
    if unknown or not all(isinstance(table.get(name, []), list) for name in ("rule", "channel")):
        what = f"{unknown[0]!r} is unknown" if unknown else "a table is missing its second pair of brackets"
        raise RulesFileError(f"{path}:1: {what}; a file has [[rule]] and [[channel]] tables only")
    rules = Rules(
        rule=_convert(path, text, table.get("rule", []), Rule),
        channel=_convert(path, text, table.get("channel", []), Channel),
    )
    for number, field, fault in _faults(rules):
        line = _line(text, "rule", number, field)
        raise RulesFileError(f"{path}:{line}: rule {rules.rule[number].id!r}: {field}: {fault}")
    for number, channel in enumerate(rules.channel):
        if (channel.url is None) == (channel.url_file is None):
            line = _line(text, "channel", number, "id")
            raise RulesFileError(f"{path}:{line}: channel {channel.id!r}: give either url or url_file")
    return rules


def _convert(path: Path, text: str, values: list[object], kind: type[T]) -> list[T]:
    converted = []
    for number, value in enumerate(values):
        try:
            converted.append(msgspec.convert(value, kind))
        except msgspec.ValidationError as error:
            place = PLACE.search(str(error))
            line = _line(text, kind.__name__.lower(), number, (place[1] or place[2]) if place else "")
            raise RulesFileError(f"{path}:{line}: {error}; `rasid alerts example` shows how it is written") from error
    return converted


def _faults(rules: Rules) -> Iterator[tuple[int, str, str]]:
    channels = frozenset(channel.id for channel in rules.channel)
    seen: set[str] = set()
    for number, rule in enumerate(rules.rule):
        if rule.id in seen:
            yield number, "id", "another rule has the same id"
        seen.add(rule.id)
        for field, fault in faults(rule, channels).items():
            yield number, field, fault


def _line(text: str, table: str, number: int, field: str) -> int:
    """Return the line, from 1, of a field of the so-manieth [[rule]], else of its header."""
    at, header, seen = 0, 1, -1
    for at, line in enumerate(text.splitlines(), 1):
        if found := HEADER.match(line):
            if seen == number:
                return header
            if found[1] == table:
                seen += 1
                header = at if seen == number else header
        elif seen == number and field and re.match(rf"\s*{re.escape(field)}\b", line):
            return at
    return header


class LiveRules:
    """The rules of a file that may change while a worker runs.

    A file that has become wrong is said in the log and counted; the rules of before stay.

    Raises
    ------
    RulesFileError
        When the file is wrong from the first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = _stamp(path)
        self.rules = load(path)

    def refresh(self) -> bool:
        """Read the file again when it has changed since; return whether the rules are others now."""
        stamp = _stamp(self._path)
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        try:
            self.rules = load(self._path)
        except RulesFileError as error:
            metrics.RULES_REFUSED.inc()
            log.error("the rules of before stay: %s", error)  # noqa: TRY400 - the message says all
            return False
        log.info("%s: %d rules, %d channels", self._path, len(self.rules.rule), len(self.rules.channel))
        return True


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
