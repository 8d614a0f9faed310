"""The file of rules: what is wrong is said with its line and what to do."""

import itertools
import os
from pathlib import Path

import pytest

from agents.alert.rules_file import LiveRules, RulesFileError, load
from agents.commands.alerts import EXAMPLE
from streams import metrics


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "alerts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_is_right():
    """The file that `rasid alerts example` writes can be used, and shows every kind of rule."""
    kinds = {rule.kind for rule in load(EXAMPLE).rule}
    assert kinds == {"article", "threshold", "trend", "silence"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[[rule]]\nid = "a"\nphrases = ["x"]\n\n[[rule]]\nid = "b"\nphrases = 7\n', 7, "Expected `array`"),
        ('[[rule]]\nid = "a"\nphrase = ["x"]\n', 3, "unknown field"),
        ('[[rule]]\nid = "A b"\nphrases = ["x"]\n', 2, "is no id"),
        ('[[rule]]\nid = "a"\n', 2, "asks for nothing"),
        ('[[rule]]\nid = "a"\nmedia_topics = ["sport"]\n', 3, "medtop:11000000"),
        ('[[rule]]\nid = "a"\ncountries = ["Egypt"]\n', 3, "EG"),
        ('[[rule]]\nid = "a"\ntogether = ["loc:egypt"]\n', 3, "two or more"),
        ('[[rule]]\nid = "a"\nphrases = ["x"]\nsilent = {hours = 2}\n', 4, "name the outlets"),
        ('[[rule]]\nid = "a"\nphrases = ["x"]\nthreshold = {count = 0, hours = 1}\n', 4, "count must be"),
        ('[[rule]]\nid = "a"\nphrases = ["x"]\nquiet_hours = {from = "25:00", to = "1"}\n', 4, "write it as"),
        ('[[rule]]\nid = "a"\nphrases = ["x"]\nchannels = ["mail"]\n', 4, "no [[channel]]"),
        ('[[rule]]\nid = "a"\nphrases = ["x"]\n[[rule]]\nid = "a"\nphrases = ["y"]\n', 5, "same id"),
        ('[[channel]]\nid = "c"\n', 2, "either url or url_file"),
    ],
    ids=itertools.count(),
)
def test_faults_have_their_line(tmp_path: Path, text: str, line: int, said: str):
    """The message names the line of the field that is wrong, and what to do."""
    path = written(tmp_path, text)
    with pytest.raises(RulesFileError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert said in str(error.value)


def test_what_is_no_toml(tmp_path: Path):
    """Broken TOML is said with its line, as its reader says it."""
    with pytest.raises(RulesFileError, match="line 2"):
        load(written(tmp_path, '[[rule]]\nid = "a\n'))


def test_brackets_without_end(tmp_path: Path):
    """A file that no parser gets to the end of is refused like any other."""
    with pytest.raises(RulesFileError, match="nested deeper"):
        load(written(tmp_path, "rule = " + "[" * 3000))


def test_a_change_is_taken_and_a_wrong_one_is_not(tmp_path: Path):
    """A file that has changed is read again; one that has become wrong leaves the rules of before."""
    path = written(tmp_path, '[[rule]]\nid = "a"\nphrases = ["x"]\n')
    live = LiveRules(path)
    same = live.refresh()
    written(tmp_path, '[[rule]]\nid = "b"\nphrases = ["longer"]\n')
    taken = live.refresh()
    written(tmp_path, "[[rule]]\n")
    os.utime(path, ns=(1, 1))
    counted = metrics.RULES_REFUSED._value.get()
    refused = live.refresh()
    assert (same, taken, refused, [rule.id for rule in live.rules.rule]) == (False, True, False, ["b"])
    assert metrics.RULES_REFUSED._value.get() == counted + 1
