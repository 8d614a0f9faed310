"""What training leaves behind: `model.npz` beside this module, read without anything but numpy."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.choose import Threshold
from agents.tag_topics.evidence.pairs import FEATURES
from agents.tag_topics.evidence.words import WordModel

FILE = Path(__file__).with_name("model.npz")
_NEVER = -20.0
"""Log odds of what is never given."""


class Model(NamedTuple):
    """The trained parts of a classifier."""

    version: str
    vocabulary: tuple[str, ...]
    """The words of the word model; its row 0 stands for all others."""
    concepts: tuple[str, ...]
    """The columns of the word model."""
    words: WordModel
    weights: NDArray[np.float64]
    """Of the features of a pair; shape: FEATURES and the constant."""
    classes: WordModel
    """Of the nine classes; no columns where none were learned."""
    biased: tuple[str, ...] = ()
    """Concepts that readers give more or less often than what speaks for them tells."""
    biases: NDArray[np.float64] = np.zeros(0)
    """By how much, in log odds."""
    thresholds: tuple[Threshold, ...] = ()


def empty() -> Model:
    """Return a model that has learned nothing about words; for the first round of training."""
    words = WordModel(np.zeros((1, 0), np.int8), np.zeros(0), np.zeros(0), np.zeros(1, np.int64))
    return Model("none", (), (), words, np.zeros(len(FEATURES) + 1), words)


def phrases_alone() -> Model:
    """Return a model that gives no topic by itself, so that phrases which speak plainly are all that counts."""
    never = np.zeros(len(FEATURES) + 1)
    never[-1] = _NEVER
    return empty()._replace(weights=never)


def save(model: Model, file: Path = FILE) -> None:
    """Write a model."""
    arrays: dict[str, Any] = {
        "version": np.array(model.version),
        "vocabulary": _packed(model.vocabulary),
        "concepts": _packed(model.concepts),
        "weights": model.weights,
        "biased": _packed(model.biased),
        "biases": model.biases,
        "thresholds": np.frombuffer(msgspec.json.encode(model.thresholds), np.uint8),
        **{f"words_{name}": array for name, array in model.words._asdict().items()},
        **{f"classes_{name}": array for name, array in model.classes._asdict().items()},
    }
    buffer = BytesIO()
    np.savez_compressed(buffer, **arrays)
    file.write_bytes(buffer.getvalue())


@cache
def load(file: Path = FILE) -> Model:
    """Read a model."""
    with np.load(file, allow_pickle=False) as arrays:
        return Model(
            str(arrays["version"]),
            _unpacked(arrays["vocabulary"]),
            _unpacked(arrays["concepts"]),
            WordModel(*(arrays[f"words_{name}"] for name in WordModel._fields)),
            arrays["weights"],
            WordModel(*(arrays[f"classes_{name}"] for name in WordModel._fields)),
            _unpacked(arrays["biased"]),
            arrays["biases"],
            msgspec.json.decode(arrays["thresholds"].tobytes(), type=tuple[Threshold, ...]),
        )


def _packed(words: tuple[str, ...]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _unpacked(array: NDArray[np.uint8]) -> tuple[str, ...]:
    text = array.tobytes().decode()
    return tuple(text.split("\n")) if text else ()
