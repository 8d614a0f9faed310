"""What finding quotes reads: the words of a text, what stands in quotation marks, and its verbs of speech."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from agents.arabic.quotation_marks import ONLY_CLOSING, ONLY_OPENING, Quoted
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef
from agents.tag_entities.words.speech import Speech

_SENTENCE_END: Final = re.compile(r"[.!؟?؛](?=\s|$)|\n")
_SENTENCE_ENDS: Final = frozenset(".!؟?\n")
_SIGNS: Final = _SENTENCE_ENDS.union(ONLY_CLOSING, ONLY_OPENING)
"""The only characters at which a sentence can begin or a quotation mark counts."""
_MAX_SENTENCE_CHARACTERS: Final = 1200
_MAX_CHARACTERS_TO_END: Final = 6000
"""A sentence is not read on behind so many characters, so that a text without ends is not read again and again."""


WITHOUT_VERB: Final = "marks"
"""Form of what stands for the verb of quotation marks to which none leads."""


class SpeechVerb(NamedTuple):
    """A word of speech at a position, and who its subject is."""

    position: int
    speech: Speech
    subject: EntityRef | None
    anonymous: bool
    """Whether its subject is somebody without a name: then nobody else is meant."""
    end: int
    """The position behind the subject's phrase."""
    rule: str = ""
    """How the subject was found, for `--explain`."""
    named: bool = False
    """Whether somebody whom the text names speaks, though it is not sure who."""


class FoundQuote(NamedTuple):
    """Characters `start` to `end` of the folded text that somebody says."""

    start: int
    end: int
    speaker: EntityRef | None
    verb: int | None
    """The position of the verb."""
    direct: bool
    """Whether it stands in quotation marks."""
    found_by: str = ""
    """What made a quote of it."""
    speaker_by: str = ""
    """How the speaker was found, empty where there is none."""


class SpeechText(NamedTuple):
    """One text, cut into tokens."""

    tokens: Tokens
    token_starts: list[int]
    """The first character of each token."""
    quoted: Sequence[Quoted]
    """What stands in quotation marks, not within others, in order."""
    verbs: Sequence[SpeechVerb]
    """The verbs of speech outside quotation marks, in order."""
    verb_starts: list[int]
    """The first character of each of them."""
    leads: Mapping[int, EntityRef] = MappingProxyType({})
    """Who is named before a colon that opens a line, by the token behind the colon."""
    without_verb: Mapping[int, SpeechVerb] = MappingProxyType({})
    """What stands for the verb of quotation marks to which none leads, by the first token in them."""
    title_end: int = 0
    """Where the first of several lines ends."""

    def in_title(self, character: int) -> bool:
        """Whether a character stands in the first of several lines."""
        return character < self.title_end

    def position(self, character: int) -> int:
        """Return the first token at or behind a character."""
        return bisect_left(self.token_starts, character)

    def verbs_before(self, character: int) -> int:
        """Return how many verbs stand before a character: the number of the next one."""
        return bisect_left(self.verb_starts, character)

    def sentence_start(self, at: int) -> int:
        """Return where the sentence that holds a character begins; dots within quotation marks end nothing."""
        text = self.tokens.text
        depth = 0
        limit = max(0, at - _MAX_SENTENCE_CHARACTERS)
        while at > limit:
            at -= 1
            sign = text[at]
            if sign not in _SIGNS:
                continue
            if sign in ONLY_CLOSING:
                depth += 1
            elif sign in ONLY_OPENING:
                depth = max(0, depth - 1)
            elif sign == "\n" or (depth == 0 and not text[at - 1 : at].isdigit()):
                return at + 1
        return limit

    def sentence_end(self, at: int) -> int:
        """Return where a sentence ends: at a dot before a space, a question or exclamation mark, a line's end."""
        limit = min(at + _MAX_CHARACTERS_TO_END, len(self.tokens.text))
        end = _SENTENCE_END.search(self.tokens.text, at, limit)
        return end.start() if end is not None else limit
