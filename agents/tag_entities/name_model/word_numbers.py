"""A large table of words and numbers in a sixth of a dict's memory, for look-ups that are remembered anyway."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_WORDS_OF_A_BUCKET: Final = 8
"""About as many stand in one string: more are slower to look through, fewer take more memory."""
_END: Final = "\n"
_IS: Final = "\t"


class WordNumbers(Mapping[str, int]):
    """Words, none of them with a line break or a tab, several in a string with their numbers.

    Parameters
    ----------
    words
        Each once.
    numbers
        One for each word.
    """

    def __init__(self, words: Sequence[str], numbers: Sequence[int]) -> None:
        self._count = len(words)
        self._mask = (1 << (self._count // _WORDS_OF_A_BUCKET).bit_length()) - 1
        buckets: list[list[str]] = [[] for _ in range(self._mask + 1)]
        for word, number in zip(words, numbers, strict=True):
            buckets[hash(word) & self._mask].append(f"{word}{_IS}{number}")
        self._buckets = [_END.join(["", *bucket, ""]) for bucket in buckets]

    def get(self, word: str, default: Any = None) -> Any:
        """Return a word's number."""
        bucket = self._buckets[hash(word) & self._mask]
        at = bucket.find(f"{_END}{word}{_IS}")
        if at < 0:
            return default
        begin = at + len(word) + 2
        return int(bucket[begin : bucket.index(_END, begin)])

    def __contains__(self, word: object) -> bool:
        return f"{_END}{word}{_IS}" in self._buckets[hash(word) & self._mask]

    def __getitem__(self, word: str) -> int:
        """Return a word's number.

        Raises
        ------
        KeyError
            When it has none.
        """
        found: int | None = self.get(word)
        if found is None:
            raise KeyError(word)
        return found

    def __iter__(self) -> Iterator[str]:
        return (row.partition(_IS)[0] for bucket in self._buckets for row in bucket.strip(_END).split(_END) if row)

    def __len__(self) -> int:
        return self._count
