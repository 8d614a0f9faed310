"""Names that go on behind what the lexicon knows of them: a person's fathers, a party's adjective, a club's town."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.evidence import (
    BEHIND_NAMES,
    FOUNDERS_FATHER,
    HOUSE_FOUNDER,
    NO_ADJECTIVES,
    OTHER_CUPS,
    SCANDALS,
)
from agents.tag_entities.words.name_parts import BEFORE_FATHERS, LINEAGE, SERVANT, SON, SONS
from agents.tag_entities.words.roles import FOOTBALL, GAMES, ROLE_HEADS, STOP, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import SPEECH
from streams.records.entities import EntityType

_NOT_NAMES: Final = TITLES | TITLE_RUN | ROLE_HEADS | NO_ADJECTIVES | STOP | BEHIND_NAMES
"""Words that follow a name and are no part of it."""
_PARTY_ADJECTIVE_ENDINGS: Final = ("ي", "يه", "ر", "د", "ه")
EVENT_KINDS: Final = frozenset(["cup", "league"])
_HOUSE_KINDS: Final = frozenset(["royal", "head-of-state"])
_GIVEN_PARTS: Final = SONS | {SERVANT}
"""What stands between given names."""


class LongerNames:
    """Tells how far names reach behind known ones. Knows the lexicon, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def other_thing(self, tokens: Tokens, surface: Surface, known: Known) -> tuple[int, EntityType] | None:
        """Return where the name of another thing ends that begins as a known one's, and its type."""
        last = surface.last
        if known.type == "PER" or last >= len(tokens.words) or tokens.between(last - 1) != " ":
            return None
        if known.type == "LOC":  # «[إيران جيت]»
            return (last + 1, "MISC") if tokens.words[last] in SCANDALS else None
        several, end = last - surface.first > 1, last
        if known.kind == "club" and not several and surface.key.startswith(ARTICLE):
            end += self._is_town_adjective(tokens.words[last])  # الترجي الجرجيسي
        elif known.kind == "party" and several:
            end += self._is_party_adjective(tokens, last)  # الحزب الديمقراطي الحر
        elif known.kind == "armed-group" and several:
            end = self._end_of_group(tokens, surface)
        if end > last:
            return end, "ORG"
        if known.kind not in EVENT_KINDS:
            return None
        words = int(tokens.words[last] in OTHER_CUPS) or 2 * is_game(tokens, last)
        return (last + words, "MISC") if words else None

    def _is_party_adjective(self, tokens: Tokens, last: int) -> bool:
        """Whether one more adjective of a party's name stands at a position."""
        word = tokens.words[last]
        other = word in self._lexicon.demonyms or word in NO_ADJECTIVES or word in TITLES or word in ROLE_HEADS
        definite = word.startswith(ARTICLE) and tokens.words[last - 1].startswith(ARTICLE)
        return definite and not other and word.endswith(_PARTY_ADJECTIVE_ENDINGS)

    def _is_town_adjective(self, word: str) -> bool:
        """Whether a club's name goes on with a town's adjective that no list has."""
        adjective = word.startswith(ARTICLE) and word.endswith("ي") and word not in self._lexicon.demonyms
        word_kind = self._word_kinds[word]
        return adjective and not word_kind.common and not word_kind.given and word not in _NOT_NAMES

    def _end_of_group(self, tokens: Tokens, surface: Surface) -> int:
        """Return where a group's name ends whose adjective is its last word's: حركة الشباب [الوطني للبيئة]."""
        words, last = tokens.words, surface.last
        head = surface.key.partition(" ")[0]
        feminine, masculine = (
            head.endswith("ه"),
            words[last - 1].startswith(ARTICLE) and not words[last - 1].endswith("ه"),
        )
        adjective = (
            words[last].startswith(ARTICLE) and words[last].endswith("ي") and words[last] not in self._lexicon.demonyms
        )
        if not (feminine and masculine and adjective):
            return last
        end = last + 1
        while end < len(words) and words[end].startswith("لل") and tokens.between(end - 1) == " ":
            end += 1
        return end

    def end_of_person(self, tokens: Tokens, first: int, last: int, known: Known) -> int:
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
        house = word.startswith(ARTICLE) and word_kind.family and not word.endswith("ه")
        borne = word_kind.sure or word_kind.firm or (word_kind.given and word_kind.family)
        return last + 1 if borne or (house and words[last - 2] in BEFORE_FATHERS) else last

    def may_be_begun(self, tokens: Tokens, surface: Surface) -> bool:
        """Whether a person's name is made of given names alone, so that many a longer one begins with it."""
        words = tokens.words[surface.first : surface.last]
        return len(words) > 1 and all(self._word_kinds[word].firm or word in _GIVEN_PARTS for word in words)

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


def is_game(tokens: Tokens, position: int, games: Collection[str] = ()) -> bool:
    """Whether a game stands behind a name, at a position: لكرة السلة; one of some games where they are given."""
    words = tokens.words
    if position + 1 >= len(words) or words[position] not in GAMES or tokens.between(position) != " ":
        return False
    return tokens.between(position - 1) == " " and (
        words[position + 1] in games if games else words[position + 1] not in FOOTBALL
    )


def is_of_other_house(tokens: Tokens, surface: Surface, known: Known, last: int) -> bool:
    """Whether the fathers behind a prince's name are another's: the king's sons have عبد الرحمن there."""
    chain = tokens.words[surface.last : last]
    if known.kind not in _HOUSE_KINDS or not surface.key.endswith(HOUSE_FOUNDER) or chain[:1] != [SON]:
        return False
    return chain[1] not in FOUNDERS_FATHER
