"""Words that are no name where certain words or marks stand beside them: the rows of exceptions.toml.

A pass takes its rows once, and looks words up by their folded form; hardly a word has a row, so that asking costs one
look-up::

    self._exceptions = exceptions.no_names()
    ...
    rows = self._exceptions.get(words[position])
    if rows and exceptions.is_excepted(rows, words, position, position + 1, as_published):
        ...  # no name
"""

import functools
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.folding import fold

NO_NAME: Final = "name"
"""What `is_not` says of a word that names nothing at all."""
_IS_NOT: Final = frozenset([NO_NAME, "PER", "LOC", "ORG", "MISC"])


class WordException(NamedTuple):
    """One row: a folded word, what it is not, and where. Fields that say nothing are empty."""

    surface: str
    is_not: str
    """`name`, or an entity type that it is not."""
    means: str
    """What it is instead, in English."""
    example: str
    preceded_by: frozenset[str] = frozenset()
    followed_by: frozenset[str] = frozenset()
    spelt_with: frozenset[str] = frozenset()

    def applies(self, before: str, behind: str, as_published: str) -> bool:
        """Whether the row holds for a word where it stands.

        Parameters
        ----------
        before, behind
            The folded words beside it, empty at the text's ends.
        as_published
            The word as the text has it, with the mark behind its last letter.
        """
        return (
            (not self.preceded_by or before in self.preceded_by)
            and (not self.followed_by or behind in self.followed_by)
            and self.spelt_with.issubset(as_published)
        )

    def bars(self, entity_type: str) -> bool:
        """Whether the word cannot be a name of a type."""
        return self.is_not in {NO_NAME, entity_type}


@functools.cache
def by_word() -> dict[str, tuple[WordException, ...]]:
    """Return the rows of each folded word that has any, in their order.

    Raises
    ------
    ValueError
        When a row has a field that no row has, or `is_not` is neither `name` nor an entity type.
    """
    found: dict[str, tuple[WordException, ...]] = {}
    for row in wordlist.load("agents.tag_entities", "exceptions.toml").rows("exceptions"):
        exception = _read(row)
        found[exception.surface] = (*found.get(exception.surface, ()), exception)
    return found


@functools.cache
def no_names() -> dict[str, tuple[WordException, ...]]:
    """Return the rows that bar every name, of words that have any."""
    barred = {word: tuple(row for row in rows if row.is_not == NO_NAME) for word, rows in by_word().items()}
    return {word: rows for word, rows in barred.items() if rows}


def is_excepted(rows: Sequence[WordException], words: Sequence[str], first: int, last: int, as_published: str) -> bool:
    """Whether one of a surface's rows holds for tokens `first` to `last` (exclusive) of a text."""
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    return any(row.applies(before, behind, as_published) for row in rows)


def _read(row: dict[str, Any]) -> WordException:
    unknown = row.keys() - set(WordException._fields)
    if unknown or row["is_not"] not in _IS_NOT:
        raise ValueError(f"exceptions.toml: {row}: {sorted(unknown) or 'is_not'} is not as the head of the file says")
    return WordException(
        fold(row["surface"]),
        row["is_not"],
        row["means"],
        row["example"],
        frozenset(map(fold, row.get("preceded_by", ()))),
        frozenset(map(fold, row.get("followed_by", ()))),
        frozenset(row.get("spelt_with", ())),
    )
