"""Whom an office, a definite noun or a document refers back to: المدرب, الهيئة, البيان."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from agents.arabic.folding import fold
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import BODIES, DOCUMENTS, ISSUED, PUBLISHED, ROLES, SPEECH

_BEFORE: Final = 10
"""Words before a name in which an office of its bearer may stand."""
_BEHIND: Final = 5
"""Words of an office behind a name."""
_MOST: Final = 300
"""Candidates that are looked at, at most: an article has fewer."""
_FORMS: Final = (
    {
        lead + noun: noun
        for noun in sorted({document.removeprefix("ال") for document in DOCUMENTS})
        for lead in ("", "ال", "ب", "بال", "وال", "و", "لل")
    }
    | {
        lead + noun + owner: noun
        for noun in sorted({document.removeprefix("ال") for document in DOCUMENTS})
        for lead in ("", "ب")
        for owner in ("ه", "ها", "هم")
        if not noun.endswith("ه")
    }
    | {fold(noun + "ا"): fold(noun) for noun in ("بيان", "تقرير", "خطاب", "قرار", "مقال")}
)
"""Documents' nouns as they stand in texts, to the bare noun."""


class Referents:
    """What one article lets such words refer to. Each answer is the only candidate, or nobody."""

    def __init__(self, tokens: Tokens, spans: Sequence[Name], by_token: dict[int, Name]) -> None:
        self._tokens = tokens
        self._spans = spans
        self._by_token = by_token
        self._bodies = [span for span in spans if span.entity.type == "ORG"]
        self._ends = {span.last: span for span in spans}
        self._documents: dict[str, list[int]] = {}
        for at, word in enumerate(tokens.words):
            if word in _FORMS:
                self._documents.setdefault(_FORMS[word], []).append(at)
        self._roles: list[tuple[int, list[str], EntityRef]] = []
        """Where a person is named with an office, the office's words, and the person."""
        for span in spans:
            if span.entity.type == "PER":
                self._note_roles(span)

    def _note_roles(self, span: Name) -> None:
        """Note the offices around a person's mention: before it, and in apposition behind it."""
        words, between, parted = self._tokens.words, self._tokens.between, self._tokens.parted
        for at in range(span.first - 1, max(-1, span.first - _BEFORE), -1):
            if parted(at, ".\n:") or words[at] in SPEECH:
                break
            if words[at] in TITLES and (words[at] in ROLE_HEADS or words[at] in ROLES):
                self._roles.append((span.first, _office(words[at : span.first]), span.entity))
        behind = span.last
        if behind < len(words) and between(behind - 1).strip() in ("", "،", ","):
            if words[behind] in ("وهو", "وهي") and behind + 1 < len(words):
                behind += 1
            if words[behind] in ROLE_HEADS:
                office = _office(words[behind : behind + _BEHIND])
                self._roles.append((span.first, office, span.entity))

    def holder(self, first: int, last: int) -> EntityRef | None:
        """Give the holder of an office that tokens name: الوزير البريطاني, رئيس الاتحاد الآسيوي."""
        asked = _office(self._tokens.words[first:last])
        best: dict[str, EntityRef] = {}
        most = 0
        for where, noted, named in self._roles[:_MOST]:
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
        """Give the body that a definite noun at a token refers back to: الهيئة, الصحيفة."""
        noun = self._tokens.words[at]
        kinds = BODIES[noun]
        found: dict[str, EntityRef] = {}
        for span in self._bodies[:_MOST]:
            if span.first >= at:
                break
            known = span.entity.known
            opening = self._tokens.text[span.start : span.end].split(" ", 1)[0].removeprefix("ال")
            generic = self._tokens.words[span.first - 1] if span.first else ""
            if noun[2:] in (opening, generic) or (known is not None and known.kind in kinds):
                found[span.entity.id] = span.entity
        return _only(found)

    def author(self, at: int, spoken: Sequence[tuple[int, EntityRef]]) -> EntityRef | None:
        """Give who published the document that a noun at a token names.

        Parameters
        ----------
        spoken
            Where the verbs of speech before it stand that have a subject, and the subjects: قالت الوزارة في بيان.
        """
        words, by_token = self._tokens.words, self._by_token
        noun = _bare(words[at])
        found: dict[str, EntityRef] = {}
        for step in self._documents.get(noun, ())[:_MOST]:
            span = by_token.get(step + 1)
            if span is not None and not self._tokens.between(step).strip():
                found[span.entity.id] = span.entity
                continue
            issuer = self._ends.get(step)
            if issuer is not None and any(word in ISSUED for word in words[max(0, issuer.first - 3) : issuer.first]):
                found[issuer.entity.id] = issuer.entity
                continue
            publisher = self._publisher(step)
            if publisher is not None:
                found[publisher.id] = publisher
            if step and words[step - 1] in ("في", "وفي"):
                last = bisect_left(spoken, step, key=lambda said: said[0]) - 1
                if last >= 0 and step <= spoken[last][0] + _NEAR:
                    found[spoken[last][1].id] = spoken[last][1]
        return _only(found)

    def _publisher(self, at: int) -> EntityRef | None:
        """Read الدراسة التي نشرها معهد."""
        words = self._tokens.words
        for ahead in range(at + 1, min(at + 6, len(words) - 1)):
            if words[ahead] in PUBLISHED:
                spans = [self._by_token[i] for i in range(ahead + 1, ahead + 4) if i in self._by_token]
                return spans[0].entity if spans else None
        return None


_NEAR: Final = 22
"""Tokens between a verb of speech and the statement in which it was said."""


def _only(found: dict[str, EntityRef]) -> EntityRef | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _office(words: Sequence[str]) -> list[str]:
    """Give the words of an office without ال; المدير الفني is the coach."""
    bare = [_bare(word) for word in words]
    return ["مدرب", *bare[2:]] if bare[:2] == ["مدير", "فني"] else bare


def _bare(word: str) -> str:
    return word.removeprefix("ال")
