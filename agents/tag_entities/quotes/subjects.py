"""The subject behind a verb of speech: a walk over titles, offices and phrases to a name, or to where there is none."""

from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.referents import Referents
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import (
    AIDES,
    ANONYMOUS,
    AWAY,
    BODIES,
    CLAUSE,
    DOCUMENTS,
    OWN_DOINGS,
    PRONOUNS,
    RELATIONS,
    ROLES,
    SPEECH,
    STATEMENT,
)

_REACH: Final = 22
"""Tokens behind a verb in which its subject stands."""
_WHO: Final = folded("الذي التي الذين اللذان اللذين")
_HEADS: Final = frozenset(["head-of-state", "head-of-government", "royal"])
_BY_THE_WAY: Final = folded("أيضا كذلك له لها فيه فيها أمس اليوم")


def _bare_title(word: str) -> bool:
    """Say whether a word is a title or an office, also with its holder's superior as an ending: محاميه, مستشارها."""
    if word in ROLES or word in TITLES or word in ROLE_HEADS:
        return True
    return any(word.removesuffix(owner) in ROLE_HEADS for owner in ("ه", "ها", "هم"))


class Subject(NamedTuple):
    """The subject found, whether it is somebody without a name (then nobody else is meant), and the token behind it."""

    named: EntityRef | None
    anonymous: bool
    end: int


class Scene(NamedTuple):
    """What the walk reads: the tokens, people and bodies by first token, all spans by first token, kinds, referents."""

    tokens: Tokens
    speakers: dict[int, Name]
    spans: dict[int, Name]
    word_kinds: WordKinds
    referents: Referents
    spoken: list[tuple[int, EntityRef]]
    """Where the verbs of speech so far stand that have a subject, and the subjects."""


class Walk:
    """One walk from behind a verb.

    Parameters
    ----------
    scene
        The article.
    start
        The token behind the verb.
    strict
        Whether an indefinite noun behind the verb is its subject, and not what is said or done.
    goes_on
        Whether the verb is one with which somebody goes on speaking.
    """

    def __init__(self, scene: Scene, start: int, *, strict: bool, goes_on: bool = False) -> None:
        self._scene = scene
        self._words = scene.tokens.words
        self._start, self._strict, self._goes_on = start, strict, goes_on
        self._limit = min(start + _REACH, len(self._words))
        self._role = ""
        self._office = start
        self._anonymous = False

    def subject(self) -> Subject:
        """Walk to the subject."""
        step = self._start
        while step < self._limit and not self._ends(step):
            span = self._scene.speakers.get(step)
            found: Subject | int | None
            if span is not None:
                found = self._at_name(span)
            elif step in self._scene.spans:
                found = self._scene.spans[step].last
            else:
                found = self._at_word(step)
            if isinstance(found, Subject):
                return found
            if found is None:
                break
            step = found
        if self._role:
            holder = self._scene.referents.holder(self._office, step)
            same = holder is None and self._goes_on and self._role not in ANONYMOUS
            return Subject(holder, anonymous=not same, end=step)
        return Subject(None, self._anonymous, step)

    def _ends(self, step: int) -> bool:  # noqa: PLR0911 - a mark a line
        """Say whether a mark before a token ends the phrase; quotation marks do unless they open a name."""
        between = self._scene.tokens.between(step - 1)
        if "،" in between and self._role and self._words[step] in AWAY:
            return True  # وتابع المدرب، بخصوص كريم بنزيما
        if self._words[step] in _WHO:
            return True
        if between == " ":
            return False
        if any(mark in between for mark in ":\n!؟"):
            return True
        speaker = self._scene.speakers.get(step)
        if speaker is not None and any(mark in between for mark in '«"“”'):
            return not any(mark in self._scene.tokens.between(speaker.last - 1) for mark in '»"“”')
        if "." in between and len(self._words[step - 1]) > 1:
            return True
        return step not in self._scene.speakers and any(mark in between for mark in '«"“”')

    def _at_name(self, span: Name) -> Subject | int:
        """Judge a person or a body on the way: the subject, or a token to go on from."""
        tokens = self._scene.tokens
        word = self._words[span.first]
        before = self._words[span.first - 1]
        peeled = span.start - tokens.spans[span.first][0]
        away = before in AWAY or before.removeprefix("و") in AWAY or (before[0] in "لب" and before[1:] in DROPPED)
        if away or (peeled and word[0] in "لبك"):
            return span.last
        if self._is_superior(span, before):
            self._anonymous = True
            return span.last
        if before in RELATIONS and span.entity.type == "PER":
            return Subject(self._scene.referents.holder(self._office, span.last), anonymous=True, end=span.last)
        if span.entity.type == "ORG" and (self._role or self._anonymous):
            return span.last  # رئيس شركة أرامكو, مصدر في الوزارة: the body is part of the office
        holder = self._scene.speakers.get(span.last)
        held = holder is not None and holder.entity.type == "PER" and not tokens.between(span.last - 1).strip()
        if span.entity.type == "ORG" and holder is not None and held:
            span = holder  # an office of the body, and who holds it
        return Subject(span.entity, anonymous=False, end=span.last)

    def _is_superior(self, span: Name, before: str) -> bool:
        """Say whether a person is whose aide speaks: مستشار شولتس, مبعوث الرئيس الأميركي دونالد ترامب."""
        if span.entity.type != "PER" or self._role not in AIDES:
            return False
        known = span.entity.known
        return before in AIDES or (known is not None and known.kind in _HEADS)

    def _at_word(self, step: int) -> Subject | int | None:  # noqa: C901 - a case a kind of word
        """Judge a word on the way: it tells the subject, or lets the walk go on, or ends it (None)."""
        word = self._words[step]
        if word in CLAUSE or word in SPEECH:
            return None
        if word in PRONOUNS:
            return Subject(None, anonymous=False, end=step + 1)
        if step == self._start:
            first = self._at_first(word, step)
            if first is not None:
                return first
        if word in AWAY:
            return self._at_other(word, step)  # إلى begins as ال does
        if _bare_title(word):
            if not self._role or (self._role not in ROLE_HEADS and word in ROLE_HEADS):
                self._role, self._office = word, step
            self._anonymous = self._anonymous or word in ANONYMOUS
        elif word in ANONYMOUS:
            self._anonymous = self._anonymous or not self._role
        elif word in TITLE_RUN or word.startswith(("ال", "وال", "لل", "بال")):
            if step == self._start and not self._role and word.startswith("ال"):
                self._anonymous = True  # a definite noun that names nobody: قال الرجل
        elif word in DROPPED or word in KEPT:
            pass  # صحيفة, شركة: the name follows
        else:
            return self._at_other(word, step)
        return step + 1

    def _at_first(self, word: str, step: int) -> Subject | None:
        """Judge the word right behind the verb: somebody whom nothing has found, a body or a document."""
        if not self._scene.word_kinds[word].common and word not in TITLES:
            return Subject(None, anonymous=True, end=step + 1)
        if word in BODIES and not self._names_more(step):
            return Subject(self._scene.referents.body(step), anonymous=True, end=step + 1)
        if word in STATEMENT or word in DOCUMENTS:
            author = self._scene.referents.author(step, self._scene.spoken)
            return Subject(author, author is None, step + 1)
        return None

    def _at_other(self, word: str, step: int) -> int | None:
        if not self._role and not self._anonymous:
            if word in AWAY or word[0] in "لب" or word in _BY_THE_WAY:
                return self._behind_phrase(step)
            self._anonymous = step == self._start and self._strict
            return step + 1 if self._anonymous else None
        return self._behind_phrase(step) if word in AWAY else step + 1

    def _names_more(self, at: int) -> bool:
        """Say whether a name stands at a definite noun or right behind it: الوكالة العربية السورية."""
        spans = self._scene.spans
        return at in spans or (at + 1 in spans and not self._scene.tokens.between(at).strip())

    def _behind_phrase(self, step: int) -> int:
        """Step over a preposition and the words that belong to it."""
        speakers, words = self._scene.speakers, self._words
        step += 1
        own = step < self._limit and words[step] in OWN_DOINGS
        while step < self._limit and (own or step not in speakers):
            word = words[step]
            if self._scene.tokens.between(step - 1).strip() or word in CLAUSE or word in SPEECH or word in AWAY:
                break
            step += 1
        if own:
            return step  # عقب لقائه الرئيس فلان: whom he met, not who spoke
        if step < self._limit and words[step - 1] in AWAY and step in speakers:
            return speakers[step].last
        return step
