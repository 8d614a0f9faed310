"""`rasid evaluate news` on a file of one's own."""

import json

import pytest
from click.testing import CliRunner

from agents.cli import main

ROW = {
    "id": "n1",
    "source": "شراع",
    "title": "بوتين يصل إلى القاهرة",
    "text": "وصل الرئيس الروسي فلاديمير بوتين إلى القاهرة اليوم.",
    "entities": [
        {"name": "فلاديمير بوتين", "type": "PER", "surfaces": ["بوتين", "فلاديمير بوتين"]},
        {"name": "القاهرة", "type": "LOC", "surfaces": ["القاهرة"]},
        {"name": "مجلس الأمن", "type": "ORG", "surfaces": ["مجلس الأمن"]},
    ],
    "quotes": [],
    "topics": {"must": [], "ok": []},
}


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return path


def evaluate(*arguments):
    return CliRunner().invoke(main, ["evaluate", "news", *map(str, arguments)], catch_exceptions=False)


def test_title_and_text_are_measured_and_mistakes_listed_by_type(file):
    """Two of three things are found; the third stands under its type with its article."""
    lines = evaluate(file, "--errors").stdout.splitlines()
    assert next(line.split() for line in lines if line.startswith("entities"))[1:] == "1.000 0.667 0.800 2 0 1".split()
    assert lines[lines.index("missed ORG, 1") + 1] == "  n1  مجلس الأمن"


def test_enriched_articles_that_were_saved_have_the_same_figures(file, tmp_path):
    """What `rasid enrich` makes can be measured too."""
    saved = tmp_path / "enriched.jsonl"
    first = evaluate(file, "--save", saved, "--json").stdout
    second = evaluate(file, "--enriched", saved, "--json").stdout
    assert json.loads(first) == json.loads(second) | {"articles": 1}


def test_a_pass_that_there_is_not_is_told_with_those_that_there_are(file):
    """Two sentences, no traceback."""
    result = evaluate(file, "--without", "Nonsense")
    assert (result.exit_code, "no pass is called Nonsense; there are Surfaces" in result.output) == (2, True)


def test_what_came_out_before_has_no_pass_to_leave_out(file):
    """--enriched and --without contradict each other."""
    assert evaluate(file, "--enriched", file, "--without", "Works").exit_code == 2


def test_a_file_of_another_format_is_told_in_a_sentence(tmp_path):
    """No traceback."""
    file = tmp_path / "news.jsonl"
    file.write_text("{}\n", encoding="utf-8")
    result = evaluate(file)
    assert (result.exit_code, "does not hold such annotated pages" in result.output) == (1, True)
