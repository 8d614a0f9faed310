"""Find people by rule: a name behind a title and an office."""

from collections.abc import Mapping
from typing import Any, Final

from agents.arabic.clitics import ARTICLE, DEFINITE, peel
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.person_name import Run, Runs
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.name_parts import DESCENT
from agents.tag_entities.words.people import GIVEN_TITLES, LAST_LETTERS, NOT_OPENING, OFFICE_LINKS
from agents.tag_entities.words.roles import OFFICES, ROLE_HEADS, STOP, TITLE_RUN, TITLES

MAX_OFFICE_WORDS: Final = 9
"""Words between a title and the name: رئيس الاتحاد الآسيوي لكرة القدم."""
MAX_TITLE_WORDS: Final = 3
"""The same, behind a title that takes no office."""


class _NamesByLetter:
    """The positions at which the last letter, which folding changes, tells a name from a common word: علي from على."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def __contains__(self, position: Any) -> bool:
        """Whether such a name stands at a position."""
        letter = LAST_LETTERS.get(self._draft.tokens.words[position])
        if letter is None:
            return False
        start, end = self._draft.tokens.spans[position]
        return letter in self._draft.as_published(max(start, end - 1), end)


class TitledPeople:
    """The pass that finds people behind titles, in words that no name has taken yet."""

    name = "TitledPeople"

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> None:
        self.starts = is_title
        self._word_kinds = word_kinds
        self._demonyms = demonyms
        self._runs = Runs(word_kinds, demonyms)
        self._exceptions = exceptions.of_type("PER")

    def run(self, draft: Draft) -> None:
        """Add people, from left to right."""
        words = draft.tokens.words
        twins = _NamesByLetter(draft)
        done = 0
        for position in draft.starts(self):
            if position < done:
                continue
            word = words[position]
            if position and words[position - 1] in DESCENT:
                continue
            run = self._behind_title(draft, position, twins)
            if run is None or (word in self._exceptions and self._is_other_word(draft, position)):
                continue
            if run.first >= done:
                done = run.last
                several = run.last - run.first > 1
                add_text_name(draft, run.first, run.last, "PER", skip=run.skip, full=several)

    def _is_other_word(self, draft: Draft, position: int) -> bool:
        """Whether a word is no name where it stands: فإن, من عمر الشوط."""
        words = draft.tokens.words
        published = draft.as_published(*draft.tokens.spans[position])
        return exceptions.is_excepted(self._exceptions[words[position]], words, position, position + 1, published)

    def _behind_title(self, draft: Draft, title: int, twins: _NamesByLetter) -> Run | None:
        """Step over an office to the name behind it."""
        tokens = draft.tokens
        words = tokens.words
        head = any(rest in ROLE_HEADS for _, rest in peel(words[title]))
        reach = MAX_OFFICE_WORDS if head else MAX_TITLE_WORDS
        for position in range(title + 1, min(title + 1 + reach, len(words))):
            between = tokens.between(position - 1)
            if between.strip(' ،,.(«"') or "\n" in between or (". " in between and len(words[position - 1]) > 1):
                return None
            if draft.is_taken(position):
                if draft.is_person(position) or not head:
                    return None
                continue
            if self._is_more_title(tokens, position):
                continue
            comma = "،" in between or "," in between
            if not comma or position == title + 1 or self._word_kinds[words[position]].name:
                run = self._runs.take(draft, position, twins)
                if run is not None:
                    return run
            if not head or comma or not _is_of_office(words[position]):
                return None
        return None

    def _is_more_title(self, tokens: Tokens, position: int) -> bool:
        """Whether a word between a title and a name is a title too, and not the name: المستشار أمير فتحي."""
        word = tokens.words[position]
        if word in GIVEN_TITLES and position + 1 < len(tokens.words) and tokens.between(position) == " ":
            after = tokens.words[position + 1]
            word_kind = self._word_kinds[after]
            house = after.endswith("ي") and not word_kind.exact and after not in self._demonyms
            if (word_kind.given or word_kind.family or not word_kind.common) and (
                not after.startswith(ARTICLE) or house
            ):
                return False
        return word in TITLE_RUN or word in TITLES or word in self._demonyms


def is_title(word: str) -> bool:
    """Whether a word is a title, a proclitic aside."""
    return word not in NOT_OPENING and any(rest in TITLES for _, rest in peel(word))


def _is_of_office(word: str) -> bool:
    """Whether a word can be part of an office between a title and a name."""
    if word in STOP:
        return False
    return word.startswith(DEFINITE) or word in OFFICE_LINKS or word in OFFICES
