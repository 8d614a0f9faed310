"""The stage's pure function: articles in, the same articles with their entities, quotes and dates out."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Self

from agents.arabic.dates.find import FoundDate, find_dates
from agents.arabic.folding import fold_with_offsets
from agents.arabic.tokens import Tokens, tokenize
from agents.tag_entities import fields
from agents.tag_entities.byline import byline_in
from agents.tag_entities.draft import Draft, Name, Surface
from agents.tag_entities.fields import ReadText
from agents.tag_entities.find.model_text import names_in_text, sentences
from agents.tag_entities.find.odds import Odds
from agents.tag_entities.lexicon.lexicon import Lexicon, packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.match.link_odds import LinkOdds
from agents.tag_entities.name_model.chooser import NameTagger, choose
from agents.tag_entities.passes import passes, run, word_marks
from agents.tag_entities.quotes.quotes import find_quotes
from agents.tag_entities.quotes.speech_text import FoundQuote
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import DATE, NATIONALITY, Marks
from streams.heap import settle
from streams.records.articles import Article
from streams.records.dates import DateMention
from streams.records.entities import Entity
from streams.records.tagged import Pipeline, Quote, TaggedArticle
from streams.settings import Settings

VERSION = "1"
_FIELDS = Article.__struct_fields__


class TextToTag(NamedTuple):
    """A text as published, and what is known of it beforehand."""

    text: str
    section: str | None = None
    """The article's standard section."""
    day: dt.date | None = None
    """The day against which its dates are read; None leaves words such as أمس open."""
    outlet_country: str | None = None
    """The id of its outlet's country."""
    byline: tuple[int, int] | None = None
    """The characters of the byline that opens it: no name is one there."""


class Tagged(NamedTuple):
    """What was found in one text, in the terms of the folded text."""

    read: ReadText
    names: list[Name]
    quotes: list[FoundQuote]
    cited: list[str]
    """Ids of the sources that the text cites."""
    dates: list[FoundDate]
    marks: Marks
    undecided: list[Surface]
    """Surfaces of the lexicon that nothing spoke for."""


class Tagger:
    """Tags articles. What it gives for one depends on that article and the lexicon alone.

    Parameters
    ----------
    watched
        The lexicon, with the user's own file over it.
    model
        What finds names that no list has; None: nothing does.
    without
        Names of passes that are left out, to see what they are worth.
    judge
        What names are judged by; None: by the odds that ship.
    links
        What tells which bearer of a surface is meant; None: the weights that ship.

    Raises
    ------
    ValueError
        When a name in `without` is no pass's.
    """

    def __init__(
        self,
        watched: Watched,
        model: NameTagger | None,
        without: Collection[str] = (),
        judge: Odds | None = None,
        links: LinkOdds | None = None,
    ) -> None:
        self._watched = watched
        self._model = model
        self._without = without
        self._judge = judge
        self._links = links
        self._set_up(watched.lexicon)

    @classmethod
    def load(cls, settings: Settings, without: Collection[str] = ()) -> Self:
        """Load the packaged lexicon, the model that the settings name, and the user's own file when they name one.

        Raises
        ------
        OSError
            When the user's file cannot be read.
        EntryError
            When it is not as docs/entities.md says.
        SettingsError
            When the model cannot be loaded.
        ValueError
            When a name in `without` is no pass's.
        """
        model = choose(settings.name_model) if settings.models == "on" else None
        tagger = cls(Watched(packaged(), settings.lexicon_extra), model, without)
        settle()
        return tagger

    @property
    def word_kinds(self) -> WordKinds:
        """What kind of word each word is for names."""
        return self._word_kinds

    def _set_up(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._word_kinds = WordKinds(lexicon)
        self._passes = passes(lexicon, self._word_kinds, self._without, self._judge, self._links)
        self._word_marks = word_marks(self._passes, lexicon)

    def tag(self, articles: Sequence[Article]) -> list[TaggedArticle]:
        """Tag articles, in their order. The user's file is looked at once, before the first of them."""
        found = self.read_articles(articles)
        return [self._record(article, tagged) for article, tagged in zip(articles, found, strict=True)]

    def read_articles(self, articles: Sequence[Article]) -> list[Tagged]:
        """Find what stands in articles, in their order."""
        by_iso = self._lexicon.countries_by_iso
        return self.read(
            [
                TextToTag(
                    article.text,
                    article.section,
                    _day(article.published_at),
                    by_iso.get(article.source.country or ""),
                    _byline(article),
                )
                for article in articles
            ]
        )

    def tag_text(
        self, text: str, published: dt.date | None = None
    ) -> tuple[list[Entity], list[Quote], list[DateMention]]:
        """Tag a text that stands alone; its first line counts as its title when more follow."""
        tagged = self.read([TextToTag(text, day=published)])[0]
        title_end = text.find("\n") if "\n" in text else 0
        return (
            fields.entities(tagged.read, tagged.names, title_end, self._lexicon.iso_of, self._lexicon.demonyms),
            fields.quotes(tagged.read, tagged.quotes, title_end),
            fields.dates(tagged.read, tagged.names, tagged.dates),
        )

    def read(self, texts: Sequence[TextToTag]) -> list[Tagged]:
        """Find what stands in texts; the model sees all at once, what it sees in each depends on that one alone."""
        if self._watched.changed():
            self._set_up(self._watched.lexicon)
        drafts, reads, dates = [], [], []
        for text, section, day, outlet_country, _ in texts:
            folded = fold_with_offsets(text)
            read = ReadText(text, folded, tokenize(folded.text))
            marks = self._word_marks.look(read.tokens)
            found = find_dates(read.tokens, day, marks.of(DATE))
            dated = _positions(read.tokens, found)
            draft = Draft(read.tokens, marks, read.published_and_sign, section, dated, outlet_country)
            run(self._passes.before_model, draft)
            drafts.append(draft)
            reads.append(read)
            dates.append(found)
        self._ask_model(drafts, reads)
        return list(self._finish(texts, drafts, reads, dates))

    def _ask_model(self, drafts: Sequence[Draft], reads: Sequence[ReadText]) -> None:
        """Set what the model sees in each draft."""
        model = self._model
        if model is None:
            return
        cuts = [
            sentences(draft.tokens, None if model.folds else read.published)
            for draft, read in zip(drafts, reads, strict=True)
        ]
        words = [words for cut in cuts for words in cut.words]
        found = iter(model.spans(words, texts=[len(cut.words) for cut in cuts]))
        for draft, cut in zip(drafts, cuts, strict=True):
            draft.model_names = names_in_text(cut, list(islice(found, len(cut.words))), draft.tokens)
            draft.judged = True

    def _finish(
        self,
        texts: Sequence[TextToTag],
        drafts: Sequence[Draft],
        reads: Sequence[ReadText],
        dates: Sequence[list[FoundDate]],
    ) -> Iterator[Tagged]:
        for text, draft, read, dated in zip(texts, drafts, reads, dates, strict=True):
            run(self._passes.after_model, draft)
            names = draft.finished()
            if text.byline is not None:
                start, end = text.byline
                names = [name for name in names if not start <= read.folded.span(name.start, name.end)[0] < end]
            said, cited = find_quotes(draft.tokens, names, draft.marks, self._word_kinds)
            yield Tagged(read, names, said, [entity.id for entity in cited], dated, draft.marks, draft.undecided)

    def _record(self, article: Article, tagged: Tagged) -> TaggedArticle:
        kept = {name: getattr(article, name) for name in _FIELDS if name != "schema"}
        return TaggedArticle(
            **kept,
            entities=fields.entities(
                tagged.read, tagged.names, len(article.title), self._lexicon.iso_of, self._lexicon.demonyms
            ),
            quotes=fields.quotes(tagged.read, tagged.quotes, len(article.title)),
            dates=fields.dates(tagged.read, tagged.names, tagged.dates),
            demonyms=self._demonyms(tagged),
            cited=tagged.cited,
            pipeline=Pipeline(
                version=VERSION,
                lexicon=self._lexicon.version,
                models={"names": self._model.version} if self._model is not None else {},
            ),
        )

    def _demonyms(self, tagged: Tagged) -> dict[str, int]:
        """Count the nationality adjectives outside names, by country."""
        words = tagged.read.tokens.words
        counts: dict[str, int] = {}
        inside = {at for name in tagged.names for at in range(name.first, name.last)}
        for at in tagged.marks.of(NATIONALITY):
            country = self._lexicon.country_of(words[at])
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


def _byline(article: Article) -> tuple[int, int] | None:
    begin = len(article.title) + 1 if article.title else 0
    outlets = (article.source.name, article.republished_from or "")
    return byline_in(article.text, begin, article.byline.authors, outlets)


def _positions(tokens: Tokens, dates: Sequence[FoundDate]) -> frozenset[int]:
    """Return the positions that dates are made of."""
    if not dates:
        return frozenset()
    starts = [start for start, _ in tokens.spans]
    return frozenset(
        at for date in dates for at in range(bisect_left(starts, date.start), bisect_left(starts, date.end))
    )
