"""The table of weights."""

from agents.tag_entities.draft import Evidence
from agents.tag_entities.match import weights

EVIDENCE = [value for value in vars(weights).values() if isinstance(value, Evidence)]


def test_each_piece_has_a_name_of_its_own():
    """--explain prints it."""
    assert len({piece.name for piece in EVIDENCE}) == len(EVIDENCE) > 20


def test_a_balance_is_the_sum_of_its_evidence():
    """In the order in which it was put in."""
    balance = weights.Balance()
    balance.add(weights.KIND_BEFORE)
    balance.add(weights.TITLE_BEFORE)
    assert (balance.total, balance.evidence) == (1.0, [weights.KIND_BEFORE, weights.TITLE_BEFORE])


def test_a_surface_that_is_hardly_anything_else_needs_no_more():
    """What is needed is what such a surface weighs."""
    assert weights.SURE_SURFACE.weight == weights.NEEDED
