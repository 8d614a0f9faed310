"""Whether two articles tell the same text. Pure."""

from agents.group.forms import other_figures, other_names
from agents.group.sketch import MIN_LIKENESS_OF_ONE_TEXT, lanes_of, likeness
from streams.records.bands import BandedArticle


def alike(one: BandedArticle, other: BandedArticle, needed: float, *, lanes: int | None = None) -> float:
    """Return how like two articles are; 0 where that is not enough, or where they tell of two things in one form.

    Parameters
    ----------
    one, other
        The articles, each as its latest known revision has it.
    needed
        The likeness from which on they are alike.
    lanes
        The lanes of the first one's sketch, where they are at hand.
    """
    if not (one.sketch and other.sketch):
        return 0.0
    lanes = lanes_of(one.sketch) if lanes is None else lanes
    found = likeness(lanes, one.pairs, lanes_of(other.sketch), other.pairs)
    if found < needed or other_figures(one, other):
        return 0.0
    return 0.0 if found < MIN_LIKENESS_OF_ONE_TEXT and other_names(one, other) else found
