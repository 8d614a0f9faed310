"""`rasid evaluate entities`: how well names are found, typed and linked on annotated pages."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from agents.arabic.folding import fold
from agents.evaluate.articles import article_of
from agents.tag_entities.tagger import Tagger
from streams import settings
from streams.records.tagged import TaggedArticle

_Row = tuple[str, str]


def rows(entities: list[dict[str, Any]]) -> Counter[_Row]:
    """Give type and folded surface of each mention of the annotation."""
    counts: Counter[_Row] = Counter()
    for entity in entities:
        for surface, count in entity["surfaces"].items():
            counts[entity["type"], fold(surface)] += count
    return counts


def found_rows(article: TaggedArticle) -> Counter[_Row]:
    """Give type and folded surface of each mention found."""
    return Counter((e.type, fold(m.surface)) for e in article.entities for m in e.mentions)


def links(page: dict[str, Any], article: TaggedArticle) -> Iterator[tuple[str, str, bool, bool]]:
    """Compare entities that share a surface: annotated name, id found, whether it is known, whether it is right.

    An entity found is right when its English name is that of the annotated one, or its Arabic name is a name or a
    surface of it.
    """
    by_surface = {(e["type"], fold(s)): e for e in page["entities"] for s in e["surfaces"]}
    for entity in article.entities:
        twins = {
            by_surface[entity.type, fold(m.surface)]["name_ar"]: by_surface[entity.type, fold(m.surface)]
            for m in entity.mentions
            if (entity.type, fold(m.surface)) in by_surface
        }
        for twin in twins.values():
            yield twin["name_ar"], entity.id, entity.known, same(twin, entity.name_ar, entity.name_en)


def same(annotated: dict[str, Any], name_ar: str, name_en: str | None) -> bool:
    """Say whether two entities have one name in Arabic or in English."""
    names = [annotated["name_ar"], *annotated["surfaces"]]
    if fold(name_ar) in map(fold, names):
        return True
    return name_en is not None and _plain(name_en) == _plain(annotated["name_en"] or "")


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower().replace("al-", "").replace("el-", "").replace("the ", "")))


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", default="", help="Only pages FIRST-LAST of the file, counted from 1.")
@click.option("--errors", is_flag=True, help="Print what was missed and what was wrong.")
def command(folder: Path, pages: str, errors: bool) -> None:
    """Measure names on FOLDER/pages.jsonl: strict type and surface, and the links."""
    tagger = Tagger.load(settings.load())
    right = wrong = missed = 0
    linked: list[tuple[str, str, bool, bool]] = []
    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    first, _, last = pages.partition("-")
    for line in lines[int(first or 1) - 1 : int(last or len(lines))]:
        page = json.loads(line)
        article = tagger.tag([article_of(page)])[0]
        expected, got = rows(page["entities"]), found_rows(article)
        right += (expected & got).total()
        wrong += (got - expected).total()
        missed += (expected - got).total()
        compared = list(links(page, article))
        linked += compared
        if errors:
            click.echo(f"{page['id']}\n  missed {_list(expected - got)}\n  wrong  {_list(got - expected)}")
            click.echo(f"  links  {', '.join(f'{a} -> {b}' for a, b, _, ok in compared if not ok)}")
    known = [ok for _, _, is_known, ok in linked if is_known]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    click.echo(f"mentions   {right + missed}")
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    click.echo(f"precision  {precision:.3f}\nrecall     {recall:.3f}\nF1         {f1:.3f}")
    click.echo(f"links right, of entities found and known  {sum(known)}/{len(known)}")


def _list(counts: Counter[_Row]) -> str:
    return ", ".join(f"{kind} {surface}{'' if n == 1 else f' ×{n}'}" for (kind, surface), n in sorted(counts.items()))
