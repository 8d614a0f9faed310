"""Counts of right, wrong and missing answers."""

import pytest

from agents.evaluate.scores import Exact, Hits, Score


def test_rates_are_shares_of_the_answers_and_of_what_was_wanted() -> None:
    """Two of three answers right, two of four things found."""
    hits = Hits(right=2, wrong=1, missed=2)
    assert (hits.precision, hits.recall, hits.f1) == (2 / 3, 0.5, pytest.approx(4 / 7))


def test_rates_of_nothing_are_zero() -> None:
    """No division by nothing."""
    assert str(Hits()) == "precision 0.000  recall 0.000  F1 0.000"


def test_scores_count_lines_as_often_as_they_stand() -> None:
    """Two copies wanted and one found is one right and one missed."""
    score = Score()
    assert score.add(["a", "b"], ["a", "a"]) == [("+", "b"), ("-", "a")]
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_an_empty_answer_is_no_answer() -> None:
    """None and an empty string are one."""
    exact = Exact()
    exact.add("p1", "", None)
    exact.add("p2", "أ", "ب")
    assert (exact.share, exact.mistakes) == (0.5, ["p2: 'أ' instead of 'ب'"])
