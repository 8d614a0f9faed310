"""How much of a page is read: what every later step costs follows from it."""

MAX_LINES = 20_000
"""Lines of a page that are read; no article has more."""
MAX_CHARACTERS = 200_000
"""Characters of a page's lines that are read: a book of a hundred pages, which no article is."""


def within_extent(texts: list[str]) -> list[str]:
    """Return the lines that are read; of the one at the border what goes up to a space."""
    if len(texts) <= MAX_LINES and sum(map(len, texts)) <= MAX_CHARACTERS:
        return texts
    left = MAX_CHARACTERS
    for index, text in enumerate(texts[:MAX_LINES]):
        if len(text) > left:
            begun = text[:left].rpartition(" ")[0]
            return [*texts[:index], begun] if begun else texts[:index]
        left -= len(text)
    return texts[:MAX_LINES]
