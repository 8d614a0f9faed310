"""Words that can be part of a name beside an office, where no list tells."""

from typing import Final

from agents.tag_entities.words.people import NOT_IN_APPOSITION
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, SPEECH

MAX_NAME_WORDS: Final = 4
"""Words of a name between a verb and an office."""
USUAL_NAME_WORDS: Final = 2
"""A given and a family name."""
_OTHER_WORDS: Final = (
    TITLES,
    ROLE_HEADS,
    TITLE_RUN,
    AWAY,
    CLAUSE,
    SPEECH,
    ANONYMOUS,
    BODIES,
    DOCUMENTS,
    DROPPED,
    KEPT,
    NOT_IN_APPOSITION,
)


def can_be_in_name(word: str) -> bool:
    """Whether a word can be part of a name between a verb and an office."""
    return word.isalpha() and len(word) > 1 and not any(word in others for others in _OTHER_WORDS)
