"""Wikidata ids that the data folder's open collections state: Who's On First, EveryPolitician, ROR.

`python -m agents.training.lexicon.wikidata_data DATA` puts them into `wikidata.tsv`, beside those of packages, which
come first. A name alone makes nothing sure: places agree in their GeoNames id, or in name, kind and country; people
and organisations in their Arabic and English names, and in their country where both sides tell one.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from agents.arabic.folding import fold
from agents.tag_entities.lexicon.lexicon import Known, packaged
from agents.tag_entities.lexicon.spelling import key

_TABLE: Final = Path(__file__).with_name("wikidata.tsv")
_PACKAGES: Final = ("country-coder", "name-suggestion-index")
"""What the other rows of the table are stated by."""
_HEAD: Final = (
    "# entity\twikidata\tstated by (country-coder: ISC; name-suggestion-index: BSD-3-Clause; "
    "everypolitician, ror: CC0; whosonfirst: CC0, CC BY)\n"
)
_KINDS: Final = {"city": ("locality",), "district": ("neighbourhood",), "region": ("region", "county")}
"""Kinds of places here, to those of Who's On First; a later one counts where the earlier ones have no such name."""
_Rows = Iterable[dict[str, Any]]


def places(known: Iterable[Known], rows: _Rows, iso_of: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the ids of places: by GeoNames id, else by Arabic name, kind and country where only one bears them."""
    by_geonames: defaultdict[int, set[str]] = defaultdict(set)
    by_name: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.get("qid"):
            by_geonames[int(row.get("geonames") or 0)].add(row["qid"])
            for name in row["ar"]:
                by_name[row["country"], row["kind"], key(fold(name))].add(row["qid"])
    by_geonames.pop(0, None)
    for entity in known:
        if entity.type != "LOC":
            continue
        ids = by_geonames.get(entity.geonames or 0, set())
        if entity.geonames is None and entity.countries:
            country = iso_of.get(entity.countries[0], "")
            named = (by_name.get((country, kind, key(fold(entity.ar)))) for kind in _KINDS.get(entity.kind, ()))
            ids = next(filter(None, named), set())
        if len(ids) == 1:
            yield entity.id, next(iter(ids)), "whosonfirst"


def named_alike(known: Iterable[Known], rows: _Rows, source: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ids of people and organisations whose names in both languages, and whose countries, agree."""
    by_names: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
    for row in rows:
        for name in row["ar"]:
            by_names[key(fold(name)), _bare(row["en"] or "")].setdefault(row["qid"], set()).add(row["country"])
    for entity in known:
        bare = _bare(entity.en)
        ids = by_names.get((key(fold(entity.ar)), bare), {})
        if len(ids) == 1 and bare:
            qid, countries = next(iter(ids.items()))
            if not entity.countries or not countries.isdisjoint(entity.countries):
                yield entity.id, qid, source


def found(data: Path) -> list[tuple[str, str, str]]:
    """Return an entity's id, its Wikidata id, and the collection that states it."""
    known = packaged().entities
    iso_of = {entity.id: entity.iso for entity in known if entity.iso is not None}
    of_iso = {iso: entity for entity, iso in iso_of.items()}
    of_name = {_bare(entity.en): entity.id for entity in known if entity.iso is not None}
    politicians = [
        {**row, "qid": row["id"], "country": of_name.get(_bare(row["country"] or ""), "")}
        for row in _read(data / "names/everypolitician_ar.jsonl")
    ]
    organisations = [
        {**row, "country": of_iso.get(row["country"], "")}
        for row in _read(data / "entities/orgs_qid_ror_nsi.jsonl.gz")
        if row.get("qid") and row["src"] == "ror"
    ]
    return [
        *places(known, _read(data / "entities/places_arab_wof.jsonl.gz"), iso_of),
        *named_alike([each for each in known if each.type == "PER"], politicians, "everypolitician"),
        *named_alike([each for each in known if each.type == "ORG"], organisations, "ror"),
    ]


def _read(file: Path) -> Iterator[dict[str, Any]]:
    raw = file.read_bytes()
    for line in (gzip.decompress(raw) if file.suffix == ".gz" else raw).splitlines():
        yield json.loads(line)


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    return re.sub("[^a-z]+", "", re.sub(r"\b(?:al|el|the)[- _]", "", letters))


def main(data: Path) -> None:
    """Put what the collections state into the table, behind what packages state."""
    lines = _TABLE.read_text().splitlines()
    table = [
        (entity, qid, source)
        for entity, qid, source in (line.split("\t") for line in lines if not line.startswith("#"))
    ]
    kept = [row for row in table if row[2] in _PACKAGES]
    stated = {entity for entity, _, _ in kept}
    new = [row for row in found(data) if row[0] not in stated]
    bearers = Counter(qid for _, qid, _ in (*kept, *new))
    rows = sorted([*kept, *(row for row in new if bearers[row[1]] == 1)])  # one that two seem to be may be either
    _TABLE.write_text(_HEAD + "".join("\t".join(row) + "\n" for row in rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
