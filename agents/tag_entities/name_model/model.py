"""The name model: which words of a sentence name a person, a place, an organisation or another thing."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple, Self

import numpy as np

from agents.tag_entities.name_model.decode import LABELS, best_paths, margins, spans
from agents.tag_entities.name_model.echo import lean
from agents.tag_entities.name_model.features import LONGEST, Lexical, Phrases
from agents.tag_entities.name_model.memory import Memory
from agents.tag_entities.name_model.network import LIMIT, Network
from agents.tag_entities.name_model.word_numbers import WordNumbers

Array = np.ndarray
NameSpan = tuple[int, int, str, float]

FILE = "names.npz"
_PIECE_WORDS = 256
"""Words of a sentence that are tagged at once; a longer one is cut there."""
_BATCH_ROWS = 512
"""Rows, a word each, that the network is given at once: what fits a processor's cache."""
_BATCH_PIECES = 512
"""Pieces of sentences whose paths are searched at once."""
MAX_WORDS_REMEMBERED = 100_000
"""Words that are remembered, and those of a batch that are new."""


class Read(NamedTuple):
    """Sentences that were scored, in pieces of at most so many words as are tagged at once."""

    begins: list[tuple[int, int]]
    """Each piece's sentence and its first token there."""
    words: Array
    """(rows,) int: the words, by the memory's numbers."""
    ends: Array
    """(pieces + 1,) int: the row of each piece's first word; then the number of rows."""
    scores: Array
    """(rows, labels) float32 whole numbers."""


class NameModel:
    """Tags tokens with names.

    The result for a sentence depends on it, or on its text, alone: not on the others of the batch, on what was tagged
    before, or on the machine. A word is a run of letters and digits, or one punctuation mark, as published: proclitics
    stay on (`وبوش`, `للبنان`), and a span that begins with such a word includes it; who wants the bare name takes them
    off.

    Parameters
    ----------
    stored
        The arrays of a model file.
    """

    folds = True

    def __init__(self, stored: Mapping[str, Array]) -> None:
        self.version = text(stored["version"])
        words = text(stored["vocabulary"]).split("\n")
        vocabulary = WordNumbers(words, range(len(words)))
        lists = WordNumbers(text(stored["list_words"]).split("\n"), stored["list_masks"].tolist())
        names = dict(zip(text(stored["names"]).split("\n"), stored["name_kinds"].tolist(), strict=True))
        self._phrases = Phrases(names)
        self._network = Network(stored)
        self.moves = stored["moves"].astype(np.float32)
        self._memory = Memory(Lexical(lists, vocabulary), self._phrases, self._network)

    @classmethod
    def load(cls) -> Self:
        """Return a model of the file that ships with the package; the file is read once a process."""
        return cls(_shipped())

    def spans(self, sentences: Sequence[Sequence[str]], texts: Sequence[int] = ()) -> list[list[NameSpan]]:
        """Return each sentence's names: first token, token after the last, type (PER, LOC, ORG, MISC), score (0 to 1).

        Spans are in order and do not overlap.

        Parameters
        ----------
        texts
            How many of the sentences each text has: a word leans on what it is elsewhere in its text. Without it each
            sentence stands for itself.
        """
        read = self.read(sentences)
        if texts:
            lean(read.scores, self.words(read, texts))
        found: list[list[NameSpan]] = [[] for _ in sentences]
        before = margins(read.scores)
        for piece, path in self._paths(read):
            sentence, begin = read.begins[piece]
            row = read.ends[piece]
            found[sentence] += [
                (begin + first, begin + last, entity_type, score)
                for first, last, entity_type, score in spans(path, before[row : row + len(path)])
            ]
        return found

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Array]:
        """Return the labels' scores of each sentence's tokens: (tokens, labels) float32 whole numbers, UNIT a nat."""
        ends = np.cumsum([len(tokens) for tokens in sentences])[:-1]
        return np.split(self.read(sentences).scores, ends)

    def read(self, sentences: Sequence[Sequence[str]]) -> Read:
        """Score the sentences, in pieces of at most _PIECE_WORDS words."""
        memory = self._memory
        if len(memory) > MAX_WORDS_REMEMBERED:
            memory.forget()
        begins = [
            (number, begin) for number, tokens in enumerate(sentences) for begin in range(0, len(tokens), _PIECE_WORDS)
        ]
        lengths = np.array([min(_PIECE_WORDS, len(sentences[number]) - begin) for number, begin in begins], np.int64)
        ends = np.append(0, np.cumsum(lengths))
        words = np.fromiter(map(memory.__getitem__, chain.from_iterable(sentences)), np.int32, int(ends[-1]))
        memory.learn()
        memory.meet(words)
        places = self._places(words, lengths)
        scores = np.empty((len(words), len(LABELS)), np.float32)
        first = 0
        for last in range(1, len(begins) + 1):
            if last == len(begins) or ends[last + 1] - ends[first] > _BATCH_ROWS:
                rows = slice(ends[first], ends[last])
                scores[rows] = self._scored(words[rows], places[rows], lengths[first:last])
                first = last
        return Read(begins, words, ends, scores)

    def words(self, read: Read, texts: Sequence[int]) -> Array:
        """Return what tells the words of texts apart, but for their proclitics: (tokens,) int."""
        text_of_piece = np.repeat(np.arange(len(texts)), texts)[[sentence for sentence, _ in read.begins]]
        bare = self._memory.bare[read.words]
        return np.where(bare < 0, -1, np.repeat(text_of_piece, np.diff(read.ends)) * len(self._memory) + bare)

    def _paths(self, read: Read) -> Iterator[tuple[int, list[int]]]:
        """Return the labels of each piece that has a name."""
        lengths = np.diff(read.ends)
        order = np.argsort(-lengths, kind="stable")  # a sentence's pieces stay in order: only its last can be shorter
        for first in range(0, len(order), _BATCH_PIECES):
            chosen = order[first : first + _BATCH_PIECES]
            counts = lengths[chosen]
            piece = np.repeat(np.arange(len(chosen)), counts)
            position = np.arange(len(piece)) - (np.cumsum(counts) - counts)[piece]
            scores = np.zeros((int(counts[0]), len(chosen), len(LABELS)), np.float32)
            scores[position, piece] = read.scores[read.ends[chosen][piece] + position]
            paths = best_paths(scores, self.moves, counts)
            for column in np.flatnonzero((paths > 0).any(0)).tolist():
                yield int(chosen[column]), paths[: counts[column], column].tolist()

    def _scored(self, words: Array, places: Array, lengths: Array) -> Array:
        """Return the labels' scores, (words, labels), of pieces of some lengths that the network takes at once."""
        x = self._memory.vectors[words]
        rows = np.flatnonzero(places)
        if len(rows):
            x[rows] = np.clip(x[rows] + self._network.phrases[places[rows]], 0, 2 * LIMIT)
        return self._network.scores(x, lengths)

    def _places(self, words: Array, lengths: Array) -> Array:
        """Return the place of each word in a listed name, as the network knows places, 0 for none: (words,) int."""
        memory = self._memory
        ends = np.repeat(np.cumsum(lengths), lengths)
        opens = np.flatnonzero(memory.opens[words[:-1]] & memory.follows[words[1:]] & (ends[:-1] == ends[1:]))
        places = np.zeros(len(words), np.int64)
        numbers = words.tolist()
        done = 0
        for row, end in zip(opens.tolist(), np.minimum(opens + LONGEST, ends[opens]).tolist(), strict=True):
            if row >= done:
                found = self._places_of(numbers[row:end])
                done = row + len(found)
                places[row:done] = found
        return places

    def _places_of(self, words: list[int]) -> list[int]:
        """Return the place of each word in the listed name that some words begin with."""
        memory = self._memory
        start = memory.begins[words[0]]
        if f"{start} {memory.forms[words[1]]}" not in self._phrases.openings:
            return []
        count, kind = self._phrases.match(start, [memory.forms[word] for word in words])
        first = 1 + 3 * kind
        return [first, *[first + 1] * (count - 2), first + 2] if count else []


def text(stored: Array) -> str:
    """Return a text that is stored as bytes."""
    return stored.tobytes().decode("utf-8")


@cache
def _shipped() -> dict[str, Array]:
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as arrays:
        return {name: arrays[name] for name in arrays.files}
