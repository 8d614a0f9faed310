"""A folder of one annotated page."""

import json
from pathlib import Path

import pytest

TITLE = "توسعة الميناء الجنوبي تنتهي في الربيع"
BODY = [
    "أعلنت هيئة الموانئ أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية الربع الثاني من العام المقبل.",
    "وقال المتحدث باسم الهيئة إن الرصيف الجديد سيستقبل سفن الحاويات الكبيرة، وإن الشحنات الأولى ستصل في الخريف.",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with one annotated page, its document, and two pages to learn from."""
    chrome = ["صلالة - رويترز", "4 يناير 2026", "شارك الخبر"]
    raw = {"id": "p1", "source": "شراع", "text": "\n".join([TITLE, *chrome[:2], *BODY, chrome[2]])}
    clean = {
        "title": TITLE,
        "section": None,
        "headings": [],
        "paragraphs": BODY,
        "boilerplate": chrome,
        "agency": "رويترز",
        "dateline": "صلالة",
        "republished_from": None,
        "author": None,
        "published_date": "2026-01-04",
    }
    (tmp_path / "pages.jsonl").write_text(json.dumps({"id": "p1", "raw": raw, "clean": clean}) + "\n", "utf-8")
    (tmp_path / "bulk.jsonl").write_text(2 * (json.dumps({"raw": raw | {"id": "p2"}}) + "\n"), "utf-8")
    (tmp_path / "html").mkdir()
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    document = f"<h1>{TITLE}</h1><p>صلالة - رويترز</p><time>4 يناير 2026</time>{paragraphs}<p>شارك الخبر</p>"
    (tmp_path / "html" / "p1.html").write_bytes(document.encode("cp1256"))
    return tmp_path
