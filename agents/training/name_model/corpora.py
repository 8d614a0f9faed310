"""The annotated and the unlabelled texts that the model is trained on, and the parts kept for development."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from agents.evaluate.conll import Sentence, read, spans_of

DEV_BLOCKS, DEV_BLOCK = 4, 100
"""ANERcorp's development part: four runs of 100 sentences, evenly spaced, the last one at the end."""

_WOJOOD = {"PERS": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "EVENT": "MISC", "LAW": "MISC"}
_TOKEN = re.compile(r"\w+(?:[-_.'’]\w+)*|\S")
_SENTENCE_END = re.compile(r"(?<=[.!؟?])\s+|\n+")


def anercorp(root: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Return ANERcorp's training sentences in two parts: to train on, and for development."""
    sentences = list(read((root / "ner/anercorp/train.txt").read_text(encoding="utf-8").splitlines()))
    stride = len(sentences) // DEV_BLOCKS
    ends = [len(sentences) - stride * block for block in range(DEV_BLOCKS)]
    held = {i for end in ends for i in range(end - DEV_BLOCK, end)}
    train = [s for i, s in enumerate(sentences) if i not in held]
    return train, [sentences[i] for i in sorted(held)]


def topcoder(root: Path, part: str) -> list[Sentence]:
    """Return the Topcoder corpus's `train` or `dev`."""
    return list(read((root / f"ner/topcoder/{part}.txt").read_text(encoding="utf-8").splitlines()))


def wojood(root: Path, part: str) -> list[Sentence]:
    """Return Wojood's `train` or `val`, flat: of nested names the outermost that has one of the four types."""
    sentences = []
    tokens: list[str] = []
    columns: list[list[str]] = []
    lines = (root / f"ner/wojood/{part}.txt").read_text(encoding="utf-8").splitlines()
    for line in [*lines, ""]:
        token, *labels = line.split() or [""]
        if not token:
            if tokens:
                sentences.append(Sentence(tokens, _outermost(columns)))
            tokens, columns = [], []
        else:
            tokens.append(token)
            columns.append(labels)
    return sentences


def wojood_flat(root: Path) -> list[Sentence]:
    """Return the sentences of Wojood's flat validation part, annotated with the four types."""
    path = root / "ner/wojood_val/wojood_val-dev.conll"
    return list(read(path.read_text(encoding="utf-8").splitlines()))


def _outermost(columns: list[list[str]]) -> list[tuple[int, int, str]]:
    found = []
    for name, kind in _WOJOOD.items():
        labels = [next((label for label in row if label[2:] == name), "O") for row in columns]
        found += [(start, end, kind) for start, end, _ in spans_of([x[:2] + kind if x != "O" else x for x in labels])]
    found.sort(key=lambda span: (span[0] - span[1], span))
    taken: list[tuple[int, int, str]] = []
    for span in found:
        if all(span[1] <= other[0] or span[0] >= other[1] for other in taken):
            taken.append(span)
    return sorted(taken)


def tokens_of(text: str) -> list[str]:
    """Split a line into words and single punctuation marks, as the annotated corpora have them."""
    return _TOKEN.findall(text)


def news(root: Path) -> Iterator[list[list[str]]]:
    """Yield each unlabelled news article as its sentences' tokens, title first, newspapers mixed as in the file."""
    with gzip.open(root / "news/saudinewsnet-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = f"{record['title']}\n{record['content']}"
            sentences = [tokens_of(part) for part in _SENTENCE_END.split(text)]
            yield [s for s in sentences if s]


def classes(root: Path) -> Iterator[list[str]]:
    """Yield each article of the nine-class corpus as one run of words (it has no punctuation)."""
    with gzip.open(root / "topics/news9-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield tokens_of(json.loads(line)["text"])


def transliterated(root: Path) -> dict[str, list[str]]:
    """Return foreign names of one word in Arabic letters, by type: persons and places of the ANETAC list."""
    kinds = {"PERSON": "PER", "LOCATION": "LOC"}
    names: dict[str, list[str]] = {"PER": [], "LOC": []}
    for line in (root / "names/anetac-named-entities.txt").read_text(encoding="utf-8").splitlines():
        kind, _, name = line.split(maxsplit=2)
        if kind in kinds and " " not in name:
            names[kinds[kind]].append(name)
    return names
