"""Annotated sentences in CoNLL columns, and the spans that their BIO labels stand for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_SAME = {"PERS": "PER", "PERSON": "PER", "LOCATION": "LOC", "GPE": "LOC", "ORGANIZATION": "ORG", "MIS": "MISC"}

_MIN_COLUMNS = 2
"""A token and its label."""

Span = tuple[int, int, str]


class Sentence(NamedTuple):
    """A sentence's tokens and its spans: (first token, token after the last, type)."""

    tokens: list[str]
    spans: list[Span]


def spans_of(labels: Sequence[str]) -> list[Span]:
    """Return the spans of BIO (or BIOES) labels; an I that continues nothing opens a span, as conlleval reads it."""
    spans: list[Span] = []
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        prefix, _, name = label.partition("-")
        name = _SAME.get(name, name)
        if kind and (prefix in "BSO" or name != kind):
            spans.append((start, i, kind))
            kind = ""
        if prefix in "BIES" and name and not kind:
            start, kind = i, name
    return spans


def read(lines: Iterable[str]) -> Iterator[Sentence]:
    """Read sentences: a token, white space and a label a line, an empty line after each sentence.

    The first column is the token and the last the label; a line without a label, or that opens with
    `-DOCSTART-`, is read as an empty one. `PERS`, `LOCATION`, `GPE`, `MIS` and the like become the four types.
    """
    tokens: list[str] = []
    labels: list[str] = []
    for line in [*lines, ""]:
        columns = line.split()
        if len(columns) < _MIN_COLUMNS or columns[0] == "-DOCSTART-":
            if tokens:
                yield Sentence(tokens, spans_of(labels))
            tokens, labels = [], []
        else:
            tokens.append(columns[0])
            labels.append(columns[-1])
