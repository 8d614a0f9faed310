"""The forms that a nationality adjective takes."""

from collections.abc import Iterator
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.folding import fold

_NISBA: Final = "ي"
_FEMININE_NISBA: Final = "يه"
_ENDINGS: Final = ("", "ه", "ين", "ون", "ان", "تين", "تان", "ات", "و")
"""Endings of a nisba: feminine, duals, plurals, and the plural before a genitive."""


def forms(adjective: str) -> Iterator[str]:
    """Yield the folded forms of a masculine singular nisba, with and without ال: feminine, duals, plurals.

    Other words than a nisba (أتراك, روس) come back as they are.
    """
    base = fold(adjective.removeprefix(ARTICLE))  # before folding: ألماني has no article
    stem = base[:-1] if is_feminine(base) else base
    endings = _ENDINGS if stem.endswith(_NISBA) else ("",)
    for form in dict.fromkeys([base, *(stem + ending for ending in endings)]):
        yield form
        yield ARTICLE + form


def is_feminine(adjective: str) -> bool:
    """Whether a folded nationality adjective is feminine singular."""
    return adjective.endswith(_FEMININE_NISBA)
