"""Who speaks: each verb of speech with its subject, an entity of the article or nobody that is sure."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.tag_entities.rolewords import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.scan import CITING as CITES
from agents.tag_entities.scan import SPEECH as SPEAKS
from agents.tag_entities.scan import Places
from agents.tag_entities.spans import Named, Span
from agents.tag_entities.speechwords import (
    ANONYMOUS,
    AWAY,
    BODIES,
    CLAUSE,
    DOCUMENTS,
    NOT_SPEECH,
    PRONOUNS,
    PUBLISHED,
    RELATIONS,
    ROLES,
    SPEECH,
    STATEMENT,
    STRICT,
    Speech,
)
from agents.tag_entities.words import Kinds
from agents.tokens import Tokens

_REACH = 22
"""Tokens behind a verb in which its subject stands."""

_CITED = Speech("citing", "", feminine=False)


class Saying(NamedTuple):
    """A word of speech at a token, what it says about its subject, and where the subject's phrase ends."""

    at: int
    speech: Speech
    subject: Named | None
    anonymous: bool
    """Whether its subject is somebody without a name: then nobody else is meant."""
    end: int


class Speakers:
    """The speakers of one article, found in the order of the text."""

    def __init__(self, tokens: Tokens, spans: Sequence[Span], places: Places, kinds: Kinds) -> None:
        self._tokens = tokens
        self._places = places
        self._kinds = kinds
        self._spans = [s for s in spans if s.named.type in ("PER", "ORG")]
        self._by_token = {s.first: s for s in self._spans}
        self._every = {s.first: s for s in spans}
        self._roles: list[tuple[int, list[str], Named]] = []
        for span in self._spans:
            if span.named.type == "PER":
                self._note_roles(span)
        self._said: list[Saying] = []

    def _note_roles(self, span: Span) -> None:
        """Note the offices around a person's mention: before it, and in apposition behind it."""
        words, between = self._tokens.words, self._tokens.between
        for at in range(span.first - 1, max(-1, span.first - 10), -1):
            if any(mark in between(at) for mark in ".\n:") or words[at] in SPEECH:
                break
            if words[at] in TITLES and (words[at] in ROLE_HEADS or words[at] in ROLES):
                self._roles.append((span.first, [_bare(word) for word in words[at : span.first]], span.named))
        behind = span.last
        if behind < len(words) and between(behind - 1).strip() in ("", "،", ","):
            if words[behind] in ("وهو", "وهي") and behind + 1 < len(words):
                behind += 1
            if words[behind] in ROLE_HEADS:
                self._roles.append((span.first, [_bare(word) for word in words[behind : behind + 5]], span.named))

    def sayings(self) -> list[Saying]:
        """Give every word of speech with its subject, in order."""
        found: list[Saying] = []
        words = self._tokens.words
        for at, mark in self._places.which(SPEAKS | CITES):
            if at not in self._every:
                saying = self._saying(at, SPEECH[words[at]]) if mark & SPEAKS else self._citing(at)
                if saying is not None:
                    found.append(saying)
                    self._said.append(saying)
        return found

    def _saying(self, at: int, speech: Speech) -> Saying | None:
        if speech.kind == "participle":
            return Saying(at, speech, None, False, at + 1)
        if speech.kind == "noun":
            return self._of_noun(at, speech)
        if speech.lemma == "نقل":
            return self._quoted_from(at, speech)
        words = self._tokens.words
        if speech.kind == "document":
            return self._of_document(at, speech)
        subject, anonymous, end = self._subject(at + 1, strict=speech.lemma in STRICT)
        if subject is None and words[at].removeprefix("و").removeprefix("ف") in NOT_SPEECH:
            follows = self._tokens.between(at)
            opened = end < len(words) and words[end] in CLAUSE
            if ":" not in follows and not any(mark in follows for mark in '«"“') and not opened:
                return None
        if subject is not None and speech.lemma == "وصف" and self._is_object(at, end):
            subject = None
        if subject is None and not anonymous:
            if at and words[at - 1] in ("الذي", "التي", "الذين") and not any(s.last == at - 1 for s in self._spans):
                return Saying(at, speech, None, True, end)
            subject = self._before(at)
        return Saying(at, speech, subject, anonymous, end)

    def _citing(self, at: int) -> Saying | None:
        """Read بحسب روسيا اليوم, وفقا لبيان الوزارة."""
        words = self._tokens.words
        for step in range(at + 1, min(at + 7, len(words))):
            between = self._tokens.between(step - 1)
            if any(mark in between for mark in ".،:\n"):
                break
            span = self._by_token.get(step)
            if span is not None:
                return Saying(at, _CITED, span.named, False, span.last)
        return Saying(at, _CITED, None, True, at + 1)

    def _of_document(self, at: int, speech: Speech) -> Saying | None:
        """Read تشمل إصلاحات العبادي, جاء في بيان الوزارة: whose the document is speaks."""
        words = self._tokens.words
        for step in range(at + 1, min(at + 4, len(words))):
            if words[step] in DOCUMENTS:
                for ahead in range(step + 1, min(step + 5, len(words))):
                    span = self._by_token.get(ahead)
                    if span is not None:
                        return Saying(at, speech, span.named, False, span.last)
                owner = self._owner(step)
                return Saying(at, speech, owner, owner is None, step + 1)
        if words[at].removeprefix("و") in ("نص", "جاء", "ورد", "شمل", "شملت"):
            return None
        return Saying(at, speech, None, False, at + 1)

    def _is_object(self, at: int, end: int) -> bool:
        """Say whether what stands behind وصف is described, and not who describes: وصف بلاتر بـ."""
        words = self._tokens.words
        return end < len(words) and (words[end].startswith("ب") or self._tokens.between(end - 1).strip() in ("ب", "بـ"))

    def _before(self, at: int) -> Named | None:
        """Find a subject in front of its verb: أما مدرب بنما داريو جوميز فقال; لافروف، الذي ..., أكد."""
        tokens, words = self._tokens, self._tokens.words
        if words[at].startswith("و") and words[at][1:] in SPEECH and words[at] not in ("وصف", "وعد"):
            return None  # the sentence goes on with who spoke before
        found: Named | None = None
        for back in range(at - 1, max(-1, at - 40), -1):
            between = tokens.between(back)
            if any(mark in between for mark in ".\n!؟"):
                break
            span = self._by_token.get(back)
            if span is None or span.last > at or span.named.type != "PER":
                continue
            before = words[back - 1] if back else ""
            opens = (
                not back
                or any(mark in tokens.between(back - 1) for mark in ".\n!؟:")
                or before in ("اما", "وكان", "كان", "لكن", "فيما", "بينما")
            )
            adjacent = span.last == at or (span.last == at - 1 and words[at - 1] in ("قد", "الذي", "ايضا", "نفسه"))
            titled = before in TITLES or before in TITLE_RUN or before.startswith("ال")
            peeled = span.start - tokens.spans[back][0]
            if adjacent and not (peeled and words[back][0] in "لبك") and before not in AWAY:
                found = span.named
            elif opens and not peeled:
                found = span.named
            elif titled and self._opens_sentence(back):
                found = span.named
        return found

    def _opens_sentence(self, first: int) -> bool:
        """Say whether only titles and an opening word stand between the sentence's start and a name."""
        tokens, words = self._tokens, self._tokens.words
        for back in range(first - 1, max(-1, first - 8), -1):
            word = words[back]
            if word in ("اما", "وكان", "كان", "لكن", "فيما", "بينما"):
                return True
            if not (
                word in TITLES
                or word in TITLE_RUN
                or word in ROLE_HEADS
                or word.startswith("ال")
                or back in self._every
            ):
                return False
            if back == 0 or any(mark in tokens.between(back - 1) for mark in ".\n!؟"):
                return True
        return False

    def _of_noun(self, at: int, speech: Speech) -> Saying:
        """Read عن لافروف قوله, in which the subject stands before the noun."""
        for back in range(at - 1, max(-1, at - 8), -1):
            span = self._by_token.get(back)
            if span is not None and span.last <= at:
                before = self._tokens.words[back - 1] if back else ""
                gap = self._tokens.words[span.last : at]
                if len(gap) <= 1 and (before in ("عن", "وعن") or before in TITLES or self._titled_from(back)):
                    return Saying(at, speech, span.named, False, at + 1)
                break
        return Saying(at, speech, None, False, at + 1)

    def _titled_from(self, first: int) -> bool:
        """Say whether عن stands before the titles in front of a name."""
        words = self._tokens.words
        return any(words[back] in ("عن", "وعن") for back in range(max(0, first - 8), first))

    def _quoted_from(self, at: int, speech: Speech) -> Saying:
        """Read نقلت رويترز عن لافروف (قوله): who is quoted speaks, not who quotes."""
        words = self._tokens.words
        for ahead in range(at + 1, min(at + _REACH, len(words))):
            if words[ahead] == "عن":
                subject, anonymous, end = self._subject(ahead + 1)
                return Saying(at, speech, subject, anonymous or subject is None, end)
            if words[ahead] in CLAUSE or "." in self._tokens.between(ahead - 1):
                break
        return Saying(at, speech, None, True, at + 1)

    def _subject(self, at: int, *, strict: bool = True) -> tuple[Named | None, bool, int]:  # noqa: C901, PLR0912 - one walk
        """Walk from behind a verb to its subject: the entity, whether it is somebody unnamed, the phrase's end."""
        tokens, words = self._tokens, self._tokens.words
        role: str | None = None
        office = at
        anonymous = False
        limit = min(at + _REACH, len(words))
        step = at
        while step < limit:
            between = tokens.between(step - 1)
            if any(mark in between for mark in '.:«"“”!؟\n') and not (span := self._by_token.get(step)):
                if not (len(words[step - 1]) == 1 and "." in between):
                    break
            elif any(mark in between for mark in ".:\n!؟"):
                break
            word = words[step]
            span = self._by_token.get(step)
            if span is not None:
                peeled = span.start - tokens.spans[step][0]
                if peeled and word[0] in "لبك":
                    step = span.last
                    continue
                before = words[step - 1]
                if before in AWAY or before.removeprefix("و") in AWAY or (before[0] in "لب" and before[1:] in DROPPED):
                    step = span.last
                    continue
                if before in RELATIONS:
                    return None, True, span.last
                if role is not None and span.named.type == "ORG":
                    step = span.last  # رئيس شركة أرامكو: the body is part of the office
                    continue
                if anonymous and span.named.type == "ORG":
                    step = span.last
                    continue
                follower = self._by_token.get(span.last)
                if (
                    span.named.type == "ORG"
                    and follower is not None
                    and follower.named.type == "PER"
                    and not tokens.between(span.last - 1).strip()
                ):
                    span = follower  # an office of the body, and who holds it
                return span.named, False, span.last
            if step in self._every:
                step = self._every[step].last
                continue
            if word in CLAUSE or word in SPEECH:
                break
            if word in PRONOUNS:
                return None, False, step + 1
            if step == at and not self._kinds[word].common and word not in TITLES:
                return None, True, step + 1  # somebody whom nothing has found
            if word in ROLES or word in TITLES or word in ROLE_HEADS:
                if role is None or (role not in ROLE_HEADS and word in ROLE_HEADS):
                    role, office = word, step
                anonymous = anonymous or word in ANONYMOUS
            elif word in ANONYMOUS:
                if role is None:
                    anonymous = True
            elif word in STATEMENT and step == at:
                owner = self._owner(step)
                return owner, owner is None, step + 1
            elif word in BODIES and step == at and not self._names_more(step):
                return self._body(step), True, step + 1
            elif word in DOCUMENTS and step == at:
                owner = self._owner(step)
                return owner, owner is None, step + 1
            elif word in TITLE_RUN or word.startswith(("ال", "وال", "لل", "بال")):
                if step == at and role is None and word.startswith("ال"):
                    anonymous = True  # a definite noun that names nobody: قال الرجل
            elif word in DROPPED or word in KEPT:
                pass  # صحيفة, شركة: the name follows
            elif role is None and not anonymous:
                if (
                    word in AWAY
                    or word[0] in "لب"
                    or word in ("أيضا", "ايضا", "كذلك", "له", "لها", "فيه", "فيها", "امس", "اليوم")
                ):
                    step = self._skip_phrase(step, limit)
                    continue
                anonymous = step == at and strict
                if not anonymous:
                    break
            elif word in AWAY:
                step = self._skip_phrase(step, limit)
                continue
            step += 1
        if role is not None:
            return self._by_role(office, step), True, step
        return None, anonymous, step

    def _skip_phrase(self, step: int, limit: int) -> int:
        """Step over a preposition and the words that belong to it."""
        step += 1
        while step < limit and step not in self._by_token:
            word = self._tokens.words[step]
            between = self._tokens.between(step - 1)
            if between.strip() or word in CLAUSE or word in SPEECH or word in AWAY:
                break
            step += 1
        if step < limit and self._tokens.words[step - 1] in AWAY and step in self._by_token:
            return self._by_token[step].last
        return step

    def _by_role(self, office: int, end: int) -> Named | None:
        """Give the only person of an office whom the article has named before, or nobody.

        Parameters
        ----------
        office, end
            The tokens of the office: الوزير البريطاني, رئيس الاتحاد الآسيوي.
        """
        asked = [_bare(word) for word in self._tokens.words[office:end]]
        best: dict[str, Named] = {}
        most = 0
        for where, noted, named in self._roles:
            if where >= office or noted[0] != asked[0]:
                continue
            same = 1
            while same < min(len(asked), len(noted)) and asked[same] == noted[same]:
                same += 1
            if same < len(asked) and same < len(noted) and not self._nation(asked, noted):
                continue  # another office of that title
            if same > most:
                best, most = {}, same
            if same == most:
                best[named.id] = named
        return next(iter(best.values())) if len(best) == 1 else None

    def _nation(self, asked: list[str], noted: list[str]) -> bool:
        """Say whether two offices share a word behind the title: الوزير البريطاني, وزير الخارجية البريطاني."""
        return bool(set(asked[1:]) & set(noted[1:]))

    def _names_more(self, at: int) -> bool:
        """Say whether a name stands right behind a definite noun: الوكالة العربية السورية is no noun that refers back."""
        return at in self._every or (at + 1 in self._every and not self._tokens.between(at).strip())

    def _body(self, at: int) -> Named | None:
        """Give the only body that a definite noun at a token can refer back to."""
        noun = self._tokens.words[at]
        kinds = BODIES[noun]
        found: dict[str, Named] = {}
        for span in self._spans:
            if span.named.type != "ORG" or span.first >= at:
                continue
            known = span.named.known
            opening = self._tokens.text[span.start : span.end].split(" ", 1)[0].removeprefix("ال")
            generic = self._tokens.words[span.first - 1] if span.first else ""
            if opening == noun[2:] or generic == noun[2:] or (known is not None and known.kind in kinds):
                found[span.named.id] = span.named
        return next(iter(found.values())) if len(found) == 1 else None

    def _owner(self, at: int) -> Named | None:
        """Give who published the document that a noun at a token names: the only one of whom the article says so."""
        words = self._tokens.words
        noun = _bare(words[at])
        found: dict[str, Named] = {}
        forms = {lead + noun for lead in ("", "ال", "ب", "بال", "وال", "و", "لل")}
        for step in [i for i, word in enumerate(words) if word in forms]:
            span = self._by_token.get(step + 1)
            if span is not None and not self._tokens.between(step).strip():
                found[span.named.id] = span.named
                continue
            for ahead in range(step + 1, min(step + 6, len(words) - 1)):
                if words[ahead] in PUBLISHED:
                    published = next(
                        (self._by_token[i] for i in range(ahead + 1, ahead + 4) if i in self._by_token), None
                    )
                    if published is not None:
                        found[published.named.id] = published.named
                    break
            if step and words[step - 1] in ("في", "وفي"):
                said = [s for s in self._said if s.at < step <= s.at + _REACH and s.subject is not None]
                if said and said[-1].subject is not None:
                    found[said[-1].subject.id] = said[-1].subject
        return next(iter(found.values())) if len(found) == 1 else None

    def cited(self) -> list[Named]:
        """Give the outlets and bodies that the text names as its sources: بحسب روسيا اليوم, وفقا لوكالة رويترز."""
        found: dict[str, Named] = {}
        words = self._tokens.words
        for at in self._places.of(CITES):
            for step in range(at + 1, min(at + 6, len(words))):
                between = self._tokens.between(step - 1)
                if any(mark in between for mark in ".،:\n"):
                    break
                span = self._by_token.get(step)
                if span is not None:
                    if span.named.type == "ORG":
                        found.setdefault(span.named.id, span.named)
                    break
        return list(found.values())


def _bare(word: str) -> str:
    return word.removeprefix("ال")
