"""tag_entities with a pass left out."""

import json

import pytest

from agents.evaluate.tag_entities_passes import MODEL, TagEntities, pass_names, read_set
from agents.tag_entities.lexicon.lexicon import packaged
from streams.settings import Settings
from tests.agents.evaluate.samples import entity, tagged
from tests.agents.evaluate.test_entities import PAGE
from tests.agents.evaluate.test_news import ROW


def test_a_folder_is_measured_by_its_pages(tmp_path):
    """Half of the mentions are found; no quotes are annotated."""
    (tmp_path / "pages.jsonl").write_text(json.dumps(PAGE), encoding="utf-8")
    known = read_set(tmp_path)
    found = known.measure([tagged("p1", [entity("per:1", "PER", "بوتين", "بوتين")])])
    assert (known.articles[0].title, found) == (
        "بوتين في القاهرة",
        {"entities": pytest.approx(2 / 3), "quotes": 0.0, "speakers": 0.0},
    )


def test_a_file_is_measured_as_news(tmp_path):
    """One of three things is found, and one that is none."""
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps(ROW), encoding="utf-8")
    known = read_set(file)
    found = known.measure([tagged("n1", [entity("per:1", "PER", "بوتين"), entity("loc:1", "LOC", "باريس")])])
    assert (known.name, found["entities"]) == ("news", pytest.approx(0.4))


def test_readers_stand_behind_their_pass():
    """Each name once, as --without takes it."""
    names = pass_names(packaged())
    at = names.index("ComposedNames")
    assert (names[at + 1], len(names) - len(set(names))) == ("NationalBodies", 0)


def test_a_part_that_is_left_out_finds_nothing(tmp_path):
    """Without Decide no surface of the lexicon means anything."""
    clubs = [{"name_ar": club, "name_en": "", "type": "ORG", "surfaces": {club: 1}} for club in ("الهلال", "النصر")]
    clean = {**PAGE["clean"], "title": "", "paragraphs": ["فاز الهلال على النصر في الدوري."]}
    page = {**PAGE, "clean": clean, "entities": clubs}
    (tmp_path / "pages.jsonl").write_text(json.dumps(page), encoding="utf-8")
    stage = TagEntities(Settings(), [tmp_path])
    whole, without = (stage.measure(part)[0]["entities"] for part in (None, "Decide"))
    assert (stage.parts[0], whole, without < whole) == (MODEL, 1.0, True)


def test_each_pass_and_the_model_are_timed(tmp_path):
    """All take some time, also those that find nothing; a reader's is part of its pass's."""
    (tmp_path / "pages.jsonl").write_text(json.dumps(PAGE), encoding="utf-8")
    times = TagEntities(Settings(), [tmp_path]).time(1)[0]
    assert ({"Surfaces", "TitledPeople", MODEL} <= times.keys(), "Ministries" in times, min(times.values()) > 0) == (
        True,
        False,
        True,
    )
