"""Sections: which of the standard ones an outlet's label means."""

import functools

from agents.arabic import wordlist
from agents.arabic.memo import Memo
from agents.clean.read.line_words import split

MAX_LABEL_WORDS = 5
"""Words of the longest label."""
_MIN_WORD_LETTERS = 3
"""Letters of a word that are left without its article."""
_BEFORE_LABELS = wordlist.load("agents.clean", "lines.toml").words("before_section_labels")


@functools.cache
def _table() -> dict[str, str]:
    table = wordlist.load("agents.clean", "sections.toml")
    labels = [(section, split(label)) for section in table.keys_of() for label in table.as_written(section)]
    names: dict[str, str] = {}
    for section, words in labels:
        names.setdefault(" ".join(words), section)
    for section, words in labels:
        names.setdefault(_bare(words), section)
    return names


def _bare(words: list[str]) -> str:
    """Drop what outlets put in front, and articles: «أخبار الرياضة» and «رياضة» are one."""
    while len(words) > 1 and words[0] in _BEFORE_LABELS:
        words = words[1:]
    return " ".join(map(_BARE.__getitem__, words))


def _without_article(word: str) -> str:
    """Return a word without its article, which may stand behind «و»: «والفنون» is «وفنون»."""
    joint = "و" if word.startswith("وال") else ""
    bare = word.removeprefix(joint).removeprefix("ال")
    return joint + bare if len(bare) >= _MIN_WORD_LETTERS else word


_BARE: Memo[str, str] = Memo(1 << 16, _without_article)
"""Words without their article."""


def standard(words: list[str]) -> str | None:
    """Return the standard section that a label means.

    Parameters
    ----------
    words
        The label's words as `split` gives them.

    Returns
    -------
    str or None
        One of the names in sections.toml; None where the words are no label that Rasid knows.
    """
    if 1 <= len(words) <= MAX_LABEL_WORDS and words[0] in _openers():
        return _STANDARD[" ".join(words)]
    return None


def may_open(word: str) -> bool:
    """Whether a label can begin with a word."""
    return word in _openers()


@functools.cache
def _openers() -> frozenset[str]:
    """Return the words that a label can begin with."""
    first = {name.partition(" ")[0] for name in _table()}
    joined = {f"وال{word[1:]}" for word in first if word[0] == "و"}
    return _BEFORE_LABELS | first | {f"ال{word}" for word in first} | joined


def _find(label: str) -> str | None:
    names = _table()
    return names.get(label) or names.get(_bare(label.split(" ")))


_STANDARD: Memo[str, str | None] = Memo(1 << 14, _find)
"""By label: the section that it means."""
