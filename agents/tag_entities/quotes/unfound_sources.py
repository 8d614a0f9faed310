"""Sources that the text names but nothing has found: وقالت قيادة العمليات بالقوات المسلحة إن."""

from typing import Final

from agents.tag_entities.quotes.speech_text import SpeechText
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, RELATIONS, SPEECH

_MIN_WORDS: Final = 2


def names_source(text: SpeechText, position: int, word_kinds: WordKinds) -> bool:
    """Whether the words at a position name somebody: a body or an office in full, or a word of no dictionary."""
    words = text.tokens.words
    end = position
    while end < len(words) and words[end] not in CLAUSE and words[end] not in SPEECH:
        if end > position and text.tokens.between(end - 1).strip():
            break
        end += 1
    phrase = words[position:end]
    if not phrase or phrase[0] in AWAY or not ANONYMOUS.isdisjoint(phrase) or not RELATIONS.isdisjoint(phrase):
        return False
    first = phrase[0]
    if not word_kinds[first].common and first not in TITLES and not first.startswith("ال"):
        return True
    heads = any(first.removeprefix("ال") in kinds for kinds in (DROPPED, KEPT, ROLE_HEADS, TITLES))
    return (heads or first in BODIES or "ال" + first in BODIES) and len(phrase) >= _MIN_WORDS
