"""From the names, quotes and dates of a draft to the fields of the record, with offsets into the text as published."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple
from unicodedata import combining

from agents.arabic.dates.find import FoundDate
from agents.arabic.folding import Folded, as_spelt
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import ODDS, Name
from agents.tag_entities.offices import Offices
from agents.tag_entities.quotes.speech_text import FoundQuote
from agents.tag_entities.quotes.unnamed_sources import unnamed_sources
from agents.tag_entities.salience import salience
from streams.records.dates import DateMention
from streams.records.entities import Entity, Mention
from streams.records.tagged import Quote


class ReadText(NamedTuple):
    """A text as published, folded and cut."""

    text: str
    folded: Folded
    tokens: Tokens

    def published(self, start: int, end: int) -> str:
        """Return a stretch of the folded text as published."""
        first, last = self.folded.span(start, end)
        return self.text[first:last]

    def published_and_sign(self, start: int, end: int) -> str:
        """Return a stretch of the folded text as it is spelt, with one sign behind it that folding drops."""
        first, last = self.folded.span(start, end)
        return self.text[first:last] if self.folded.offsets is None else as_spelt(self.text[first : last + 1])


def entities(
    read: ReadText,
    names: Sequence[Name],
    title_end: int,
    iso_of: Callable[[str], str | None],
    nationalities: Collection[str],
) -> list[Entity]:
    """Return the entities with their mentions, in order of the first mention of each.

    Parameters
    ----------
    title_end
        Where the title ends, in characters of the text.
    iso_of
        Returns the ISO 3166 code of a country by its id.
    nationalities
        Adjectives of nationality.
    """
    text, folded = read.text, read.folded
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(name.entity.id, []).append(name)
    most = max((len(group) for group in groups.values()), default=0)
    size = max(1, len(folded.text))
    offices = Offices(read.tokens, names, nationalities)
    found = []
    for group in groups.values():
        entity = next((name.entity for name in group if name.entity.known is not None), group[0].entity)
        spans = [folded.span(name.start, name.end) for name in group]
        known = entity.known
        found.append(
            Entity(
                id=entity.id,
                name_ar=entity.ar if known is not None else _fullest_form(text, group, spans),
                name_en=entity.en,
                type=entity.type,
                known=known is not None,
                count=len(group),
                salience=salience(len(group), most, group[0].start / size, in_title=spans[0][0] < title_end),
                confidence=_confidence(group),
                wikidata=known.wikidata if known is not None else None,
                geonames=known.geonames if known is not None else None,
                iso=known.iso if known is not None else None,
                country=iso_of(entity.country) if entity.country is not None else None,
                role=_role(read, offices, group) if entity.type == "PER" else None,
                mentions=[Mention(start=start, end=end, surface=text[start:end]) for start, end in spans],
            )
        )
    return found


def _role(read: ReadText, offices: Offices, group: Sequence[Name]) -> str | None:
    """Return the office that a text gives a person, as it stands there."""
    span = offices.of(group)
    return " ".join(as_spelt(read.published(*span)).split()) if span is not None else None


def _confidence(group: Sequence[Name]) -> float | None:
    """Return how likely the surest of an entity's names is right, None where none was weighed."""
    odds = [evidence.weight for name in group for evidence in name.evidence if evidence.name == ODDS]
    return max(odds, default=None)


def _fullest_form(text: str, group: Sequence[Name], spans: Sequence[tuple[int, int]]) -> str:
    """Return the fullest way in which the text itself names an entity."""
    start, end = max(zip(spans, group, strict=True), key=lambda p: (p[1].full, p[0][1] - p[0][0], -p[0][0]))[0]
    return " ".join(as_spelt(text[start:end]).split())


def quotes(read: ReadText, said: Sequence[FoundQuote], title_end: int) -> list[Quote]:
    """Return the quotes of a text, those before a character marked as a headline's."""
    found = []
    for speech, source in zip(said, unnamed_sources(read.tokens, said), strict=True):
        start, end = read.folded.span(speech.start, speech.end)
        while end < len(read.text) and combining(read.text[end]):
            end += 1  # the vowel sign of the last letter: قريبًا
        verb = read.published(*read.tokens.spans[speech.verb]) if speech.verb is not None else None
        speaker = speech.speaker.id if speech.speaker is not None else None
        found.append(
            Quote(
                text=read.text[start:end],
                start=start,
                end=end,
                speaker=speaker,
                speaker_kind="named" if speaker is not None else "unnamed" if source is not None else None,
                speaker_words=read.published(*source) if source is not None else None,
                verb=verb,
                direct=speech.direct,
                headline=end <= title_end,
            )
        )
    return found


def dates(read: ReadText, names: Sequence[Name], dated: Sequence[FoundDate]) -> list[DateMention]:
    """Return the dates of a text that are no part of a name; both are in order of the text."""
    found = []
    rest = iter([*names, None])
    name = next(rest)
    for date in dated:
        while name is not None and name.end <= date.start:
            name = next(rest)
        if name is not None and name.start < date.end:
            continue
        start, end = read.folded.span(date.start, date.end)
        surface = read.text[start:end]
        found.append(
            DateMention(
                start=start,
                end=end,
                surface=surface,
                value=date.value,
                precision=date.precision,
                until=date.until,
            )
        )
    return found
