"""Names that go on behind what the lexicon knows of them: a person's fathers, a party's adjective, a club's town."""

from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.adjectives import NO_ADJECTIVES
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import ROLE_HEADS, STOP, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import SPEECH

_NOT_NAMES: Final = (
    TITLES
    | TITLE_RUN
    | ROLE_HEADS
    | NO_ADJECTIVES
    | STOP
    | folded("أمام رحمه رحمها منذ حتى عند تحت وسط كل صباح مساء ظهر فجر عصر ليلة فجأة سابقا حاليا أيضا شخصيا")
)
"""Words that follow a name and are none."""
_HOUSE_KINDS: Final = frozenset(["royal", "head-of-state"])
_FOUNDER: Final = ("بن عبدالعزيز", "بن عبد العزيز")


class LongerNames:
    """Tells how far names reach behind known ones; knows the lexicon, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def has_party_adjective(self, tokens: Tokens, last: int) -> bool:
        """Whether one more adjective of a party's name stands at a position."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " " or not tokens.words[last - 1].startswith("ال"):
            return False
        word = tokens.words[last]
        other = word in self._lexicon.demonyms or word in NO_ADJECTIVES or word in TITLES or word in ROLE_HEADS
        return word.startswith("ال") and not other and word.endswith(("ي", "يه", "ر", "د", "ه"))

    def has_town_adjective(self, tokens: Tokens, last: int) -> bool:
        """Whether a club's name goes on with a town's adjective that no list has."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " ":
            return False
        word = tokens.words[last]
        adjective = word.startswith("ال") and word.endswith("ي") and word not in self._lexicon.demonyms
        return (
            adjective
            and not self._word_kinds[word].common
            and word not in _NOT_NAMES
            and not self._word_kinds[word].given
        )

    def end_of_person(self, tokens: Tokens, first: int, last: int, known: Known, *, titled: bool) -> int:
        """Return where a name ends that goes on behind a known one: أحمد بن عبد العزيز [الفارس], ناصر محمد [فرج].

        Many bear a name that ends in a given name; with another behind it, it is most often somebody else's.
        """
        words, word_kinds = tokens.words, self._word_kinds
        if last >= len(words) or tokens.between(last - 1) != " ":
            return last
        word, kind = words[last], word_kinds[words[last]]
        if word in _NOT_NAMES or word in self._lexicon.demonyms or word in SPEECH:
            return last
        if not word_kinds[words[last - 1]].firm or known.kind == "historical":
            return last + 1 if kind.sure and kind.family and known.countries and last - first > 1 else last
        house = word.startswith("ال") and kind.family and not word.endswith("ه")
        borne = kind.sure or kind.firm or (kind.given and kind.family and not titled)
        return last + 1 if borne or (house and words[last - 2] in ("بن", "ابن", "عبد")) else last

    def end_of_lineage(self, tokens: Tokens, last: int) -> int:
        """Return where the fathers and the house behind a name end: محمد بن سلمان [بن عبد العزيز آل سعود]."""
        words = tokens.words
        while last + 1 < len(words) and tokens.between(last - 1) == tokens.between(last) == " ":
            if words[last] not in ("بن", "ال") or (
                not self._word_kinds[words[last + 1]].name and words[last + 1] != "عبد"
            ):
                break
            last += 2
            if words[last - 1] == "عبد" and last < len(words):
                last += 1
        return last


def is_of_other_house(tokens: Tokens, surface: Surface, known: Known, last: int) -> bool:
    """Whether the fathers behind a prince's name are another's: the king's sons have عبد الرحمن there."""
    chain = tokens.words[surface.last : last]
    if known.kind not in _HOUSE_KINDS or not surface.key.endswith(_FOUNDER) or chain[:1] != ["بن"]:
        return False
    return chain[1] not in ("عبد", "عبدالرحمن", "عبدالرحمان")
