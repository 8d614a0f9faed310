"""`python -m supply.audit`: whether lock files name what is known to be weak, or under a licence not allowed.

It asks nobody.
"""

import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click
from packaging.version import Version

from supply import licences
from supply.lock_file import ROOT, Pinned, normal, read_file

KNOWN_BAD = Path(__file__).with_name("known_bad.toml")


class Weakness(NamedTuple):
    """One that was found in a package."""

    package: str
    fixed: str
    """The first version without it."""
    id: str
    source: str
    """Where that can be read."""
    what: str


def load(path: Path = KNOWN_BAD) -> list[Weakness]:
    """Return the weaknesses that are known."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["weakness"]
    return [Weakness(**{**entry, "package": normal(entry["package"])}) for entry in listed]


def find(packages: Iterable[Pinned], weaknesses: Sequence[Weakness]) -> list[tuple[Pinned, Weakness]]:
    """Return the packages that have a known weakness, with each that they have."""
    return [
        (package, weakness)
        for package in packages
        for weakness in weaknesses
        if weakness.package == package.name and Version(package.version) < Version(weakness.fixed)
    ]


def main() -> int:
    """Say what is weak or not allowed in the lock files; return 1 if anything is."""
    weaknesses, recorded = load(), licences.load()
    found = 0
    for path in sorted(ROOT.glob("requirements*.lock")):
        packages = read_file(path)
        for name, wrong in licences.find(path.name, packages, recorded).items():
            found = 1
            click.echo(f"{path.name}: {name}: {wrong}", err=True)
        for package, weakness in find(packages, weaknesses):
            found = 1
            click.echo(
                f"{path.name}: {package.name} {package.version} has {weakness.id} ({weakness.what}); "
                f"take {weakness.fixed} or later, see {weakness.source}",
                err=True,
            )
    return found


if __name__ == "__main__":
    sys.exit(main())
