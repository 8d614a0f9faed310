"""The systemd unit is one that systemd understands, and that may do little."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[2] / "deploy/systemd/rasid-worker@.service"
SYSTEMD = shutil.which("systemd-analyze")
MOST_EXPOSURE = 20
"""In tenths of systemd's measure, from 0, all shut, to 100; the unit needs the network and its own folder."""

pytestmark = pytest.mark.skipif(SYSTEMD is None, reason="needs systemd-analyze, of systemd")


def _analyze(*arguments):
    return subprocess.run([SYSTEMD, *arguments], capture_output=True, text=True, check=False)


def test_systemd_understands_the_unit(tmp_path):
    """There is no word in it that systemd passes over, once the program is there."""
    unit = tmp_path / "rasid-worker@6066.service"
    text = UNIT.read_text("utf-8")
    unit.write_text(
        text.replace("/opt/rasid/.venv/bin/rasid", "/bin/true").replace("file:/opt/rasid/docs", "file:/tmp")
    )
    done = _analyze("verify", "--man=no", str(unit))

    assert (done.returncode, [line for line in done.stderr.splitlines() if "rasid" in line]) == (0, [])


def test_the_unit_may_do_little():
    """Its exposure is what systemd calls OK."""
    done = _analyze("security", "--offline=true", f"--threshold={MOST_EXPOSURE}", "--no-pager", str(UNIT))

    assert done.returncode == 0, done.stdout
