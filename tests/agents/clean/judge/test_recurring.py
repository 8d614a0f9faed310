"""Test `recurring`: lines that the outlet shows on page after page."""

from agents.clean.judge.outlet_profile import Profile, keys_of_line
from agents.clean.read.line_words import fold_lines
from tests.agents.clean.pages import ORIGIN, judged

LINE = "خدمات الميناء والشحن لقراء الشراع"


def known(share: float) -> Profile:
    """Return the profile of an outlet that shows the line on some of its pages."""
    folded, words, _ = fold_lines([LINE])
    own = keys_of_line(LINE, folded[0], words[0]).own
    count = int(100 * share)
    return Profile(id="x", origin=ORIGIN, pages=100, lines=dict.fromkeys(own, (count, 0, 100)))


def test_a_line_that_stands_on_many_pages_is_the_outlets() -> None:
    """No phrase says why."""
    line = judged(LINE, profile=known(0.5))
    assert (line.by, line.reason, line.recurs) == ("recurring", "recurring", 0.5)


def test_a_line_that_stands_on_few_pages_is_not() -> None:
    """One page in ten is too few."""
    assert judged(LINE, profile=known(0.1)).by == ""
