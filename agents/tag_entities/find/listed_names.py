"""Names in quotation marks beside others: of «أعيان» و«نور» the one is what the other is."""

from bisect import bisect_left
from itertools import chain, pairwise
from typing import Final

from agents.arabic import quotation_marks
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.text_names import add_text_name

MAX_WORDS: Final = 3
"""Words of a name that only stands in a list."""
_BETWEEN: Final = " و،," + quotation_marks.MARKS
"""What stands between the parts of a list."""
_TYPES: Final = frozenset(["ORG", "MISC"])
"""Types of what is listed so."""
_KINDS: Final = frozenset(["company", "bank", "airline", "club", "outlet", "work", "programme", "product"])
"""Kinds of known names whose neighbours are so: behind a party a word in quotation marks is held at a distance."""


class ListedNames:
    """The pass that finds what stands in quotation marks right beside a name in such marks, and is of its type."""

    name = "ListedNames"
    starts = None

    def run(self, draft: Draft) -> None:
        """Add names, from left to right, then from right to left."""
        tokens = draft.tokens
        starts = [start for start, _ in tokens.spans]
        quoted = [stretch for stretch in quotation_marks.find(tokens.text) if stretch.depth == 0]
        pairs = [
            [(bisect_left(starts, each.start), bisect_left(starts, each.end)) for each in pair]
            for pair in pairwise(quoted)
            if not tokens.text[pair[0].end : pair[1].start].strip(_BETWEEN)
        ]
        for (first, last), other in chain(pairs, (pair[::-1] for pair in reversed(pairs))):
            name = draft.name_at(first)
            if name is None or name.last != last or name.entity.type not in _TYPES:
                continue
            if name.entity.known is not None and name.entity.known.kind not in _KINDS:
                continue
            if 0 < other[1] - other[0] <= MAX_WORDS and draft.is_free(*other):
                add_text_name(draft, *other, name.entity.type)
