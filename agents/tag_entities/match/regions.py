"""Regions that are called by their towns: محافظة المنيا is another thing than مدينة المنيا."""

from typing import Final

from agents.arabic.clitics import peel
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.match.words_before import is_listed, word_before
from agents.tag_entities.words.evidence import REGION_PLURALS, REGION_WORDS, TOWN_WORDS

_MARKS: Final = ' #"«'
_NO_WORDS: Final[frozenset[str]] = frozenset()


class Regions:
    """The pass that tells regions from the towns that they are called by.

    A name means the region where a word for such regions stands before it, for one or for two (محافظتي تعز وإب). In an
    article that says so once, names without such a word mean the region too, unless it also speaks of the town as one
    (مدينة المنيا), or the town is a capital: so an article counts for one of the two, or says itself why for both.
    """

    name = "Regions"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._capitals, self._regions = lexicon.capitals, lexicon.regions

    def run(self, draft: Draft) -> None:
        """Let towns' names mean regions."""
        told: dict[str, EntityRef] = {}
        towns: set[str] = set(self._capitals)
        bare: list[Name] = []
        for name in draft.names:
            known = name.entity.known
            if known is None or known.type != "LOC":
                continue
            if known.seat is not None:
                told[known.seat] = name.entity
            elif known.id in self._regions:
                region = self._regions[known.id]
                if _is_behind_region_word(draft, name, region.ar.partition(" ")[0]):
                    told[known.id] = EntityRef.of_lexicon(region)
                    draft.rename(name, told[known.id])
                elif _is_behind_town_word(draft, name):
                    towns.add(known.id)
                else:
                    bare.append(name)
        for name in bare:
            if name.entity.id in told and name.entity.id not in towns:
                draft.rename(name, told[name.entity.id])


def _is_behind_region_word(draft: Draft, name: Name, own: str) -> bool:
    """Whether a word for regions whose own word is one stands before a name: محافظة #تعز, محافظتي عدن وتعز."""
    tokens, first = draft.tokens, name.first
    marks = tokens.between(first - 1).strip(_MARKS) if first else "\n"
    alone = not marks and _is_one_of(word_before(tokens, first), REGION_WORDS.get(own, _NO_WORDS))
    return alone or is_listed(tokens, first, REGION_PLURALS.get(own, _NO_WORDS))


def _is_behind_town_word(draft: Draft, name: Name) -> bool:
    """Whether a word for towns stands before a name: بمدينة المنيا."""
    return _is_one_of(word_before(draft.tokens, name.first), TOWN_WORDS)


def _is_one_of(word: str, words: frozenset[str]) -> bool:
    return any(rest in words for _, rest in peel(word))
