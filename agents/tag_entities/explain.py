"""Why a text's names and quotes are what they are: the pass that made each, and the evidence that decided."""

import msgspec

from agents.tag_entities.tagger import Tagged
from streams.records.entities import EntityType


class ExplainedEvidence(msgspec.Struct, frozen=True):
    """Something that spoke for a name, with its weight; below 0 where it spoke against it."""

    name: str
    weight: float


class ExplainedName(msgspec.Struct, frozen=True, kw_only=True):
    """A mention, and how it came about."""

    start: int
    """In characters of the text, as `end`."""
    end: int
    surface: str
    entity: str
    """The entity's id."""
    type: EntityType
    known: bool
    """Whether the lexicon has the entity."""
    found_by: str
    """The pass that made or last changed the name."""
    evidence: list[ExplainedEvidence]
    """What decided, where evidence was weighed."""


class ExplainedQuote(msgspec.Struct, frozen=True, kw_only=True):
    """A quote, and how it came about."""

    start: int
    end: int
    text: str
    direct: bool
    found_by: str
    """The rule that found it."""
    speaker: str | None
    """The speaker's id."""
    speaker_by: str
    """The rule that gave the speaker."""


class OpenSurface(msgspec.Struct, frozen=True, kw_only=True):
    """A surface of the lexicon that nothing spoke for: no name stands there."""

    start: int
    end: int
    surface: str
    could_be: list[str]
    """Ids of the entities that bear it."""


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a text, and why."""

    names: list[ExplainedName]
    open: list[OpenSurface]
    quotes: list[ExplainedQuote]


def explain(tagged: Tagged) -> Explained:
    """Return why names and quotes of a text are what they are, and which surfaces of the lexicon name nothing in it."""
    read = tagged.read
    covered = {at for name in tagged.names for at in range(name.first, name.last)}
    names = []
    for name in tagged.names:
        start, end = read.folded.span(name.start, name.end)
        names.append(
            ExplainedName(
                start=start,
                end=end,
                surface=read.text[start:end],
                entity=name.entity.id,
                type=name.entity.type,
                known=name.entity.known is not None,
                found_by=name.found_by,
                evidence=[ExplainedEvidence(evidence.name, evidence.weight) for evidence in name.evidence],
            )
        )
    still_open = []
    for surface in tagged.undecided:
        if surface.first not in covered:
            start, end = read.folded.span(surface.start, surface.end)
            ids = sorted({bearer.known.id for bearer in surface.bearers})
            still_open.append(OpenSurface(start=start, end=end, surface=read.text[start:end], could_be=ids))
    quotes = []
    for quote in tagged.quotes:
        start, end = read.folded.span(quote.start, quote.end)
        speaker = quote.speaker.id if quote.speaker is not None else None
        quotes.append(
            ExplainedQuote(
                start=start,
                end=end,
                text=read.text[start:end],
                direct=quote.direct,
                found_by=quote.found_by,
                speaker=speaker,
                speaker_by=quote.speaker_by,
            )
        )
    return Explained(names=names, open=still_open, quotes=quotes)
