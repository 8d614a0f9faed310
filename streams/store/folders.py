"""Where table partitions keep their stores on a machine."""

import re
from pathlib import Path

from streams.settings import Settings


def folder(settings: Settings, topic: str, partition: int) -> Path:
    """Return the folder of a table partition's store, by the short name of its topic."""
    return _root(settings) / f"{settings.topic(topic)}-{partition}"


def spare(own: Path, number: int) -> Path:
    """Return a folder beside a partition's own one."""
    return own.with_name(f"{own.name}.spare{number}")


def kept(settings: Settings, topics: list[str]) -> list[Path]:
    """Return the folders that are there for tables in topics, those of the settings' prefix alone."""
    names = "|".join(re.escape(settings.topic(topic)) for topic in topics)
    pattern = re.compile(rf"(?:{names})-\d+(?:\.spare\d+)?")
    root = _root(settings)
    return sorted(path for path in root.iterdir() if pattern.fullmatch(path.name)) if root.is_dir() else []


def _root(settings: Settings) -> Path:
    return Path(settings.data_dir) / "store"
