"""What a user gets who installs the wheel as it is, with the oldest pip that there may be."""

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

ROOT = Path(__file__).parents[1]
OLDEST_PIP = {11: "22.3", 12: "23.2.1", 13: "24.2"}
"""What came with the first release of each Python that Rasid runs on."""
SECONDS = 600
PAGE = """<html><head><title>وزير الخارجية الروسي يزور القاهرة</title></head><body><article>
<h1>وزير الخارجية الروسي يزور القاهرة</h1>
<p>وصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة اليوم الأربعاء في زيارة رسمية تستمر يومين.</p>
<p>وقال لافروف إن المباحثات مع الجانب المصري تناولت الأوضاع في ليبيا وسوريا والتعاون بين البلدين.</p>
</article></body></html>"""

pytestmark = pytest.mark.install


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)


def test_the_wheel_alone_enriches_an_html_page(tmp_path: Path):
    """With what its metadata asks for and nothing else, resolved by the oldest pip."""
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=False
    )
    assert built.returncode == 0
    (wheel,) = tmp_path.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True, timeout=SECONDS)
    python, rasid = (str(tmp_path / "venv" / "bin" / name) for name in ("python", "rasid"))
    wanted = f"pip=={OLDEST_PIP[sys.version_info.minor]}"
    if run(python, "-m", "pip", "install", "--quiet", wanted).returncode:
        pytest.skip("no package registry is reached")
    installed = run(python, "-m", "pip", "install", "--quiet", str(wheel))
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    ran = run(rasid, "enrich", str(tmp_path / "page.html"))
    article = orjson.loads(ran.stdout)
    assert (article["title"], len(article["paragraphs"])) == ("وزير الخارجية الروسي يزور القاهرة", 2)
    assert "per:sergey-lavrov" in {entity["id"] for entity in article["entities"]}
