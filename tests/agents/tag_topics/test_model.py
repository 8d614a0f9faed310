"""The trained model as a file."""

from pathlib import Path

from agents.tag_topics import model
from agents.tag_topics.choose import Threshold


def test_keeps_thresholds(tmp_path: Path) -> None:
    """The thresholds of topics are read as they were written."""
    chosen = (Threshold("medtop:15000000", 0.5, 0.4, 20, 0.9, 0.8),)
    file = tmp_path / "model.npz"
    model.save(model.empty()._replace(thresholds=chosen), file)
    assert chosen == model.load(file).thresholds


def test_loads_what_is_shipped() -> None:
    """Each word has a row, each concept a column; the row before the first word is that of all others."""
    shipped = model.load()
    assert shipped.words.weights.shape == (len(shipped.vocabulary) + 1, len(shipped.concepts))
