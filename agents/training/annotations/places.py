"""Where the surfaces of an article's things stand in its text."""

import re
from collections.abc import Sequence

Place = tuple[int, int]

MIN_BARE_LETTERS = 4
"""Letters of a surface, article included, that may stand behind `لل` without its article."""
_MARKS = r"[\u064b-\u0652\u0640]*"
_BEFORE = rf"(?<![^\W_])(?:[وف]{_MARKS})?(?:لل|[بلك])?{_MARKS}"
"""What may be glued in front of a name: proclitics, from the beginning of a word."""
_BEHIND = r"(?![^\W_])"


def places_of(text: str, surface: str) -> list[Place]:
    """Return all places of a surface: whole words, but for the proclitics in front, such as `القاهرة` in `بالقاهرة`.

    Behind `لل` a surface stands without its article: `قاهرة` in `للقاهرة`.
    """
    if not surface:
        return []
    found = [match.span(1) for match in re.finditer(rf"{_BEFORE}({re.escape(surface)}){_BEHIND}", text)]
    if surface.startswith("ال") and len(surface) > MIN_BARE_LETTERS:
        bare = rf"(?<![^\W_])[وف]?لل({re.escape(surface[2:])}){_BEHIND}"
        found += [match.span(1) for match in re.finditer(bare, text)]
    return found


def places(text: str, things: Sequence[Sequence[str]]) -> list[list[Place]]:
    """Return the places of each thing, in order, but for those inside a longer name of another thing.

    A thing that stands nowhere else keeps its places there.

    Parameters
    ----------
    things
        Each thing's surfaces.
    """
    every = [sorted({place for surface in surfaces for place in places_of(text, surface)}) for surfaces in things]
    taken: list[tuple[int, int, int]] = []
    for thing, start, end in sorted(
        ((thing, *place) for thing, of in enumerate(every) for place in of),
        key=lambda found: (found[1] - found[2], found),
    ):
        if all(end <= other[1] or start >= other[2] or thing == other[0] for other in taken):
            taken.append((thing, start, end))
    outside = [sorted((start, end) for owner, start, end in taken if owner == thing) for thing in range(len(things))]
    return [kept or inside for kept, inside in zip(outside, every, strict=True)]
