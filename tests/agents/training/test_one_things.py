"""Learning which names are one thing."""

import json

import pytest
from click import ClickException

from agents.training.one_things import Example, examples, learn, threshold, write


@pytest.fixture
def pairs():
    """Return pairs of articles in which names that share an end are one thing, and names that share a head are not."""
    return [
        Example(f"a{number}", [feature], right, hurried=False)
        for number in range(12)
        for feature, right in (("ends", True), ("head", False))
    ]


def test_learned(pairs):
    """What is one thing weighs more than nothing, and what is not less."""
    weights = learn(pairs)
    assert weights["ends"] > 0 > weights["head"]


def test_hurried(pairs):
    """What tells that an article was read quickly is learned and not kept."""
    assert learn([pair._replace(hurried=True) for pair in pairs]).keys() == {"ends", "head"}


def test_threshold(pairs):
    """From the sum on folds make one of what is one, and of nothing else."""
    assert threshold(pairs)[1:] == (12, 0, 0)


def test_threshold_of_doubtful_pairs(pairs):
    """Where no more than half of the unions would be right, the error says what to do."""
    doubtful = [pair._replace(features=["ends"]) for pair in pairs]
    with pytest.raises(ClickException, match="annotate more"):
        threshold(doubtful)


def test_threshold_without_pairs():
    """Where there is nothing to make one, there is no threshold either."""
    with pytest.raises(ClickException, match="annotate more"):
        threshold([])


def test_written(tmp_path, pairs, capsys):
    """The weights are written with where they are from."""
    write(pairs, tmp_path / "weights.json")
    assert "24 pairs of 12 annotated articles" in (tmp_path / "weights.json").read_text()
    assert "12 right, 0 wrong, 0 missed" in capsys.readouterr().out


def test_pairs_of_an_article(tmp_path):
    """Two wordings of one annotated thing are an example, and so are two things that share words."""
    text = "أعلن المركز الوطني لقياس الزلازل ذلك. وقال مركز قياس الزلازل إن لجنة رصد الزلازل اجتمعت."
    things = [
        {"name": "المركز", "type": "ORG", "surfaces": ["المركز الوطني لقياس الزلازل", "مركز قياس الزلازل"]},
        {"name": "اللجنة", "type": "ORG", "surfaces": ["لجنة رصد الزلازل"]},
    ]
    row = {"id": "a", "source": "b", "title": "", "text": text, "entities": things, "quotes": []}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    found = list(examples(tmp_path / "a.jsonl"))
    assert {pair.right for pair in found} == {True, False}
