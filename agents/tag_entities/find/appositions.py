"""Unlisted names between a verb of reporting and their bearer's office: قال عنتر الذيفاني، الناطق باسم."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.find.apposition_words import MAX_NAME_WORDS, USUAL_NAME_WORDS, can_be_in_name
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import SPEECH

_VERBS: Final = folded("قال أكد أضاف أوضح أعلن ذكر صرح أشار لفت اعتبر كشف حذر يقول يؤكد يرى توقع")


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
        tokens = draft.tokens
        words = tokens.words
        for at in draft.starts(self):
            first = last = at + 1
            if first + 2 >= len(words):
                continue
            while (
                last < first + MAX_NAME_WORDS
                and last < len(words)
                and tokens.between(last - 1) == " "
                and can_be_in_name(words[last])
            ):
                last += 1
            if last - first < USUAL_NAME_WORDS or words[first].startswith("ال") or last >= len(words):
                continue
            office = words[last] in TITLES or words[last] in ROLE_HEADS
            if tokens.between(last - 1).strip() != "،" or not office or not draft.is_free(first, last):
                continue
            if any(word in self._demonyms for word in words[first:last]):
                continue
            start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
            draft.add(first, last, start, end, EntityRef.of_text("PER", tokens.text[start:end]))
