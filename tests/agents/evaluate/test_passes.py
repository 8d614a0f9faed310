"""What each pass of tag_entities is worth."""

import json

from agents.evaluate.passes import Figures, Worth, pass_names, read_set, table
from agents.tag_entities.lexicon.lexicon import packaged
from tests.agents.evaluate.samples import entity, tagged
from tests.agents.evaluate.test_entities import PAGE
from tests.agents.evaluate.test_news import ROW


def test_a_folder_is_measured_by_its_pages(tmp_path):
    """Half of the mentions are found; no quotes are annotated."""
    (tmp_path / "pages.jsonl").write_text(json.dumps(PAGE), encoding="utf-8")
    known = read_set(tmp_path)
    found = [tagged("p1", [entity("per:1", "PER", "بوتين", "بوتين")])]
    assert (known.articles[0].title, known.measure(found)) == ("بوتين في القاهرة", Figures(2 / 3, 0.0, 0.0))


def test_a_file_is_measured_as_news(tmp_path):
    """One of three things is found, and one that is none."""
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps(ROW), encoding="utf-8")
    known = read_set(file)
    found = [tagged("n1", [entity("per:1", "PER", "بوتين"), entity("loc:1", "LOC", "باريس")])]
    assert (known.name, known.measure(found)) == ("news", Figures(0.4, 0.0, 0.0))


def test_the_table_has_a_line_a_pass():
    """Changes in hundredths, nothing where nothing changes or the time is another's."""
    rows = {
        "Works": [Worth(Figures(-0.0123, 0.0, 0.00001), 12.4)],
        "Ministries": [Worth(Figures(0.001, 0.0, 0.0), None)],
    }
    assert table(["news"], [Figures(0.8, 0.75, 0.5)], rows) == [
        "| pass | news: entities | news: quotes | news: speakers | news: µs |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| *all passes* | 80.0 | 75.0 | 50.0 |  |",
        "| Works | -1.23 |  |  | 12 |",
        "| Ministries | +0.10 |  |  |  |",
    ]


def test_readers_stand_behind_their_pass():
    """Each name once, as --without takes it."""
    names = pass_names(packaged())
    at = names.index("ComposedNames")
    assert (names[at + 1], len(names) - len(set(names))) == ("Ministries", 0)
