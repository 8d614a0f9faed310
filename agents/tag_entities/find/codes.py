"""Models and codes: letters spelt out in Arabic (إف 16, بي يو كاي), and a maker's name with a number (بوينغ 777)."""

from collections.abc import Sequence
from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import peel
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.find.text_names import add_text_name

_LISTS = wordlist.load("agents.tag_entities", "codes.toml")
_LETTERS: Final = _LISTS.words("letters")
_WORDS_TOO: Final = _LISTS.words("words_too")
_NOT_OPENING: Final = _LISTS.words("not_opening")
_INDICES: Final = _LISTS.words("indices")
_MAKER_KINDS: Final = frozenset(["company", "product", "vehicle", "weapon"])
"""Kinds of entities that models are called by."""
MAX_CODE_PARTS: Final = 7
"""Letters and number of a code."""
MAX_MODEL_DIGITS: Final = 3
"""Digits of a model's number, which is no year."""
MIN_MODEL_DIGITS: Final = 2
"""Digits of a number behind a maker's name."""
MIN_CODE_LETTERS: Final = 3
"""Letters of a code without a number."""


class Codes:
    """The pass that adds codes, and makes makers' names with a number behind them those of models."""

    name = "Codes"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a letter's name, a proclitic aside."""
        return word in _LETTERS or (word[0] in "وبل" and word[1:] in _LETTERS)

    def run(self, draft: Draft) -> None:
        """Add codes."""
        for name in draft.names:
            _lengthen(draft, name)
        words = draft.tokens.words
        done = 0
        for first in draft.starts(self):
            if first < done or not _goes_on(words, first) or draft.is_taken(first):
                continue
            skip = 0 if words[first] in _LETTERS else 1
            last = _end(draft, first)
            if _is_code([words[first][skip:], *words[first + 1 : last]]):
                add_text_name(draft, first, last, "MISC", skip=skip)
            done = last


def _goes_on(words: Sequence[str], first: int) -> bool:
    """Whether another letter or a number stands behind a letter."""
    follower = words[first + 1] if first + 1 < len(words) else ""
    return follower in _LETTERS or _is_model_number(follower)


def _end(draft: Draft, first: int) -> int:
    """Return where the letters end that stand from a position on, a number behind them included."""
    tokens = draft.tokens
    words = tokens.words
    last = first + 1
    limit = min(first + MAX_CODE_PARTS, len(words))
    while last < limit and tokens.between(last - 1) in (" ", "-", " - ", ".") and not draft.is_taken(last):
        if _is_model_number(words[last]):
            return last + 1
        if words[last] not in _LETTERS:
            break
        last += 1
    return last


def _is_model_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= MAX_MODEL_DIGITS


def _is_code(parts: list[str]) -> bool:
    """Whether letters and perhaps a number are a code: not all letters are words, and they are enough."""
    numbered = parts[-1].isdecimal()
    letters = parts[:-1] if numbered else parts
    if all(letter in _WORDS_TOO for letter in letters) or parts[0] in _NOT_OPENING:
        return False
    return numbered or len(letters) >= MIN_CODE_LETTERS


def _is_index(words: Sequence[str], first: int) -> bool:
    """Whether the word for a figure of a market stands before a name."""
    return first > 0 and any(rest in _INDICES for _, rest in peel(words[first - 1]))


def _lengthen(draft: Draft, name: Name) -> None:
    """Make the name of a maker that of its model: بوينغ 777."""
    tokens, known, position = draft.tokens, name.entity.known, name.last
    if (
        known is None
        or not (known.kind in _MAKER_KINDS or _is_index(tokens.words, name.first))
        or position >= len(tokens.words)
        or draft.is_taken(position)
        or tokens.between(position - 1) not in (" ", "-")
    ):
        return
    number = tokens.words[position]
    if not _is_model_number(number) or len(number) < MIN_MODEL_DIGITS:
        return
    end = tokens.spans[position][1]
    entity = EntityRef.of_text("MISC", tokens.text[name.start : end])
    draft.replace(name, name._replace(last=position + 1, end=end, entity=entity, full=True, evidence=()))
