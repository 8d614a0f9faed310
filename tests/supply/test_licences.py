"""Whether what is pinned is under a licence that is allowed."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions

import pytest

from supply.licences import Licences, find, load
from supply.lock_file import ROOT, RUN, Pinned, normal, read_file

LOCK_FILES = sorted(ROOT.glob("requirements*.lock"))
COPYLEFT = re.compile(r"\b(A?GPL|LGPL)\b")


@pytest.mark.parametrize("path", LOCK_FILES, ids=lambda path: path.name)
def test_each_lock_file_is_allowed(path):
    """Every package has a recorded licence, and none asks for more than a notice, but for the exceptions named."""
    assert find(path.name, read_file(path), load()) == {}


@pytest.mark.parametrize(
    ("licences", "said"),
    [
        ((), "no licence is recorded"),
        (("AGPL-3.0-only",), "AGPL-3.0-only is not allowed"),
        (("GPL-2.0-only WITH Classpath-exception-2.0",), "is not allowed there"),
        (("MIT", "GPL-3.0-or-later"), "GPL-3.0-or-later is not allowed"),
    ],
)
def test_what_is_unknown_or_asks_for_more_is_said(licences: tuple[str, ...], said: str):
    """A new package fails until somebody has read its licence, and Java's own exception holds nowhere else."""
    recorded = load()._replace(of={"new": frozenset(licences)})
    assert said in find(RUN.name, [Pinned("new", "1", ())], recorded)["new"]


def test_nothing_is_allowed_that_asks_for_more():
    """GPL, LGPL and AGPL stand in no list but that of the lock file that brings a Java."""
    recorded: Licences = load()
    excepted = {file for file, licences in recorded.excepted.items() if any(map(COPYLEFT.search, licences))}
    assert (excepted, list(filter(COPYLEFT.search, recorded.allowed))) == ({"requirements-java.lock"}, [])


def test_only_what_is_used_is_recorded():
    """Whatever no lock file names any more has no licence here."""
    used = {package.name for path in LOCK_FILES for package in read_file(path)}
    assert load().of.keys() - used == set()


def said(installed: Distribution) -> Iterator[str]:
    """Yield what an installed package says of its licences, as SPDX writes them."""
    if expression := installed.metadata.get("License-Expression"):
        yield from re.split(r"[()\s]+(?:AND|OR)[()\s]+|[()]+", expression)
    named = {"MIT License": "MIT", "Apache Software License": "Apache-2.0", "GNU": "GPL"}
    for line in installed.metadata.get_all("Classifier") or ():
        if line.startswith("License"):
            yield from (spdx for name, spdx in named.items() if name in line)


def test_the_records_are_what_the_packages_say():
    """Each licence of an installed package that says it in SPDX's words is recorded, or one to choose instead of it."""
    recorded = load().of
    found = {normal(each.metadata["Name"]): set(said(each)) for each in distributions()}
    shared = {name: licences for name, licences in found.items() if licences and name in recorded}
    wrong = {name: licences for name, licences in shared.items() if not licences & recorded[name]}
    assert (len(shared) > 50, wrong) == (True, {})
