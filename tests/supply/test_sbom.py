"""The bill of materials."""

import io
import json
import tarfile
from pathlib import Path

from jsonschema import Draft7Validator
from referencing import Registry, Resource

from streams.version import __version__
from supply.lock_file import RUN, read_file
from supply.sbom import document

SCHEMAS = Path(__file__).with_name("cyclonedx-1.5.tar.xz")


def test_it_names_every_package_that_runs():
    """In the version that is pinned, each once a version, under the address that registries know."""
    packages = read_file(RUN)
    bill = document(packages, "1.2.3")
    references = [entry["bom-ref"] for entry in bill["components"]]

    assert (bill["bomFormat"], bill["metadata"]["component"]["purl"]) == ("CycloneDX", "pkg:pypi/rasid@1.2.3")
    assert sorted(references) == sorted({f"pkg:pypi/{package.name}@{package.version}" for package in packages})


def test_it_says_licence_and_hashes():
    """As the installed package says it, and as the lock file has them."""
    packages = [package for package in read_file(RUN) if package.name == "orjson"]
    entry = document(packages, "1")["components"][0]

    assert [value["value"] for value in entry["properties"]] == sorted(packages[0].hashes)
    assert "MPL" in str(entry["licenses"]) or "Apache" in str(entry["licenses"])


def test_it_is_as_the_schema_of_cyclonedx_says():
    """No field is missing, unknown or of another form, with or without licences; the schema notices one that is."""
    bill = document(read_file(RUN), __version__)
    schema = validator()

    assert [error.message for error in schema.iter_errors(bill)] == []
    assert [error.message for error in schema.iter_errors(bill | {"components": [{"type": "library"}]})] != []


def validator() -> Draft7Validator:
    """Return what holds documents to CycloneDX 1.5; its schema (Apache-2.0) refers to two others."""
    with tarfile.open(SCHEMAS) as packed:
        found = {member.name: json.load(packed.extractfile(member) or io.BytesIO()) for member in packed.getmembers()}
    resources = [
        (f"http://cyclonedx.org/schema/{name}", Resource.from_contents(schema)) for name, schema in found.items()
    ]
    return Draft7Validator(found["bom-1.5.SNAPSHOT.schema.json"], registry=Registry().with_resources(resources))
