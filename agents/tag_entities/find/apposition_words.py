"""Words that can be part of a name beside an office, where no list tells."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, SPEECH

MAX_NAME_WORDS: Final = 4
"""Words of a name between a verb and an office."""
USUAL_NAME_WORDS: Final = 2
"""A given and a family name."""
NO_NAMES: Final = folded(
    "أمس اليوم غدا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة الماضي المقبل أيضا كذلك وهو وهي "
    "حاليا سابقا"
)
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
    NO_NAMES,
)


def can_be_in_name(word: str) -> bool:
    """Whether a word can be part of a name between a verb and an office."""
    return word.isalpha() and len(word) > 1 and not any(word in others for others in _OTHER_WORDS)
