"""Names and links of annotated pages."""

import json

from click.testing import CliRunner

from agents.cli import main
from agents.evaluate.entities import measure
from agents.evaluate.scores import Hits
from agents.evaluate.tagged_pages import TaggedPage
from tests.agents.evaluate.samples import entity, tagged

PAGE = {
    "id": "p1",
    "raw": {"source": "شراع"},
    "clean": {
        "title": "بوتين في القاهرة",
        "section": None,
        "headings": [],
        "paragraphs": ["وصل بوتين إلى القاهرة."],
        "author": None,
        "agency": None,
        "dateline": None,
    },
    "entities": [
        {"name_ar": "فلاديمير بوتين", "name_en": "Vladimir Putin", "type": "PER", "surfaces": {"بوتين": 2}},
        {"name_ar": "القاهرة", "name_en": "Cairo", "type": "LOC", "surfaces": {"القاهرة": 2}},
    ],
    "quotes": [],
}


def test_mentions_count_as_often_as_they_stand():
    """Of four mentions two are found, and one under another type."""
    article = tagged("p1", [entity("per:1", "PER", "بوتين", "بوتين"), entity("org:1", "ORG", "القاهرة")])
    assert measure([TaggedPage(PAGE, article)]).mentions == Hits(right=2, wrong=1, missed=2)


def test_links_are_right_by_the_name_in_one_of_both_languages():
    """The English name tells the president; another city of the name is wrong; a name without an entry is not asked."""
    putin = entity("per:1", "PER", "بوتين", name_en="Vladimir Putin")
    cairo = entity("loc:1", "LOC", "القاهره الجديده", "القاهرة", name_en="New Cairo")
    unknown = entity("per:2", "PER", "فلان", known=False)
    scores = measure([TaggedPage(PAGE, tagged("p1", [putin, cairo, unknown]))])
    assert (scores.linked, scores.linked_right) == (2, 1)


def test_the_command_prints_the_figures(tmp_path):
    """On a folder of one page, tagged for real."""
    (tmp_path / "pages.jsonl").write_text(json.dumps(PAGE) + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", "entities", str(tmp_path), "--errors"], catch_exceptions=False)
    assert result.output.splitlines() == [
        "p1",
        "  missed ",
        "  wrong  ",
        "  links  ",
        "mentions   4",
        "precision  1.000",
        "recall     1.000",
        "F1         1.000",
        "links right, of entities found and known  2/2",
    ]
