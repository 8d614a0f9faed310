"""`rasid demo` from the outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.workers import ROOT

pytestmark = pytest.mark.kafka


def test_demo_shows_what_comes_out_and_ends(kafka: str, tmp_path: Path):
    """The demo pushes all its pages, shows entities, media topics and rejections, and ends with exit code 0."""
    ran = subprocess.run(
        [sys.executable, "-m", "agents.cli", "demo", "--broker", kafka, "--data-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "COLUMNS": "120"},
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    for shown in (
        "entities named most",
        "السعودية",
        "Saudi Arabia",
        "media topics",
        "medtop:",
        "not_json",
        "Look next",
    ):
        assert shown in ran.stdout
    assert "59 pages in" in ran.stdout
    assert "53 enriched, 0 repeats, 6 rejected" in ran.stdout
