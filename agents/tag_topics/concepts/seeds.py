"""Seed phrases: what Arabic news says when it is about a media topic; written in seeds/*.txt, see the README there."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from agents.arabic.folding import fold
from streams.settings import SettingsError

SEEDS = Path(__file__).parent / "seeds"
WEIGHTS = {"!": 6, "+": 3, "~": 1, "-": 0}
"""What one place of a phrase adds to the evidence for its concept, by the mark of its line."""
MAX_PHRASE_WORDS = 6
"""Words of the longest phrase."""
MIN_LETTERS_WITH_ARTICLE = 5
"""Letters of a word that can do without its article; الله and الان keep theirs."""
_HEAD = re.compile(r"\[(?:medtop:)?([0-9a-z:_-]+)\]\s*(.*)")
_WORD = re.compile(r"@[\w:-]+|[^\W\d_]+|\d+")


class SeedError(SettingsError):
    """A seed file is not as its README says; the message names the line."""


class Seed(NamedTuple):
    """One phrase of one concept."""

    concept: str
    words: tuple[str, ...]
    """Canonical words; see `canonical`."""
    weight: int


def canonical(word: str) -> str:
    """Return a folded word without its article, where enough is left of it: الانتخابات is انتخابات."""
    return word[2:] if word.startswith("ال") and len(word) >= MIN_LETTERS_WITH_ARTICLE else word


def phrase(text: str) -> tuple[str, ...]:
    """Return the canonical words of a phrase as it is written; one that starts with @ is a kind of entity."""
    return tuple(word if word[0] == "@" else canonical(word) for word in _WORD.findall(fold(text)))


def spell_out(text: str) -> Iterator[str]:
    """Return the phrases that one with slashes is short for: `a/b c` is `a c` and `b c`."""
    choices = [word.split("/") for word in text.split()]
    return (" ".join(words) for words in product(*choices))


def parse(lines: Iterable[str], name: str) -> list[Seed]:
    """Return the seeds of the lines of a seed file.

    Parameters
    ----------
    lines
        As seeds/README.md says; empty ones and those that start with # count for nothing.
    name
        What to call the file in an error.

    Raises
    ------
    SeedError
        When a line is neither a concept nor a line of phrases.
    """
    found: list[Seed] = []
    concept = ""
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if head := _HEAD.fullmatch(line):
            concept = topic_id(head.group(1))
            continue
        mark, text = line[0], line[1:]
        if mark not in WEIGHTS or not concept:
            raise SeedError(f"{name}, line {number}: expected a [concept] or a line that starts with ! + ~ or -")
        for written in re.split("[,،]", text):
            for spelled in spell_out(written):
                words = phrase(spelled)
                if not 0 < len(words) <= MAX_PHRASE_WORDS:
                    raise SeedError(
                        f"{name}, line {number}: {spelled!r} has {len(words)} words, 1 to {MAX_PHRASE_WORDS} may be"
                    )
                found.append(Seed(concept, words, WEIGHTS[mark]))
    return found


def topic_id(number: str) -> str:
    """Return the full id of a concept: IPTC's by its number, a user's own as it is written."""
    return f"medtop:{number}" if number.isdigit() else number


def load() -> list[Seed]:
    """Return the seeds of all files, in the order of their names."""
    return [
        seed
        for path in sorted(SEEDS.glob("*.txt"))
        for seed in parse(path.read_text(encoding="utf-8").splitlines(), path.name)
    ]


def net_weights(seeds: Iterable[Seed]) -> dict[tuple[str, ...], dict[str, int]]:
    """Return what each phrase adds for each concept beyond the shorter phrases that stand inside it.

    A place thus counts with the weight of the longest phrase there, or with that of all shorter ones where it is more;
    a phrase marked `-` takes the shorter ones away. Each phrase is counted for itself: nothing need be looked up twice.
    """
    gross: dict[tuple[str, ...], dict[str, int]] = {}
    for seed in seeds:
        of_phrase = gross.setdefault(seed.words, {})
        of_phrase[seed.concept] = 0 if seed.weight == 0 else max(seed.weight, of_phrase.get(seed.concept, 0))
    net: dict[tuple[str, ...], dict[str, int]] = {}
    for words in sorted(gross, key=len):
        inside = [
            net[words[start:end]]
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if words[start:end] in net
        ]
        net[words] = {}
        for concept, weight in gross[words].items():
            beyond = weight - sum(part.get(concept, 0) for part in inside)
            net[words][concept] = max(beyond, 0) if weight else beyond
    return net
