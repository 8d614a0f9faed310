"""The commands, and the annotations that the project keeps."""

import json
import re

import pytest
from click.testing import CliRunner

from agents.training.annotations import __main__ as commands
from agents.training.annotations import records
from tests.agents.training.annotations.conftest import ANNOTATED, ARTICLE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give an empty folder in the place of the project's."""
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(commands, "FOLDER", kept)
    return kept


def test_add_and_restore(folder, data, tmp_path):
    """What was added, twice even, is restored once, and the summary counts it."""
    gold, articles = tmp_path / "gold.jsonl", tmp_path / "articles.jsonl"
    gold.write_text(json.dumps(ANNOTATED), encoding="utf-8")
    articles.write_text(json.dumps(ARTICLE), encoding="utf-8")
    asked = ["add", str(gold), "--articles", str(articles), "--into", "new.jsonl", "--data", str(data)]
    run = CliRunner()
    run.invoke(commands.main, asked, catch_exceptions=False)
    said = run.invoke(commands.main, asked, catch_exceptions=False).output
    assert "1 articles converted, 0 of them held out" in said
    assert "1 PER, 2 LOC, 0 ORG, 0 MISC, 6 places, 1 quotes" in said
    assert "not in the text: n1: إربد" in said
    restored = run.invoke(
        commands.main, ["restore", "--file", "new.jsonl", "--data", str(data)], catch_exceptions=False
    )
    assert [json.loads(line)["id"] for line in restored.output.splitlines()] == ["n1"]
    assert len(list(records.read(folder))) == 1


def test_kept_annotations_hold_no_text():
    """Nothing of the articles' own Arabic stands in the kept files, and each article stands there once."""
    articles = list(records.read())
    assert len({(article.set, article.row, article.letters) for article in articles}) == len(articles)
    for path in records.FOLDER.glob("*.jsonl"):
        assert not re.search("[\u0621-\u064a]", path.read_text(encoding="utf-8"))


def test_kept_annotations_fit():
    """Places lie inside the annotated text, and speakers are things of the article."""
    for article in records.read():
        places = [place for thing in article.entities for place in thing.places]
        places += [speech.begins for speech in article.quotes]
        assert all(0 <= start < end <= article.letters for start, end in places)
        assert all(speech.speaker is None or speech.speaker < len(article.entities) for speech in article.quotes)
