"""How much an article is about an entity."""


def salience(count: int, most: int, first: float, *, in_title: bool) -> float:
    """Weigh the share of mentions, the place of the first and the title.

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
    return round(0.4 * count / max(1, most) + 0.25 * (1 - first) + 0.35 * in_title, 2)
