"""What was learned from texts: the page names every file and every text, and nothing of it is needed."""

import re
from pathlib import Path

import pytest

from agents.tag_entities.name_model.model import NameModel
from agents.tag_entities.tagger import Tagger
from agents.tag_topics import model as topic_model
from agents.tag_topics.classifier import Classifier
from streams.settings import Settings
from tests.agents.serve.filled import article

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/weights.md").read_text(encoding="utf-8")
ANNOTATIONS = ROOT / "agents/training/annotations"


def learned_files():
    """Return the files that ship and hold weights."""
    shipped = [path for path in (ROOT / "agents").rglob("*") if "training" not in path.parts]
    arrays = {path for path in shipped if path.suffix == ".npz"}
    return arrays | {path for path in shipped if path.suffix == ".json" and is_of_weights(path)}


def is_of_weights(path):
    """Whether a file of JSON holds mostly fractions."""
    text = path.read_text(encoding="utf-8")
    return 2 * len(re.findall(r": ?-?\d+\.\d", text)) > text.count(":")


def test_every_learned_file_is_on_the_page():
    """With what it was learned from."""
    assert [path for path in learned_files() if f"`{path.relative_to(ROOT)}`" not in PAGE] == []


def test_every_set_that_was_learned_from_is_on_the_page():
    """Those of annotated articles, and those whose sections taught media topics, with their terms."""
    annotated = "".join(path.read_text(encoding="utf-8") for path in ANNOTATIONS.rglob("*.jsonl"))
    taught = (ROOT / "agents/training/topic_model/news_sets.py").read_text(encoding="utf-8")
    sets = {*re.findall(r'"set": ?"(\w+)"', annotated), *re.findall(r'^    "(\w+)": [\d_]+,$', taught, re.MULTILINE)}
    assert len(sets) > 12
    assert [name for name in sorted(sets) if name not in PAGE] == []


def test_everything_works_without_models(monkeypatch: pytest.MonkeyPatch):
    """With no model loaded, names of the lexicon and topics of phrases are given, and the record says so."""
    monkeypatch.setattr(NameModel, "load", None)
    monkeypatch.setattr(topic_model, "load", None)
    settings = Settings(models="off")
    title = "البنك المركزي يرفع سعر الفائدة"
    text = f"{title}\nقرر البنك المركزي المصري رفع سعر الفائدة، وقال الرئيس عبد الفتاح السيسي إن التضخم يتراجع."
    plain = article("a", title=title, text=text, entities=[], media_topics=[])
    enriched = Classifier.load(settings).enrich(Tagger.load(settings).tag([plain]))[0]

    assert "per:abdel-fattah-el-sisi" in {entity.id for entity in enriched.entities}
    assert enriched.pipeline.models == {"media_topics": "none"}
