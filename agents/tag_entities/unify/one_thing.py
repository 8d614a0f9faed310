"""Names that the text alone knows, and other names of the article that are the same thing: one id for all.

أرصاد is المركز الوطني للأرصاد, كيليان مبابي is كيليان إمبابي, «حارسة التنين» is Dragonkeeper, مارك زوكربيرغ is زوكربرغ.
The weights are learned from annotated articles by `agents.training.one_things`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.feature_weights import load
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.unify.aliases import rename_all
from agents.tag_entities.unify.pairs import PairReader, Thing

_AGAINST_TWO_PEOPLE: Final = -100.0
"""More than any signs speak for one."""


def score(features: Iterable[str]) -> float:
    """Return how much speaks for one thing: above 0 two names are one."""
    return load("agents.tag_entities.unify", "one_thing_weights.json").score(features)


class OneThing:
    """The pass that makes one entity of things that are likely one.

    The likeliest pairs come first. Groups of things become one where more speaks for it than against it, all their
    pairs taken together, and no two of them are known. The known entity is meant, else of those
    in Arabic the one of the longest name, else the one named more often, else the first.

    Parameters
    ----------
    judge
        Returns what speaks for features, above 0 for one thing.
    """

    name = "OneThing"
    starts = None

    def __init__(self, lexicon: Lexicon, judge: Callable[[list[str]], float] = score) -> None:
        self._reader = PairReader(lexicon)
        self._judge = judge

    def run(self, draft: Draft) -> None:
        """Let names mean what else they are called."""
        scores: dict[frozenset[str], float] = {}
        group_of: dict[str, list[Thing]] = {}
        for pair in self._reader.read(draft.tokens, draft.names):
            ids = frozenset((pair.short.entity.id, pair.long.entity.id))
            scores[ids] = _AGAINST_TWO_PEOPLE if pair.two_people else self._judge(pair.features)
            for thing in pair[:2]:
                group_of.setdefault(thing.entity.id, [thing])
        for ids in sorted((ids for ids, value in scores.items() if value > 0), key=lambda ids: -scores[ids]):
            one, other = (group_of[each] for each in sorted(ids))
            if one is not other and _may_be_one(one, other, scores):
                both = one + other
                for thing in both:
                    group_of[thing.entity.id] = both
        rename_all(draft, dict(_renamed(group_of.values())))


def _may_be_one(one: list[Thing], other: list[Thing], scores: Mapping[frozenset[str], float]) -> bool:
    """Whether more speaks for one thing than against it, and no two are known."""
    if sum(thing.entity.known is not None for thing in one + other) > 1:
        return False
    pairs = (frozenset((thing.entity.id, each.entity.id)) for thing in one for each in other)
    return sum(scores.get(ids, 0.0) for ids in pairs) > 0


def _renamed(groups: Iterable[list[Thing]]) -> Iterable[tuple[str, EntityRef]]:
    """Yield the ids that go, each with what it stands for."""
    for group in groups:
        meant = max(group, key=_weight).entity
        for thing in group:
            if thing.entity.id != meant.id:
                yield thing.entity.id, meant


def _weight(thing: Thing) -> tuple[bool, bool, int, int, int]:
    entity = thing.entity
    return (
        entity.known is not None,
        not entity.ar.isascii(),
        entity.ar.count(" "),
        len(thing.names),
        -thing.names[0].first,
    )
