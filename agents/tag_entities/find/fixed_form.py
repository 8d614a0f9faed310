"""Add an organisation whose name has a fixed form, named by its words without a proclitic."""

from agents.tag_entities.draft import Draft, EntityRef


def add_fixed_form(draft: Draft, first: int, last: int, skip: int, word: str) -> None:
    """Add a name of tokens `first` to `last` (exclusive) whose first word, `skip` letters peeled, is given.

    Names that begin inside give way; nothing is added where `last` is not behind `first`.
    """
    if last <= first:
        return
    tokens = draft.tokens
    draft.drop([name for position in range(first, last) if (name := draft.name_at(position)) is not None])
    start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
    draft.add(first, last, start, end, EntityRef.of_text("ORG", " ".join([word, *tokens.words[first + 1 : last]])))
