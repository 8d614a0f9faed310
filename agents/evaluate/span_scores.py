"""How much of the annotated spans a tagger finds: strict, a span counts when its borders and its type are right."""

from typing import NamedTuple

from agents.evaluate.conll import Span
from agents.tag_entities.name_model.decode import TYPES


class Part(NamedTuple):
    """Precision, recall and F1 (0 to 1) of one type, and how many spans the annotation has."""

    precision: float
    recall: float
    f1: float
    support: int


class Score(NamedTuple):
    """The micro average over all types, and each type."""

    micro: Part
    types: dict[str, Part]

    def __str__(self) -> str:
        parts = " ".join(f"{kind} {part.f1:.4f}" for kind, part in self.types.items())
        return f"F1 {self.micro.f1:.4f} (P {self.micro.precision:.4f} R {self.micro.recall:.4f}) {parts}"


def score(gold: list[list[Span]], found: list[list[Span]]) -> Score:
    """Compare each sentence's spans."""
    counts = {kind: [0, 0, 0] for kind in TYPES}
    for truth, guess in zip(gold, found, strict=True):
        for kind in TYPES:
            t = {s for s in truth if s[2] == kind}
            g = {s for s in guess if s[2] == kind}
            for i, n in enumerate((len(t & g), len(g), len(t))):
                counts[kind][i] += n
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    return Score(_part(*total), {kind: _part(*c) for kind, c in counts.items()})


def _part(right: int, guessed: int, true: int) -> Part:
    precision = right / guessed if guessed else 0.0
    recall = right / true if true else 0.0
    return Part(precision, recall, 2 * right / (guessed + true) if guessed + true else 0.0, true)
