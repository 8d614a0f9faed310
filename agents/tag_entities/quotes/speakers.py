"""Who speaks: each verb of speech with its subject, an entity of the article or nobody that is sure."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.referents import Referents
from agents.tag_entities.quotes.subjects import Scene, Walk
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import CITING, REPORTING, Marks
from agents.tag_entities.words.roles import ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import (
    AWAY,
    CLAUSE,
    CONTINUING,
    DOCUMENTS,
    LOOSE,
    NOT_SPEECH,
    STRICT,
    TWOFOLD,
    Speech,
)
from agents.tag_entities.words.speech import CITING as CITING_WORDS
from agents.tag_entities.words.speech import SPEECH as TABLE

_CITED: Final = Speech("citing", "", feminine=False)
_OPENERS: Final = folded("أما وكان كان لكن فيما بينما")
"""Before a subject that stands in front of its verb."""
_WITH_AL: Final = folded("ألقى ألقت التقى التقت ألغى ألغت التزم ألمح ألمحت")
"""Verbs that begin as words with ال do."""
_STOPS: Final = frozenset(".\n!؟:»”")
_NEAR: Final = 6
_BACK: Final = 40
"""Tokens before a verb in which a subject in front of it may stand."""
_AHEAD: Final = 22
_RIGHT: Final = 8
"""Tokens behind a verb with its object in which the subject ends: انتقده المستشار أولاف شولتس."""


class Saying(NamedTuple):
    """A word of speech at a token, what it says about its subject, and where the subject's phrase ends."""

    at: int
    speech: Speech
    subject: EntityRef | None
    anonymous: bool
    """Whether its subject is somebody without a name: then nobody else is meant."""
    end: int


class Speakers:
    """The speakers of one article, found in the order of the text."""

    def __init__(self, tokens: Tokens, spans: Sequence[Name], marks: Marks, word_kinds: WordKinds) -> None:
        self._tokens = tokens
        self._marks = marks
        able = [s for s in spans if s.entity.type in ("PER", "ORG")]
        self._by_token = {s.first: s for s in able}
        self._ends = {s.last for s in able}
        self._every = {s.first: s for s in spans}
        self._referents = Referents(tokens, able, self._by_token)
        self._spoken: list[tuple[int, EntityRef]] = []
        self._starts = [0, *(at + 1 for at, gap in enumerate(tokens.gaps) if gap != " " and not _STOPS.isdisjoint(gap))]
        self._scene = Scene(tokens, self._by_token, self._every, word_kinds, self._referents, self._spoken)

    def sayings(self) -> list[Saying]:
        """Give every word of speech with its subject, in order."""
        found: list[Saying] = []
        words = self._tokens.words
        reporting = frozenset(self._marks.of(REPORTING))
        for at in sorted(reporting.union(self._marks.of(CITING))):
            if at in self._every:
                continue
            saying = self._saying(at, TABLE[words[at]]) if at in reporting else self._citing(at)
            if saying is not None and saying.subject is None and not saying.anonymous:
                start = self._sentence_start(at)
                if not self._spoken or self._spoken[-1][0] < start:
                    saying = saying._replace(subject=self._opening_subject(start, at, saying.speech))
            if saying is not None:
                found.append(saying)
                if saying.subject is not None:
                    self._spoken.append((at, saying.subject))
        return found

    def _saying(self, at: int, speech: Speech) -> Saying | None:  # noqa: PLR0911 - a kind a line
        if speech.form == "several":
            return Saying(at, speech, None, anonymous=True, end=at + 1)
        if speech.form == "participle":
            return Saying(at, speech, None, anonymous=False, end=at + 1)
        if speech.form == "noun":
            return self._of_noun(at, speech)
        if speech.form == "object":
            subject = Walk(self._scene, at + 1, strict=False).subject()
            right = subject.named is not None and subject.end <= at + _RIGHT
            return Saying(at, speech, subject.named, anonymous=False, end=subject.end) if right else None
        if speech.form == "document":
            return self._of_document(at, speech)
        if speech.lemma == "نقل":
            return self._quoted_from(at, speech)
        return self._of_verb(at, speech)

    def _of_verb(self, at: int, speech: Speech) -> Saying | None:
        subject, anonymous, end = Walk(
            self._scene, at + 1, strict=speech.lemma in STRICT, goes_on=speech.lemma in CONTINUING
        ).subject()
        words = self._tokens.words
        if speech.lemma in LOOSE and not self._said_at_once(at, end):
            return None
        if subject is not None and speech.lemma in TWOFOLD and not self._clause_follows(end):
            return None
        if subject is None and words[at].removeprefix("و").removeprefix("ف") in NOT_SPEECH:
            follows = self._tokens.between(at)
            opened = end < len(words) and words[end] in CLAUSE
            if not opened and not any(mark in follows for mark in ':«"“'):
                return None
        if subject is not None and speech.lemma == "وصف" and self._is_object(end):
            subject = None
        if subject is None and not anonymous:
            if at and words[at - 1] in ("الذي", "التي", "الذين") and at - 1 not in self._ends:
                return Saying(at, speech, None, anonymous=True, end=end)
            subject = self._before(at)
        return Saying(at, speech, subject, anonymous, end)

    def _said_at_once(self, verb: int, end: int) -> bool:
        """Say whether a colon or a quotation mark stands at most three words behind a subject, or هكذا before it."""
        if verb and self._tokens.words[verb - 1] == "هكذا":
            return True
        for at in range(end - 1, min(end + 3, len(self._tokens.words))):
            between = self._tokens.between(at)
            if any(mark in between for mark in ':"«“”'):
                return True
            if any(mark in between for mark in ".\n!؟"):
                return False
        return False

    def _clause_follows(self, end: int) -> bool:
        """Say whether a clause opens soon behind a subject, before another is joined to it or another verb speaks."""
        for word in self._tokens.words[end : end + _NEAR]:
            if word in CLAUSE:
                return True
            if word.startswith("و") or word in TABLE:
                return False
        return False

    def _citing(self, at: int) -> Saying:
        """Read بحسب روسيا اليوم, وفقا لبيان الوزارة."""
        for step in range(at + 1, min(at + 7, len(self._tokens.words))):
            if self._tokens.parted(step - 1, ".،:\n"):
                break
            span = self._by_token.get(step)
            if span is not None:
                return Saying(at, _CITED, span.entity, anonymous=False, end=span.last)
        return Saying(at, _CITED, None, anonymous=True, end=at + 1)

    def _of_document(self, at: int, speech: Speech) -> Saying | None:
        """Read تشمل إصلاحات العبادي, جاء في بيان الوزارة: whose the document is speaks."""
        words = self._tokens.words
        for step in range(at + 1, min(at + 4, len(words))):
            if words[step] in DOCUMENTS:
                for ahead in range(step + 1, min(step + 5, len(words))):
                    span = self._by_token.get(ahead)
                    if span is not None:
                        return Saying(at, speech, span.entity, anonymous=False, end=span.last)
                author = self._referents.author(step, self._spoken)
                return Saying(at, speech, author, author is None, step + 1)
        if words[at].removeprefix("و") in ("نص", "جاء", "ورد", "شمل", "شملت"):
            return None
        return Saying(at, speech, None, anonymous=False, end=at + 1)

    def _is_object(self, end: int) -> bool:
        """Say whether what stands behind وصف is described, and not who describes: وصف بلاتر بـ."""
        words = self._tokens.words
        return end < len(words) and (words[end].startswith("ب") or self._tokens.between(end - 1).strip() in ("ب", "بـ"))

    def _before(self, at: int) -> EntityRef | None:
        """Find a subject in front of its verb: أما مدرب بنما داريو جوميز فقال; لافروف أكد."""
        words = self._tokens.words
        if words[at].startswith("و") and words[at][1:] in TABLE and words[at] not in ("وصف", "وعد"):
            return None  # the sentence goes on with who spoke before
        found: EntityRef | None = None
        for back in range(at - 1, max(-1, at - _BACK), -1):
            if self._tokens.parted(back, ".\n!؟"):
                break
            span = self._by_token.get(back)
            if span is not None and span.last <= at and span.entity.type == "PER" and self._leads(span, at):
                found = span.entity
        return found

    def _sentence_start(self, at: int) -> int:
        """Give the token that opens the sentence of one."""
        return max(at - _BACK, self._starts[bisect_right(self._starts, at) - 1])

    def _opening_subject(self, start: int, at: int, speech: Speech) -> EntityRef | None:
        """Give the subject of the verb that opens a sentence: وألقى البارزاني كلمة قال فيها."""
        words = self._tokens.words
        if words[start] in ("وكان", "كان", "وكانت", "كانت", "وقد", "فقد", "كما"):
            start += 1
        word = words[start]
        definite = word.startswith(("ال", "وال")) and word.removeprefix("و") not in _WITH_AL
        opens = definite or word in AWAY or word[1:] in AWAY or word in CITING_WORDS
        if start >= at or opens or start in self._every or speech.form == "citing":
            return None
        feminine = word.endswith("ت") or word.startswith(("ت", "وت"))
        subject = Walk(self._scene, start + 1, strict=False).subject()
        if subject.end > at or (speech.form != "noun" and feminine != speech.feminine):
            return None
        return subject.named

    def _leads(self, span: Name, at: int) -> bool:
        """Say whether a person stands where a subject in front of its verb does: beside it, or opening the sentence."""
        tokens, words = self._tokens, self._tokens.words
        first = span.first
        before = words[first - 1] if first else ""
        peeled = span.start - tokens.spans[first][0]
        adjacent = span.last == at or (span.last == at - 1 and words[at - 1] in ("قد", "الذي", "التي", "ايضا", "نفسه"))
        if adjacent and not (peeled and words[first][0] in "لبك") and before not in AWAY:
            return True
        opens = not first or tokens.parted(first - 1, ".\n!؟:") or before in _OPENERS
        if opens and not peeled:
            return True
        titled = before in TITLES or before in TITLE_RUN or before.startswith("ال")
        return titled and self._opens_sentence(first)

    def _opens_sentence(self, first: int) -> bool:
        """Say whether only titles and an opening word stand between the sentence's start and a name."""
        tokens, words = self._tokens, self._tokens.words
        for back in range(first - 1, max(-1, first - 8), -1):
            word = words[back]
            if word in _OPENERS:
                return True
            titled = word in TITLES or word in TITLE_RUN or word in ROLE_HEADS or word.startswith("ال")
            if not titled and back not in self._every:
                return False
            if back == 0 or tokens.parted(back - 1, ".\n!؟"):
                return True
        return False

    def _of_noun(self, at: int, speech: Speech) -> Saying:
        """Read عن لافروف قوله, in which the subject stands before the noun."""
        words = self._tokens.words
        for back in range(at - 1, max(-1, at - 8), -1):
            span = self._by_token.get(back)
            if span is None or span.last > at:
                continue
            before = words[back - 1] if back else ""
            sourced = before in TITLES or any(words[i] in ("عن", "وعن") for i in range(max(0, back - 8), back))
            if at - span.last <= 1 and sourced:
                return Saying(at, speech, span.entity, anonymous=False, end=at + 1)
            break
        return Saying(at, speech, None, anonymous=False, end=at + 1)

    def _quoted_from(self, at: int, speech: Speech) -> Saying:
        """Read نقلت رويترز عن لافروف (قوله): who is quoted speaks, not who quotes."""
        words = self._tokens.words
        for ahead in range(at + 1, min(at + _AHEAD, len(words))):
            if words[ahead] == "عن":
                subject, anonymous, end = Walk(self._scene, ahead + 1, strict=True).subject()
                return Saying(at, speech, subject, anonymous or subject is None, end)
            if words[ahead] in CLAUSE or "." in self._tokens.between(ahead - 1):
                break
        return Saying(at, speech, None, anonymous=True, end=at + 1)

    def cited(self) -> list[EntityRef]:
        """Give the outlets and bodies that the text names as its sources: بحسب روسيا اليوم, وفقا لوكالة رويترز."""
        found: dict[str, EntityRef] = {}
        for at in self._marks.of(CITING):
            named = self._citing(at).subject
            if named is not None and named.type == "ORG":
                found.setdefault(named.id, named)
        return list(found.values())
