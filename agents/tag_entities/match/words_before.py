"""What stands right before a surface: a word, a word for several of its kind, an office."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import AND
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known

_MAX_WORDS_OF_LIST: Final = 12
_MAX_WORDS_OF_PLACE: Final = 2
"""Words of one place in a list."""
_MAX_OFFICE_LETTERS: Final = 60
"""Letters before a surname in which its bearer's office is looked for."""
_BETWEEN_OFFICE_AND_NAME: Final = " ،,"
_MAX_DATELINE_LETTERS: Final = 60
"""Letters of a line before its dateline ends: fewer than these."""
_MAX_DATELINE_WORDS: Final = 4
"""Words of a line before the agency that signs it."""
_SLASH: Final = "/"
_BEFORE_SIGNATURE: Final = ("-", "–", "—", "ـ", "(")


def word_before(tokens: Tokens, first: int) -> str:
    """Return the word before a position, empty at the beginning of the text."""
    return tokens.words[first - 1] if first else ""


def is_listed(tokens: Tokens, first: int, plurals: Collection[str]) -> bool:
    """Whether a name stands in a list behind a word for several of its kind: محافظات تعز وإب وذمار."""
    words, loose, nearest = tokens.words, 0, max(0, first - _MAX_WORDS_OF_LIST)
    for position in range(first if plurals else 0, nearest, -1):
        before, between = words[position - 1], tokens.between(position - 1)
        joined = words[position][0] == AND or "،" in between
        loose = 0 if joined else loose + 1
        if loose > _MAX_WORDS_OF_PLACE or between.strip(" ،"):
            return False
        if before in plurals or before[1:] in plurals:
            return True
    return False


def has_office_before(tokens: Tokens, first: int, known: Known) -> bool:
    """Whether a surname stands behind its bearer's own office: وزير الخارجية الروسي لافروف."""
    if not known.roles:
        return False
    start = tokens.spans[first][0]
    before = tokens.text[max(0, start - _MAX_OFFICE_LETTERS) : start].rstrip(_BETWEEN_OFFICE_AND_NAME)
    return any(before.endswith(role) for role in known.roles)


def is_signature(tokens: Tokens, surface: Surface) -> bool:
    """Whether a surface stands where an agency or a paper signs: بغداد / الأناضول, أبوظبي (الاتحاد)."""
    text = tokens.text
    before = text[text.rfind("\n", 0, surface.start) + 1 : surface.start].rstrip()
    if before.endswith(_SLASH) or text[surface.end : surface.end + 2].lstrip().startswith(_SLASH):
        return len(before) < _MAX_DATELINE_LETTERS
    return before.endswith(_BEFORE_SIGNATURE) and 0 < len(before.split()) <= _MAX_DATELINE_WORDS
