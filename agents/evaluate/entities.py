"""`rasid evaluate entities`: how well names are found, typed and linked on annotated pages."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from agents.arabic.folding import fold
from agents.evaluate import tagged_pages
from agents.evaluate.scores import Hits
from agents.evaluate.tagged_pages import TaggedPage
from streams.records.tagged import TaggedArticle

_Row = tuple[str, str]


@dataclass
class EntityScores:
    """How well mentions were found, and entities linked."""

    mentions: Hits = field(default_factory=Hits)
    linked: int = 0
    """Entities found that are annotated, and known to the lexicon."""
    linked_right: int = 0
    mistakes: list[str] = field(default_factory=list)


def measure(pages: Iterable[TaggedPage]) -> EntityScores:
    """Count mentions by type and surface, and the links of known entities."""
    scores = EntityScores()
    for page, article in pages:
        expected, found = rows(page["entities"]), found_rows(article)
        scores.mentions.right += (expected & found).total()
        scores.mentions.wrong += (found - expected).total()
        scores.mentions.missed += (expected - found).total()
        compared = list(links(page, article))
        known = [right for _, _, is_known, right in compared if is_known]
        scores.linked += len(known)
        scores.linked_right += sum(known)
        scores.mistakes += [
            page["id"],
            f"  missed {_listed(expected - found)}",
            f"  wrong  {_listed(found - expected)}",
            f"  links  {', '.join(f'{name} -> {given}' for name, given, _, right in compared if not right)}",
        ]
    return scores


def rows(entities: list[dict[str, Any]]) -> Counter[_Row]:
    """Return type and folded surface of each mention of the annotation."""
    counts: Counter[_Row] = Counter()
    for entity in entities:
        for surface, count in entity["surfaces"].items():
            counts[entity["type"], fold(surface)] += count
    return counts


def found_rows(article: TaggedArticle) -> Counter[_Row]:
    """Return type and folded surface of each mention found."""
    return Counter((e.type, fold(m.surface)) for e in article.entities for m in e.mentions)


def links(page: dict[str, Any], article: TaggedArticle) -> Iterator[tuple[str, str, bool, bool]]:
    """Compare entities that share a surface: annotated name, id found, whether it is known, whether it is right.

    An entity found is right when its English name is that of the annotated one, or its Arabic name is a name or a
    surface of it.
    """
    by_surface = {(e["type"], fold(s)): e for e in page["entities"] for s in e["surfaces"]}
    for entity in article.entities:
        surfaces = [(entity.type, fold(mention.surface)) for mention in entity.mentions]
        annotated = {by_surface[row]["name_ar"]: by_surface[row] for row in surfaces if row in by_surface}
        for name, thing in annotated.items():
            yield name, entity.id, entity.known, is_same(thing, entity.name_ar, entity.name_en)


def is_same(annotated: dict[str, Any], name_ar: str, name_en: str | None) -> bool:
    """Whether two entities have one name in Arabic or in English."""
    if fold(name_ar) in map(fold, [annotated["name_ar"], *annotated["surfaces"]]):
        return True
    return name_en is not None and _plain(name_en) == _plain(annotated["name_en"] or "")


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower().replace("al-", "").replace("el-", "").replace("the ", "")))


@click.command()
@tagged_pages.options
def command(folder: Path, pages: str, without: tuple[str, ...], errors: bool) -> None:
    """Measure names on FOLDER/pages.jsonl: strict type and surface, and the links."""
    tagger = tagged_pages.load_tagger(without)
    scores = measure(tagged_pages.tagged(tagged_pages.read(folder, pages), tagger))
    if errors:
        click.echo("\n".join(scores.mistakes))
    mentions = scores.mentions
    click.echo(f"mentions   {mentions.right + mentions.missed}")
    click.echo(f"precision  {mentions.precision:.3f}\nrecall     {mentions.recall:.3f}\nF1         {mentions.f1:.3f}")
    click.echo(f"links right, of entities found and known  {scores.linked_right}/{scores.linked}")


def _listed(counts: Counter[_Row]) -> str:
    return ", ".join(f"{kind} {surface}{'' if n == 1 else f' ×{n}'}" for (kind, surface), n in sorted(counts.items()))
