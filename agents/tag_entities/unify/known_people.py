"""Known people under names that no list has: مصطفى كمال مدبولي is مصطفى مدبولي, رفاييل غروسي رافائيل غروسي."""

import re
from collections.abc import Sequence
from typing import Final

from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import sound
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import HOUSE, SERVANT, SONS
from agents.tag_entities.words.people import COUNTRIES_OF_ARABIC_NAMES

_VOWELS: Final = re.compile("[اويئؤء]")
NAME_WORDS: Final = 2
"""A given and a family name."""
MAX_LISTED_WORDS: Final = 5
"""Words of a name of the lexicon that others may be for."""
MIN_CONSONANTS: Final = 6
"""Letters that are left of a foreign name without its vowels."""
MAX_SURNAME_BEARERS: Final = 2
"""People of the lexicon with a surname that tells whom a name of two words means."""
LARGE_HOUSES: Final = frozenset([HOUSE + "سعود"])
"""Houses with many of one name, whom the grandfather tells apart."""

Words = tuple[str, ...]


class KnownPeople:
    """The pass that links people whom only the text names to the one known person whose name theirs goes through.

    Both begin with the same given name and end with the same surname. Two words are enough where the surname is no
    given name and few people of the lexicon bear it, or where the article tells that person's office. A foreigner's two
    names may be spelt in another way: one word sounds alike, and all consonants agree.
    """

    name = "KnownPeople"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds
        self._by_ends: dict[str, tuple[tuple[str, Known], ...]] = {}
        """Consonants of first and last words, to the names of people that have them."""
        surnames: dict[str, set[str]] = {}
        for count in range(NAME_WORDS, MAX_LISTED_WORDS + 1):
            for surface, (known, weak, is_surname, _) in lexicon.sole_bearers(count):
                if known.type == "PER" and not weak and not is_surname:
                    words = _parts(surface.split(" "))
                    ends = _joined(_ends(words))
                    self._by_ends[ends] = (*self._by_ends.get(ends, ()), (surface, known))
                    surnames.setdefault(words[-1], set()).add(known.id)
        self._shared = frozenset(word for word, ids in surnames.items() if len(ids) > MAX_SURNAME_BEARERS)

    def run(self, draft: Draft) -> None:
        """Link full names of people."""
        for name in draft.names:
            if name.entity.type == "PER" and name.entity.known is None and name.full:
                known = self._known(draft.tokens.text[name.start : name.end], draft.context)
                if known is not None:
                    draft.rename(name, EntityRef.of_lexicon(known))
                elif name.last - name.first >= NAME_WORDS:
                    self._with_surname(draft, name)

    def _with_surname(self, draft: Draft, name: Name) -> None:
        """Let a name go on by a word that makes it a known person's: محمد شياع صبار, behind which السوداني stands."""
        tokens, last = draft.tokens, name.last + 1
        if last > len(tokens.words) or tokens.gaps[name.last - 1] != " " or not draft.is_free(name.last, last):
            return
        end = tokens.spans[name.last][1]
        known = self._known(tokens.text[name.start : end], draft.context)
        if known is not None:
            draft.replace(name, name._replace(last=last, end=end, entity=EntityRef.of_lexicon(known)))

    def _known(self, surface: str, context: ArticleContext) -> Known | None:
        """Return the one known person whose name a longer one goes through."""
        words = _parts(surface.split())
        listed = () if words[-1] in LARGE_HOUSES else self._by_ends.get(_joined(_ends(words)), ())
        found = {
            known.id: known for each, known in listed if self._is_of(words, _parts(each.split(" ")), known, context)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_of(self, words: Words, listed: Words, known: Known, context: ArticleContext) -> bool:
        """Whether words name somebody whom the lexicon has under others."""
        if len(words) == len(listed) == NAME_WORDS:
            arabic = self._word_kinds[words[0]].firm or not COUNTRIES_OF_ARABIC_NAMES.isdisjoint(known.countries)
            alike = any(sound(one) == sound(other) for one, other in zip(words, listed, strict=True))
            return bool(known.countries) and not arabic and alike and sum(map(len, _ends(words))) >= MIN_CONSONANTS
        surname, rest = listed[-1], iter(words)
        if (words[0], words[-1]) != (listed[0], surname) or not all(word in rest for word in listed):
            return False
        shared = surname in self._shared or self._word_kinds[surname].given
        return len(listed) > NAME_WORDS or not shared or any(map(context.says, known.roles))


def _ends(words: Words) -> Words:
    """Return the consonants of the first and the last word, and the first letter of each."""
    return tuple(word[:1] + _VOWELS.sub("", word[1:]) for word in map(sound, (words[0], words[-1])))


def _joined(ends: Words) -> str:
    return " ".join(ends)


def _parts(words: Sequence[str]) -> Words:
    """Return the parts of a name: without بن, عبد and آل together with the word behind them."""
    parts: list[str] = []
    for word in words:
        if parts and parts[-1] in (SERVANT, HOUSE):
            parts[-1] += word
        elif word not in SONS or not parts:
            parts.append(word)
    return tuple(parts)
