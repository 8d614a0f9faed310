"""The stage's pure function: articles in, the same articles with their entities, quotes and dates out."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Self


from agents import dates
from agents.arabic import Folded, fold_with_offsets
from agents.tag_entities import quotes
from agents.tag_entities.lexicon import Lexicon, packaged
from agents.tag_entities.names import Names
from agents.tag_entities.quotes import Said
from agents.tag_entities.salience import salience
from agents.tag_entities.spans import Span
from agents.tokens import Tokens, tokenize
from streams.records import Article, DateMention, Entity, Mention, Pipeline, Quote, TaggedArticle
from streams.settings import Settings

VERSION = "1"
_FIELDS = Article.__struct_fields__


class Tagger:
    """Tags articles. What it gives for one depends on that article and the lexicon alone."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = Names(lexicon)

    @classmethod
    def load(cls, settings: Settings) -> Self:  # noqa: ARG003 - the user's file comes from here
        """Load the packaged lexicon and the user's own file, when the settings name one."""
        return cls(packaged())

    def tag(self, articles: Sequence[Article]) -> list[TaggedArticle]:
        """Tag articles, in their order."""
        return [self._tag(article) for article in articles]

    def tag_text(
        self, text: str, published: dt.date | None = None
    ) -> tuple[list[Entity], list[Quote], list[DateMention]]:
        """Tag a text that stands alone; its first line counts as its title when more follow."""
        title = text.find("\n") if "\n" in text else 0
        folded = fold_with_offsets(text)
        tokens = tokenize(folded.text)
        spans = self._names.find(tokens, None, _original(text, folded))
        said, _ = quotes.find(tokens, spans)
        return (
            _entities(text, folded, spans, title),
            _quotes(text, folded, tokens, said),
            _dates(text, folded, tokens, spans, published),
        )

    def _tag(self, article: Article) -> TaggedArticle:
        folded = fold_with_offsets(article.text)
        tokens = tokenize(folded.text)
        spans = self._names.find(tokens, article.section, _original(article.text, folded))
        fields = {name: getattr(article, name) for name in _FIELDS if name != "schema"}
        published = _day(article.published_at)
        said, cited = quotes.find(tokens, spans)
        return TaggedArticle(
            **fields,
            entities=_entities(article.text, folded, spans, len(article.title)),
            quotes=_quotes(article.text, folded, tokens, said),
            dates=_dates(article.text, folded, tokens, spans, published),
            demonyms=self._demonyms(tokens, spans),
            cited=[named.id for named in cited],
            pipeline=Pipeline(version=VERSION, lexicon=self._lexicon.version),
        )

    def _demonyms(self, tokens: Tokens, spans: list[Span]) -> dict[str, int]:
        counts: dict[str, int] = {}
        inside: set[int] = set()
        for span in spans:
            inside.update(range(span.first, span.last))
        get = self._lexicon.demonyms.get
        for at, word in enumerate(tokens.words):
            country = get(word) or (get(word[1:]) if word[0] in "وبلف" else None)
            if country is not None and at not in inside:
                counts[country] = counts.get(country, 0) + 1
        return dict(sorted(counts.items()))


def _original(text: str, folded: Folded) -> Callable[[int], str]:
    offsets = folded.offsets
    return text.__getitem__ if offsets is None else lambda at: text[offsets[at]]


def _day(published_at: str | None) -> dt.date | None:
    if not published_at:
        return None
    try:
        return dt.date.fromisoformat(published_at[:10])
    except ValueError:
        return None


def _entities(text: str, folded: Folded, spans: list[Span], title: int) -> list[Entity]:
    """Group mentions by entity, in order of the first mention of each."""
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(span.named.id, []).append(span)
    most = max((len(group) for group in groups.values()), default=0)
    size = max(1, len(folded.text))
    entities = []
    for group in groups.values():
        named = next((s.named for s in group if s.named.known is not None), group[0].named)
        places = [folded.span(s.start, s.end) for s in group]
        known = named.known
        entities.append(
            Entity(
                id=named.id,
                name_ar=named.ar if known is not None else _shown(text, group, places),
                name_en=named.en,
                type=named.type,
                known=known is not None,
                count=len(group),
                salience=salience(len(group), most, group[0].start / size, in_title=places[0][0] < title),
                wikidata=known.wikidata if known is not None else None,
                geonames=known.geonames if known is not None else None,
                iso=known.iso if known is not None else None,
                mentions=[Mention(start=a, end=b, surface=text[a:b]) for a, b in places],
            )
        )
    return entities


def _shown(text: str, group: list[Span], places: list[tuple[int, int]]) -> str:
    """Give the fullest way in which the text itself names an entity."""
    start, end = max(zip(places, group, strict=True), key=lambda p: (p[1].full, p[0][1] - p[0][0], -p[0][0]))[0]
    return " ".join(text[start:end].split())


def _quotes(text: str, folded: Folded, tokens: Tokens, said: list[Said]) -> list[Quote]:
    found = []
    for speech in said:
        start, end = folded.span(speech.start, speech.end)
        verb = None
        if speech.verb is not None:
            first, last = folded.span(*tokens.spans[speech.verb])
            verb = text[first:last]
        speaker = speech.speaker.id if speech.speaker is not None else None
        found.append(
            Quote(text=text[start:end], start=start, end=end, speaker=speaker, verb=verb, direct=speech.direct)
        )
    return found


def _dates(
    text: str, folded: Folded, tokens: Tokens, spans: list[Span], published: dt.date | None
) -> list[DateMention]:
    found = []
    names = iter([*spans, None])
    name = next(names)
    for date in dates.find(tokens, published):
        while name is not None and name.end <= date.start:
            name = next(names)
        if name is not None and name.start < date.end:
            continue
        start, end = folded.span(date.start, date.end)
        found.append(
            DateMention(start=start, end=end, surface=text[start:end], value=date.value, precision=date.precision)
        )
    return found
