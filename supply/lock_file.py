"""Reads the lock files: which packages in which versions, with the hashes of their files."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
RUN = ROOT / "requirements-run.lock"
"""What runs."""
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:(?P<hash>[0-9a-f]{64})")


class Pinned(NamedTuple):
    """A package in a lock file."""

    name: str
    """As registries write it: small letters, hyphens."""
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of its files, each of which may be installed."""


def normal(name: str) -> str:
    """Return a package's name as registries write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read(lines: Iterable[str]) -> list[Pinned]:
    """Return the packages of a lock file, in its order."""
    packages: list[Pinned] = []
    for line in lines:
        if found := _PINNED.match(line):
            packages.append(Pinned(normal(found["name"]), found["version"], ()))
        elif found := _HASH.search(line):
            latest = packages[-1]
            packages[-1] = latest._replace(hashes=(*latest.hashes, found["hash"]))
    return packages


def read_file(path: Path) -> list[Pinned]:
    """Return the packages of the lock file at a path."""
    return read(path.read_text(encoding="utf-8").splitlines())
