"""Cleaning with a test or pass left out."""

from agents.clean.judge import judge
from agents.evaluate.clean_passes import Clean
from streams.settings import Settings


def test_a_part_that_is_left_out_shows_in_the_figures(folder):
    """Without the pass that chooses the title there is none; the whole stage finds it."""
    stage = Clean(Settings(), [folder])
    whole, without = (stage.measure(part)[0] for part in (None, "title"))
    assert ({"phrase", "title"} <= set(stage.parts), whole["title"], without["title"]) == (True, 1.0, 0.0)


def test_each_pass_is_timed_and_nothing_stays_timed(folder):
    """All passes run on every page; a test only on the lines that none before it has judged."""
    tests = judge.TESTS
    times = Clean(Settings(), [folder]).time(1)[0]
    assert (times["body"] > 0, times["date"] > 0, judge.TESTS is tests) == (True, True, True)
