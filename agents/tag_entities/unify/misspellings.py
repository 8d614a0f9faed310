"""Names that an article spells in two ways: فيليشتيا لانغر and فيليشيا لانغر, زوكربرغ and مارك زوكربيرغ."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.unify.aliases import rename_all
from agents.tag_entities.word_kinds import WordKinds

MIN_WORD_LETTERS: Final = 5
"""Letters of a word, its article aside, that may be spelt in two ways."""
MAX_COMPARED: Final = 20
"""Names of one type and one first letter that a name is compared with."""
_ENDINGS: Final = wordlist.load("agents.tag_entities", "spelling.toml").as_written("endings")
"""One letter that makes another word: خالد, خالدي."""


class _Form(NamedTuple):
    """Words by which an article names an entity."""

    words: tuple[str, ...]
    whole: bool
    """Whether they are all that stands there: two people's surnames make no one person."""


class Misspellings:
    """The pass that makes one entity of names that differ in the spelling of one word.

    A letter is missing or two are swapped, or the consonants agree; and no list has one of the two spellings. The known
    entity is meant, else the one of the longer name, else the one named more often, else the first.
    """

    name = "Misspellings"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._vocabulary = lexicon.vocabulary
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Let names that only the text knows mean their other spellings."""
        counts = Counter(name.entity.id for name in draft.names)
        spellings: dict[tuple[str, str], dict[_Form, EntityRef]] = {}
        others: dict[str, EntityRef] = {}
        for name in draft.names:
            for form in _forms(draft, name):
                alike = spellings.setdefault((name.entity.type, sound(form.words[0])[:1]), {})
                if form in alike:
                    continue
                for other, entity in islice(alike.items(), MAX_COMPARED):
                    if (form.whole or other.whole) and self._is_misspelt(form.words, other.words):
                        _unite(others, counts, name.entity, entity)
                alike[form] = name.entity
        rename_all(draft, others)

    def _is_misspelt(self, words: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """Whether two names differ in the spelling of one word that no list has."""
        if len(words) != len(others):
            return False
        unlike = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
        if len(unlike) != 1:
            return False
        one, other = (word.removeprefix(ARTICLE) for word in unlike[0])
        if not (self._is_unlisted(unlike[0][0]) or self._is_unlisted(unlike[0][1])):
            return False
        return is_respelt(one, other)

    def _is_unlisted(self, word: str) -> bool:
        kind = self._word_kinds[word]
        return not (kind.exact or kind.given or kind.family or word in self._vocabulary)


def is_respelt(one: str, other: str) -> bool:
    """Whether two words are hardly two names: a letter inside is missing, two are swapped, or vowels differ."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) < MIN_WORD_LETTERS or not (one.isalpha() and other.isalpha()) or sound(one)[:1] != sound(other)[:1]:
        return False
    if longer[:-1] == shorter and longer[-1] in _ENDINGS:
        return False
    if bones(one) and bones(one) == bones(other):
        return True
    at = next((at for at, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter))
    if len(longer) - len(shorter) == 1:
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[at + 1 : at + 2] + longer[at : at + 1] + longer[at + 2 :]
    return len(shorter) == len(longer) and shorter[at:] == swapped


def _forms(draft: Draft, name: Name) -> Iterator[_Form]:
    """Yield a name, and a person's surname, which may stand alone."""
    words = tuple(draft.tokens.text[name.start : name.end].split())
    if words:
        yield _Form(words, whole=True)
    if name.entity.type == "PER" and len(words) > 1 and name.full:
        yield _Form(words[-1:], whole=False)


def _unite(others: dict[str, EntityRef], counts: Counter[str], new: EntityRef, old: EntityRef) -> None:
    """Note which of two entities the other one is; of two that are known neither."""
    if new.id == old.id or new.id in others or old.id in others or (new.known is not None and old.known is not None):
        return
    weights = [(entity.known is not None, entity.ar.count(" "), counts[entity.id]) for entity in (old, new)]
    if weights[1] > weights[0]:
        others[old.id] = new
    else:
        others[new.id] = old
