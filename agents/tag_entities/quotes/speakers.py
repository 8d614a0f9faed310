"""Who speaks: each verb of speech with its subject, an entity of the article or nobody that is sure."""

from collections.abc import Callable, Sequence
from typing import Final

from agents.arabic.quotation_marks import OPENING
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.press_sources import find_press_sources
from agents.tag_entities.quotes.ranking import RELATIVE_PRONOUNS
from agents.tag_entities.quotes.referents import Referents
from agents.tag_entities.quotes.speech_text import SpeechVerb
from agents.tag_entities.quotes.subjects import Subject, SubjectContext, Walk
from agents.tag_entities.quotes.subjects_in_front import SubjectsInFront
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import CITING, REPORTING, Marks
from agents.tag_entities.words.roles import TITLES
from agents.tag_entities.words.speech import (
    ANONYMOUS,
    BODIES,
    CLAUSE,
    CONTINUING,
    DOCUMENTS,
    NOT_SPEECH,
    OTHER_VERBS_TOO,
    QUOTING,
    ROLES,
    SO,
    SPEECH,
    STRICT,
    TWOFOLD,
    Speech,
)

_IN_FRONT: Final = "subject in front of the verb"
_DOCUMENT: Final = "whose the document is"
_NOUN: Final = "name before the noun"
_QUOTED: Final = "who is quoted"
_CITED: Final = "source"
_CITING_SPEECH: Final = Speech("citing", "", feminine=False)
_WITHOUT_SUBJECT: Final = frozenset(["several", "participle", "document"])
"""Forms behind which no noun is what the verb is about."""
_FORMS_THAT_CITE: Final = frozenset(["past", "present", "object"])
"""Of a verb behind حسب ما."""
_FROM: Final = "عن"
"""Before who is quoted."""
_JOINED_FROM: Final = frozenset([_FROM, "و" + _FROM])
_STATE: Final = "country behind the verb"
_LIKEWISE: Final = frozenset(["كما"])
_MAX_WORDS_TO_CLAUSE: Final = 14
_MAX_WORDS_TO_QUOTED: Final = 21
"""Words from a verb that quotes another to عن."""
_MAX_WORDS_TO_SOURCE: Final = 6
_MAX_WORDS_TO_SOURCE_OF_VERB: Final = 12
"""Words from a source's preposition to its name, where a verb stands between: حسب ما أفاد به أمس بيان للوزارة."""
_MAX_WORDS_TO_DOCUMENT: Final = 3
_MAX_WORDS_TO_AUTHOR: Final = 4
_MAX_WORDS_BEFORE_NOUN: Final = 7


class Speakers:
    """The speakers of one article, found in the order of the text."""

    def __init__(self, tokens: Tokens, names: Sequence[Name], marks: Marks, word_kinds: WordKinds) -> None:
        self._tokens = tokens
        self._marks = marks
        speakers = {name.first: name for name in names if name.entity.type in ("PER", "ORG")}
        self._ends = {name.last for name in speakers.values()}
        self._context = SubjectContext(
            tokens, speakers, {name.first: name for name in names}, word_kinds, Referents(tokens, speakers), []
        )
        self._in_front = SubjectsInFront(self._context)

    def find_verbs(self) -> list[SpeechVerb]:
        """Return every word of speech with its subject, in order."""
        # Kept here and not in this object, which would hold itself, and the article, until cycles are collected.
        readers: dict[str, Callable[[int, Speech], SpeechVerb | None]] = {
            "past": self._of_verb,
            "present": self._of_verb,
            "several": self._of_several,
            "participle": self._of_participle,
            "noun": self._of_noun,
            "document": self._of_document,
        }
        found: list[SpeechVerb] = []
        words, spoken = self._tokens.words, self._context.spoken
        reporting = frozenset(self._marks.of(REPORTING))
        for position in sorted(reporting.union(self._marks.of(CITING))):
            if position in self._context.names:
                continue
            if position in reporting:
                speech = SPEECH[words[position]]
                verb = readers[speech.form](position, speech) if speech.form in readers else None
            else:
                verb = self._citing(position)
            if verb is None:
                continue
            if verb.subject is None and verb.speech.form not in _WITHOUT_SUBJECT and self._has_object(verb):
                verb = verb._replace(anonymous=False)
            found.append(verb)
            if verb.subject is not None:
                spoken.append((position, verb.subject))
        return found

    def cited(self) -> list[EntityRef]:
        """Return the outlets and bodies that the text names as its sources: بحسب روسيا اليوم, وفقا لوكالة رويترز."""
        found: dict[str, EntityRef] = {}
        for position in self._marks.of(CITING):
            source = self._citing(position).subject
            if source is not None and source.type == "ORG":
                found.setdefault(source.id, source)
        press = find_press_sources(self._tokens, self._context.speakers.values(), self._marks.of(REPORTING))
        found |= {source.id: source for source in press if source.id not in found}
        return list(found.values())

    def _has_object(self, verb: SpeechVerb) -> bool:
        """Whether what stands behind a verb is what it is about, and not who speaks: كما أكد العزم على."""
        behind = verb.position + 1
        if not verb.anonymous or verb.speech.lemma in STRICT or behind >= len(self._tokens.words):
            return False
        word = self._tokens.words[behind]
        person = word in TITLES or word in ROLES or word in ANONYMOUS or word in BODIES or word in DOCUMENTS
        joined = self._tokens.words[verb.position].startswith(("و", "ف")) or self._tokens.words[behind - 2] in _LIKEWISE
        return joined and word.startswith("ال") and not person and not self._clause_follows(behind)

    def _of_verb(self, position: int, speech: Speech) -> SpeechVerb | None:
        if speech.lemma in QUOTING:
            return self._quoted_from(position, speech)
        words = self._tokens.words
        subject, anonymous, end, rule = (
            self._state_behind(position)
            or Walk(
                self._context, position + 1, strict=speech.lemma in STRICT, goes_on=speech.lemma in CONTINUING
            ).subject()
        )
        if not self._is_speech(position, speech, subject, end):
            return None
        if subject is None and not anonymous:
            if position and words[position - 1] in RELATIVE_PRONOUNS and position - 1 not in self._ends:
                return SpeechVerb(position, speech, None, anonymous=True, end=end)
            subject, rule = self._in_front.person_before(position), _IN_FRONT
        return SpeechVerb(position, speech, subject, anonymous, end, rule)

    def _state_behind(self, position: int) -> Subject | None:
        """Read أعلنت روسيا أن, in which a country or its capital speaks: only where a clause follows."""
        name = self._context.names.get(position + 1)
        if name is None or name.entity.type != "LOC" or name.start != self._tokens.spans[name.first][0]:
            return None
        if self._tokens.between(position).strip() or not self._clause_follows(name.last):
            return None
        return Subject(name.entity, anonymous=False, end=name.last, rule=_STATE)

    def _is_speech(self, position: int, speech: Speech, subject: EntityRef | None, end: int) -> bool:
        """Whether a form that is another word or another verb as well is one of speech where it stands."""
        words = self._tokens.words
        if subject is not None:
            return speech.lemma not in TWOFOLD or self._clause_follows(end)
        if speech.lemma in TWOFOLD and not words[position].startswith("و"):
            return False
        if speech.lemma not in TWOFOLD and words[position].removeprefix("و").removeprefix("ف") not in NOT_SPEECH:
            return True
        return (end < len(words) and words[end] in CLAUSE) or self._tokens.parted(position, ":" + OPENING)

    def _clause_follows(self, end: int) -> bool:
        """Whether a clause opens soon behind a subject, before another is joined to it or another verb speaks."""
        for word in self._tokens.words[end : end + _MAX_WORDS_TO_CLAUSE]:
            if word in CLAUSE:
                return True
            if word.startswith("و") or word in SPEECH:
                return False
        return False

    @staticmethod
    def _of_several(position: int, speech: Speech) -> SpeechVerb:
        return SpeechVerb(position, speech, None, anonymous=True, end=position + 1)

    @staticmethod
    def _of_participle(position: int, speech: Speech) -> SpeechVerb:
        return SpeechVerb(position, speech, None, anonymous=False, end=position + 1)

    def _of_noun(self, position: int, speech: Speech) -> SpeechVerb:
        """Read عن لافروف قوله, in which the subject stands before the noun."""
        words = self._tokens.words
        for back in range(position - 1, max(-1, position - _MAX_WORDS_BEFORE_NOUN - 1), -1):
            name = self._context.speakers.get(back)
            if name is None or name.last > position:
                continue
            before = words[back - 1] if back else ""
            lead = words[max(0, back - _MAX_WORDS_BEFORE_NOUN - 1) : back]
            if position - name.last <= 1 and (before in TITLES or not _JOINED_FROM.isdisjoint(lead)):
                return SpeechVerb(position, speech, name.entity, anonymous=False, end=position + 1, rule=_NOUN)
            break
        return SpeechVerb(position, speech, None, anonymous=False, end=position + 1)

    def _quoted_from(self, position: int, speech: Speech) -> SpeechVerb:
        """Read نقلت رويترز عن لافروف (قوله): who is quoted speaks, not who quotes."""
        words = self._tokens.words
        for ahead in range(position + 1, min(position + _MAX_WORDS_TO_QUOTED + 1, len(words))):
            if words[ahead] == _FROM:
                subject = Walk(self._context, ahead + 1, strict=True).subject()
                anonymous = subject.anonymous or subject.entity is None
                return SpeechVerb(position, speech, subject.entity, anonymous, subject.end, _QUOTED)
            if words[ahead] in CLAUSE:
                outlet, _, end, rule = Walk(self._context, position + 1, strict=True).subject()
                if outlet is not None:
                    return SpeechVerb(position, speech, outlet, anonymous=False, end=end, rule=rule)
            if words[ahead] in CLAUSE or "." in self._tokens.between(ahead - 1):
                break
        return SpeechVerb(position, speech, None, anonymous=True, end=position + 1)

    def _of_document(self, position: int, speech: Speech) -> SpeechVerb | None:
        """Read تشمل إصلاحات العبادي, جاء في بيان الوزارة: whose the document is speaks."""
        words = self._tokens.words
        for document in range(position + 1, min(position + _MAX_WORDS_TO_DOCUMENT + 1, len(words))):
            if words[document] not in DOCUMENTS:
                continue
            for ahead in range(document + 1, min(document + _MAX_WORDS_TO_AUTHOR + 1, len(words))):
                name = self._context.speakers.get(ahead)
                if name is not None:
                    return SpeechVerb(position, speech, name.entity, anonymous=False, end=name.last, rule=_DOCUMENT)
            author = self._context.referents.author(document, self._context.spoken)
            return SpeechVerb(position, speech, author, author is None, document + 1, _DOCUMENT)
        if words[position].removeprefix("و") in OTHER_VERBS_TOO:
            return None
        return SpeechVerb(position, speech, None, anonymous=False, end=position + 1)

    def _citing(self, position: int) -> SpeechVerb:
        """Read بحسب روسيا اليوم, وفقا لبيان الوزارة, حسب ما أفاد به بيان للوزارة."""
        words = self._tokens.words
        verb = next((at for at in range(position + 1, min(position + 3, len(words))) if words[at] in SPEECH), None)
        if verb is not None and SPEECH[words[verb]].form in _FORMS_THAT_CITE:
            source, _, end, _ = Walk(self._context, verb + 1, strict=True).subject()
            if source is not None:
                return SpeechVerb(position, _CITING_SPEECH, source, anonymous=False, end=end, rule=_CITED)
        reach = _MAX_WORDS_TO_SOURCE if verb is None else _MAX_WORDS_TO_SOURCE_OF_VERB
        for ahead in range(position + 1, min(position + reach + 1, len(words))):
            if self._tokens.parted(ahead - 1, ".:\n" if verb is not None else ".،:\n") or words[ahead] in SO:
                break
            name = self._context.speakers.get(ahead)
            if name is not None and (verb is None or not DOCUMENTS.isdisjoint(words[verb:ahead])):
                return SpeechVerb(position, _CITING_SPEECH, name.entity, anonymous=False, end=name.last, rule=_CITED)
        return SpeechVerb(position, _CITING_SPEECH, None, anonymous=True, end=position + 1)
