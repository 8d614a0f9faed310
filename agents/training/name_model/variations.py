"""Other sentences out of annotated ones: names exchanged for listed names, punctuation dropped, conjunctions put on.

What is learned from them is where names stand and how they are built, not which names were in the news of one year.
"""

import random
import sqlite3
from collections.abc import Sequence

from agents.arabic.folding import fold
from agents.evaluate.conll import Sentence, Span
from agents.tag_entities.name_model.features import Lexical, stems
from agents.training.lexicon.packages import data_file
from agents.training.name_model.gazetteer import NOTE, curated, entries

_EXCHANGED_SHARE = {"PER": 0.5, "LOC": 0.4, "ORG": 0.3, "MISC": 0.0}
"""Share of the names that are exchanged in a sentence that is changed at all."""
_FOREIGN_SHARE = (0.45, 0.45, 0.2)
"""Share of names of one, two and three words that become foreign names of no list."""
_ARAB_SHARE = 0.5
"""Share of the other people's names that become Arab ones."""
_BARE_SHARE = 0.15
"""Share of the changed sentences that lose their punctuation."""
_AND_SHARE = 0.05
"""Share of the names that get a conjunction."""


class Names:
    """Names to put in, by type, each as its words."""

    def __init__(self, lexical: Lexical, foreign: dict[str, list[str]]) -> None:
        self.lexical = lexical
        self.foreign = foreign
        self.pools: dict[str, list[list[str]]] = {"PER": [], "LOC": [], "ORG": []}
        for entity in curated():
            for name in [entity["ar"], *entity.get("also", [])]:
                if entity["type"] in self.pools:
                    self.pools[entity["type"]].append(name.rstrip("?").split())
        for name, kind, small in entries():
            if kind in self.pools and (kind != "LOC" or not small):
                self.pools[kind].append(NOTE.sub("", name).split())
        self.arab = _arab_names()

    def draw(self, kind: str, count: int, rng: random.Random) -> list[str]:
        """Return a name of about `count` words: of a list, or, so that not only lists are believed, a foreign one."""
        if kind in self.foreign and count <= len(_FOREIGN_SHARE) and rng.random() < _FOREIGN_SHARE[count - 1]:
            return [rng.choice(self.foreign[kind]) for _ in range(count if kind == "PER" else 1)]
        pool = self.arab if kind == "PER" and rng.random() < _ARAB_SHARE else self.pools[kind]
        name = rng.choice(pool)
        for _ in range(6):
            if abs(len(name) - count) <= 1:
                break
            name = rng.choice(pool)
        return name[-1:] if kind == "PER" and count == 1 else name


def _arab_names() -> list[list[str]]:
    connection = sqlite3.connect(data_file("arabic_name_romanizer", "resources", "names.sqlite3"))
    query = "select distinct arabic_key from full_names where country not in ('IR', 'PK', 'AF') order by arabic_key"
    return [fold(key).split() for (key,) in connection.execute(query)]


def _clitic(word: str, lexical: Lexical) -> str:
    """Return what stands glued in front of a name's first word, so far as the lists know."""
    form = fold(word)
    stem = lexical.stem(form)
    return form[: len(form) - len(stem)] if stem != form and form.endswith(stem) and stem in stems(form) else ""


def change(sentence: Sentence, names: Names, rng: random.Random) -> Sentence:
    """Return a changed sentence."""
    tokens: list[str] = []
    spans: list[Span] = []
    at = 0
    for start, end, kind in sentence.spans:
        tokens += sentence.tokens[at:start]
        old = sentence.tokens[start:end]
        new: Sequence[str] = old
        if rng.random() < _EXCHANGED_SHARE[kind]:
            clitic = _clitic(old[0], names.lexical)
            drawn = names.draw(kind, len(old), rng)
            if drawn:
                new = [_glued(clitic, drawn[0]), *drawn[1:]]
        elif rng.random() < _AND_SHARE and not old[0].startswith(("و", "ل", "ب")):
            new = ["و" + old[0], *old[1:]]
        spans.append((len(tokens), len(tokens) + len(new), kind))
        tokens += new
        at = end
    tokens += sentence.tokens[at:]
    changed = Sentence(tokens, spans)
    return without_punctuation(changed) if rng.random() < _BARE_SHARE else changed


def _glued(clitic: str, word: str) -> str:
    if clitic.endswith("ل") and word.startswith("ال"):
        return clitic + word[1:]
    return clitic + word


def without_punctuation(sentence: Sentence) -> Sentence:
    """Return a sentence without the punctuation that stands outside of names."""
    inside = {i for start, end, _ in sentence.spans for i in range(start, end)}
    kept = [i for i, token in enumerate(sentence.tokens) if i in inside or any(c.isalnum() for c in token)]
    if not kept:
        return sentence
    number = {old: new for new, old in enumerate(kept)}
    spans = [(number[start], number[end - 1] + 1, kind) for start, end, kind in sentence.spans]
    return Sentence([sentence.tokens[i] for i in kept], spans)
