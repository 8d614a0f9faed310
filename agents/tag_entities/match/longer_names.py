"""Names that go on behind what the lexicon knows of them: a person's fathers, a party's adjective, a club's town."""

from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.evidence import BEHIND_NAMES, FOUNDERS_FATHER, HOUSE_FOUNDER, NO_ADJECTIVES
from agents.tag_entities.words.name_parts import BEFORE_FATHERS, LINEAGE, SERVANT, SON
from agents.tag_entities.words.roles import ROLE_HEADS, STOP, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import SPEECH

_NOT_NAMES: Final = TITLES | TITLE_RUN | ROLE_HEADS | NO_ADJECTIVES | STOP | BEHIND_NAMES
"""Words that follow a name and are no part of it."""
_PARTY_ADJECTIVE_ENDINGS: Final = ("ي", "يه", "ر", "د", "ه")
_HOUSE_KINDS: Final = frozenset(["royal", "head-of-state"])


class LongerNames:
    """Tells how far names reach behind known ones. Knows the lexicon, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def has_party_adjective(self, tokens: Tokens, last: int) -> bool:
        """Whether one more adjective of a party's name stands at a position."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " " or not tokens.words[last - 1].startswith("ال"):
            return False
        word = tokens.words[last]
        other = word in self._lexicon.demonyms or word in NO_ADJECTIVES or word in TITLES or word in ROLE_HEADS
        return word.startswith("ال") and not other and word.endswith(_PARTY_ADJECTIVE_ENDINGS)

    def has_town_adjective(self, tokens: Tokens, last: int) -> bool:
        """Whether a club's name goes on with a town's adjective that no list has."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " ":
            return False
        word = tokens.words[last]
        adjective = word.startswith("ال") and word.endswith("ي") and word not in self._lexicon.demonyms
        word_kind = self._word_kinds[word]
        return adjective and not word_kind.common and not word_kind.given and word not in _NOT_NAMES

    def end_of_person(self, tokens: Tokens, first: int, last: int, known: Known, *, titled: bool) -> int:
        """Return where a name ends that goes on behind a known one: أحمد بن عبد العزيز [الفارس], ناصر محمد [فرج].

        Many bear a name that ends in a given name; with another behind it, it is most often somebody else's.
        """
        words, word_kinds = tokens.words, self._word_kinds
        if last >= len(words) or tokens.between(last - 1) != " ":
            return last
        word, word_kind = words[last], word_kinds[words[last]]
        if word in _NOT_NAMES or word in self._lexicon.demonyms or word in SPEECH:
            return last
        if not word_kinds[words[last - 1]].firm or known.kind == "historical":
            return last + 1 if word_kind.sure and word_kind.family and known.countries and last - first > 1 else last
        house = word.startswith("ال") and word_kind.family and not word.endswith("ه")
        borne = word_kind.sure or word_kind.firm or (word_kind.given and word_kind.family and not titled)
        return last + 1 if borne or (house and words[last - 2] in BEFORE_FATHERS) else last

    def end_of_lineage(self, tokens: Tokens, last: int) -> int:
        """Return where the fathers and the house behind a name end: محمد بن سلمان [بن عبد العزيز آل سعود]."""
        words = tokens.words
        while last + 1 < len(words) and tokens.between(last - 1) == tokens.between(last) == " ":
            father = words[last + 1]
            if words[last] not in LINEAGE or (father != SERVANT and not self._word_kinds[father].name):
                break
            last += 2
            if father == SERVANT and last < len(words):
                last += 1
        return last


def is_of_other_house(tokens: Tokens, surface: Surface, known: Known, last: int) -> bool:
    """Whether the fathers behind a prince's name are another's: the king's sons have عبد الرحمن there."""
    chain = tokens.words[surface.last : last]
    if known.kind not in _HOUSE_KINDS or not surface.key.endswith(HOUSE_FOUNDER) or chain[:1] != [SON]:
        return False
    return chain[1] not in FOUNDERS_FATHER
