"""The forms that a nationality adjective takes."""

from collections.abc import Iterator

from agents.arabic.folding import fold


def forms(adjective: str) -> Iterator[str]:
    """Give the folded forms of a masculine singular nisba, with and without ال: feminine, duals, plurals.

    Other words than a nisba (أتراك, روس) come back as they are.
    """
    base = fold(adjective.removeprefix("ال"))  # before folding: ألماني has no article
    stem = base[:-1] if base.endswith("ه") and base[-2:-1] == "ي" else base
    endings = ("", "ه", "ين", "ون", "ان", "تين", "تان", "ات", "و", "و") if stem.endswith("ي") else ("",)
    for form in dict.fromkeys([base, *(stem + ending for ending in endings)]):
        yield form
        yield "ال" + form


def feminine(adjective: str) -> bool:
    """Say whether a folded nationality adjective is feminine singular."""
    return adjective.endswith("يه")
