"""Titles of works, names of operations and of companies: what stands in quotation marks behind the word for them."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from agents.arabic import quotation_marks, wordlist
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.lexicon.lexicon import Lexicon
from streams.records.entities import EntityType

_LISTS = wordlist.load("agents.tag_entities", "works.toml")
_THINGS: Final = _LISTS.words("things")
_RIGHT_BEFORE: Final = _LISTS.words("right_before")
_COMPANIES: Final = _LISTS.words("companies")
_BEFORE_TITLES: Final = _THINGS | _RIGHT_BEFORE | _COMPANIES
MAX_TITLE_WORDS: Final = 6
"""Words of a title."""
MAX_TITLE_WORDS_BESIDE: Final = 12
"""The same right behind its word."""
_BETWEEN_TITLES: Final = " و،,()0123456789" + quotation_marks.MARKS
"""What stands between the titles of a list: (2018) و."""
_MARKS_BEFORE: Final = frozenset(quotation_marks.CAN_OPEN)


class Works:
    """The pass that finds titles; those of a list go on with the first: منها «أ» و«ب»."""

    name = "Works"

    def __init__(self, lexicon: Lexicon) -> None:
        self._own = lexicon.own

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is one for a work or an operation, a proclitic or ال aside."""
        return _is_listed(word, _BEFORE_TITLES)

    def run(self, draft: Draft) -> None:
        """Add titles, in order."""
        things, tokens = draft.starts(self), draft.tokens
        if not things:
            return
        starts = [start for start, _ in tokens.spans]
        list_end = -1
        """The character behind the last title of a list."""
        kind: EntityType = "MISC"
        """Its type."""
        for quoted in quotation_marks.find(tokens.text):
            first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
            if not 0 < last - first <= MAX_TITLE_WORDS_BESIDE:
                continue
            listed = list_end >= 0 and not tokens.text[list_end : quoted.start].strip(_BETWEEN_TITLES)
            beside = _is_beside(tokens, things, first)
            if last - first > MAX_TITLE_WORDS and not beside:
                continue
            if not listed and not beside:
                continue
            list_end = quoted.end
            if not listed:
                kind = "ORG" if beside and _is_listed(tokens.words[first - 1], _COMPANIES) else "MISC"
            if kind == "ORG":
                _make_way_for_company(draft, first, last)
            elif beside:
                self._make_way(draft, first, last)
            if draft.is_free(first, last):
                add_text_name(draft, first, last, kind)

    def _make_way(self, draft: Draft, first: int, last: int) -> None:
        """Take out the names inside a title, where all of them end in it and none is the whole of it or the user's."""
        inside = [name for position in range(first, last) if (name := draft.name_at(position)) is not None]
        begun = draft.is_taken(first) and draft.name_at(first) is None
        if begun or any(
            name.last > last or name.last - name.first == last - first or name.entity.id in self._own for name in inside
        ):
            return
        for name in inside:
            draft.free(name)


def _make_way_for_company(draft: Draft, first: int, last: int) -> None:
    """Take out a place whose name a company bears: سهم «الباحة»."""
    name = draft.name_at(first)
    if name is not None and name.last == last and name.entity.type == "LOC":
        draft.free(name)


def _is_listed(word: str, words: Collection[str]) -> bool:
    """Whether a list holds a word, a proclitic or ال aside."""
    return word in words or word[1:] in words or word[2:] in words


def _is_beside(tokens: Tokens, things: Sequence[int], first: int) -> bool:
    """Whether a thing's word stands right before a title."""
    nearest = bisect_left(things, first) - 1
    return nearest >= 0 and things[nearest] == first - 1 and tokens.between(first - 1).strip(" ") in _MARKS_BEFORE
