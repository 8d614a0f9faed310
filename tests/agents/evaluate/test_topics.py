"""How media topics are measured."""

import gzip
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from agents.evaluate import topics
from agents.evaluate.scores import Hits
from agents.tag_topics.concepts import taxonomy
from streams.records.enriched import MediaTopic
from tests.agents.tag_topics.samples import MATCH

FOOTBALL, SPORT = "medtop:20001065", "medtop:15000000"
PAGE = {
    "id": "p-1",
    "clean": {"title": MATCH[0], "headings": [], "paragraphs": [MATCH[1]], "author": None, "agency": None},
    "topics": [FOOTBALL],
}


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.jsonl.gz"])
def test_command(tmp_path: Path, name: str) -> None:
    """The command reads plain and packed files, and prints rates for each level and each error."""
    data = orjson.dumps(PAGE) + b"\n"
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    plot = tmp_path / "plot.svg"
    result = CliRunner().invoke(topics.command, [str(tmp_path / name), "--errors", "--plot", str(plot)])
    assert (result.exit_code, result.output.splitlines()[0][:7]) == (0, "1 pages")
    assert "top level                          precision 1.000  recall 1.000  F1 1.000" in result.output
    assert plot.read_text(encoding="utf-8").startswith("<svg")


def test_levels() -> None:
    """A topic counts for its top level, and with all above it."""
    concepts = taxonomy.load()
    assert topics.top_level([FOOTBALL], concepts) == {SPORT}
    assert topics.all_levels([FOOTBALL], concepts) == {FOOTBALL, "medtop:20000822", SPORT}


def test_topics_are_counted_over_all_articles() -> None:
    """Right, too much and missing, of all articles together."""
    found = topics.count([frozenset("ab"), frozenset("c")], [frozenset("a"), frozenset("d")])
    assert found == Hits(right=1, wrong=1, missed=2)


def test_reliability() -> None:
    """Scores by tenths: their mean, the share that is right, how many; one above a wanted topic is right."""
    given = [
        MediaTopic(id=SPORT, name_ar="", name_en="", score=0.92),
        MediaTopic(id="medtop:07000000", name_ar="", name_en="", score=0.98),
    ]
    assert topics.reliability([(given, frozenset([FOOTBALL]))], taxonomy.load()) == [(0.95, 0.5, 2)]


def test_texts_with_a_class(tmp_path: Path) -> None:
    """A file of texts with a class is measured by how many get theirs."""
    file = tmp_path / "classes.jsonl"
    rows = [
        {
            "label": "Sports",
            "text": "سجل المهاجم هدف الفوز في مرمى الفريق الضيف في الدقيقة الاخيرة من المباراة وتصدر الدوري",
        },
        {"label": "Finance", "text": "ارتفعت اسعار الاسهم في البورصة وزادت ارباح الشركات والبنوك في الربع الثاني"},
    ]
    file.write_bytes(b"\n".join(map(orjson.dumps, rows)))
    found = CliRunner().invoke(topics.command, [str(file)])
    assert found.output.splitlines()[1:] == [
        "1.000 right, choosing among the classes by words",
        "1.000 right by the first media topic",
    ]
