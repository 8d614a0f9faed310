"""Bring the ways in which one article names an entity together: surnames, acronyms in brackets, longer and shorter names."""

from collections.abc import Iterable
from typing import Final

from agents.tag_entities.spans import Named, Span
from agents.tag_entities.words import CONNECTORS, Kinds
from agents.tokens import Tokens

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
_LEAST = 3
"""Letters of a surname or an acronym."""


def parts(words: list[str]) -> list[str]:
    """Give the ends of a person's name that may stand for it, the longest first: حسن نصر الله gives نصر الله; no given name."""
    ends: list[str] = []
    for at in range(1, len(words)):
        if words[at - 1] in CONNECTORS and words[at - 1] not in ("الله", "ايه"):
            continue
        end = words[at:]
        if end[0] in ("بن", "ابن") and len(end) < 2:  # noqa: PLR2004 - بن and a name
            continue
        ends.append(" ".join(end))
    return ends


class Aliases:
    """The short names that one article makes clear."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self.forms: dict[str, tuple[int, list[str], Named]] = {}
        """First word as it may stand, to the letters peeled, all words, and the entity."""
        self._claimed: dict[str, str] = {}

    def add(self, name: str, named: Named) -> None:
        """Let a short name stand for an entity; a name that two claim stands for the first."""
        words = name.split(" ")
        if len(words) == 1 and len(name) < _LEAST:
            return
        if self._claimed.setdefault(name, named.id) != named.id:
            return
        for proclitic in _PROCLITICS:
            self.forms.setdefault(proclitic + words[0], (len(proclitic), words, named))
        if words[0].startswith("ال"):
            for opening, peeled in (("لل", 2), ("ولل", 3)):
                self.forms.setdefault(opening + words[0][2:], (peeled, words, named))

    def find(self, tokens: Tokens, taken: bytearray) -> list[Span]:
        """Find short names in words that nothing has taken."""
        found: list[Span] = []
        forms = self.forms
        if not forms:
            return found
        words, spans = tokens.words, tokens.spans
        for at in [i for i, word in enumerate(words) if word in forms]:
            peeled, name, named = forms[words[at]]
            last = at + len(name)
            if taken[at] or words[at + 1 : last] != name[1:] or any(taken[at + 1 : last]):
                continue
            found.append(Span(at, last, spans[at][0] + peeled, spans[last - 1][1], named, full=False))
        return found


def acronyms(tokens: Tokens, spans: Iterable[Span], taken: bytearray) -> list[tuple[str, Named]]:
    """Find what a bracket behind a name gives as its acronym: رابطة دول جنوب شرق آسيا (آسيان)."""
    found = []
    for span in spans:
        at = span.last
        if at >= len(tokens.words) or taken[at] or span.named.type == "PER":
            continue
        before, after = tokens.between(at - 1), tokens.between(at)
        if before.strip(' "«') == "(" and after.lstrip('"»').startswith(")") and len(tokens.words[at]) >= _LEAST:
            word = tokens.words[at]
            if word.isalpha():
                found.append((word, span.named))
    return found
