"""Texts that share a passage, so that none of them is learned from while another is measured on."""

from collections import Counter
from collections.abc import Sequence

PASSAGE_WORDS = 8
"""Words that two texts must share in a row."""
MAX_TEXTS_OF_PASSAGE = 20
"""A passage that more texts than this have is a phrase of the trade, no sign of copying."""


def clusters(texts: Sequence[str]) -> list[int]:
    """Return the number of the first text of each text's cluster."""
    passages = [sorted(_passages(text)) for text in texts]
    count = Counter(passage for of_text in passages for passage in of_text)
    parent = list(range(len(texts)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[tuple[str, ...], int] = {}
    for number, of_text in enumerate(passages):
        for passage in of_text:
            if 1 < count[passage] <= MAX_TEXTS_OF_PASSAGE:
                one, other = root(first.setdefault(passage, number)), root(number)
                parent[max(one, other)] = min(one, other)
    return [root(number) for number in range(len(texts))]


def _passages(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[start : start + PASSAGE_WORDS]) for start in range(len(words) - PASSAGE_WORDS + 1)}
