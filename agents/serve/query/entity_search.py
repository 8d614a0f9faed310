"""Entities by their names, Arabic or English, though a letter is wrong."""

import sqlite3
from typing import Any

from agents.serve.query.cursor import Page
from agents.serve.query.entities import COLUMNS, item_of
from agents.serve.query.filters import SearchFilter
from agents.serve.search_words import is_near, name_words

MAX_WORDS = 6
MIN_LETTERS_TO_MISSPELL = 4
"""Letters of a word in which one may be wrong; in shorter ones that is another word."""
MAX_TRIED = 4_000
"""Words that share a half with the one that is asked for, and are compared with it."""
MAX_FORMS = 40
"""Other spellings that are asked for."""
MAX_FOUND = 3_000
"""Entities that are ranked."""


def search(db: sqlite3.Connection, wanted: SearchFilter) -> Page:
    """Return the entities with all the words in a name: those spelt so, then those spelt nearly so."""
    asked = name_words(wanted.q)[:MAX_WORDS]
    if not asked:
        return Page([])
    exact = " AND ".join([*(f'"{word}"' for word in asked[:-1]), f'"{asked[-1]}"*'])
    found = _matching(db, exact, wanted, [])
    if len(found) < wanted.limit:
        near = " AND ".join(_forms(db, word, is_last=place == len(asked) - 1) for place, word in enumerate(asked))
        found += _matching(db, near, wanted, [row[0] for row in found])
    return Page([item_of(row[1:]) for row in found[: wanted.limit]])


def _matching(db: sqlite3.Connection, expression: str, wanted: SearchFilter, but: list[int]) -> list[tuple[Any, ...]]:
    """Return number and columns of the entities whose names match, the most named first."""
    columns = ", ".join(f"e.{column}" for column in COLUMNS)
    rows = db.execute(
        f"SELECT e.n, {columns} FROM (SELECT rowid FROM names WHERE names MATCH ? LIMIT ?) f "
        "CROSS JOIN entities e ON e.n = f.rowid WHERE ? IS NULL OR e.type = ? "
        "ORDER BY e.articles DESC, e.known DESC, length(e.name_ar), e.n LIMIT ?",
        (expression, MAX_FOUND, wanted.type, wanted.type, wanted.limit + len(but)),
    ).fetchall()
    return [row for row in rows if row[0] not in but]


def _forms(db: sqlite3.Connection, word: str, *, is_last: bool) -> str:
    """Return the expression of a word in any spelling that the store has and that is one letter away."""
    forms = [f'"{word}"*' if is_last else f'"{word}"']
    if len(word) >= MIN_LETTERS_TO_MISSPELL:
        forms += [f'"{form}"' for form in near_words(db, word) if form != word]
    return "(" + " OR ".join(forms) + ")"


def near_words(db: sqlite3.Connection, word: str) -> list[str]:
    """Return words of names that are one letter away.

    One wrong letter leaves the first half of a word as it is, or the last; so words are looked up by both.
    """
    half = len(word) // 2
    head, tail = word[:half], word[half:][::-1]
    lengths = "length(word) BETWEEN ? AND ? LIMIT ?"
    rows = db.execute(
        f"SELECT word FROM (SELECT word FROM words WHERE word >= ? AND word < ? AND {lengths}) "
        f"UNION SELECT word FROM (SELECT word FROM words WHERE backwards >= ? AND backwards < ? AND {lengths})",
        (
            *(head, head + "\U0010ffff", len(word) - 1, len(word) + 1, MAX_TRIED),
            *(tail, tail + "\U0010ffff", len(word) - 1, len(word) + 1, MAX_TRIED),
        ),
    )
    return sorted(found for (found,) in rows if is_near(word, found))[:MAX_FORMS]
