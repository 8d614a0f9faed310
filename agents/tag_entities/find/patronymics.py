"""Women named by their fathers, whose own names few lists have: لمينة بنت القطب ولد أمم, الناها منت مكناس."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.word_kinds import WordKind, WordKinds
from agents.tag_entities.words.roles import STOP, TITLES
from agents.tag_entities.words.speech import SPEECH

_DAUGHTER: Final = folded("بنت منت")
_FATHERS: Final = folded("بن ولد بنت منت")
MAX_NAME_WORDS: Final = 7
MIN_NAME_LETTERS: Final = 3
"""Words of a name."""


class Patronymics:
    """The pass that finds such names in words that nothing has taken."""

    name = "Patronymics"

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is the one between a woman's name and her father's."""
        return word in _DAUGHTER

    def run(self, draft: Draft) -> None:
        """Add women by their own and their fathers' names."""
        tokens = draft.tokens
        for first, last, skip in [found for at in draft.starts(self) if (found := self._name_at(draft, at))]:
            start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
            draft.add(first, last, start, end, EntityRef.of_text("PER", tokens.text[start:end]))

    def _name_at(self, draft: Draft, at: int) -> tuple[int, int, int] | None:
        """Return the first token of the name around بنت, the one behind it, and the letters peeled; None for none."""
        tokens, word_kinds = draft.tokens, self._word_kinds
        words = tokens.words
        if not 0 < at < len(words) - 1 or not draft.is_free(at - 1, at + 2):
            return None
        if tokens.between(at - 1) != " " or tokens.between(at) != " ":
            return None
        skip = int(words[at - 1][0] == "و" and _is_own(words[at - 1][1:], word_kinds))
        last = at + 2
        own = skip or _is_own(words[at - 1], word_kinds)
        if not own or (not _is_borne(words[at + 1], word_kinds) and words[last : last + 1] not in _LINKS):
            return None
        while last < len(words) and last - at < MAX_NAME_WORDS and tokens.between(last - 1) == " ":
            if draft.is_taken(last):
                break
            if words[last] in _FATHERS and last + 1 < len(words):
                last += 2
            elif _is_borne(words[last], word_kinds) and words[last] not in SPEECH and words[last] not in STOP:
                last += 1
            else:
                break
        return at - 1, last, skip


_LINKS: Final = [[word] for word in sorted(_FATHERS)]


def _is_own(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word can be a woman's own name: a given name, or one that no dictionary has as it stands."""
    kind: WordKind = word_kinds[word]
    return len(word) >= MIN_NAME_LETTERS and word not in TITLES and word not in STOP and (kind.given or not kind.exact)


def _is_borne(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word can be a father's name."""
    kind = word_kinds[word]
    return len(word) >= MIN_NAME_LETTERS and (kind.firm or kind.sure or not kind.common)
