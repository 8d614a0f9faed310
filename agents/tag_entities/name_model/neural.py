"""The neural name model: an encoder's lower layers in eight-bit integers, and the small model beside them.

It teaches the small one, and is not shipped: its file is made by `make models`, and onnxruntime runs it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from onnxruntime import InferenceSession, SessionOptions

from agents.arabic.memo import Memo
from agents.tag_entities.name_model.decode import LABELS, UNIT, best_paths, legal, margins, spans
from agents.tag_entities.name_model.echo import lean
from agents.tag_entities.name_model.model import NameModel, NameSpan
from agents.tag_entities.name_model.pieces import Pieces
from streams.settings import SettingsError

Array = np.ndarray

WINDOW = 254
"""Pieces that are read at once; a longer sentence is cut there."""
SHARE = 0.5
"""What the encoder's vote counts, of 1; the small model's counts the rest."""
_NEVER = -1e6
MAX_WORDS_REMEMBERED = 100_000
"""Words whose pieces are remembered."""


class NeuralModel:
    """Tags tokens with names, as `NameModel` does, by the whole sentence, and about eighty times slower.

    Encoder and small model vote: the one knows the language, the other lists of names and frequent words.

    The encoder reads each sentence by itself, so that what it gets does not depend on the batch. Numbers are floating
    point between the integer products: on another kind of processor a close call may fall otherwise.

    Parameters
    ----------
    session
        An onnxruntime session: inputs `ids` (pieces) and `firsts` (words), output `scores` (words, labels), in nats.
    small
        The model that votes beside it.
    """

    folds = False

    def __init__(self, session: Any, small: NameModel) -> None:
        self._session = session
        stored = session.get_modelmeta().custom_metadata_map
        self._small = small
        self.version = f"neural-{stored['version']}+{small.version}"
        self._pieces = Pieces({piece: i for i, piece in enumerate(stored["pieces"].split("\n"))})
        self._pieces_of: Memo[str, tuple[int, ...]] = Memo(MAX_WORDS_REMEMBERED, self._pieces)
        self._moves = np.rint(np.where(legal(), (1 - SHARE) * small.moves, _NEVER)).astype(np.float32)

    @classmethod
    def load(cls, path: Path, threads: int = 1) -> Self:
        """Load a model from its file; one thread is right for a worker, which has a core of its own.

        Raises
        ------
        SettingsError
            When there is no such file, or it is none.
        """
        if not path.is_file():
            raise SettingsError(f"name_model: there is no file {path}; `make models` makes one, see docs/entities.md")
        options = SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        try:
            return cls(InferenceSession(str(path), options, providers=["CPUExecutionProvider"]), NameModel.load())
        except Exception as error:  # onnxruntime raises types of its own, which share no base
            raise SettingsError(f"name_model: {path} is no neural name model: {error}") from error

    def spans(self, sentences: Sequence[Sequence[str]], texts: Sequence[int] = ()) -> list[list[NameSpan]]:
        """Return each sentence's names, as `NameModel.spans` does."""
        if not sentences:
            return []
        read = self._small.read(sentences)
        scores = np.rint(SHARE * UNIT * np.concatenate(self.scores(sentences)) + (1 - SHARE) * read.scores)
        if texts:
            lean(scores, self._small.words(read, texts))
        ends = np.cumsum([len(tokens) for tokens in sentences])[:-1]
        return [self._spans(part) for part in np.split(scores, ends)]

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Array]:
        """Return the encoder's scores of each sentence's tokens' labels: (tokens, labels) float32, in nats."""
        return [self._scores([self._pieces_of[token] for token in tokens]) for tokens in sentences]

    def _scores(self, words: list[tuple[int, ...]]) -> Array:
        parts: list[Array] = []
        row: list[int] = [self._pieces.first]
        firsts: list[int] = []
        for word in words:
            if len(row) + len(word) > WINDOW + 1:
                parts.append(self._run(row, firsts))
                row, firsts = [self._pieces.first], []
            firsts.append(len(row))
            row += word
        parts.append(self._run(row, firsts))
        return np.concatenate(parts)

    def _run(self, row: list[int], firsts: list[int]) -> Array:
        if not firsts:
            return np.zeros((0, len(LABELS)), np.float32)
        given = {"ids": np.array([*row, self._pieces.last], np.int64), "firsts": np.array(firsts, np.int64)}
        return np.asarray(self._session.run(["scores"], given)[0])

    def _spans(self, scores: Array) -> list[NameSpan]:
        if not len(scores):
            return []
        path = best_paths(scores[:, None], self._moves, np.array([len(scores)]))
        return spans(path[:, 0].tolist(), margins(scores))
