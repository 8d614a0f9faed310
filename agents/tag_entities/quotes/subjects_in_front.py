"""The subject in front of its verb: أما وزير الخارجية سيرغي لافروف فقال."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.subjects import SubjectContext
from agents.tag_entities.words.speech import (
    AWAY,
    BEFORE_VERB,
    CLAUSE,
    LEADING,
    SPEECH,
)

_MAX_TOKENS_TO_VERB: Final = 40
"""Tokens before a verb in which a subject in front of it may stand."""
_MAX_WORDS_BEHIND_BODY: Final = 3
"""Words between a body that opens a sentence and its verb."""
_OPEN_WITH_WAW: Final = folded("وصف وعد")
"""Verbs whose first letter is no و that joins them."""
_SENTENCE_MARKS: Final = ".\n!؟"


class SubjectsInFront:
    """The subjects in front of their verbs in one article."""

    def __init__(self, context: SubjectContext) -> None:
        self._context = context
        self._tokens = context.tokens

    def person_before(self, position: int) -> EntityRef | None:
        """Return the person who stands before a verb as its subject: لافروف أكد."""
        word = self._tokens.words[position]
        if word.startswith("و") and word[1:] in SPEECH and word not in _OPEN_WITH_WAW:
            return None  # the sentence goes on with who spoke before
        found: EntityRef | None = None
        for back in range(position - 1, max(-1, position - _MAX_TOKENS_TO_VERB), -1):
            if self._tokens.parted(back, _SENTENCE_MARKS):
                break
            name = self._context.speakers.get(back)
            if name is None or name.last > position:
                continue
            if self._leads(name, position) if name.entity.type == "PER" else self._body_leads(name, position):
                found = name.entity
        return found

    def _body_leads(self, name: Name, position: int) -> bool:
        """Whether a body opens the sentence of a verb that stands soon behind it: وزارة النقل بدورها أوضحت."""
        tokens = self._tokens
        near = position - name.last <= _MAX_WORDS_BEHIND_BODY and CLAUSE.isdisjoint(tokens.words[name.last : position])
        opens = not name.first or tokens.parted(name.first - 1, _SENTENCE_MARKS)
        return near and opens and name.start == tokens.spans[name.first][0]

    def _leads(self, name: Name, position: int) -> bool:
        """Whether a person stands where a subject in front of its verb does: beside it, or opening the sentence."""
        tokens, words = self._tokens, self._tokens.words
        first = name.first
        before = words[first - 1] if first else ""
        peeled = name.start - tokens.spans[first][0]
        adjacent = name.last == position or (name.last == position - 1 and words[position - 1] in BEFORE_VERB)
        if adjacent and not (peeled and words[first][0] in "لبك") and before not in AWAY:
            return True
        opens = not first or tokens.parted(first - 1, _SENTENCE_MARKS + ":") or before in LEADING
        return opens and not peeled
