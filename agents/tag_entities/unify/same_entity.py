"""People whom an article names more and less fully, and unknown names that it spells alike: one entity each."""

from agents.tag_entities.draft import Draft, EntityRef
from streams.records.entities import EntityType


class SamePerson:
    """The pass that gives the names of one person one entity: the lexicon's, else that of the fuller name."""

    name = "SamePerson"
    starts = None

    @staticmethod
    def run(draft: Draft) -> None:
        """Let names of people whom no list has mean those whom the article names more fully."""
        tokens = draft.tokens
        people = [name for name in draft.names if name.entity.type == "PER" and name.full]
        by_ends: dict[tuple[str, str], EntityRef] = {}
        by_last: dict[str, EntityRef] = {}
        by_given: dict[str, dict[str, EntityRef]] = {}
        by_end: dict[tuple[str, ...], EntityRef] = {}
        for name in sorted(people, key=lambda n: (n.entity.known is None, n.first - n.last, n.first)):
            words = tokens.text[name.start : name.end].split()
            by_ends.setdefault((words[0], words[-1]), name.entity)
            by_last.setdefault(words[-1], name.entity)
            for at in range(1, len(words) - 1):
                by_end.setdefault(tuple(words[at:]), name.entity)
            by_given.setdefault(words[0], {})[name.entity.id] = name.entity
        for name in draft.names:
            if name.entity.type != "PER" or name.entity.known is not None:
                continue
            words = tokens.text[name.start : name.end].split()
            alone = by_given.get(words[-1], {})
            if name.full:
                longer = by_end.get(tuple(words), name.entity)  # ولد عبد الفتاح, of إسماعيل ولد عبد الفتاح
                draft.rename(name, by_ends[words[0], words[-1]] if longer is name.entity else longer)
            elif words[-1] in by_last:
                draft.rename(name, by_last[words[-1]])
            elif len(alone) == 1:
                draft.rename(name, next(iter(alone.values())))


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
