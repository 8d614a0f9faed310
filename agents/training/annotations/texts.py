"""The texts that annotations are of: rows of the news sets, tidied, cut, and checked by their hash."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


class TextError(Exception):
    """A text is not there, or is not the one that was annotated."""


def tidy(text: str) -> str:
    """Return a text without empty lines, each run of white space inside a line as one space."""
    return "\n".join(line for raw in text.splitlines() if (line := " ".join(raw.split())))


def whole(title: str, text: str) -> str:
    """Return title and text as one, each tidied: what offsets count in."""
    return "\n".join(part for part in (tidy(title), tidy(text)) if part)


def digest(text: str) -> str:
    """Return the first 16 hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _text(row: Mapping[str, Any]) -> str:
    return row.get("text") or row.get("content") or ""


class Texts:
    """The rows of the news sets under a data folder, each set read once.

    Parameters
    ----------
    root
        The data folder; a set's rows stand in `news/SET/SET-dev.jsonl.gz`, or right in `news`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.rows = cache(self._read)

    def _read(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a set, title and text tidied."""
        folder, file = self._root / "news", f"{name}-dev.jsonl.gz"
        path = folder / name / file if (folder / name).is_dir() else folder / file
        if not path.exists():
            raise TextError(f"the set {name} is not at {path}")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [row | {"title": tidy(row.get("title") or ""), "text": tidy(_text(row))} for row in rows]

    def row_of(self, name: str, title: str, text: str) -> int | None:
        """Return the number of the first row that has a title and begins with a text, None where there is none."""
        title, text = tidy(title), tidy(text)
        rows = enumerate(self.rows(name))
        return next((i for i, row in rows if row["title"] == title and row["text"].startswith(text)), None)

    def text(self, name: str, row: int, letters: int, sha256: str) -> str:
        """Return the annotated text, its title first.

        Raises
        ------
        TextError
            When the set or the row is not there, or what stands there is another text.
        """
        rows = self.rows(name)
        if not 0 <= row < len(rows):
            raise TextError(f"{name} has no row {row}")
        text = whole(rows[row]["title"], rows[row]["text"])[:letters]
        if digest(text) != sha256:
            raise TextError(f"row {row} of {name} is another text than the annotated one")
        return text
