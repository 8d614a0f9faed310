"""`rasid evaluate clean` and `dates` on a folder of one's own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from agents.cli import main
from agents.evaluate.scores import Exact, Score

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


def test_both_tables_are_printed(folder: Path) -> None:
    """Cold, warm and HTML, each with the figures of the lines and of the fields."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(folder)])
    assert result.exit_code == 0, result.output
    heads = [line for line in result.output.splitlines() if line.endswith("pages/s")]
    assert heads[0].startswith("text, cold: 1 pages")
    assert result.output.count("paragraphs             1.000     1.000     1.000         2") >= 3


def test_one_of_both_can_be_asked_for(folder: Path) -> None:
    """`--warm` leaves the cold table out."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(folder), "--warm"])
    assert "text, warm" in result.output
    assert "text, cold" not in result.output


def test_days_are_measured(folder: Path) -> None:
    """With the field, without it, and on the document."""
    result = CliRunner().invoke(main, ["evaluate", "dates", str(folder)])
    assert result.exit_code == 0, result.output
    assert [line.split()[-2:] for line in result.output.splitlines()[1:]] == [["1.000", "1"]] * 3


@pytest.mark.parametrize("content", ["{", '{"id": "p1"}', '{"id": "p1", "raw": 5, "clean": {}}'])
def test_a_folder_of_another_format_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    """No traceback: the file, the line, what is wrong."""
    (tmp_path / "pages.jsonl").write_text(content, "utf-8")
    result = CliRunner().invoke(main, ["evaluate", "clean", str(tmp_path)])
    assert (result.exit_code, "pages.jsonl" in result.output) == (1, True)


def test_a_folder_without_pages_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The file that is missing is named."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(tmp_path)])
    assert (result.exit_code, "cannot read" in result.output) == (1, True)


def test_scores_count_lines_as_often_as_they_stand() -> None:
    """Two copies wanted and one found is one right and one missed."""
    score = Score()
    assert score.add(["a", "b"], ["a", "a"]) == [("+", "b"), ("-", "a")]
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_an_empty_answer_is_no_answer() -> None:
    """None and an empty string are one."""
    exact = Exact()
    exact.add("p1", "", None)
    exact.add("p2", "أ", "ب")
    assert (exact.share, exact.mistakes) == (0.5, ["p2: 'أ' instead of 'ب'"])
