"""Public bodies by what they are for: الهيئة العامة للطيران المدني, المجلس القومي لحقوق الإنسان."""

from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import NO_PART, OWNERS, PUBLIC, PURPOSES, RANKS
from agents.tag_entities.words.roles import ROLE_HEADS, TITLE_RUN, TITLES

MAX_RANK_WORDS: Final = 2
"""Words of a body's rank or nation."""
MAX_PURPOSE_WORDS: Final = 3
"""Words that go on with a purpose."""


class PublicBodies:
    """Reads a public body: its word, a rank or a nation, and its purpose."""

    name = "PublicBodies"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Whether a word is one for public bodies."""
        return word in PUBLIC

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read a body by what it is for."""
        tokens, first = draft.tokens, opening.position
        words = tokens.words
        last = first + 1
        while (
            last < len(words)
            and last <= first + MAX_RANK_WORDS
            and tokens.between(last - 1) == " "
            and self._is_rank(words[last])
        ):
            last += 1
        if last == first + 1 or last >= len(words) or tokens.between(last - 1) != " ":
            return None
        purpose = words[last]
        if (not purpose.startswith("لل") and purpose not in PURPOSES) or purpose in OWNERS:
            return None
        last += 1
        end = last
        while (
            end < len(words)
            and end < last + MAX_PURPOSE_WORDS
            and tokens.between(end - 1) == " "
            and self._goes_on(words[end])
        ):
            end += 1
        if purpose in PURPOSES and end == last:
            return None
        return Composed(first, end, opening.skip, "ORG", surface=" ".join([opening.word, *words[first + 1 : end]]))

    def _is_rank(self, word: str) -> bool:
        return word in RANKS or (word.startswith(ARTICLE) and word in self._lexicon.demonyms)

    def _goes_on(self, word: str) -> bool:
        """Whether a word can go on with what a body is for: not a title, a day, or a verb."""
        other = word in NO_PART or word in TITLES or word in TITLE_RUN or word in ROLE_HEADS or word[1:] in PUBLIC
        return word.startswith(("ال", "وال", "لل")) and not other and word not in self._lexicon.demonyms
