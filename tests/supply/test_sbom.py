"""The bill of materials."""

from supply.lock_file import RUN, read_file
from supply.sbom import document


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
