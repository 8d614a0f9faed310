"""`rasid evaluate quotes`: how well quotes and their speakers are found on annotated pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from agents.arabic.folding import fold
from agents.evaluate import tagged_pages
from agents.evaluate.entities import is_same
from agents.evaluate.scores import Hits
from agents.evaluate.tagged_pages import TaggedPage
from streams.records.tagged import Quote, TaggedArticle


@dataclass
class QuoteScores:
    """How well direct quotes were found, and who said those that were."""

    quotes: Hits = field(default_factory=Hits)
    speakers: Hits = field(default_factory=Hits)
    mistakes: list[str] = field(default_factory=list)


def measure(pages: Iterable[TaggedPage]) -> QuoteScores:
    """Count direct quotes by their words, and the speakers of those that were found."""
    scores = QuoteScores()
    for page, article in pages:
        expected = {_words(quote["text"]): quote for quote in page["quotes"]}
        found = {_words(quote.text): quote for quote in article.quotes if quote.direct}
        both = sorted(expected.keys() & found.keys())
        missed, wrong = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
        scores.quotes.right += len(both)
        scores.quotes.missed += len(missed)
        scores.quotes.wrong += len(wrong)
        for words in both:
            speaker, said_by = expected[words]["speaker"], found[words].speaker
            is_right = _is_speaker(page, article, speaker, found[words])
            scores.speakers.right += is_right and said_by is not None
            scores.speakers.wrong += not is_right and said_by is not None
            scores.speakers.missed += not is_right and speaker is not None
            if not is_right:
                scores.mistakes.append(f"{page['id']} speaker {speaker} found {said_by}: {words[:60]}")
        scores.mistakes += [f"{page['id']} missed {words[:80]}" for words in missed]
        scores.mistakes += [f"{page['id']} wrong {found[words].speaker}: {words[:80]}" for words in wrong]
    return scores


def _words(text: str) -> str:
    return " ".join(fold(text).strip(" .،").split())


def _is_speaker(page: dict[str, Any], article: TaggedArticle, speaker: str | None, quote: Quote) -> bool:
    """Whether the speaker found is the one annotated; nobody is right where nobody is named."""
    if quote.speaker is None or speaker is None:
        return quote.speaker is None and speaker is None
    entity = next(e for e in article.entities if e.id == quote.speaker)
    annotated = next((e for e in page["entities"] if e["name_ar"] == speaker), None)
    if annotated is None:
        return fold(entity.name_ar) == fold(speaker)
    surfaces = {fold(mention.surface) for mention in entity.mentions}
    return is_same(annotated, entity.name_ar, entity.name_en) or bool(surfaces & set(map(fold, annotated["surfaces"])))


@click.command()
@tagged_pages.options
def command(folder: Path, pages: str, without: tuple[str, ...], errors: bool) -> None:
    """Measure direct quotes on FOLDER/pages.jsonl, and who is said to have said them."""
    tagger = tagged_pages.load_tagger(without)
    scores = measure(tagged_pages.tagged(tagged_pages.read(folder, pages), tagger))
    if errors:
        click.echo("\n".join(scores.mistakes))
    quotes, speakers = scores.quotes, scores.speakers
    click.echo(f"quotes     {quotes.right + quotes.missed}")
    click.echo(f"precision  {quotes.precision:.3f}\nrecall     {quotes.recall:.3f}\nF1         {quotes.f1:.3f}")
    click.echo(f"speaker    precision {speakers.precision:.3f} ({speakers.right}/{speakers.right + speakers.wrong})")
    click.echo(f"           recall    {speakers.recall:.3f} ({speakers.right}/{speakers.right + speakers.missed})")
