"""The stage's pure function: articles in, the same articles with their entities, quotes and dates out."""

import datetime as dt
import gc
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, Self

from agents.arabic.dates.find import FoundDate, find_dates
from agents.arabic.folding import Folded, fold_with_offsets
from agents.arabic.tokens import Tokens, tokenize
from agents.tag_entities import scan
from agents.tag_entities.draft import Span
from agents.tag_entities.find.model_text import Seen, seen, sentences, windows
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model import NameTagger
from agents.tag_entities.name_model.chooser import choose
from agents.tag_entities.passes import Looked, Names
from agents.tag_entities.quotes import quotes
from agents.tag_entities.quotes.quotes import Said
from agents.tag_entities.salience import salience
from agents.tag_entities.scan import Places
from streams.records.articles import Article
from streams.records.dates import DateMention
from streams.records.entities import Entity, Mention
from streams.records.tagged import Pipeline, Quote, TaggedArticle
from streams.settings import Settings

VERSION = "1"
_FIELDS = Article.__struct_fields__


class _Text(NamedTuple):
    """A text as published, folded and cut, what its words are, and what the model sees in it."""

    text: str
    folded: Folded
    tokens: Tokens
    looked: Looked
    seen: list[Seen]

    def shown(self, start: int, end: int) -> str:
        """Give a stretch of the folded text as published."""
        first, last = self.folded.span(start, end)
        return self.text[first:last]

    def raw(self, start: int, end: int) -> str:
        """Give a stretch of the folded text as published, with one mark behind it."""
        first, last = self.folded.span(start, end)
        return self.text[first : last + (self.folded.offsets is not None)]


class Tagger:
    """Tags articles. What it gives for one depends on that article and the lexicon alone."""

    def __init__(self, watched: Watched, model: NameTagger | None) -> None:
        self._watched = watched
        self._lexicon = watched.lexicon
        self._names = Names(self._lexicon)
        self._model = model

    @classmethod
    def load(cls, settings: Settings) -> Self:
        """Load the packaged lexicon, the model that the settings name, and the user's own file when they name one.

        Raises
        ------
        OSError
            When the user's file cannot be read.
        EntryError
            When it is not as docs/entities.md says.
        SettingsError
            When the model cannot be loaded.
        """
        tagger = cls(Watched(packaged(), settings.lexicon_extra), choose(settings.name_model))
        gc.collect()
        gc.freeze()  # what is loaded stays: no collection has to look at it again
        return tagger

    def tag(self, articles: Sequence[Article]) -> list[TaggedArticle]:
        """Tag articles, in their order. The user's file is looked at once, before the first of them."""
        self._refresh()
        texts = self._read([article.text for article in articles])
        return [self._tag(article, text) for article, text in zip(articles, texts, strict=True)]

    def tag_text(
        self, text: str, published: dt.date | None = None
    ) -> tuple[list[Entity], list[Quote], list[DateMention]]:
        """Tag a text that stands alone; its first line counts as its title when more follow."""
        self._refresh()
        read = self._read([text])[0]
        title = text.find("\n") if "\n" in text else 0
        places = read.looked.places
        found, dated = _find_dates(read.tokens, places, published)
        spans = self._names.find(read.looked, None, read.raw, read.seen, dated)
        said, _ = quotes.find(read.tokens, spans, places, self._names.kinds)
        return (
            _entities(read, spans, title),
            _quotes(read, said),
            _dates(read, spans, found),
        )

    def _refresh(self) -> None:
        if self._watched.changed():
            self._lexicon = self._watched.lexicon
            self._names = Names(self._lexicon)

    def _read(self, texts: Sequence[str]) -> list[_Text]:
        """Fold and cut texts, and let the model see all at once: what it sees in each depends on that one alone."""
        read = []
        for text in texts:
            folded = fold_with_offsets(text)
            tokens = tokenize(folded.text)
            read.append(_Text(text, folded, tokens, self._names.look(tokens), []))
        model = self._model
        if model is None:
            return read
        cuts = [
            windows(
                sentences(text.tokens, None if model.folds else text.shown),
                self._names.doubtful(text.looked),
                model.reach,
            )
            for text in read
        ]
        found = iter(
            model.spans([words for cut in cuts for words in cut.words], texts=[len(cut.words) for cut in cuts])
        )
        return [
            text._replace(seen=seen(cut, list(islice(found, len(cut.words))), text.tokens))
            for text, cut in zip(read, cuts, strict=True)
        ]

    def _tag(self, article: Article, read: _Text) -> TaggedArticle:
        places = read.looked.places
        found, dated = _find_dates(read.tokens, places, _day(article.published_at))
        spans = self._names.find(read.looked, article.section, read.raw, read.seen, dated)
        fields = {name: getattr(article, name) for name in _FIELDS if name != "schema"}
        said, cited = quotes.find(read.tokens, spans, places, self._names.kinds)
        return TaggedArticle(
            **fields,
            entities=_entities(read, spans, len(article.title)),
            quotes=_quotes(read, said),
            dates=_dates(read, spans, found),
            demonyms=self._demonyms(read.tokens, places, spans),
            cited=[named.id for named in cited],
            pipeline=Pipeline(
                version=VERSION,
                lexicon=self._lexicon.version,
                models={"names": self._model.version} if self._model is not None else {},
            ),
        )

    def _demonyms(self, tokens: Tokens, places: Places, spans: list[Span]) -> dict[str, int]:
        counts: dict[str, int] = {}
        inside = {at for span in spans for at in range(span.first, span.last)}
        for at in places.of(scan.NATION):
            country = self._names.nation(tokens.words[at])
            if country is not None and at not in inside:
                counts[country] = counts.get(country, 0) + 1
        return dict(sorted(counts.items()))


def _day(published_at: str | None) -> dt.date | None:
    if not published_at:
        return None
    try:
        return dt.date.fromisoformat(published_at[:10])
    except ValueError:
        return None


def _entities(read: _Text, spans: list[Span], title: int) -> list[Entity]:
    """Group mentions by entity, in order of the first mention of each."""
    text, folded = read.text, read.folded
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


def _quotes(read: _Text, said: list[Said]) -> list[Quote]:
    text, folded, tokens = read.text, read.folded, read.tokens
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


def _find_dates(tokens: Tokens, places: Places, published: dt.date | None) -> tuple[list[FoundDate], frozenset[int]]:
    """Give the dates of a text, and the tokens that they are made of."""
    found = find_dates(tokens, published, places.of(scan.DATE))
    if not found:
        return found, frozenset()
    starts = [start for start, _ in tokens.spans]
    return found, frozenset(
        at for date in found for at in range(bisect_left(starts, date.start), bisect_left(starts, date.end))
    )


def _dates(read: _Text, spans: list[Span], dated: list[FoundDate]) -> list[DateMention]:
    text, folded = read.text, read.folded
    found = []
    names = iter([*spans, None])
    name = next(names)
    for date in dated:
        while name is not None and name.end <= date.start:
            name = next(names)
        if name is not None and name.start < date.end:
            continue
        start, end = folded.span(date.start, date.end)
        found.append(
            DateMention(start=start, end=end, surface=text[start:end], value=date.value, precision=date.precision)
        )
    return found
