"""What tests of passes over names share: names put into a draft by hand."""

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import packaged
from tests.agents.tag_entities.drafts import draft_of


def ids_after(pass_, text, *names):
    """Return the ids of names when a pass has run, each given by its words, its type, and the lexicon's id, if any."""
    draft = draft_of(text)
    for first, last, kind, known in names:
        start, end = draft.tokens.spans[first][0], draft.tokens.spans[last - 1][1]
        surface = draft.tokens.text[start:end]
        entity = EntityRef.of_lexicon(packaged().known(known)) if known else EntityRef.of_text(kind, surface)
        draft.add(first, last, start, end, entity)
    pass_.run(draft)
    return [name.entity.id for name in draft.names]
