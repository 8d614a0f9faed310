"""Surnames, given names and acronyms that stand for what an article names in full: لافروف, آسيان."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from agents.arabic.clitics import ARTICLE
from agents.arabic.quotation_marks import CLOSING, OPENING
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import CHILDREN, CLOSING_PARTS, SON_OF, SONS
from agents.tag_entities.words.people import TOO_COMMON
from agents.tag_entities.words.roles import CONNECTORS, DROPPED

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
MIN_SHORT_NAME_LETTERS: Final = 3
"""Letters of a surname or an acronym."""
MAX_FORMS: Final = 50
"""Short names with one first word that are looked for."""


class ShortNames:
    """The pass that finds the short names of what the article names in full."""

    name = "ShortNames"
    starts = None

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Add short names in words that nothing has taken."""
        short_names = _ArticleShortNames(self._word_kinds)
        names = draft.names
        for found in (
            _acronyms(draft, names, self._word_kinds),
            self._of_people(draft.tokens, [name for name in names if name.entity.type == "PER" and name.full]),
        ):
            for short_name, name in found:
                short_names.add(short_name, name)
        short_names.find(draft)

    def _of_people(self, tokens: Tokens, people: list[Name]) -> Iterator[tuple[str, Name]]:
        """Yield what may stand for people alone: given names, the lexicon's surnames, else the ends of their names."""
        words_of = {name.entity.id: _words(tokens, name) for name in people}
        given_names = Counter(words[0] for words in words_of.values())
        surnames = Counter(words[-1] for words in words_of.values())
        for name in people:
            known, words = name.entity.known, _words(tokens, name)
            if (known is None or surnames[words[-1]] > 1) and self._given_name_may_stand(words, given_names):
                yield words[0], name
            if known is not None and known.surnames:
                for surname in {*known.surnames, *_as_spelt_here(words[-1], known.surnames)}:
                    yield surname, name
                continue
            for end in ends(words):
                yield end, name

    def _given_name_may_stand(self, words: list[str], given_names: Mapping[str, int]) -> bool:
        """Whether a given name alone means its bearer: the only one of that name in the article."""
        word_kind = self._word_kinds[words[0]]
        firm = word_kind.firm or not word_kind.common
        return len(words) > 1 and word_kind.given and firm and given_names[words[0]] == 1


def _as_spelt_here(word: str, surnames: Collection[str]) -> list[str]:
    """Return the last word of a name where it is a surname of the lexicon with another article: الحصرية, حصرية."""
    bare = word.removeprefix(ARTICLE)
    return [word] if any(bare == surname.removeprefix(ARTICLE) for surname in surnames) else []


def ends(words: list[str]) -> list[str]:
    """Return the ends of a person's name that may stand for it, the longest first: نصر الله; no father's name alone.

    A father's stands with ابن: ابن طلال, for الوليد بن طلال.
    """
    sons = [" ".join([SON_OF, *words[position:]]) for position in range(2, len(words)) if words[position - 1] in SONS]
    return sons + [
        " ".join(words[position:])
        for position in range(1, len(words))
        if (words[position - 1] not in CONNECTORS or words[position - 1] in CLOSING_PARTS)
        and words[position] not in CHILDREN
    ]


class _Bearer(NamedTuple):
    """Who is named more fully at a position."""

    position: int
    entity: EntityRef


class _ArticleShortNames:
    """The short names that one article makes clear."""

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds
        self._forms: dict[str, list[tuple[int, list[str]]]] = {}
        """First words as they may stand, to the letters before the short names that begin so, and all their words."""
        self._bearers: dict[str, list[_Bearer]] = {}
        """Short names, to who bears them, in order."""

    def add(self, short_name: str, name: Name) -> None:
        """Let a short name stand for what the text names more fully."""
        words = short_name.split(" ")
        if short_name in TOO_COMMON or (len(words) == 1 and len(short_name) < MIN_SHORT_NAME_LETTERS):
            return
        bearers = self._bearers.setdefault(short_name, [])
        bearers.append(_Bearer(name.first, name.entity))
        if len(bearers) > 1:
            return
        for proclitic in _PROCLITICS:
            self._forms.setdefault(proclitic + words[0], []).append((len(proclitic), words))
        if words[0].startswith(ARTICLE):
            for opening in ("لل", "ولل"):
                self._forms.setdefault(opening + words[0][2:], []).append((len(opening), words))

    def find(self, draft: Draft) -> None:
        """Add short names in words that nothing has taken; of two bearers the one named last before it is meant."""
        forms = self._forms
        if not forms:
            return
        for bearers in self._bearers.values():
            bearers.sort(key=lambda bearer: bearer.position)
        tokens = draft.tokens
        words, spans = tokens.words, tokens.spans
        found: list[tuple[int, int, int, EntityRef]] = []
        for first in [position for position, word in enumerate(words) if word in forms]:
            for skip, short_name in sorted(forms[words[first]][:MAX_FORMS], key=lambda form: -len(form[1])):
                last = first + len(short_name)
                dated = last - first == 1 and first in draft.dated  # 22 ماي, where تيريزا ماي is named
                if words[first + 1 : last] != short_name[1:] or dated or not draft.is_free(first, last):
                    continue
                if not skip and self._is_adjective(tokens, first):
                    continue
                found.append((first, last, skip, self._bearer(" ".join(short_name), first)))
                break
        for first, last, skip, entity in found:
            draft.add(first, last, spans[first][0] + skip, spans[last - 1][1], entity, full=False)

    def _is_adjective(self, tokens: Tokens, position: int) -> bool:
        """Whether a common word with an article stands behind a noun that has one: العمل العربي."""
        word, before = tokens.words[position], tokens.words[position - 1] if position else ""
        return before.startswith(ARTICLE) and word.startswith(ARTICLE) and self._word_kinds[word].common

    def _bearer(self, short_name: str, position: int) -> EntityRef:
        """Return whom a short name at a position means."""
        bearers = self._bearers[short_name]
        return bearers[max(0, bisect_left(bearers, position, key=lambda bearer: bearer.position) - 1)].entity


def _words(tokens: Tokens, name: Name) -> list[str]:
    return tokens.text[name.start : name.end].split(" ")


def _acronyms(draft: Draft, names: Iterable[Name], word_kinds: WordKinds) -> Iterator[tuple[str, Name]]:
    """Yield what brackets behind names give as their acronyms: رابطة دول جنوب شرق آسيا (آسيان)."""
    tokens = draft.tokens
    for name in names:
        position = name.last
        if position >= len(tokens.words) or draft.is_taken(position) or name.entity.type in ("PER", "LOC"):
            continue
        word = tokens.words[position]
        bracketed = tokens.between(position - 1).strip(" " + OPENING) == "("
        closed = tokens.between(position).lstrip(CLOSING).startswith(")")
        acronym = len(word) >= MIN_SHORT_NAME_LETTERS and word.isalpha() and not word_kinds[word].common
        if bracketed and closed and acronym and word not in DROPPED:
            yield word, name
