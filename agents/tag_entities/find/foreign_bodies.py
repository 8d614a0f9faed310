"""Names of foreign bodies that begin with a place's: شيكاغو صن تايمز, فيتنام إيرلاينز, بنما بيبرز."""

from collections.abc import Mapping
from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.word_kinds import WordKinds
from streams.records.entities import EntityType

_LISTS = wordlist.load("agents.tag_entities", "foreign.toml")
_BODIES: Final = _LISTS.words("bodies")
_THINGS: Final = _LISTS.words("things")
MAX_WORDS_BETWEEN: Final = 1
"""Words that no list knows between the place and the last word: شيكاغو [صن] تايمز."""


class ForeignBodies:
    """The pass that lets a place's name go on to the end of a body's, where a word of such names ends it."""

    name = "ForeignBodies"

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word ends such names."""
        return word in _BODIES or word in _THINGS

    def run(self, draft: Draft) -> None:
        """Add bodies, from left to right."""
        ends = draft.starts(self)
        if not ends:
            return
        by_end = {name.last: name for name in draft.names}
        for position in ends:
            first = self._place_before(draft, position, by_end)
            if first is None:
                continue
            inside = [name for at in range(first, position + 1) if (name := draft.name_at(at)) is not None]
            start, end = inside[0].start, draft.tokens.spans[position][1]
            draft.drop(inside)
            kind: EntityType = "ORG" if draft.tokens.words[position] in _BODIES else "MISC"
            entity = EntityRef.of_text(kind, draft.tokens.text[start:end])
            draft.add(first, position + 1, start, end, entity)

    def _place_before(self, draft: Draft, position: int, by_end: Mapping[int, Name]) -> int | None:
        """Return where the place begins that a word of such names stands behind; None where none does."""
        tokens, whole = draft.tokens, by_end.get(position + 1)
        if draft.is_taken(position) and (whole is None or whole.entity.known is not None):
            return None
        for last in range(position, max(-1, position - MAX_WORDS_BETWEEN - 1), -1):
            if not last or tokens.gaps[last - 1] != " ":
                return None
            place = by_end.get(last)
            if place is not None and place.entity.type == "LOC" and draft.name_at(place.first) is place:
                return place.first
            word = tokens.words[last - 1]
            found = whole is not None and whole.first < last
            if word.startswith(ARTICLE) or (self._word_kinds[word].common and not found):
                return None
        return None
