"""Women named by their fathers, whose own names few lists have: لمينة بنت القطب ولد أمم, الناها منت مكناس."""

from typing import Final

from agents.tag_entities.draft import Draft
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import DAUGHTERS, FOREFATHERS
from agents.tag_entities.words.roles import STOP, TITLES
from agents.tag_entities.words.speech import SPEECH

MAX_LINEAGE_WORDS: Final = 7
"""Words from بنت on."""
MIN_NAME_LETTERS: Final = 3
"""Letters of a word of such a name."""


class Patronymics:
    """The pass that finds such names in words that nothing has taken."""

    name = "Patronymics"

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is the one between a woman's name and her father's."""
        return word in DAUGHTERS

    def run(self, draft: Draft) -> None:
        """Add women by their own and their fathers' names."""
        found = [(position, self._read(draft, position)) for position in draft.starts(self)]
        for position, read in found:
            if read is not None:
                last, skip = read
                add_text_name(draft, position - 1, last, "PER", skip=skip)

    def _read(self, draft: Draft, position: int) -> tuple[int, int] | None:
        """Return where the name around بنت ends, and the letters before it; None where there is none."""
        tokens, word_kinds = draft.tokens, self._word_kinds
        words = tokens.words
        if not 0 < position < len(words) - 1 or not draft.is_free(position - 1, position + 2):
            return None
        if tokens.between(position - 1) != " " or tokens.between(position) != " ":
            return None
        own, father, last = words[position - 1], words[position + 1], position + 2
        joined = own[0] == "و" and _is_own(own[1:], word_kinds)
        if not joined and not _is_own(own, word_kinds):
            return None
        if not _is_borne(father, word_kinds) and not (last < len(words) and words[last] in FOREFATHERS):
            return None
        while (
            last < min(position + MAX_LINEAGE_WORDS, len(words))
            and tokens.between(last - 1) == " "
            and not draft.is_taken(last)
        ):
            if words[last] in FOREFATHERS and last + 1 < len(words):
                last += 2
            elif _is_borne(words[last], word_kinds) and words[last] not in SPEECH and words[last] not in STOP:
                last += 1
            else:
                break
        return last, int(joined)


def _is_own(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word can be a woman's own name: a given name, or one that no dictionary has as it stands."""
    word_kind = word_kinds[word]
    return (
        len(word) >= MIN_NAME_LETTERS
        and word not in TITLES
        and word not in STOP
        and (word_kind.given or not word_kind.exact)
    )


def _is_borne(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word can be a father's name."""
    word_kind = word_kinds[word]
    return len(word) >= MIN_NAME_LETTERS and (word_kind.firm or word_kind.sure or not word_kind.common)
