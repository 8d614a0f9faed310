"""Unknown names that an article spells alike, and takes for things of several types: one type for all of them."""

from agents.tag_entities.draft import Draft, EntityRef
from streams.records.entities import EntityType


class SameType:
    """The pass that gives unknown names that the text spells alike one type: the most frequent, of equals the first."""

    name = "SameType"
    starts = None

    @staticmethod
    def run(draft: Draft) -> None:
        """Change the types of names that have several."""
        counts: dict[str, dict[EntityType, int]] = {}
        unknown = [name for name in draft.names if name.entity.known is None and ":ar:" in name.entity.id]
        for name in unknown:
            types = counts.setdefault(name.entity.id.split(":", 1)[1], {})
            types[name.entity.type] = types.get(name.entity.type, 0) + 1
        mixed = {spelt: max(types, key=types.__getitem__) for spelt, types in counts.items() if len(types) > 1}
        for name in unknown if mixed else ():
            entity_type = mixed.get(name.entity.id.split(":", 1)[1])
            if entity_type is not None:
                draft.rename(name, EntityRef.of_text(entity_type, name.entity.ar))
