"""What axe, the checker of accessibility that browsers and auditors use, says of each view."""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.page.test_reach import VIEWS

PACKAGE = "axe-core@4.14.1"
INTEGRITY = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
"""Of the package, as npm's lock files write it."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FAULTS = """
async (rules) => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations
  .map((one) => ({ rule: one.id, help: one.help, where: one.nodes.map((node) => node.target.join(" ")) }))
"""
NPM_SECONDS = 300


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    """Return axe's script, fetched once by npm into pytest's cache; it is not kept beside the tests for its size."""
    folder = Path(pytestconfig.cache.mkdir("axe"))
    file = folder / f"{PACKAGE.replace('@', '-')}.tgz"
    if not file.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("needs npm: apt-get install npm")
        ran = subprocess.run(
            [npm, "pack", "--silent", PACKAGE],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=NPM_SECONDS,
            check=False,
        )
        if ran.returncode != 0:
            pytest.skip(f"npm cannot fetch {PACKAGE}: {ran.stderr.strip()[-200:]}")
    assert base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode() == INTEGRITY
    with tarfile.open(file) as package:
        script = package.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_view_breaks_a_rule_of_wcag(visit, turn, axe, language, theme):
    """None of levels A and AA, in both languages and themes, with what opens on a click open."""
    page = visit("#/search?in=stories", language=language, theme=theme)
    page.evaluate(axe)
    found = {}
    for name, address in VIEWS.items():
        turn(page, address)
        page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for button in page.locator("button.why").all():
            button.click()
        page.wait_for_function("() => !document.querySelector('[aria-busy=true], .state.loading')")
        found[name] = page.evaluate(FAULTS, RULES)

    assert {name: faults for name, faults in found.items() if faults} == {}, json.dumps(
        found, ensure_ascii=False, indent=1
    )
