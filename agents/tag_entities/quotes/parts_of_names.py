"""Who is meant by a part of a name that nothing has found where it stands: هيفاء, التحالف."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name

RULE: Final = "part of a name"
"""How a subject is found, for `--explain`."""
_MIN_LETTERS: Final = 3


class PartsOfNames:
    """The words of the names of one article's people, and the first words of its bodies' names."""

    def __init__(self, tokens: Tokens, names: Iterable[Name]) -> None:
        self._words = tokens.words
        self._bearers: dict[str, list[tuple[int, EntityRef]]] = {}
        """Where each word stands in a name, in order, and whose name it is."""
        for name in names:
            last = name.last if name.entity.type == "PER" else name.first + 1
            if name.entity.type == "ORG" and name.last == last:
                continue
            for position in range(name.first, last):
                self._bearers.setdefault(_bare(tokens.words[position]), []).append((position, name.entity))

    def bearer(self, position: int) -> EntityRef | None:
        """Return the only one before a word whose name it is a part of."""
        word = _bare(self._words[position]) if position < len(self._words) else ""
        if len(word) < _MIN_LETTERS or word not in self._bearers:
            return None
        bearers = self._bearers[word]
        before = {entity.id: entity for _, entity in bearers[: bisect_left(bearers, position, key=lambda at: at[0])]}
        return next(iter(before.values())) if len(before) == 1 else None


def _bare(word: str) -> str:
    return word.removeprefix("ال")
