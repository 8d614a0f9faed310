"""Find people by rule: a name behind a title and an office, or a run of words that are names."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.find.person_name import BOTH, KUNYA, Run, Runs
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import (
    CONNECTORS,
    DROPPED,
    KEPT,
    OFFICES,
    PLAY,
    ROLE_HEADS,
    STOP,
    TITLE_RUN,
    TITLES,
)

MAX_OFFICE_WORDS: Final = 9
"""Words between a title and the name: رئيس الاتحاد الآسيوي لكرة القدم."""
MAX_TITLE_WORDS: Final = 3
"""The same, behind a title that takes no office."""
TWIN = "name that folding makes a common word"
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


class People:
    """The pass that finds people.

    Parameters
    ----------
    titled
        Whether to look behind titles, or at words that can begin a name.
    """

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str], *, titled: bool) -> None:
        self.name = "TitledPeople" if titled else "People"
        self.starts = is_title if titled else self.opens_name
        self._word_kinds = word_kinds
        self._demonyms = demonyms
        self._runs = Runs(word_kinds, demonyms)

    def is_title(self, word: str) -> bool:
        """Whether a word is a title."""
        return word not in _NEVER and any(rest in TITLES for _, rest in peel(word))

    def opens_name(self, word: str) -> bool:
        """Whether a word can begin a name."""
        if word in _NEVER:
            return False
        for skip, rest in peel(word):
            if rest in KEPT or rest in DROPPED:
                return False
            if rest in KUNYA:
                return True
            kind = self._word_kinds[rest]
            if kind.given and len(rest) > 2 and (not skip or not self._word_kinds[word].common or not kind.common):  # noqa: PLR2004 - letters
                return True
        return False

    def run(self, draft: Draft) -> None:
        """Add people in words that no name has taken yet, from left to right."""
        tokens = draft.tokens
        words = tokens.words
        twins = frozenset(at for at in draft.marks.of(TWIN) if self._is_name_by_letter(draft, at))
        done = 0
        for at in draft.starts(self):
            if at < done:
                continue
            if words[at] == "فان" and "إ" in draft.as_published(*tokens.spans[at]):
                continue  # فإن, no Van
            if is_title(words[at]) and not (at and words[at - 1] in _FATHERS):
                run = self._after_title(draft, at, twins)
            else:
                run = self._at_name(draft, at, twins)
            if run is not None and run.first >= done:
                done = run.last
                start, end = tokens.spans[run.first][0] + run.skip, tokens.spans[run.last - 1][1]
                entity = EntityRef.of_text("PER", tokens.text[start:end])
                draft.add(run.first, run.last, start, end, entity, full=run.last - run.first > 1)

    @staticmethod
    def _is_name_by_letter(draft: Draft, at: int) -> bool:
        """Whether the last letter tells علي from على, and يحيى from يحيي."""
        start, end = draft.tokens.spans[at]
        return _TWINS[draft.tokens.words[at]] in draft.as_published(max(start, end - 1), end)

    def _at_name(self, draft: Draft, at: int, twins: frozenset[int]) -> Run | None:
        tokens, word_kinds = draft.tokens, self._word_kinds
        words = tokens.words
        if draft.is_taken(at) or at + 1 >= len(words):
            return None
        word, after = words[at], words[at + 1]
        if word == "عمر" and after in PLAY and at and words[at - 1] == "من":
            return None  # minutes of a match, no Omar
        if not (word_kinds[after].name or after in CONNECTORS):
            return None
        before = tokens.between(at - 1) if at else ""
        listed = bool(at) and draft.is_person(at - 1) and (before in ("، ", ", ") or (before == " " and word[0] == "و"))
        if word in _TWINS and not (at in twins and (listed or self._is_name(tokens, at))):
            return None
        return self._runs.take(draft, at, twins, titled=False, listed=listed)

    def _is_name(self, tokens: Tokens, at: int) -> bool:
        """Whether a name that no word is stands behind: على may be written علي."""
        word = tokens.words[at + 1]
        after = self._word_kinds[word]
        return after.firm or (after.name and not after.common) or (after.family and word.startswith("ال"))

    def _after_title(self, draft: Draft, at: int, twins: frozenset[int]) -> Run | None:
        """Step over an office to the name behind it."""
        tokens = draft.tokens
        words = tokens.words
        head = any(rest in ROLE_HEADS for _, rest in peel(words[at]))
        for step in range(at + 1, min(at + 1 + (MAX_OFFICE_WORDS if head else MAX_TITLE_WORDS), len(words))):
            between = tokens.between(step - 1)
            if between.strip(' ،,.(«"') or "\n" in between or (". " in between and len(words[step - 1]) > 1):
                return None
            if draft.is_taken(step):
                if draft.is_person(step) or not head:
                    return None
                continue
            word = words[step]
            if self._is_more_title(tokens, step):
                continue
            comma = "،" in between or "," in between
            if not comma or step == at + 1 or self._word_kinds[word].name:
                run = self._runs.take(draft, step, twins, titled=True, listed=False)
                if run is not None:
                    return run
            if not head or word in STOP or comma:
                return None
            if not (word.startswith(("ال", "وال", "لل", "بال")) or word in _GLUE or word in OFFICES):
                return None
        return None

    def _is_more_title(self, tokens: Tokens, at: int) -> bool:
        """Whether a word between a title and a name is a title too, and not the name: المستشار أمير فتحي."""
        word = tokens.words[at]
        if word in BOTH and at + 1 < len(tokens.words) and tokens.between(at) == " ":
            after = self._word_kinds[tokens.words[at + 1]]
            named = tokens.words[at + 1]
            house = named.endswith("ي") and not after.exact and named not in self._demonyms
            if (after.given or after.family or not after.common) and (not named.startswith("ال") or house):
                return False
        return word in TITLE_RUN or word in TITLES or word in self._demonyms


def is_twin(word: str) -> bool:
    """Whether folding makes one of a word and a name."""
    return word in _TWINS


def is_title(word: str) -> bool:
    """Whether a word is a title, a proclitic aside."""
    return word not in _NEVER and any(rest in TITLES for _, rest in peel(word))
