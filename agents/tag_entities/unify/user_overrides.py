"""The user's own word: entities that are others, and entities that are never given."""

from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.lexicon.lexicon import Lexicon


class UserOverrides:
    """The pass that applies the merges and silences of the user's own file."""

    name = "UserOverrides"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Rename what is merged, drop what is silenced."""
        merges, silenced = self._lexicon.merges, self._lexicon.silenced
        if not merges and not silenced:
            return
        for name in draft.names:
            into = merges.get(name.entity.id)
            entity = name.entity
            if into is not None:
                known = self._lexicon.known(into)
                entity = EntityRef.of_lexicon(known) if known is not None else entity._replace(id=into)
            if entity.id in silenced:
                draft.drop([name])
            else:
                draft.rename(name, entity)
