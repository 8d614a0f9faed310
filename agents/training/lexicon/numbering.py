"""The numbers of the entities: one keeps its number in the shipped lexicon, so that moving a line changes no byte."""

import lzma
from collections.abc import Iterable
from importlib import resources

import msgspec

from agents.tag_entities.lexicon.lexicon import ARTIFACT


class _Id(msgspec.Struct, array_like=True):
    """Of an entity of the artifact, what stays whatever fields it gets."""

    id: str


class _Ids(msgspec.Struct):
    entities: list[_Id]


def shipped_ids() -> list[str]:
    """Return the ids of the entities of the shipped lexicon in their order; none where there is no lexicon yet."""
    file = resources.files("agents.tag_entities.lexicon").joinpath(ARTIFACT)
    if not file.is_file():
        return []
    return [entity.id for entity in msgspec.msgpack.decode(lzma.decompress(file.read_bytes()), type=_Ids).entities]


def in_shipped_order(ids: Iterable[str], shipped: Iterable[str]) -> list[str]:
    """Return ids in the order of the shipped lexicon, those that it lacks behind them in the order given."""
    numbers = {entity: number for number, entity in enumerate(shipped)}
    return sorted(ids, key=lambda entity: numbers.get(entity, len(numbers)))
