"""A data folder with one small news set, and an annotated article of it."""

import gzip
import json

import pytest

ARTICLE = {
    "id": "n1",
    "set": "small",
    "source": "صحيفة",
    "title": "زيارة  إلى عمّان",
    "text": "وصل أيمن الصفدي إلى عمان.\nوقال الصفدي  إن الأردن ثابت،",
}
ANNOTATED = {
    "id": "n1",
    "entities": [
        {
            "name": "أيمن الصفدي",
            "type": "PER",
            "surfaces": ["أيمن الصفدي", "الصفدي"],
            "en": "Ayman Safadi",
            "known": True,
        },
        {"name": "عمان", "type": "LOC", "surfaces": ["عمان", "عمّان"], "who": "a city"},
        {"name": "الأردن", "type": "LOC", "surfaces": ["الأردن"], "who": "national team", "optional": True},
        {"name": "إربد", "type": "LOC", "surfaces": ["إربد"]},
    ],
    "quotes": [
        {"direct": False, "begins": "إن الأردن ثابت", "speaker": "أيمن الصفدي"},
        {"direct": True, "begins": "لا يوجد", "speaker": None},
    ],
    "topics": {"must": [["medtop:1", "medtop:2"]], "ok": ["medtop:3"]},
    "where": ["JO"],
}


@pytest.fixture
def data(tmp_path):
    """Give a data folder whose second row is the article, longer than what was annotated."""
    folder = tmp_path / "data" / "news" / "small"
    folder.mkdir(parents=True)
    rows = [{"title": "", "text": "آخر"}, {**ARTICLE, "text": f"\n{ARTICLE['text']}\n\nوأكثر."}]
    with gzip.open(folder / "small-dev.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path / "data"
