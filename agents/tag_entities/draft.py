"""A name in a text on its way to becoming a mention of an entity."""

from typing import NamedTuple

from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.lexicon.spelling import key
from streams.records.entities import EntityType


class Named(NamedTuple):
    """What an article's entity will be: known to the lexicon, composed by a rule, or named by the text alone."""

    id: str
    ar: str
    en: str | None
    type: EntityType
    known: Known | None


class Span(NamedTuple):
    """Tokens `first` to `last` (exclusive), folded characters `start` to `end`, that name an entity."""

    first: int
    last: int
    start: int
    end: int
    named: Named
    full: bool = True
    """Whether it is the entity's own name, and not a surname or an acronym that the article introduced."""


def of_lexicon(known: Known) -> Named:
    """Give the entity of the lexicon."""
    return Named(known.id, known.ar, known.en, known.type, known)


def of_text(kind: EntityType, surface: str) -> Named:
    """Give an entity that nothing but a text names, its id made of the normalised name."""
    words = key(surface).split(" ")
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "عبد":
            joined[-1] += word
        else:
            joined.append(word)
    return Named(f"{kind.lower()}:ar:{'-'.join(joined)}", surface, None, kind, None)


def take(taken: bytearray, span: Span) -> None:
    """Mark a span's tokens as taken: 2 for a person's, 1 for another's."""
    taken[span.first : span.last] = (b"\2" if span.named.type == "PER" else b"\1") * (span.last - span.first)


def apart(spans: list[Span]) -> list[Span]:
    """Give spans in order of the text, of two that overlap the first, of two that start together the longer."""
    kept: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept
