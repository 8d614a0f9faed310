"""Places from which reports come: cities, countries, and what correspondents call them."""

import functools
from importlib import resources

from agents.arabic import wordlist
from agents.clean.read.line_words import split

_MAX_PLACES_WORDS = 6
"""Words of several places in a row: «الرياض جدة الدمام»."""
_PLACE_SIZES = (3, 2, 1)
"""Words of a place's name, the longest first."""


@functools.cache
def places() -> frozenset[str]:
    """Return the places' folded names."""
    compiled = (resources.files("agents.clean") / "words" / "geonames_places.txt").read_text("utf-8").splitlines()
    more = wordlist.load("agents.clean", "places.toml").as_written("places")
    names = [*(line for line in compiled if line and not line.startswith("#")), *more]
    return frozenset(" ".join(split(name)) for name in names)


def is_place(words: list[str]) -> bool:
    """Whether words name a place, or several with the commas gone."""
    if not 1 <= len(words) <= _MAX_PLACES_WORDS or words[0] not in _first_words():
        return False
    known = places()
    if " ".join(words) in known:
        return True
    start = 0
    while start < len(words):
        for size in _PLACE_SIZES:
            name = " ".join(words[start : start + size])
            if start + size <= len(words) and (name in known or (start and name[:1] == "و" and name[1:] in known)):
                start += size
                break
        else:
            return False
    return True


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in places())
