"""Sections: which of the standard ones an outlet's label means."""

import functools
import tomllib
from importlib import resources

from agents.arabic.folding import fold
from agents.clean.read.line_words import split

MOST_WORDS = 5
"""The longest label, in words."""
_LEADS = frozenset(fold("أخبار الأخبار اخبار قسم صفحة ملحق ركن شؤون باب ملف زاوية منتدى").split())


@functools.cache
def _table() -> dict[str, str]:
    tables = tomllib.loads((resources.files("agents.clean") / "words" / "sections.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    for section, labels in tables.items():
        for label in labels:
            words = split(label)
            names.setdefault(" ".join(words), section)
    for section, labels in tables.items():
        for label in labels:
            names.setdefault(_bare(split(label)), section)
    return names


def _bare(words: list[str]) -> str:
    """Drop what outlets put in front, and articles: «أخبار الرياضة» and «رياضة» are one."""
    while len(words) > 1 and words[0] in _LEADS:
        words = words[1:]
    return " ".join(_without_article(word) for word in words)


@functools.lru_cache(maxsize=1 << 16)
def _without_article(word: str) -> str:
    if word.startswith("وال") and len(word) > 5:  # noqa: PLR2004 - a word is left
        return "و" + word[3:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word  # noqa: PLR2004 - a word is left


def standard(words: list[str]) -> str | None:
    """Give the standard section that a label means.

    Parameters
    ----------
    words
        The label's words as `split` gives them.

    Returns
    -------
    str or None
        One of the names in sections.toml; None where the words are no label that Rasid knows.
    """
    if 1 <= len(words) <= MOST_WORDS and words[0] in _openers():
        return _standard(" ".join(words))
    return None


def opens(word: str) -> bool:
    """Say whether a label can begin with a word."""
    return word in _openers()


@functools.cache
def _openers() -> frozenset[str]:
    """Give the words that a label can begin with."""
    first = {name.partition(" ")[0] for name in _table()}
    joined = {f"وال{word[1:]}" for word in first if word[0] == "و"}
    return _LEADS | first | {f"ال{word}" for word in first} | joined


@functools.lru_cache(maxsize=1 << 14)
def _standard(label: str) -> str | None:
    names = _table()
    return names.get(label) or names.get(_bare(label.split(" ")))
