"""The portfolios of ministries and the bodies that rules compose names of."""

from agents.arabic.folding import fold
from agents.tag_entities.words.bodies import BARE, BODIES, PORTFOLIOS


def test_a_portfolio_stands_in_the_id_as_one_word():
    """Two words for one portfolio give one id."""
    assert {PORTFOLIOS[fold("التعليم")], PORTFOLIOS[fold("التربية")]} == {"education"}


def test_bare_portfolios_are_portfolios():
    """What names a ministry without وزارة is one of the portfolios."""
    assert PORTFOLIOS.keys() >= BARE


def test_a_body_has_a_slug_and_english_words():
    """A body of several words is one key."""
    assert BODIES[fold("القوات المسلحة")] == ("armed-forces", "Armed Forces")
