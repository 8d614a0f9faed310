"""Find people by rule: a name behind a title and an office, or a run of words that are names."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from agents.tag_entities.rolewords import DROPPED, KEPT, OFFICES, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.scan import TITLE
from agents.tag_entities.speechwords import SPEECH
from agents.tag_entities.words import CONNECTORS, Kinds, peel
from agents.tokens import Tokens, folded

_MOST = 6
"""Words of a name."""
_OFFICE = 9
"""Words between a title and the name: رئيس الاتحاد الآسيوي لكرة القدم."""
_TWINS: Final = {"علي": "ي", "وعلي": "ي", "يحيي": "ى", "ويحيي": "ى"}
"""Names that folding makes one with a common word, and the letter in which the name ends."""
_NEVER: Final = folded("باسم سبق كان كانت لدى خلال حول ضمن فيها منها بها لها كما ومن وفي حسب وفق")
"""Words that open no name, though some people bear them."""
_KUNYA: Final = frozenset(["ابو", "ام"])
_GLUE: Final = folded(
    "في ب ل لكرة كرة القدم مجلس هيئة لشؤون شؤون باسم حزب منظمة وزارة قوات حلف اتحاد نادي منتخب ولي ال من لدى فريق"
)
_STOP: Final = folded(
    "ان إن أن الذي التي الذين إلى على عن قد لم لن لا ما هو هي كان كما بعد قبل خلال أمس اليوم حول مع عبر ضد أو ثم بن"
)


class Person(NamedTuple):
    """A run of tokens that names a person; the first begins after `skip` letters."""

    first: int
    last: int
    skip: int
    titled: bool


class People:
    """Finds people; remembers which words open a title or a name, nothing of the texts."""

    def __init__(self, kinds: Kinds, demonyms: dict[str, str]) -> None:
        self._kinds = kinds
        self._demonyms = demonyms

    def find(
        self,
        tokens: Tokens,
        places: Sequence[tuple[int, int]],
        taken: bytearray,
        raw: Callable[[int, int], str],
    ) -> list[Person]:
        """Find people in words that nothing has taken yet, from left to right.

        Parameters
        ----------
        places
            The tokens that are a title or a name, with the bits that say which.
        taken
            One byte a token: not 0 where a name of the lexicon stands.
        raw
            Gives a stretch of the folded text as published: على is no Ali.
        """
        found: list[Person] = []
        done = 0
        words, kinds = tokens.words, self._kinds
        for at, bits in places:
            if at < done:
                continue
            if bits & TITLE:
                person = self._after_title(tokens, at, taken)
            elif taken[at] or at + 1 >= len(words):
                continue
            else:
                after = words[at + 1]
                if not (kinds[after].name or after in CONNECTORS):
                    continue
                word = words[at]
                if word in _TWINS and not self._is_name(tokens, at, raw):
                    continue
                listed = word[0] == "و" and bool(at) and taken[at - 1] == 2 and tokens.between(at - 1) == " "  # noqa: PLR2004 - a person
                person = self._run(tokens, at, taken, titled=False, listed=listed)
            if person is not None and person.first >= done:
                found.append(person)
                done = person.last
        return found

    def _is_name(self, tokens: Tokens, at: int, raw: Callable[[int, int], str]) -> bool:
        """Tell علي from على and يحيى from يحيي by their last letter, and by a name that no word is behind them."""
        if _TWINS[tokens.words[at]] not in raw(tokens.spans[at][1] - 1, tokens.spans[at][1]) or at + 1 >= len(
            tokens.words
        ):
            return False
        after = self._kinds[tokens.words[at + 1]]
        return (
            after.firm or (after.name and not after.common) or (after.family and tokens.words[at + 1].startswith("ال"))
        )

    def _nisba(self, word: str, at: int, tokens: Tokens) -> bool:
        """Say whether a word behind a given name is a surname by its form: محمد العيوني."""
        if not (word.startswith("ال") and word.endswith("ي") and len(word) > 4):  # noqa: PLR2004 - ال and ي
            return False
        return word not in self._demonyms and tokens.between(at - 1) == " "

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
            if rest in _KUNYA:
                return True
            kind = self._kinds[rest]
            if kind.given and len(rest) > 2 and (not skip or not self._kinds[word].common or not kind.common):  # noqa: PLR2004 - letters
                return True
        return False

    def _after_title(self, tokens: Tokens, at: int, taken: bytearray) -> Person | None:
        """Step over an office to the name behind it."""
        words = tokens.words
        head = any(rest in ROLE_HEADS for _, rest in peel(words[at]))
        limit = _OFFICE if head else 3
        for step in range(at + 1, min(at + 1 + limit, len(words))):
            between = tokens.between(step - 1)
            if between.strip(' ،,.(«"') or "\n" in between or (". " in between and len(words[step - 1]) > 1):
                return None
            if taken[step]:
                if taken[step] == 2 or not head:  # noqa: PLR2004 - a person stands here already
                    return None
                continue
            word = words[step]
            if word in TITLE_RUN or word in TITLES or word in self._demonyms:
                continue
            comma = "،" in between or "," in between
            if not comma or step == at + 1 or self._kinds[word].name:
                person = self._run(tokens, step, taken, titled=True)
                if person is not None:
                    return person
            if not head or word in _STOP or comma:
                return None
            if not (word.startswith(("ال", "وال", "لل", "بال")) or word in _GLUE or word in OFFICES):
                return None
        return None

    def _run(self, tokens: Tokens, at: int, taken: bytearray, *, titled: bool, listed: bool = False) -> Person | None:  # noqa: C901, PLR0912 - one walk
        """Take the words from `at` that can be a name."""
        words, kinds = tokens.words, self._kinds
        skip = 0
        kind = kinds[words[at]]
        if at and words[at - 1] in CONNECTORS and tokens.between(at - 1) == " " and not titled:
            return None
        kunya = [(s, r) for s, r in peel(words[at]) if r in _KUNYA]
        if kunya:
            after = kinds[words[at + 1]] if at + 1 < len(words) else None
            if after is None or not (after.given or after.family) or tokens.between(at) != " ":
                return None
            if after.common and not titled and kunya[0][1] == "ام":
                return None
            skip = kunya[0][0]
            kind = after
        elif titled:
            if not kind.name or (kind.common and not kind.given) or words[at] in _STOP:
                return None
        else:
            options = [(s, r) for s, r in peel(words[at]) if kinds[r].given]
            if not options:
                return None
            skip, rest = options[0]
            kind = kinds[rest]
        sure = int(kind.sure or kind.firm) + int(not kind.common)
        kind_of_first = kind
        last = at + 1 + bool(kunya)
        names = 1 + bool(kunya)
        while last < len(words) and last - at < _MOST and tokens.between(last - 1) in (" ", "  ", "-", ". "):
            word = words[last]
            if taken[last] == 2 or word in _STOP or (tokens.between(last - 1) == ". " and len(words[last - 1]) > 1):  # noqa: PLR2004 - a person
                break
            if word in CONNECTORS:
                if word == "ابن" and (names > 1 or words[last + 1 : last + 2] == ["ابن"]):
                    break
                behind = words[last + 1] if last + 1 < len(words) else ""
                if (
                    not behind
                    or not (kinds[behind].name or (word == "ابو" and behind.startswith("ال")))
                    or tokens.between(last) != " "
                ):
                    break
                last += 2
                names += 1
                sure += 1
                continue
            kind = kinds[word]
            if word in self._demonyms and not kind.family:
                break
            if names == 1 and kind_of_first.firm and self._nisba(word, last, tokens):
                sure += 1
                names += 1
                last += 1
                continue
            foreign = titled and names == 1 and not kind_of_first.common and not kind.exact
            if not foreign and (not kind.name or (kind.common and not (kind.family or kind.given))):
                break
            if names >= 2 and (
                word in SPEECH or word in ROLE_HEADS or (kind.common and not kind.firm and not word.startswith("ال"))
            ):
                break
            if (
                word[0] in "وفبل"
                and not kind.given
                and not kind.family
                and kinds[word[1:]].name
                and kinds[word[1:]].given
            ):
                break
            sure += int(kind.sure) + int(not kind.common)
            last += 1
            names += 1
        if words[last - 1] in CONNECTORS:
            return None
        if titled and names > 1 and kind_of_first.given:
            sure += 1
        if names == 1 and not (titled and sure >= 1 and len(words[at]) > 3 and not kind_of_first.common):  # noqa: PLR2004 - letters
            return None
        if listed and kind_of_first.given:
            sure += 1
        if not kinds[words[at + 1]].common and words[at + 1].startswith("ال") and names > 1:
            sure += 1
        if sure < (1 if titled else 2) or (
            not (titled or listed) and kind_of_first.common and not kind_of_first.firm and names < 3
        ):
            return None
        return Person(at, last, skip, titled)
