"""What the passes share that let all names of one entity mean another."""

from collections.abc import Mapping

from agents.tag_entities.draft import Draft, EntityRef


def rename_all(draft: Draft, others: Mapping[str, EntityRef]) -> None:
    """Let names mean what their entities are found to be, by the id that they had; also over several steps."""
    for name in draft.names if others else ():
        entity, left = name.entity, len(others)
        while left and entity.id in others:
            entity, left = others[entity.id], left - 1
        if entity.id != name.entity.id:
            draft.rename(name, entity)
