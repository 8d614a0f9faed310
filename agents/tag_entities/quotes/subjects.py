"""The subject behind a verb of speech: a walk over titles, offices and phrases to a name, or to where there is none."""

from typing import Final, NamedTuple

from agents.arabic.quotation_marks import CAN_CLOSE, CAN_OPEN
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.lexicon.kinds import RULER_KINDS
from agents.tag_entities.quotes.referents import Referents
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import (
    AIDES,
    ANONYMOUS,
    AWAY,
    BODIES,
    BY_THE_WAY,
    CLAUSE,
    DOCUMENTS,
    OWN_DOINGS,
    PRONOUNS,
    RELATIONS,
    ROLES,
    SPEECH,
)

_MAX_TOKENS_TO_SUBJECT: Final = 22
_MAX_WORDS_TO_BODY: Final = 5
"""Words from a verb to the body for which somebody without a name speaks."""
_RELATIVE_PRONOUNS: Final = folded("الذي التي الذين اللذان اللذين")
_OWNERS: Final = ("ه", "ها", "هم")
"""Pronouns that lean on an office: محاميه."""
_ENDS: Final = ":\n!؟"
_FOR: Final = folded("باسم")
"""Between somebody without a name and the body for which he speaks."""
_FOR_BODY: Final = "body for which somebody speaks"
_BEHIND_VERB: Final = "subject behind the verb"
_OFFICE: Final = "who holds the office"
_BODY: Final = "body that the noun refers back to"
_DOCUMENT: Final = "whose the document is"
"""How a subject is found, for `--explain`."""


def _is_office(word: str) -> bool:
    """Whether a word is a title or an office, also with its holder's superior as an ending: محاميه, مستشارها."""
    if word in ROLES or word in TITLES or word in ROLE_HEADS:
        return True
    return any(word.removesuffix(owner) in ROLE_HEADS for owner in _OWNERS)


class Subject(NamedTuple):
    """The subject that a walk has found."""

    entity: EntityRef | None
    anonymous: bool
    """Whether it is somebody without a name: then nobody else is meant."""
    end: int
    """The position behind it."""
    rule: str = ""
    """How it was found, for `--explain`."""


class SubjectContext(NamedTuple):
    """What the search for subjects reads."""

    tokens: Tokens
    speakers: dict[int, Name]
    """People and bodies by their first tokens."""
    names: dict[int, Name]
    """All names by their first tokens."""
    word_kinds: WordKinds
    referents: Referents
    spoken: list[tuple[int, EntityRef]]
    """Where the verbs of speech so far stand that have a subject, and the subjects."""


class Walk:
    """One walk from behind a verb.

    Parameters
    ----------
    context
        The article.
    start
        The token behind the verb.
    strict
        Whether an indefinite noun behind the verb is its subject, and not what is said or done.
    goes_on
        Whether the verb is one with which somebody goes on speaking.
    """

    def __init__(self, context: SubjectContext, start: int, *, strict: bool, goes_on: bool = False) -> None:
        self._context = context
        self._words = context.tokens.words
        self._start, self._strict, self._goes_on = start, strict, goes_on
        self._limit = min(start + _MAX_TOKENS_TO_SUBJECT, len(self._words))
        self._role = ""
        self._office = start
        self._anonymous = False
        self._body: EntityRef | None = None
        """The body for which somebody without a name speaks: متحدث باسم الوزارة."""

    def subject(self) -> Subject:
        """Walk to the subject."""
        position = self._start
        while position < self._limit and not self._ends(position):
            name = self._context.speakers.get(position)
            found: Subject | int | None
            if name is not None:
                found = self._at_name(name)
            elif position in self._context.names:
                found = self._context.names[position].last
            else:
                found = self._at_word(position)
            if isinstance(found, Subject):
                return found
            if found is None:
                break
            position = found
        if self._body is not None and self._anonymous:
            return Subject(self._body, anonymous=False, end=position, rule=_FOR_BODY)
        if self._role:
            holder = self._context.referents.holder(self._office, position)
            same = holder is None and self._goes_on and self._role not in ANONYMOUS
            return Subject(holder, anonymous=not same, end=position, rule=_OFFICE)
        return Subject(None, self._anonymous, position)

    def _ends(self, position: int) -> bool:  # noqa: PLR0911 - a mark a line
        """Whether a mark before a token ends the phrase; quotation marks do unless they open a name."""
        tokens = self._context.tokens
        between = tokens.between(position - 1)
        if "،" in between and self._role and self._words[position] in AWAY:
            return True  # وتابع المدرب، بخصوص كريم بنزيما
        if self._words[position] in _RELATIVE_PRONOUNS:
            return True
        if between == " ":
            return False
        if tokens.parted(position - 1, _ENDS):
            return True
        speaker = self._context.speakers.get(position)
        quoted = between[-1:] in CAN_OPEN and bool(between)
        if speaker is not None and quoted:
            return not tokens.parted(speaker.last - 1, CAN_CLOSE)
        if "." in between and len(self._words[position - 1]) > 1:
            return True
        return quoted and speaker is None

    def _at_name(self, name: Name) -> Subject | int:
        """Judge a person or a body on the way: the subject, or a token to go on from."""
        tokens = self._context.tokens
        word = self._words[name.first]
        before = self._words[name.first - 1]
        peeled = name.start - tokens.spans[name.first][0]
        generic = before[before[0] in "لب" :]
        if generic in DROPPED or generic in KEPT:
            away = generic != before or self._words[name.first - 2] in AWAY
        else:
            away = before in AWAY or before.removeprefix("و") in AWAY
        self._note_body(name)
        if away or (peeled and word[0] in "لبك"):
            return name.last
        if self._is_superior(name, before):
            self._anonymous = True
            return name.last
        if before in RELATIONS and name.entity.type == "PER":
            holder = self._context.referents.holder(self._office, name.last)
            return Subject(holder, anonymous=True, end=name.last, rule=_OFFICE)
        if name.entity.type == "ORG" and (self._role or self._anonymous):
            return name.last  # رئيس شركة أرامكو, مصدر في الوزارة: the body is part of the office
        person = self._context.speakers.get(name.last)
        held = person is not None and person.entity.type == "PER" and not tokens.between(name.last - 1).strip()
        if name.entity.type == "ORG" and person is not None and held:
            name = person  # an office of the body, and who holds it
        return Subject(name.entity, anonymous=False, end=name.last, rule=_BEHIND_VERB)

    def _note_body(self, name: Name) -> None:
        """Note the body for which somebody without a name speaks."""
        near = name.first - self._start <= _MAX_WORDS_TO_BODY and self._words[name.first - 1] in _FOR
        if near and name.entity.type == "ORG" and self._anonymous and self._body is None:
            self._body = name.entity

    def _is_superior(self, name: Name, before: str) -> bool:
        """Whether a person is whose aide speaks: مستشار شولتس, مبعوث الرئيس الأميركي دونالد ترامب."""
        if name.entity.type != "PER" or self._role not in AIDES:
            return False
        known = name.entity.known
        return before in AIDES or (known is not None and known.kind in RULER_KINDS)

    def _at_word(self, position: int) -> Subject | int | None:  # noqa: C901 - a case a kind of word
        """Judge a word on the way: it tells the subject, or lets the walk go on, or ends it (None)."""
        word = self._words[position]
        if word in CLAUSE or word in SPEECH:
            return None
        if word in PRONOUNS:
            return Subject(None, anonymous=False, end=position + 1)
        if position == self._start:
            first = self._at_first(word, position)
            if first is not None:
                return first
        if word in AWAY:
            return self._at_other(word, position)  # إلى begins as ال does
        if _is_office(word):
            if not self._role or (self._role not in ROLE_HEADS and word in ROLE_HEADS):
                self._role, self._office = word, position
            self._anonymous = self._anonymous or word in ANONYMOUS
        elif word in ANONYMOUS:
            self._anonymous = self._anonymous or not self._role
        elif word in TITLE_RUN or word.startswith(("ال", "وال", "لل", "بال")):
            if position == self._start and not self._role and word.startswith("ال"):
                self._anonymous = True  # a definite noun that names nobody: قال الرجل
        elif word in DROPPED or word in KEPT:
            pass  # صحيفة, شركة: the name follows
        else:
            return self._at_other(word, position)
        return position + 1

    def _at_first(self, word: str, position: int) -> Subject | None:
        """Judge the word right behind the verb: somebody whom nothing has found, a body or a document."""
        if not self._context.word_kinds[word].common and word not in TITLES:
            return Subject(None, anonymous=True, end=position + 1)
        if word in BODIES and not self._names_more(position):
            body = self._context.referents.body(position)
            return Subject(body, anonymous=True, end=position + 1, rule=_BODY)
        if word in DOCUMENTS:
            author = self._context.referents.author(position, self._context.spoken)
            return Subject(author, anonymous=author is None, end=position + 1, rule=_DOCUMENT)
        return None

    def _at_other(self, word: str, position: int) -> int | None:
        """Step over a word that tells nothing of the subject, or end the walk (None)."""
        if not self._role and not self._anonymous:
            if word in AWAY or word[0] in "لب" or word in BY_THE_WAY:
                return self._behind_phrase(position)
            self._anonymous = position == self._start and self._strict
            return position + 1 if self._anonymous else None
        return self._behind_phrase(position) if word in AWAY else position + 1

    def _names_more(self, at: int) -> bool:
        """Whether a name stands at a definite noun or right behind it: الوكالة العربية السورية."""
        names = self._context.names
        return at in names or (at + 1 in names and not self._context.tokens.between(at).strip())

    def _behind_phrase(self, position: int) -> int:
        """Step over a preposition and the words that belong to it."""
        speakers, words = self._context.speakers, self._words
        position += 1
        own = position < self._limit and words[position] in OWN_DOINGS
        while position < self._limit and (own or position not in speakers):
            word = words[position]
            if self._context.tokens.between(position - 1).strip() or word in CLAUSE or word in SPEECH or word in AWAY:
                break
            position += 1
        if own:
            return position  # عقب لقائه الرئيس فلان: whom he met, not who spoke
        if position < self._limit and words[position - 1] in AWAY and position in speakers:
            self._note_body(speakers[position])
            return speakers[position].last
        return position
