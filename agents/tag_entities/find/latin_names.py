"""Names in Latin letters, from their first word to their last: Nature Medicine, خدمة Azure AI Foundry."""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.words.roles import DROPPED, KEPT
from streams.records.entities import EntityType

_HEADS: Final = wordlist.load("agents.tag_entities", "latin.toml").grouped("latin_heads")
_JOINTS: Final = frozenset(["", " ", "-", " & ", "&", "’", "'", ". "])
"""What stands between two words of one name."""
MIN_WORDS: Final = 2
MAX_WORDS: Final = 6
"""Words of a name; more are a sentence."""


class LatinNames:
    """The pass that makes one name of Latin words that stand together, where they hold one or a word tells what."""

    name = "LatinNames"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is one in Latin letters."""
        return word.isascii() and word.isalpha()

    def run(self, draft: Draft) -> None:
        """Lengthen names in Latin letters, and add those behind a word that tells what they are."""
        done = 0
        for first in draft.starts(self):
            if first < done:
                continue
            last = done = _end(draft.tokens, first)
            words = [word for word in draft.tokens.words[first:last] if word.isalpha()]
            if MIN_WORDS <= len(words) <= MAX_WORDS and words[0][0].isupper():
                self._make_one(draft, first, last)

    def _make_one(self, draft: Draft, first: int, last: int) -> None:
        """Make a run of Latin words one name, unless it is one or something of the user's stands in it."""
        told = _kind_before(draft.tokens, first)
        opening = first - 1 if told and first and draft.name_at(first - 1) else first  # دورية Science
        inside = [name for position in range(opening, last) if (name := draft.name_at(position)) is not None]
        begun = draft.is_taken(first) and not any(name.last > first for name in inside[:1])
        own = any(name.entity.id in self._lexicon.own for name in inside)
        start, end = draft.tokens.spans[first][0], draft.tokens.spans[last - 1][1]
        known = self._known(draft.tokens.text[start:end])
        whole = any(name.first == first and name.last == last for name in inside)
        if begun or own or (whole and (known is None or inside[0].entity.known is not None)):
            return
        kind = told or _kind_inside(inside)
        if kind is None or (kind != "PER" and any(name.entity.type == "PER" for name in inside)):
            return
        evidence = max((name.evidence for name in inside), key=len, default=())
        draft.drop(inside)
        if known is not None:
            draft.add(first, last, start, end, EntityRef.of_lexicon(known), evidence=evidence)
        else:
            add_text_name(draft, first, last, kind, evidence=evidence)

    def _known(self, text: str) -> Known | None:
        """Return the lexicon's only entity of a name, with its article or without."""
        bearers = self._lexicon.bearers(text) or self._lexicon.bearers(f"The {text}")
        return bearers[0].known if len(bearers) == 1 and not bearers[0].weak else None


def _end(tokens: Tokens, first: int) -> int:
    """Return where the Latin words end that stand from a position on, numbers between them included."""
    last = first + 1
    while last < len(tokens.words) and tokens.between(last - 1) in _JOINTS and tokens.words[last].isascii():
        last += 1
    return last


def _kind_before(tokens: Tokens, first: int) -> EntityType | None:
    """Return the type that the word before a name tells: خدمة, مجلة."""
    if not first or tokens.between(first - 1) != " ":
        return None
    for _, word in peel(tokens.words[first - 1]):
        kind = _HEADS.get(word) or KEPT.get(word) or DROPPED.get(word)
        if kind is not None:
            return kind  # type: ignore[return-value] # the tables' values are types
    return None


def _kind_inside(inside: list[Name]) -> EntityType | None:
    """Return the type that the names inside tell; a place's alone does not: Boston Globe."""
    kinds = {name.entity.type for name in inside}
    if len(kinds) != 1 or kinds == {"LOC"}:
        return None
    return next(iter(kinds))
