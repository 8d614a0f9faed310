"""Whether words can be the name of a person who writes."""

import functools

from agents.arabic import wordlist
from agents.clean.judge.byline_words import CAPTION_OPENERS, DATED_SUBJECTS, NOT_IN_PERSON_NAMES
from agents.clean.read.line_words import split

_NAME_WORDS = range(2, 6)
_LONG_NAME_WORDS = 4
"""Words from which on a name must hold one that is known, or what joins names."""
_MIN_VERB_LETTERS = 4
"""Letters of a word from which on its «ي» in front can be that of a verb in the present."""
_JOINTS = wordlist.load("agents.clean", "bylines.toml").words("name_joints")
_OPENERS = CAPTION_OPENERS | DATED_SUBJECTS
ALI = "علي"
"""A name in front of or behind a name; else the preposition «على», which folds to the same."""


@functools.cache
def given_names() -> frozenset[str]:
    """Return the folded words that open people's names."""
    return frozenset(split(" ".join(wordlist.load("agents.clean", "given_names.toml").as_written("given_names"))))


def is_name(words: list[str]) -> bool:
    """Whether words can be a person's name."""
    if len(words) not in _NAME_WORDS or words[0] in _OPENERS or not NOT_IN_PERSON_NAMES.isdisjoint(words):
        return False
    if not "".join(words).isalpha() or any(map(_is_in_no_name, words)):
        return False
    if len(words) >= _LONG_NAME_WORDS and not _is_long_name(words):
        return False
    return ALI not in words or _names_ali(words)


def is_known_name(words: list[str]) -> bool:
    """Whether words are a person's name by all that can be known: the first of them is a known given name."""
    return is_name(words) and words[0] in given_names()


def _is_long_name(words: list[str]) -> bool:
    """Whether four words or more hold a name that is known, or what joins names."""
    if not (given_names().isdisjoint(words) and _JOINTS.isdisjoint(words)):
        return True
    return any(word[0] == "و" for word in words[2:])


def _names_ali(words: list[str]) -> bool:
    """Whether each «علي» among words is a name."""
    behind = all(word != ALI or index == 0 or words[index - 1] in given_names() for index, word in enumerate(words))
    return behind and (words[-1] != ALI or len(words) > min(_NAME_WORDS) or words[0] in given_names())


def _is_in_no_name(word: str) -> bool:
    """Whether a word looks like none that names hold: «والوزير», «يفتتح»."""
    return word.startswith("وال") or (word[0] == "ي" and len(word) >= _MIN_VERB_LETTERS and word not in given_names())
