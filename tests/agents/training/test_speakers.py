"""Learning whom a verb of speech without a subject means."""

import pytest
from click import ClickException

from agents.training.speakers import Example, judged, learn, threshold, write

EXAMPLES = [
    Example(f"a{number}", [["nobody"], ["spoke last"], ["silent"]], [1] if number % 5 else [2]) for number in range(50)
]


def test_learned_order():
    """What is right more often weighs more."""
    weights = learn(EXAMPLES)
    assert weights["spoke last"] > weights["silent"] > weights["nobody"]


def test_judged():
    """The likeliest option is given with whether it is right."""
    likely, right, named = next(judged(EXAMPLES[1:2], learn(EXAMPLES)))
    assert (likely > 0.5, right, named) == (True, True, True)


def test_no_threshold():
    """Where no threshold is precise enough, the error says what to do."""
    doubtful = [example._replace(right=[1 + int(example.article[1:]) % 2]) for example in EXAMPLES]
    with pytest.raises(ClickException, match="annotate more"):
        threshold(doubtful)


def test_hurried_readings_choose_no_threshold():
    """Doubtful examples of articles that were read quickly do not raise the threshold."""
    certain = [example._replace(right=[1]) for example in EXAMPLES]
    wrong = [Example(f"b{number}", [["nobody"], ["spoke last"]], [0], hurried=True) for number in range(20)]
    assert threshold([*certain, *wrong])[1] == 1


def test_written(tmp_path, capsys):
    """The weights are written with where they are from."""
    certain = [example._replace(right=[1]) for example in EXAMPLES]
    write(certain, tmp_path / "weights.json")
    assert "50 verbs" in (tmp_path / "weights.json").read_text()
    assert "precision 1.000" in capsys.readouterr().out
