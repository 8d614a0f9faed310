"""How much an article is about an entity."""

from typing import Final

_OF_SHARE: Final = 0.4
"""Weight of an entity's mentions, as a share of the most mentioned one's."""
_OF_FIRST: Final = 0.25
"""Weight of how early it is first mentioned."""
_OF_TITLE: Final = 0.35
"""Weight of a mention in the title."""


def salience(count: int, most: int, first: float, *, in_title: bool) -> float:
    """Return the salience of an entity: the share of its mentions, where the first stands, and the title.

    Parameters
    ----------
    count, most
        Mentions of the entity, and of the article's most mentioned one.
    first
        Where the first mention stands, 0 at the start of the text and 1 at its end.
    in_title
        Whether the title names it.

    Returns
    -------
    float
        0 to 1, two decimals.
    """
    return round(_OF_SHARE * count / max(1, most) + _OF_FIRST * (1 - first) + _OF_TITLE * in_title, 2)
