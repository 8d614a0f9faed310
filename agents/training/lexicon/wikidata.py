"""Wikidata ids, as two npm packages state them: country-coder (ISC) and name-suggestion-index (BSD-3-Clause).

The ids stand in `wikidata.tsv`, so that building the lexicon needs no npm. To write it anew from the unpacked packages:
`python -m agents.training.lexicon.wikidata BORDERS.json NSI.json`.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from agents.tag_entities.lexicon.lexicon import Known, packaged

_TABLE = "wikidata.tsv"
_BRANDS = {
    "bank": ("brands/amenity/bank",),
    "company": (
        "brands/office/",
        "brands/shop/car",
        "brands/shop/clothes",
        "brands/shop/electronics",
        "brands/shop/mobile_phone",
        "brands/shop/telecommunication",
        "brands/shop/travel_agency",
        "brands/amenity/fast_food",
        "brands/tourism/hotel",
    ),
}
"""Of a kind of entity: the categories of the index whose brands bear the same name."""
_AREAS = ("region", "organisation")
"""Kinds, besides countries, that the coder has areas of."""
_MIN_BRAND_LETTERS = 4
"""Of a brand's name; too many things bear shorter ones."""


def read() -> dict[str, str]:
    """Return the ids of Wikidata by the ids of entities."""
    lines = resources.files(__package__).joinpath(_TABLE).read_text().splitlines()
    return dict(line.split("\t")[:2] for line in lines if not line.startswith("#"))


def found(known: Iterable[Known], borders: dict[str, Any], brands: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield an entity's id, its Wikidata id and the package that states it; none where the package knows several."""
    codes, areas = _areas(borders)
    names = _names(brands)
    known = list(known)
    countries = {entity.en for entity in known if entity.iso is not None}
    for entity in known:
        area = None
        if entity.iso is not None or (entity.kind in _AREAS and entity.en not in countries):
            area = areas.get(entity.en) or codes.get(entity.iso or "")
        if area is not None:
            yield entity.id, area, "country-coder"
            continue
        bare = _bare(entity.en)
        ids = {
            qid
            for category, qid in names[bare]
            if category.startswith(_BRANDS.get(entity.kind, ())) and len(bare) >= _MIN_BRAND_LETTERS
        }
        if len(ids) == 1:
            yield entity.id, ids.pop(), "name-suggestion-index"


def _areas(borders: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    rows = [feature["properties"] for feature in borders["features"]]
    rows = [row for row in rows if row.get("wikidata")]
    return {row["iso1A2"]: row["wikidata"] for row in rows if row.get("iso1A2")}, {
        row["nameEn"]: row["wikidata"] for row in rows if row.get("nameEn")
    }


def _names(brands: dict[str, Any]) -> defaultdict[str, set[tuple[str, str]]]:
    names: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for category, group in brands["nsi"].items():
        for item in group.get("items", ()):
            tags = item["tags"]
            if "brand:wikidata" in tags:
                for name in {tags.get("brand"), tags.get("brand:en"), item["displayName"]} - {None}:
                    names[_bare(name)].add((category, tags["brand:wikidata"]))
    return names


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()


def main(borders: Path, brands: Path) -> None:
    """Write the table from the packages' files."""
    rows = sorted(found(packaged().entities, json.loads(borders.read_bytes()), json.loads(brands.read_bytes())))
    head = "# entity\twikidata\tstated by (country-coder: ISC; name-suggestion-index: BSD-3-Clause)\n"
    Path(__file__).with_name(_TABLE).write_text(head + "".join("\t".join(row) + "\n" for row in rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
