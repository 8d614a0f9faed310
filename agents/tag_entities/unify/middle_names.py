"""Known people under a fuller name than the lexicon has: مصطفى كمال مدبولي is مصطفى مدبولي."""

from collections.abc import Sequence
from typing import Final

from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import HOUSE, SERVANT, SONS

MIN_LISTED_WORDS: Final = 2
MAX_LISTED_WORDS: Final = 5
"""Words of a name of the lexicon that may lack some."""
MIN_SHARED_WORDS: Final = 3
"""Words that both names must have where many bear the surname."""
MAX_SURNAME_BEARERS: Final = 2
"""People of the lexicon with a surname that tells whom a name of two words means."""

LARGE_HOUSES: Final = frozenset({"سعود"})

Words = tuple[str, ...]


class MiddleNames:
    """The pass that links people whom only the text names to the one known person whose name theirs goes through.

    Both begin with the same given name and end with the same surname. Two words are enough only where the surname is no
    given name and few people of the lexicon bear it, or where the article tells that person's office.
    """

    name = "MiddleNames"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds
        self._by_ends: dict[tuple[str, str], list[tuple[Words, Known]]] = {}
        """First and last words, to the names of people that have them."""
        surnames: dict[str, set[str]] = {}
        for count in range(MIN_LISTED_WORDS, MAX_LISTED_WORDS + 1):
            for surface, (known, weak, is_surname, _) in lexicon.sole_bearers(count):
                if known.type == "PER" and not weak and not is_surname:
                    words = _parts(surface.split(" "))
                    self._by_ends.setdefault((words[0], words[-1]), []).append((words, known))
                    surnames.setdefault(words[-1], set()).add(known.id)
        self._shared = frozenset(word for word, ids in surnames.items() if len(ids) > MAX_SURNAME_BEARERS)

    def run(self, draft: Draft) -> None:
        """Link full names of people."""
        for name in draft.names:
            if name.entity.type == "PER" and name.entity.known is None and name.full:
                words = draft.tokens.text[name.start : name.end].split()
                known = None if _is_of_large_house(words) else self._known(_parts(words), draft.context)
                if known is not None:
                    draft.rename(name, EntityRef.of_lexicon(known))

    def _known(self, words: Words, context: ArticleContext) -> Known | None:
        if len(words) <= MIN_LISTED_WORDS:
            return None
        found = {
            known.id: known
            for listed, known in self._by_ends.get((words[0], words[-1]), ())
            if len(listed) < len(words)
            and _goes_through(words, listed)
            and (self._is_telling(listed) or any(map(context.says, known.roles)))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_telling(self, listed: Words) -> bool:
        surname = listed[-1]
        return len(listed) >= MIN_SHARED_WORDS or not (surname in self._shared or self._word_kinds[surname].given)


def _is_of_large_house(words: Sequence[str]) -> bool:
    """Whether a name is of a house with many of one name, whom the grandfather tells apart."""
    return len(words) > 1 and words[-2] == HOUSE and words[-1] in LARGE_HOUSES


def _parts(words: Sequence[str]) -> Words:
    """Return the parts of a name: without بن, عبد and آل together with the word behind them."""
    parts: list[str] = []
    for word in words:
        if parts and parts[-1] in (SERVANT, HOUSE):
            parts[-1] += word
        elif word not in SONS or not parts:
            parts.append(word)
    return tuple(parts)


def _goes_through(words: Words, listed: Words) -> bool:
    """Whether a name has all words of another, in their order."""
    rest = iter(words)
    return all(word in rest for word in listed)
