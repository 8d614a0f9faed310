"""The contract as other people's tools read it: AsyncAPI's own parser, and ajv."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.clients.test_clients import has, made_ready

pytestmark = pytest.mark.clients

ROOT = Path(__file__).parents[2]
SECONDS = 120


def test_the_contract_in_other_tools(tmp_path: Path):
    """The AsyncAPI document has no error in its own parser, and ajv takes every schema and every example."""
    has("node", "npm")
    made_ready(tmp_path, "npm", "init", "-y")
    made_ready(tmp_path, "npm", "install", "--silent", "@asyncapi/parser@3", "ajv@8")
    script = shutil.copy(ROOT / "tests/clients/validate.mjs", tmp_path)
    ran = subprocess.run(
        [str(shutil.which("node")), script, str(ROOT / "docs")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {"validated": len(list((ROOT / "docs/examples").glob("*.json"))), "faults": []}
