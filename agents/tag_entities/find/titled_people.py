"""Find people by rule: a name behind a title and an office."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.clitics import ARTICLE, DEFINITE, peel
from agents.arabic.folding import fold
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.people import LAST_LETTERS, NOT_BEHIND_TITLE, NOT_OPENING, OFFICE_LINKS
from agents.tag_entities.words.roles import CONNECTORS, OFFICES, ROLE_HEADS, STOP, TITLE_RUN, TITLES

_NOT_FIRST: Final = STOP | NOT_BEHIND_TITLE
"""Words that open no name behind a title."""
_TITLE_ENDINGS: Final = frozenset(title[-3:] for title in TITLES)
"""Their last letters, which tell at less cost that most words are none."""
_SON: Final = fold("ابن")
MAX_OFFICE_WORDS: Final = 9
"""Words between a title and the name: رئيس الاتحاد الآسيوي لكرة القدم."""
MAX_TITLE_WORDS: Final = 3
"""The same, behind a title that takes no office."""
MAX_NAME_WORDS: Final = 6
"""Words of a name."""
USUAL_NAME_WORDS: Final = 2
"""A given and a family name: most names have no more."""


class TitledPeople:
    """The pass that finds people behind titles, in words that no name has taken yet."""

    name = "TitledPeople"

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> None:
        self._word_kinds = word_kinds
        self._demonyms = demonyms

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a title, a proclitic aside."""
        if word[-3:] not in _TITLE_ENDINGS:
            return False
        return word not in NOT_OPENING and any(rest in TITLES for _, rest in peel(word))

    def run(self, draft: Draft) -> None:
        """Add people, from left to right."""
        done = 0
        for position in draft.starts(self):
            found = self._behind_title(draft, position) if position >= done else None
            if found is not None:
                first, done = found
                add_text_name(draft, first, done, "PER", full=done - first > 1)

    def _behind_title(self, draft: Draft, title: int) -> tuple[int, int] | None:
        """Step over an office to the name behind it."""
        tokens = draft.tokens
        words = tokens.words
        head = any(rest in ROLE_HEADS for _, rest in peel(words[title]))
        reach = MAX_OFFICE_WORDS if head else MAX_TITLE_WORDS
        for position in range(title + 1, min(title + 1 + reach, len(words))):
            between, word = tokens.between(position - 1), words[position]
            if between.strip(' ،,.(«"') or (". " in between and len(words[position - 1]) > 1):
                return None
            if draft.is_taken(position):
                if draft.is_person(position) or not head:
                    return None
                continue
            if word in TITLE_RUN or word in TITLES or word in self._demonyms:
                continue
            comma = "،" in between or "," in between
            if not comma or position == title + 1 or self._word_kinds[word].name:
                last = self._end(draft, position)
                if last is not None:
                    return position, last
            of_office = word not in STOP and (word.startswith(DEFINITE) or word in OFFICE_LINKS or word in OFFICES)
            if not head or comma or not of_office:
                return None
        return None

    def _end(self, draft: Draft, first: int) -> int | None:
        """Return where the name ends that begins at a position, None where none does or one word is not enough."""
        words = draft.tokens.words
        kind = self._word_kinds[words[first]]
        if not kind.name or (kind.common and not kind.given):
            return None
        if words[first] in _NOT_FIRST and not _is_name_by_letter(draft, first):
            return None
        last, names = first + 1, 1
        while last < min(first + MAX_NAME_WORDS, len(words)):
            added = 0 if self._is_over(draft, last) else self._part(draft, last, names)
            if not added:
                break
            last, names = last + added, names + 1
        return last if names > 1 or not kind.common else None

    def _is_over(self, draft: Draft, position: int) -> bool:
        """Whether a name is over before a position."""
        between, word = draft.tokens.between(position - 1), draft.tokens.words[position]
        if between not in (" ", "  ", "-", ". ") or draft.is_person(position):
            return True
        if word in STOP:
            return not _is_name_by_letter(draft, position)
        return word in self._demonyms and not self._word_kinds[word].family

    def _part(self, draft: Draft, position: int, names: int) -> int:
        """Return how many tokens go on with a name of some words at a position."""
        words, word = draft.tokens.words, draft.tokens.words[position]
        if word in CONNECTORS:
            behind = words[position + 1] if position + 1 < len(words) and word != _SON else ""
            return 2 if behind and self._word_kinds[behind].name else 0
        kind = self._word_kinds[word]
        loose = kind.common and not kind.firm and not word.startswith(ARTICLE)
        if not kind.name or (names >= USUAL_NAME_WORDS and loose):
            return 0
        listed = kind.given or kind.family
        return 0 if word[0] in "وفبل" and not listed and self._word_kinds[word[1:]].given else 1


def _is_name_by_letter(draft: Draft, position: int) -> bool:
    """Whether the last letter, which folding changes, makes a name of a common word: علي, and not على."""
    letter = LAST_LETTERS.get(draft.tokens.words[position])
    end = draft.tokens.spans[position][1]
    return letter is not None and letter in draft.as_published(end - 1, end)
