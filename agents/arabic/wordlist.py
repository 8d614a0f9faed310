"""Lists of words as data: TOML files beside the code that reads them, folded once and kept."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from agents.arabic.folding import fold


class WordLists:
    """The lists of one file, each read once, folded, under the type that its reader asks for.

    Parameters
    ----------
    name
        The file's name, for messages.
    tables
        The file's keys and values as TOML gives them.
    """

    def __init__(self, name: str, tables: Mapping[str, Any]) -> None:
        self._name = name
        self._tables = tables

    def words(self, key: str) -> frozenset[str]:
        """Return the folded words of a list; an item of several words counts as each of them."""
        return frozenset(fold(word) for item in self._list(key) for word in item.split())

    def phrases(self, key: str) -> tuple[str, ...]:
        """Return the folded items of a list, in their order, each as it stands."""
        return tuple(fold(item) for item in self._list(key))

    def as_written(self, key: str) -> tuple[str, ...]:
        """Return the items of a list as the file has them, for a reader that folds them otherwise or not at all."""
        return tuple(self._list(key))

    def keys_of(self, prefix: str = "") -> tuple[str, ...]:
        """Return the file's keys, or those of one of its tables."""
        return tuple(self._get(prefix) if prefix else self._tables)

    def table(self, key: str) -> dict[str, str]:
        """Return a table of words: folded keys, values as written."""
        table = self._get(key)
        if not isinstance(table, dict):
            raise TypeError(f"{self._name}: {key} is no table")
        return {fold(word): str(value) for word, value in table.items()}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists: folded keys, values as written."""
        return {fold(word): tuple(values) for word, values in self._lists(key).items()}

    def sets(self, key: str) -> dict[str, frozenset[str]]:
        """Return the lists of a table by their names, each as `words` gives it."""
        return {name: self.words(f"{key}.{name}") for name in self._lists(key)}

    def grouped(self, key: str) -> dict[str, str]:
        """Return each folded word of a table of lists, and the name of the list that holds it."""
        return {fold(word): name for name, items in self._lists(key).items() for item in items for word in item.split()}

    def rows(self, key: str) -> list[dict[str, Any]]:
        """Return an array of tables, as written."""
        rows = self._get(key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise TypeError(f"{self._name}: {key} is no array of tables")
        return rows

    def _lists(self, key: str) -> dict[str, list[str]]:
        table = self._get(key)
        if not isinstance(table, dict) or not all(_is_list_of_words(items) for items in table.values()):
            raise TypeError(f"{self._name}: {key} is no table of lists of words")
        return table

    def _list(self, key: str) -> list[str]:
        items = self._get(key)
        if not _is_list_of_words(items):
            raise TypeError(f"{self._name}: {key} is no list of words")
        return list(items)

    def _get(self, key: str) -> Any:
        found: Any = self._tables
        for part in key.split("."):
            if part not in found:
                raise KeyError(f"{self._name} has no {key}")
            found = found[part]
        return found


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


@functools.cache
def load(package: str, file: str) -> WordLists:
    """Read a file of lists from a package's `words` folder, once.

    Parameters
    ----------
    package
        The stage's package, such as `agents.tag_entities`.
    file
        The file's name, such as `roles.toml`.

    Raises
    ------
    FileNotFoundError
        When there is no such file.
    tomllib.TOMLDecodeError
        When it is no TOML.
    """
    text = (resources.files(package) / "words" / file).read_text("utf-8")
    return WordLists(f"{package}/words/{file}", tomllib.loads(text))
