"""The subject in front of its verb: أما وزير الخارجية سيرغي لافروف فقال; وألقى البارزاني كلمة قال فيها."""

from bisect import bisect_right
from typing import Final

from agents.arabic.quotation_marks import ONLY_CLOSING
from agents.arabic.tokens import folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.subjects import SubjectContext, Walk
from agents.tag_entities.words.speech import (
    AUXILIARIES,
    AWAY,
    BEFORE_VERB,
    CITING,
    CLAUSE,
    LEADING,
    SPEECH,
    VERBS_LIKE_NOUNS,
    Speech,
)

_MAX_TOKENS_TO_VERB: Final = 40
"""Tokens before a verb in which a subject in front of it may stand."""
_MAX_WORDS_BEHIND_BODY: Final = 3
"""Words between a body that opens a sentence and its verb."""
_OPEN_WITH_WAW: Final = folded("وصف وعد")
"""Verbs whose first letter is no و that joins them."""
_SENTENCE_MARKS: Final = ".\n!؟"
_OPENING_MARKS: Final = frozenset(_SENTENCE_MARKS + ":" + ONLY_CLOSING)
"""Behind these the words of another sentence begin."""


class SubjectsInFront:
    """The subjects in front of their verbs in one article."""

    def __init__(self, context: SubjectContext) -> None:
        self._context = context
        self._tokens = context.tokens
        gaps = enumerate(context.tokens.gaps)
        self._starts = [0, *(at + 1 for at, gap in gaps if gap != " " and not _OPENING_MARKS.isdisjoint(gap))]

    def sentence_start(self, position: int) -> int:
        """Return the token that opens the sentence of a verb, or the first that is near enough."""
        return max(position - _MAX_TOKENS_TO_VERB, self._starts[bisect_right(self._starts, position) - 1])

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

    def subject_of_first_verb(self, start: int, position: int, speech: Speech) -> EntityRef | None:
        """Return the subject of the verb that opens a sentence: وألقى البارزاني كلمة قال فيها.

        Parameters
        ----------
        start
            The token that opens the sentence.
        position, speech
            The verb of speech that has no subject of its own.
        """
        words = self._tokens.words
        if words[start] in AUXILIARIES:
            start += 1
        word = words[start]
        definite = word.startswith(("ال", "وال")) and word.removeprefix("و") not in VERBS_LIKE_NOUNS
        no_verb = definite or word in AWAY or word[1:] in AWAY or word in CITING
        if start >= position or no_verb or start in self._context.names or speech.form == "citing":
            return None
        feminine = word.endswith("ت") or word.startswith(("ت", "وت"))
        subject = Walk(self._context, start + 1, strict=False).subject()
        if subject.end > position or (speech.form != "noun" and feminine != speech.feminine):
            return None
        return subject.entity

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
