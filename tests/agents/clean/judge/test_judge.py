"""The tests of single lines, as a whole."""

from agents.clean.cleaner import part_names
from agents.clean.dates.clock import Clock
from agents.clean.judge import phrase_lexicon
from agents.clean.judge.judge import Judge
from agents.clean.judge.site import Site
from tests.agents.clean.pages import RECEIVED, cut_lines, judged


def test_each_test_has_a_name_of_its_own() -> None:
    """Tests and passes are named alike on the command line."""
    names = part_names()
    assert len(set(names)) == len(names)


def test_the_first_test_that_answers_decides() -> None:
    """A path with a date at its end is a path."""
    assert judged("الرئيسية » اقتصاد » 5 يناير 2026").by == "breadcrumb"


def test_a_line_is_judged_alike_when_it_comes_again() -> None:
    """What is remembered of it is all that was found."""
    judge, clock = Judge(), Clock.at(RECEIVED, "UTC")
    site = Site(phrase_lexicon.load(), frozenset(), None, clock)
    lines = [cut_lines("كتب: سالم الهاشمي")[0] for _ in range(2)]
    for line in lines:
        judge.judge([line], site)
    assert [(line.by, line.reason, line.byline) for line in lines] == [
        ("signature", "byline", lines[0].byline),
    ] * 2


def test_a_test_that_is_left_out_finds_nothing() -> None:
    """Other tests find what they find without it."""
    line = cut_lines("شارك الخبر")[0]
    Judge(["phrase"]).judge([line], Site(phrase_lexicon.load(), frozenset(), None, Clock.at(RECEIVED, "UTC")))
    assert line.by == ""
