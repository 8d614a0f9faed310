"""Titles of works and names of operations: what stands in quotation marks behind the word for such a thing."""

from bisect import bisect_left
from typing import Final

from agents.arabic import quotation_marks, wordlist
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.text_names import add_text_name

_THINGS: Final = wordlist.load("agents.tag_entities", "works.toml").words("things")
MAX_TITLE_WORDS: Final = 6
"""Words of a title."""
MAX_WORDS_TO_TITLE: Final = 3
"""Words between the thing's word and its title."""


class Works:
    """The pass that finds titles; those of a list go on with the first: منها «أ» و«ب»."""

    name = "Works"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is one for a work or an operation, a proclitic or ال aside."""
        return word in _THINGS or word[1:] in _THINGS or word[2:] in _THINGS

    def run(self, draft: Draft) -> None:
        """Add titles, in order."""
        things, tokens = draft.starts(self), draft.tokens
        if not things:
            return
        starts = [start for start, _ in tokens.spans]
        list_end = -1
        """The character behind the last title of a list."""
        for quoted in quotation_marks.find(tokens.text):
            first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
            if not 0 < last - first <= MAX_TITLE_WORDS:
                continue
            listed = list_end >= 0 and not tokens.text[list_end : quoted.start].strip(" و،," + quotation_marks.MARKS)
            if not listed and not _is_announced(tokens, things, first):
                continue
            list_end = quoted.end
            if draft.is_free(first, last):
                add_text_name(draft, first, last, "MISC")


def _is_announced(tokens: Tokens, things: list[int], first: int) -> bool:
    """Whether a thing's word stands close before a title, with nothing but words between it and the mark."""
    nearest = bisect_left(things, first) - 1
    if nearest < 0 or things[nearest] < first - MAX_WORDS_TO_TITLE:
        return False
    between = tokens.text[tokens.spans[things[nearest]][1] : tokens.spans[first - 1][1]]
    if ":" in tokens.between(first - 1):
        return False  # كتب فلان: «»
    return not any(sign in between for sign in ".،:؛\n" + quotation_marks.MARKS)
