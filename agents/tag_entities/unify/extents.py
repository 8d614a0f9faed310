"""How far names of people reach whom no list has: over hyphens, and to the comma that ends an apposition."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.people import NOT_IN_APPOSITION
from agents.tag_entities.words.roles import ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import AWAY, CLAUSE, SPEECH

_ENDS: Final = ("،", ",", ")")
_OTHER_WORDS: Final = (NOT_IN_APPOSITION, AWAY, CLAUSE, SPEECH, TITLES, ROLE_HEADS, TITLE_RUN)
"""Words that are no part of a name."""
MAX_ADDED_WORDS: Final = 2
"""Words that an apposition adds to a name."""
MAX_WORDS_TO_OFFICE: Final = 12
"""Words before an apposition in which the office stands."""


class Extents:
    """The pass that stretches people whom only the text names to where their names end."""

    name = "Extents"
    starts = None

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> None:
        self._word_kinds = word_kinds
        self._demonyms = demonyms

    def run(self, draft: Draft) -> None:
        """Stretch names; one that the name before has taken in is dropped."""
        end = 0
        for name in draft.names:
            if name.first < end:
                draft.drop([name])
                continue
            stretched = self._stretch(draft, name)
            if stretched is not name:
                draft.replace(name, stretched)
            end = stretched.last

    def _stretch(self, draft: Draft, name: Name) -> Name:
        """Return a name with all words that belong to it."""
        if name.entity.type != "PER" or name.entity.known is not None:
            return name
        first, last = _over_hyphens(draft, name.first, name.last, self._word_kinds)
        if last == name.last and name.full:
            last = self._to_comma(draft, first, last)
        if (first, last) == (name.first, name.last):
            return name
        tokens = draft.tokens
        start = tokens.spans[first][0] if first < name.first else name.start
        end = tokens.spans[last - 1][1]
        return Name(first, last, start, end, EntityRef.of_text("PER", tokens.text[start:end]))

    def _to_comma(self, draft: Draft, first: int, last: int) -> int:
        """Return where a name ends that commas set apart behind its bearer's office: المتحدث، علاء نقد، إن."""
        tokens = draft.tokens
        if not first or tokens.between(first - 1).strip() not in ("،", ",") or not _is_behind_office(tokens, first):
            return last
        for position in range(last, min(last + MAX_ADDED_WORDS, len(tokens.words))):
            if tokens.between(position - 1) != " " or draft.is_taken(position):
                return last
            if not self._can_be_in_name(tokens.words[position]):
                return last
            if tokens.between(position).strip().startswith(_ENDS):
                return position + 1
        return last

    def _can_be_in_name(self, word: str) -> bool:
        """Whether a word before the comma can be part of the name."""
        if not word.isalpha() or word in self._demonyms or any(word in others for others in _OTHER_WORDS):
            return False
        return not word.startswith(ARTICLE) or self._word_kinds[word].family


def _over_hyphens(draft: Draft, first: int, last: int, word_kinds: WordKinds) -> tuple[int, int]:
    """Return where a name reaches with the words that hyphens tie to it: ماري-أنييس ستراك-تسيمرمان."""
    tokens = draft.tokens
    words, whole = tokens.words, first
    while first and words[first - 1].isalpha() and not draft.is_taken(first - 1):
        double = first > 1 and tokens.between(first - 2) == "-" and tokens.between(first - 1) == " "
        if tokens.between(first - 1) != "-" and not (double and (first < whole or word_kinds[words[first - 2]].given)):
            break
        first -= 1
    while last < len(words) and tokens.between(last - 1) == "-" and words[last].isalpha():
        other = draft.name_at(last)
        if draft.is_taken(last) and (other is None or other.entity.type != "PER" or other.entity.known is not None):
            break
        last = other.last if other is not None else last + 1
    return first, last


def _is_behind_office(tokens: Tokens, first: int) -> bool:
    """Whether a title stands before an apposition, in its sentence."""
    for position in range(first - 1, max(-1, first - MAX_WORDS_TO_OFFICE), -1):
        if tokens.words[position] in TITLES or tokens.words[position] in ROLE_HEADS:
            return True
        if position and tokens.parted(position - 1, ".\n:،"):
            return False
    return False
