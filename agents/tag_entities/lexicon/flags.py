"""How a surface names an entity, as the artifact packs it: the entity's index above a few bits of flags."""

WEAK = 1
"""A surface that is linked only with evidence."""
CASED = 2
"""A surface in Latin letters, which must stand in the text as the lexicon writes it."""
SURNAME = 4
"""A surface that is a person's surname, linked only by title or by the full name elsewhere in the article."""
_FLAG_BITS = 3
_FLAGS = (1 << _FLAG_BITS) - 1


def pack(index: int, flags: int) -> int:
    """Return an entity's index with the flags of a surface."""
    return index << _FLAG_BITS | flags


def index_of(packed: int) -> int:
    """Return the index of the entity."""
    return packed >> _FLAG_BITS


def flags_of(packed: int) -> int:
    """Return the flags of the surface."""
    return packed & _FLAGS
