"""Annotated articles with what tag_entities reads in them: quotes, speakers and unions are learned from it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from agents.evaluate.articles import article_of_news
from agents.evaluate.news_scores import opening_of, several
from agents.evaluate.tagged_pages import load_tagger
from agents.tag_entities.quotes.candidates import Candidate
from agents.tag_entities.quotes.quotes import find_candidates
from agents.tag_entities.quotes.ranking import Ranking
from agents.tag_entities.quotes.speakers import Speakers
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.tagger import Tagged
from agents.tag_entities.word_kinds import WordKinds

_BATCH: Final = 16
"""Articles that are tagged at once."""


class TaggedNews(NamedTuple):
    """An annotated article, tagged."""

    row: Mapping[str, Any]
    tagged: Tagged
    word_kinds: WordKinds

    def candidates(self, ranking: Ranking) -> tuple[SpeechText, Iterator[Candidate]]:
        """Return all that may be said in it, and its text, where a ranking says who speaks."""
        tagged = self.tagged
        tokens = tagged.read.tokens
        speakers = Speakers(tokens, tagged.names, tagged.marks, self.word_kinds)
        return find_candidates(tokens, tagged.names, speakers, ranking)

    def opening(self, quote: FoundQuote) -> str:
        """Return how a quote begins, as `begins` compares it."""
        start, end = self.tagged.read.folded.span(quote.start, quote.end)
        return opening_of(self.tagged.read.text[start:end])


def beginnings(speech: Mapping[str, Any]) -> list[str]:
    """Return the ways in which an annotated speech may begin."""
    return [opening_of(words) for words in (speech["begins"], *several(speech.get("alt_begins")))]


def read_tagged(file: Path, without: tuple[str, ...] = ()) -> Iterator[TaggedNews]:
    """Yield the annotated articles of a file, as `restore` prints them, in their order.

    Parameters
    ----------
    without
        Names of passes that are left out.
    """
    tagger = load_tagger(without)
    rows = [orjson.loads(line) for line in file.read_bytes().splitlines() if line]
    for at in range(0, len(rows), _BATCH):
        batch = rows[at : at + _BATCH]
        for row, tagged in zip(batch, tagger.read_articles([article_of_news(row) for row in batch]), strict=True):
            yield TaggedNews(row, tagged, tagger.word_kinds)
