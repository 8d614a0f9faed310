"""The licences of what lock files name, as they are recorded: which are allowed, and where."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from supply.lock_file import Pinned

RECORDED = Path(__file__).with_name("licences.toml")


class Licences(NamedTuple):
    """What is recorded."""

    of: Mapping[str, frozenset[str]]
    """By package, all that apply, as SPDX writes them."""
    allowed: frozenset[str]
    """In every lock file."""
    excepted: Mapping[str, frozenset[str]]
    """In one lock file alone, by its name."""


def load(path: Path = RECORDED) -> Licences:
    """Return what is recorded."""
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return Licences(
        {name: frozenset(licences) for name, licences in read["licences"].items()},
        frozenset(read["allowed"]),
        {each["file"]: frozenset(each["licences"]) for each in read["exception"]},
    )


def find(file: str, packages: Iterable[Pinned], recorded: Licences) -> dict[str, str]:
    """Return what is wrong with the licence of packages in a lock file, by their names."""
    allowed = recorded.allowed | recorded.excepted.get(file, frozenset())
    wrong = {}
    for package in packages:
        licences = recorded.of.get(package.name)
        if not licences:
            wrong[package.name] = f"no licence is recorded; read it, and write it into {RECORDED.name}"
        elif licences - allowed:
            wrong[package.name] = f"{', '.join(sorted(licences - allowed))} is not allowed there"
    return wrong
