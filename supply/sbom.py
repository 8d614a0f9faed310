"""`python -m supply.sbom`: the bill of materials of what runs, CycloneDX 1.5 JSON, the same for the same lock file."""

import json
import re
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

import click

from streams.version import __version__
from supply.lock_file import RUN, Pinned, read_file

_LICENCE_CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?(?P<name>.+)$")
MAX_LICENCE_CHARACTERS = 100
"""Of a licence's name: what is longer is the licence itself, printed whole."""


def document(packages: Iterable[Pinned], version: str) -> dict[str, Any]:
    """Return the bill of materials of packages."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": f"pkg:pypi/rasid@{version}",
                "name": "rasid",
                "version": version,
                "purl": f"pkg:pypi/rasid@{version}",
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": [component(package) for package in sorted(packages)],
    }


def component(package: Pinned) -> dict[str, Any]:
    """Return a package's entry, with its licence where the package is installed and says which it has."""
    reference = f"pkg:pypi/{package.name}@{package.version}"
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": package.name,
        "version": package.version,
        "purl": reference,
    }
    if licences := _licences(package):
        entry["licenses"] = licences
    # A component's own hashes are those of one file; a lock file allows several: they stand as properties.
    entry["properties"] = [{"name": "rasid:file:sha256", "value": value} for value in sorted(package.hashes)]
    return entry


def _licences(package: Pinned) -> list[dict[str, Any]]:
    try:
        installed: Distribution = distribution(package.name)
    except PackageNotFoundError:
        return []
    metadata = installed.metadata
    if expressions := metadata.get_all("License-Expression"):
        return [{"expression": expressions[0]}]
    classified = [
        found["name"] for line in metadata.get_all("Classifier") or () if (found := _LICENCE_CLASSIFIER.match(line))
    ]
    if classified:
        return [{"license": {"name": name}} for name in classified]
    named = (metadata.get_all("License") or [""])[0].strip()
    return [{"license": {"name": named}}] if named and len(named) <= MAX_LICENCE_CHARACTERS else []


def main() -> None:
    """Print it."""
    click.echo(json.dumps(document(read_file(RUN), __version__), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
