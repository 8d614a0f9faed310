"""`rasid evaluate quotes`: how well quotes and their speakers are found on annotated pages."""

import json
from pathlib import Path
from typing import Any

import click

from agents.arabic.folding import fold
from agents.evaluate.articles import article_of
from agents.evaluate.entities import same
from agents.tag_entities.tagger import Tagger
from streams import settings
from streams.records.tagged import Quote, TaggedArticle


def _key(text: str) -> str:
    return " ".join(fold(text).strip(" .،").split())


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", default="", help="Only pages FIRST-LAST of the file, counted from 1.")
@click.option("--errors", is_flag=True, help="Print what was missed and what was wrong.")
def command(folder: Path, pages: str, errors: bool) -> None:
    """Measure direct quotes on FOLDER/pages.jsonl, and who is said to have said them."""
    tagger = Tagger.load(settings.load())
    right = wrong = missed = named = good = nameable = 0
    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    first, _, last = pages.partition("-")
    for line in lines[int(first or 1) - 1 : int(last or len(lines))]:
        page = json.loads(line)
        article = tagger.tag([article_of(page)])[0]
        expected = {_key(q["text"]): q for q in page["quotes"]}
        found = {_key(q.text): q for q in article.quotes if q.direct}
        right += len(expected.keys() & found.keys())
        wrong += len(found.keys() - expected.keys())
        missed += len(expected.keys() - found.keys())
        for key in sorted(expected.keys() & found.keys()):
            verdict = _speaker(page, article, expected[key], found[key])
            nameable += expected[key]["speaker"] is not None
            named += found[key].speaker is not None
            good += found[key].speaker is not None and verdict
            if errors and not verdict:
                click.echo(f"{page['id']} speaker {expected[key]['speaker']} found {found[key].speaker}: {key[:60]}")
        if errors:
            for key in sorted(expected.keys() - found.keys()):
                click.echo(f"{page['id']} missed {key[:80]}")
            for key in sorted(found.keys() - expected.keys()):
                click.echo(f"{page['id']} wrong {found[key].speaker}: {key[:80]}")
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    click.echo(f"quotes     {right + missed}")
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    click.echo(f"precision  {precision:.3f}\nrecall     {recall:.3f}\nF1         {f1:.3f}")
    click.echo(f"speaker    precision {good / max(1, named):.3f} ({good}/{named})")
    click.echo(f"           recall    {good / max(1, nameable):.3f} ({good}/{nameable})")


def _speaker(page: dict[str, Any], article: TaggedArticle, expected: dict[str, Any], found: Quote) -> bool:
    """Say whether the speaker found is the annotated one; nobody is right where nobody is named."""
    if found.speaker is None or expected["speaker"] is None:
        return found.speaker is None and expected["speaker"] is None
    entity = next(e for e in article.entities if e.id == found.speaker)
    annotated = next((e for e in page["entities"] if e["name_ar"] == expected["speaker"]), None)
    if annotated is None:
        return fold(entity.name_ar) == fold(expected["speaker"])
    surfaces = {fold(m.surface) for m in entity.mentions}
    return same(annotated, entity.name_ar, entity.name_en) or bool(surfaces & set(map(fold, annotated["surfaces"])))
