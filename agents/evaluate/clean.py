"""`rasid evaluate clean`: how well pages are cleaned."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click
import trafilatura

from agents.clean.cleaner import Cleaner, part_names
from agents.clean.fields.ids import outlet_id
from agents.clean.judge.outlet_profile import Profile, learn
from agents.evaluate import gold
from agents.evaluate.gold import Annotated
from agents.evaluate.scores import Exact, Score
from streams.records.articles import Article
from streams.records.origin import Origin
from streams.records.pages import RawPage
from streams.rejection import Reject
from streams.settings import Settings

ORIGIN = Origin(topic="evaluation", partition=0, offset=0)
RECEIVED = "2100-01-01T00:00:00Z"
"""The pages' own dates count; none of them is of the future."""
FIELDS = ("title", "section", "agency", "dateline", "author", "republished_from")


@dataclass
class CleanScores:
    """All that is counted of one way of cleaning."""

    lines: dict[str, Score] = field(
        default_factory=lambda: {name: Score() for name in ("chrome", "paragraphs", "headings")}
    )
    exact: dict[str, Exact] = field(default_factory=lambda: {name: Exact() for name in FIELDS})
    mistakes: list[str] = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--cold/--warm", default=None, help="Only without, only with what bulk pages teach.")
@click.option(
    "--without",
    multiple=True,
    metavar="TEST",
    type=click.Choice(part_names()),
    help="Leave a test of lines or a pass over pages out; as often as you like.",
)
@click.option("--mistakes", is_flag=True, help="Print every line that went wrong.")
def command(folder: Path, *, cold: bool | None, without: tuple[str, ...], mistakes: bool) -> None:
    """Measure cleaning on FOLDER: chrome, paragraphs, headings, title, byline.

    FOLDER holds pages.jsonl, and may hold bulk.jsonl (pages of the same outlets, from which a warm stage has learned)
    and html/ (the same pages as HTML documents).
    """
    annotated = gold.pages(folder)
    cleaner = Cleaner(Settings(), without)
    for name, wanted in (("cold", True), ("warm", False)):
        if cold in (None, wanted):
            profiles = {} if wanted else learn_profiles(gold.bulk(folder), cleaner)
            _print(f"text, {name}", measure_text(annotated, profiles, cleaner), show=mistakes)
    documents = [(row, page) for row in annotated if (page := gold.html(folder, row)) is not None]
    if documents:
        _print("html, cold", measure_html(documents, cleaner), show=mistakes)
        _print("html, the same pages as text", measure_text([row for row, _ in documents], {}, cleaner), show=False)
        _print("html, plain trafilatura", measure_trafilatura(documents), show=False)


def learn_profiles(pages: Iterable[RawPage], cleaner: Cleaner | None = None) -> dict[str, Profile]:
    """Return the outlets' profiles after a stream of pages."""
    cleaner = cleaner or Cleaner(Settings())
    profiles: dict[str, Profile] = {}
    for page in pages:
        outlet = outlet_id(page)
        try:
            article = cleaner.clean(page, ORIGIN, RECEIVED, profiles.get(outlet))
        except Reject:
            continue
        profiles[outlet] = learn(profiles.get(outlet), article)
    return profiles


def measure_text(
    annotated: list[Annotated], profiles: dict[str, Profile], cleaner: Cleaner | None = None
) -> CleanScores:
    """Measure the text dumps."""
    cleaner = cleaner or Cleaner(Settings())
    result = CleanScores()
    for row in annotated:
        article = _clean(cleaner, row.id, row.page, profiles.get(outlet_id(row.page)), result)
        _count(row, result, article, [line.text for line in article.chrome] if article else [])
    return result


def measure_html(documents: list[tuple[Annotated, RawPage]], cleaner: Cleaner | None = None) -> CleanScores:
    """Measure the HTML documents; of their chrome only the lines that the text dump has too are annotated."""
    cleaner = cleaner or Cleaner(Settings())
    result = CleanScores()
    for row, page in documents:
        article = _clean(cleaner, row.id, page, None, result)
        wanted = set(map(_spaced, row.clean["boilerplate"]))
        chrome = [line.text for line in article.chrome if _spaced(line.text) in wanted] if article else []
        _count(row, result, article, chrome)
    return result


def measure_trafilatura(documents: list[tuple[Annotated, RawPage]]) -> CleanScores:
    """Measure what trafilatura alone makes of the same documents; it tells no headings from paragraphs."""
    result = CleanScores()
    for row, page in documents:
        start = time.process_time()
        found = trafilatura.bare_extraction(page.html, with_metadata=True, include_comments=False)
        result.seconds += time.process_time() - start
        result.pages += 1
        text = (getattr(found, "text", None) or "").split("\n")
        headings = set(map(_spaced, row.clean["headings"]))
        body = [line for line in map(_spaced, text) if line and line not in headings]
        result.lines["paragraphs"].add(body, map(_spaced, row.clean["paragraphs"]))
        result.lines["headings"].add((line for line in map(_spaced, text) if line in headings), headings)
        result.exact["title"].add(row.id, getattr(found, "title", None), row.clean["title"])
        result.exact["author"].add(row.id, getattr(found, "author", None), row.clean["author"])
    for name in ("section", "agency", "dateline", "republished_from"):
        del result.exact[name]
    return result


def _clean(cleaner: Cleaner, name: str, page: RawPage, profile: Profile | None, result: CleanScores) -> Article | None:
    start = time.process_time()
    try:
        return cleaner.clean(page, ORIGIN, RECEIVED, profile)
    except Reject as reject:
        result.mistakes.append(f"{name}: rejected, {reject}")
        return None
    finally:
        result.seconds += time.process_time() - start
        result.pages += 1


def _count(row: Annotated, result: CleanScores, article: Article | None, chrome: list[str]) -> None:
    """Count what was found on a page; of one that was rejected everything is missed."""
    found, answers = {"chrome": chrome}, dict.fromkeys(FIELDS, "")
    if article is not None:
        found |= {"paragraphs": article.paragraphs, "headings": article.headings}
        answers |= {
            "title": _spaced(article.title),
            "section": article.section_label or "",
            "agency": article.byline.agency or "",
            "dateline": article.byline.dateline or "",
            "author": article.byline.author or "",
            "republished_from": article.republished_from or "",
        }
    for name, score in result.lines.items():
        wanted = row.clean["boilerplate" if name == "chrome" else name]
        for sign, line in score.add(map(_spaced, found.get(name, ())), map(_spaced, wanted)):
            result.mistakes.append(f"{row.id}: {sign} {name}: {line[:120]}")
    for name, answer in answers.items():
        result.exact[name].add(row.id, answer, row.clean.get(name))


def _spaced(text: str) -> str:
    """Return a line with one space where it has white space, so that lines compare."""
    return " ".join(text.split())


def _print(name: str, result: CleanScores, *, show: bool) -> None:
    click.echo(f"\n{name}: {result.pages} pages, {result.pages / max(result.seconds, 1e-9):,.0f} pages/s")
    click.echo(f"  {'':18}{'precision':>10}{'recall':>10}{'F1':>10}{'wanted':>10}")
    for what, score in result.lines.items():
        if score.found or score.wanted:
            click.echo(f"  {what:18}{score.precision:10.3f}{score.recall:10.3f}{score.f1:10.3f}{score.wanted:10}")
    for what, answers in result.exact.items():
        click.echo(f"  {what:18}{'exact':>10}{answers.share:10.3f}{'':10}{answers.total:10}")
    if show:
        for mistake in result.mistakes + [
            f"{what}: {text}" for what, exact in result.exact.items() for text in exact.mistakes
        ]:
            click.echo(f"    {mistake}")
