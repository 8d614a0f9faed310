"""Who may speak, with what speaks for it: how a candidate stands to the verb and to who spoke, and words.

The weights are learned from annotated quotes by `agents.training.speakers`.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

import orjson

from agents.arabic.memo import Memo
from agents.tag_entities.draft import EntityRef

_MAX_STANDS_REMEMBERED: Final = 1 << 14


class Stand(NamedTuple):
    """How a candidate stands to a verb and to who spoke before: few differ, whatever the words are."""

    kind: str
    phrase: str
    form: str
    """Of the verb."""
    opening: str
    far: int
    parted: str
    place: str
    rank: int
    rank_of_kind: int
    named_most: bool
    mentions: int
    turns: int
    how: tuple[str, ...]
    """How it stands to who spoke last."""
    opens: bool
    in_title: bool
    agreement: tuple[str, bool | None] | None
    """The gender that the verb wants, and whether it is the candidate's; None where the verb has none."""
    own_words: int
    words_around: int
    medium: bool

    @property
    def features(self) -> tuple[str, ...]:
        """What it tells."""
        kind, phrase, parted = self.kind, self.phrase, self.parted
        form = "participle" if self.form == "participle" else phrase
        told = [
            f"{phrase} {kind}",
            f"{self.form} {kind}",
            f"distance {self.far}",
            f"{form} {parted} {self.place}",
            f"{kind} {self.place}",
            f"{form} {parted} {kind}",
            f"count {self.mentions}",
            f"turns {self.turns}",
            f"opens {self.opens} {parted} {kind}",
            f"opens {self.opens} {parted} {form}",
            f"{phrase} own words {kind} {self.own_words}",
            f"{phrase} words around {kind} {self.words_around}",
            f"rank {self.rank}",
            f"{phrase} rank {kind} {self.rank_of_kind}",
        ]
        for turn in self.how:
            told += [f"{form} {turn}", f"{turn} {parted}", f"{turn} {kind}", f"{turn} {self.opening}"]
            told.append(f"{form} {turn} {parted} {kind}")
        if self.in_title:
            told.append(f"in title {kind}")
        if self.agreement is not None:
            wanted, agrees = self.agreement
            told += [f"agrees {agrees}", f"agrees {agrees} {self.turns > 0}"]
            told += [f"{phrase} agrees {agrees}", f"{kind} {wanted} {agrees}"]
        if self.medium:
            told.append(f"{phrase} medium")
        if self.named_most:
            told.append("named most")
        return tuple(told)


class Option(NamedTuple):
    """Who may speak, and what speaks for it or against it."""

    entity: EntityRef | None
    """None: nobody that is named."""
    stand: Stand | None
    words: list[str]
    """Features that are words of the text, or of names behind the verb."""

    @property
    def features(self) -> list[str]:
        """All features."""
        return [*(self.stand.features if self.stand is not None else ()), *self.words]

    def score(self) -> float:
        """Return how much speaks for it."""
        weights, _ = load()
        words = sum([weights.get(word, 0.0) for word in self.words])
        return words + (_SUMS[self.stand] if self.stand is not None else 0.0)


@cache
def load() -> tuple[Mapping[str, float], float]:
    """Return the weight of each feature, and how likely a speaker must be."""
    file = resources.files("agents.tag_entities.quotes").joinpath("speaker_weights.json")
    loaded: dict[str, Any] = orjson.loads(file.read_bytes())
    return loaded["weights"], loaded["threshold"]


def _sum(stand: Stand) -> float:
    weights, _ = load()
    return sum([weights.get(feature, 0.0) for feature in stand.features])


_SUMS: Final[Memo[Stand, float]] = Memo(_MAX_STANDS_REMEMBERED, _sum)
"""How much stands speak for a candidate."""
