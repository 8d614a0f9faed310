"""Whom an office, a definite noun or a document refers back to: المدرب, الهيئة, البيان."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import BODIES, DOCUMENTS, ISSUED, ISSUED_DOCUMENTS, ROLES, SPEECH

_MAX_WORDS_BEFORE: Final = 9
"""Words before a name in which an office of its bearer may stand."""
_MAX_OFFICE_WORDS: Final = 5
"""Words of an office behind a name."""
_MAX_CANDIDATES: Final = 300
"""An article has fewer; more are not looked at."""
_MAX_TOKENS_TO_STATEMENT: Final = 22
"""Tokens between a verb of speech and the statement in which it was said."""
_MAX_WORDS_TO_ISSUER: Final = 3
"""Words between a verb such as أصدرت and who issued a document."""
_IN: Final = frozenset(["في", "وفي"])
_WHO_IS: Final = frozenset(["وهو", "وهي"])
"""Between a person and an office in apposition."""
_COACH: Final = ["مدير", "فني"]
"""An office that has another name."""
_FORMS: Final = (
    {
        lead + noun: noun
        for noun in sorted({document.removeprefix(ARTICLE) for document in DOCUMENTS})
        for lead in ("", "ال", "ب", "بال", "وال", "و", "لل")
    }
    | {
        lead + noun + owner: noun
        for noun in sorted({document.removeprefix(ARTICLE) for document in DOCUMENTS})
        for lead in ("", "ب")
        for owner in ("ه", "ها", "هم")
        if not noun.endswith("ه")
    }
    | {noun: noun.removesuffix("ا") for noun in ISSUED_DOCUMENTS}
)
"""Documents' nouns as they stand in texts, to the bare noun."""


class Referents:
    """What one article lets such words refer to. Each answer is the only candidate, or nobody."""

    def __init__(self, tokens: Tokens, speakers: dict[int, Name]) -> None:
        self._tokens = tokens
        self._speakers = speakers
        self._bodies = [name for name in speakers.values() if name.entity.type == "ORG"]
        self._ends = {name.last: name for name in speakers.values()}
        self._documents: dict[str, list[int]] = {}
        for position in [at for at, word in enumerate(tokens.words) if word in _FORMS]:
            self._documents.setdefault(_FORMS[tokens.words[position]], []).append(position)
        self._offices: list[tuple[int, list[str], EntityRef]] = []
        """Where a person is named with an office, the office's words, and the person."""
        for name in speakers.values():
            if name.entity.type == "PER":
                self._note_offices(name)

    def _note_offices(self, name: Name) -> None:
        """Note the offices around a person's mention: before it, and in apposition behind it."""
        words, between, parted = self._tokens.words, self._tokens.between, self._tokens.parted
        for at in range(name.first - 1, max(-1, name.first - _MAX_WORDS_BEFORE - 1), -1):
            if parted(at, ".\n:") or words[at] in SPEECH:
                break
            if words[at] in TITLES and (words[at] in ROLE_HEADS or words[at] in ROLES):
                self._offices.append((name.first, _office(words[at : name.first]), name.entity))
        behind = name.last
        if behind < len(words) and between(behind - 1).strip() in ("", "،", ","):
            if words[behind] in _WHO_IS and behind + 1 < len(words):
                behind += 1
            if words[behind] in ROLE_HEADS:
                office = _office(words[behind : behind + _MAX_OFFICE_WORDS])
                self._offices.append((name.first, office, name.entity))

    def holder(self, first: int, last: int) -> EntityRef | None:
        """Return the holder of an office that tokens name: الوزير البريطاني, رئيس الاتحاد الآسيوي."""
        asked = _office(self._tokens.words[first:last])
        best: dict[str, EntityRef] = {}
        most = 0
        for where, noted, named in self._offices[:_MAX_CANDIDATES]:
            if where >= first or noted[0] != asked[0]:
                continue
            same = 1
            while same < min(len(asked), len(noted)) and asked[same] == noted[same]:
                same += 1
            if same < min(len(asked), len(noted)) and not set(asked[1:]) & set(noted[1:]):
                continue  # another office of that title
            if same > most:
                best, most = {}, same
            if same == most:
                best[named.id] = named
        return _only(best)

    def body(self, at: int) -> EntityRef | None:
        """Return the body that a definite noun at a token refers back to: الهيئة, الصحيفة."""
        noun = self._tokens.words[at]
        kinds = BODIES[noun]
        found: dict[str, EntityRef] = {}
        for name in self._bodies[:_MAX_CANDIDATES]:
            if name.first >= at:
                break
            known = name.entity.known
            opening = self._tokens.text[name.start : name.end].split(" ", 1)[0].removeprefix(ARTICLE)
            generic = self._tokens.words[name.first - 1] if name.first else ""
            if noun[2:] in (opening, generic) or (known is not None and known.kind in kinds):
                found[name.entity.id] = name.entity
        return _only(found)

    def author(self, at: int, spoken: Sequence[tuple[int, EntityRef]]) -> EntityRef | None:
        """Return who published the document that a noun at a token names.

        Parameters
        ----------
        spoken
            Where the verbs of speech before it stand that have a subject, and the subjects: قالت الوزارة في بيان.
        """
        found: dict[str, EntityRef] = {}
        for document in self._documents.get(_bare(self._tokens.words[at]), ())[:_MAX_CANDIDATES]:
            owner = self._owner(document)
            author = owner or self._speaker(document, spoken)
            if author is not None:
                found[author.id] = author
        return _only(found)

    def _owner(self, document: int) -> EntityRef | None:
        """Read بيان الوزارة; أصدرت الوزارة بيانا."""
        name = self._speakers.get(document + 1)
        if name is not None and not self._tokens.between(document).strip():
            return name.entity
        issuer = self._ends.get(document)
        if issuer is None:
            return None
        lead = self._tokens.words[max(0, issuer.first - _MAX_WORDS_TO_ISSUER) : issuer.first]
        return None if ISSUED.isdisjoint(lead) else issuer.entity

    def _speaker(self, document: int, spoken: Sequence[tuple[int, EntityRef]]) -> EntityRef | None:
        """Read قالت الوزارة في بيان."""
        if not document or self._tokens.words[document - 1] not in _IN:
            return None
        last = bisect_left(spoken, document, key=lambda said: said[0]) - 1
        return spoken[last][1] if last >= 0 and document <= spoken[last][0] + _MAX_TOKENS_TO_STATEMENT else None


def _only(found: dict[str, EntityRef]) -> EntityRef | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _office(words: Sequence[str]) -> list[str]:
    """Return the words of an office without ال; المدير الفني is the coach."""
    bare = [_bare(word) for word in words]
    return ["مدرب", *bare[2:]] if bare[:2] == _COACH else bare


def _bare(word: str) -> str:
    return word.removeprefix(ARTICLE)
