"""Whether what is pinned is known to be weak."""

import pytest

from supply.audit import Weakness, find, load
from supply.lock_file import ROOT, Pinned, read, read_file

WEAKNESS = Weakness("some-package", "1.10.0", "X-1", "https://example.org", "")


def test_no_lock_file_names_a_weak_version():
    """What is installed by them has none of the weaknesses that are listed."""
    packages = [package for path in sorted(ROOT.glob("requirements*.lock")) for package in read_file(path)]

    assert (len(packages) > 100, find(packages, load())) == (True, [])


@pytest.mark.parametrize(("version", "weak"), [("1.9.0", 1), ("1.10.0rc1", 1), ("1.10.0", 0), ("1.11", 0)])
def test_versions_are_compared_as_versions(version: str, weak: int):
    """Nine is before ten, and a candidate before its release."""
    assert len(find([Pinned("some-package", version, ())], [WEAKNESS])) == weak


def test_each_weakness_names_a_source_and_a_package_that_is_used():
    """A line that nobody can check, or that is of nothing here, does not stand in the list."""
    used = {package.name for path in ROOT.glob("requirements*.lock") for package in read_file(path)}
    listed = load()

    assert [weakness for weakness in listed if not weakness.source.startswith("https://")] == []
    assert {weakness.package for weakness in listed} <= used


def test_a_lock_file_is_read_with_its_hashes():
    """Names as registries write them, conditions left out."""
    lines = [
        "Some_Package==1.0 ; python_version < '3.12' \\",
        f"    --hash=sha256:{'a' * 64} \\",
        f"    --hash=sha256:{'b' * 64}",
    ]

    assert read(lines) == [Pinned("some-package", "1.0", ("a" * 64, "b" * 64))]
