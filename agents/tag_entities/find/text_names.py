"""Add names that nothing but the text knows."""

from agents.tag_entities.draft import Draft, EntityRef, Evidence
from streams.records.entities import EntityType


def add_text_name(  # noqa: PLR0913 - what a name is
    draft: Draft,
    first: int,
    last: int,
    entity_type: EntityType,
    *,
    full: bool = True,
    evidence: tuple[Evidence, ...] = (),
) -> None:
    """Add a name of tokens `first` to `last` (exclusive), as the text spells it."""
    tokens = draft.tokens
    start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
    entity = EntityRef.of_text(entity_type, tokens.text[start:end])
    draft.add(first, last, start, end, entity, full=full, evidence=evidence)
