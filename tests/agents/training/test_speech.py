"""Learning what is said."""

import pytest

from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.candidates import Candidate
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.training.speech import Example, Found, count, learn, threshold, write

TEXT = "ab cd ef gh ij kl"


@pytest.fixture
def examples():
    """Return articles in which what stands behind a colon is said, and what is long is not."""
    tokens = tokenize(TEXT)
    text = SpeechText(tokens, [start for start, _ in tokens.spans], [], [], [])
    said = Candidate(FoundQuote(0, 8, None, None, direct=False, found_by="colon"), ["colon"])
    not_said = Candidate(FoundQuote(9, 17, None, None, direct=False, found_by="clause"), ["long"])
    return [Example(f"a{number}", text, [said, not_said], ["ab cd ef", "gh ij kl"], [["ab cd"]]) for number in range(9)]


def test_learned(examples):
    """What is said weighs more than nothing, and what is not less."""
    weights = learn(examples)
    assert weights["colon"] > 0 > weights["long"]


def test_hurried(examples):
    """What a hurried reader leaves out says nothing against its kind, and nothing of the hurry is kept."""
    left_out = [example._replace(article=f"h{example.article}", speeches=[], hurried=True) for example in examples]
    hurried = learn([*examples, *left_out])
    careful = learn([*examples, *(example._replace(hurried=False) for example in left_out)])
    assert hurried.keys() == {"colon", "long"}
    assert hurried["colon"] > careful["colon"]


def test_count(examples):
    """A quote that begins as annotated is right; another is wrong."""
    assert count(examples[:1], {"colon": 1.0, "long": 1.0}, 0) == Found(right=1, wrong=1, missed=0)


def test_missed(examples):
    """With a threshold that nothing reaches, every quote is missed."""
    assert count(examples, {"colon": 1.0}, 2) == Found(right=0, wrong=0, missed=9)


def test_threshold(examples):
    """The threshold is one with which folds find all that is said, and nothing else."""
    assert threshold(examples)[1] == Found(right=9, wrong=0, missed=0)


def test_written(tmp_path, examples, capsys):
    """The weights are written with where they are from."""
    write(examples, tmp_path / "weights.json")
    assert "9 quotes of 9 annotated articles" in (tmp_path / "weights.json").read_text()
    assert "F1 1.000" in capsys.readouterr().out
