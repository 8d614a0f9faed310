"""News agencies: the one name of each, by all the spellings in which bylines name it."""

import functools

from agents.arabic import wordlist
from agents.clean.read.line_words import split

MAX_AGENCY_WORDS = 7
"""Words of the longest name of an agency."""
_BEFORE = wordlist.load("agents.clean", "bylines.toml").words("before_agencies")
_AFTER = wordlist.load("agents.clean", "bylines.toml").words("after_agencies")


@functools.cache
def agencies() -> dict[str, str]:
    """Return the agencies' names by the folded words of each spelling."""
    table = wordlist.load("agents.clean", "agencies.toml")
    return {" ".join(split(spelling)): name for name in table.keys_of() for spelling in table.as_written(name)}


def read_agency(text: str) -> str | None:
    """Return the name of the agency that a piece of a line names and nothing else: «وكالة رويترز» is «رويترز»."""
    return agency_of(split(text))


def agency_of(words: list[str]) -> str | None:
    """Return the name of the agency that words name and nothing else."""
    if not words or len(words) > MAX_AGENCY_WORDS or words[0] not in _first_words():
        return None
    known = agencies()
    found = known.get(" ".join(words))
    if found is None and len(words) > 1 and words[0] in _BEFORE:
        found = known.get(" ".join(words[1:]))
    if found is None and len(words) > 1 and words[-1] in _AFTER:
        found = known.get(" ".join(words[:-1]))
    return found


def may_end_agency(word: str) -> bool:
    """Whether a word is the last of an agency's name."""
    return word in _last_words()


@functools.cache
def _first_words() -> frozenset[str]:
    return _BEFORE | frozenset(name.partition(" ")[0] for name in agencies())


@functools.cache
def _last_words() -> frozenset[str]:
    return frozenset(name.rpartition(" ")[2] for name in agencies())
