"""Find people by rule: a name behind a title and an office, or a run of words that are names."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.find.person_name import BOTH, KUNYA, PERSON, STOP, Runs
from agents.tag_entities.scan import TITLE
from agents.tag_entities.word_kinds import CONNECTORS, Kinds
from agents.tag_entities.words.roles import DROPPED, KEPT, OFFICES, PLAY, ROLE_HEADS, TITLE_RUN, TITLES

_OFFICE = 9
"""Words between a title and the name: رئيس الاتحاد الآسيوي لكرة القدم."""
_NEAR = 3
"""The same, behind a title that takes no office."""
_TWINS: Final = {"علي": "ي", "وعلي": "ي", "يحيي": "ى", "ويحيي": "ى"}
"""Names that folding makes one with a common word, and the letter in which the name ends."""
_NEVER: Final = folded("لقاء مباراة مواجهة باسم سبق كان كانت لدى خلال حول ضمن فيها منها بها لها كما ومن وفي حسب وفق")
"""Words that open no name, though some people bear them."""
_GLUE: Final = folded(
    "في ب ل لكرة كرة القدم مجلس هيئة لشؤون شؤون باسم حزب منظمة وزارة قوات حلف اتحاد نادي منتخب ولي ال من لدى فريق"
)
"""Words between a title and a name besides those with ال."""


_FATHERS: Final = folded("بن ابن بنت منت ولد")
"""Behind these a title is a name: محمد بن سلطان."""


class Person(NamedTuple):
    """A run of tokens that names a person; the first begins after `skip` letters."""

    first: int
    last: int
    skip: int
    titled: bool


class People:
    """Finds people; remembers nothing of the texts."""

    def __init__(self, kinds: Kinds, demonyms: dict[str, str]) -> None:
        self._kinds = kinds
        self._demonyms = demonyms
        self._runs = Runs(kinds, demonyms)

    def titles(self, word: str) -> bool:
        """Say whether a word is a title."""
        return word not in _NEVER and any(rest in TITLES for _, rest in peel(word))

    def opens(self, word: str) -> bool:
        """Say whether a word can begin a name."""
        if word in _NEVER:
            return False
        for skip, rest in peel(word):
            if rest in KEPT or rest in DROPPED:
                return False
            if rest in KUNYA:
                return True
            kind = self._kinds[rest]
            if kind.given and len(rest) > 2 and (not skip or not self._kinds[word].common or not kind.common):  # noqa: PLR2004 - letters
                return True
        return False

    def twins(self, tokens: Tokens, places: Sequence[int], raw: Callable[[int, int], str]) -> frozenset[int]:
        """Give the tokens that are a name by the letter in which they end: على is no Ali."""
        return frozenset(at for at in places if self._by_letter(tokens, at, raw))

    @staticmethod
    def twin(word: str) -> bool:
        """Say whether folding makes one of a word and a name."""
        return word in _TWINS

    def find(
        self,
        tokens: Tokens,
        places: Sequence[tuple[int, int]],
        taken: bytearray,
        raw: Callable[[int, int], str],
        twins: frozenset[int],
    ) -> list[Person]:
        """Find people in words that nothing has taken yet, from left to right.

        Parameters
        ----------
        places
            The tokens that are a title or a name, with the bits that say which.
        taken
            One byte a token: not 0 where a name of the lexicon stands.
        raw
            Gives a stretch of the folded text as published: فإن is no Van.
        twins
            As `twins` gives them.
        """
        found: list[Person] = []
        done = 0
        for at, bits in places:
            if at < done:
                continue
            if tokens.words[at] == "فان" and "إ" in raw(*tokens.spans[at]):
                continue  # فإن, no Van
            if bits & TITLE and not (at and tokens.words[at - 1] in _FATHERS):
                person = self._after_title(tokens, at, taken, twins)
            else:
                person = self._at_name(tokens, at, taken, twins)
            if person is not None and person.first >= done:
                found.append(person)
                done = person.last
                taken[person.first : person.last] = bytes([PERSON]) * (person.last - person.first)
        return found

    @staticmethod
    def _by_letter(tokens: Tokens, at: int, raw: Callable[[int, int], str]) -> bool:
        """Tell علي from على and يحيى from يحيي by their last letter."""
        start, end = tokens.spans[at]
        return _TWINS[tokens.words[at]] in raw(max(start, end - 1), end)

    def _at_name(self, tokens: Tokens, at: int, taken: bytearray, twins: frozenset[int]) -> Person | None:
        words, kinds = tokens.words, self._kinds
        if taken[at] or at + 1 >= len(words):
            return None
        word, after = words[at], words[at + 1]
        if word == "عمر" and after in PLAY and at and words[at - 1] == "من":
            return None  # minutes of a match, no Omar
        if not (kinds[after].name or after in CONNECTORS):
            return None
        before = tokens.between(at - 1) if at else ""
        listed = bool(at) and taken[at - 1] == PERSON and (before in ("، ", ", ") or (before == " " and word[0] == "و"))
        if word in _TWINS and not (at in twins and (listed or self._is_name(tokens, at))):
            return None
        run = self._runs.take(tokens, at, taken, twins, titled=False, listed=listed)
        return Person(*run, titled=False) if run is not None else None

    def _is_name(self, tokens: Tokens, at: int) -> bool:
        """Say whether a name that no word is stands behind: على may be written علي."""
        word = tokens.words[at + 1]
        after = self._kinds[word]
        return after.firm or (after.name and not after.common) or (after.family and word.startswith("ال"))

    def _after_title(self, tokens: Tokens, at: int, taken: bytearray, twins: frozenset[int]) -> Person | None:
        """Step over an office to the name behind it."""
        words = tokens.words
        head = any(rest in ROLE_HEADS for _, rest in peel(words[at]))
        for step in range(at + 1, min(at + 1 + (_OFFICE if head else _NEAR), len(words))):
            between = tokens.between(step - 1)
            if between.strip(' ،,.(«"') or "\n" in between or (". " in between and len(words[step - 1]) > 1):
                return None
            if taken[step]:
                if taken[step] == PERSON or not head:
                    return None
                continue
            word = words[step]
            if self._is_title(tokens, step):
                continue
            comma = "،" in between or "," in between
            if not comma or step == at + 1 or self._kinds[word].name:
                run = self._runs.take(tokens, step, taken, twins, titled=True, listed=False)
                if run is not None:
                    return Person(*run, titled=True)
            if not head or word in STOP or comma:
                return None
            if not (word.startswith(("ال", "وال", "لل", "بال")) or word in _GLUE or word in OFFICES):
                return None
        return None

    def _is_title(self, tokens: Tokens, at: int) -> bool:
        """Say whether a word between a title and a name is a title too, and not the name: المستشار أمير فتحي."""
        word = tokens.words[at]
        if word in BOTH and at + 1 < len(tokens.words) and tokens.between(at) == " ":
            after = self._kinds[tokens.words[at + 1]]
            named = tokens.words[at + 1]
            house = named.endswith("ي") and not after.exact and named not in self._demonyms
            if (after.given or after.family or not after.common) and (not named.startswith("ال") or house):
                return False
        return word in TITLE_RUN or word in TITLES or word in self._demonyms
