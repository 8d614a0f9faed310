"""Unlisted names between a verb of reporting and their bearer's office: قال عنتر الذيفاني، الناطق باسم."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.reporting_verbs import pasts, presents
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.apposition_words import MAX_NAME_WORDS, USUAL_NAME_WORDS, can_be_in_name
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import SPEECH

_VERBS: Final = pasts("apposition") | presents("apposition-present")
"""Lemmas of verbs that such a name stands behind."""


class Appositions:
    """The pass that finds such names in words that nothing has taken."""

    name = "Appositions"

    def __init__(self, demonyms: Mapping[str, str]) -> None:
        self._demonyms = demonyms

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a verb that a name follows."""
        return word in SPEECH and SPEECH[word].lemma in _VERBS

    def run(self, draft: Draft) -> None:
        """Add names that a comma and an office follow."""
        for position in draft.starts(self):
            first = position + 1
            last = _end(draft.tokens, first)
            if last is None or not draft.is_free(first, last):
                continue
            if not any(word in self._demonyms for word in draft.tokens.words[first:last]):
                add_text_name(draft, first, last, "PER")


def _end(tokens: Tokens, first: int) -> int | None:
    """Return where a name ends that a comma and an office follow, None where there is no such name."""
    words = tokens.words
    last = first
    while (
        last < min(first + MAX_NAME_WORDS, len(words))
        and tokens.between(last - 1) == " "
        and can_be_in_name(words[last])
    ):
        last += 1
    if last - first < USUAL_NAME_WORDS or last >= len(words) or words[first].startswith(ARTICLE):
        return None
    office = words[last] in TITLES or words[last] in ROLE_HEADS
    return last if office and tokens.between(last - 1).strip() == "،" else None
