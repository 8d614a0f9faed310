"""Who wrote an article by its metadata, where the page itself does not say; and several authors told apart."""

import re
from itertools import chain

from agents.arabic import wordlist
from agents.arabic.clitics import AND
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.byline import read_byline
from agents.clean.judge.byline_words import AUTHOR_MARKS, DESKS, OUTLET_OPENERS, SURE_OUTLET_WORDS
from agents.clean.judge.person_names import given_names
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import split
from streams.records.articles import Byline

_NOT_AUTHORS = wordlist.load("agents.clean", "bylines.toml").words("not_authors")
_OUTLET_TRADE = wordlist.load("agents.clean", "bylines.toml").words("outlet_trade")
_BETWEEN = re.compile(rf"\s*[،,;؛|/&+]\s*|\s+(?:and|with|{AND})\s+|\s+[-–—]\s+")
_ACCOUNT = re.compile(r"[@_\d]|https?:|www\.|\.\w{2,4}\b", re.IGNORECASE)
"""What addresses and accounts hold, and no name."""
_NAME_WORDS = range(2, 7)
_MAX_AUTHORS = 10


def complete_byline(byline: Byline, metadata: Metadata, outlet: frozenset[str]) -> Byline:
    """Return a byline with its authors told apart, and with those of the metadata where the page names none.

    Parameters
    ----------
    byline
        What the page shows.
    metadata
        What it says of itself.
    outlet
        The folded words of the outlet's name, which is no author.
    """
    agency = byline.agency or next(filter(None, map(read_agency, metadata.organisations)), None)
    authors = _apart(byline.author) if byline.author else []
    if not authors:
        pieces = chain.from_iterable(map(_BETWEEN.split, filter(_can_be_name, metadata.authors)))
        for piece in pieces:
            named = read_agency(piece)
            agency = agency or named
            authors += [] if named else _named(piece, outlet)
    authors = list(dict.fromkeys(authors))[:_MAX_AUTHORS]
    author = byline.author or "، ".join(authors) or None
    return Byline(author=author, authors=authors, agency=agency, dateline=byline.dateline)


def _apart(author: str) -> list[str]:
    """Return the authors that a line names: «هدى السالمي وخالد النمر», «فلان، فلان»."""
    return [name for piece in _BETWEEN.split(author) for name in _joined_by_and(piece)]


def _joined_by_and(piece: str) -> list[str]:
    """Cut two names that «و» joins, where the second opens with a given name and each has two words at least."""
    pieces = piece.split()
    for index in range(_NAME_WORDS[0], len(pieces) - 1):
        word = split(pieces[index])
        if word and word[0][:1] == AND and word[0] not in given_names() and word[0][1:] in given_names():
            return [" ".join(pieces[:index]), " ".join([pieces[index][1:], *pieces[index + 1 :]])]
    return [piece] if piece else []


def _can_be_name(name: str) -> bool:
    return _ACCOUNT.search(name) is None


def _named(piece: str, outlet: frozenset[str]) -> list[str]:
    """Return the people whom a piece of metadata names: no outlet, no desk, no «admin»."""
    words = split(piece)
    while words and words[0] in AUTHOR_MARKS:
        piece, words = piece.partition(" ")[2], words[1:]
    if len(words) not in _NAME_WORDS or outlet.issuperset(words) or not _NOT_AUTHORS.isdisjoint(words):
        return []
    if words[0] in DESKS or words[0] in OUTLET_OPENERS:
        return []
    if words[-1] in _OUTLET_TRADE or not SURE_OUTLET_WORDS.isdisjoint(words):
        return []
    found = read_byline(piece, outlet, titled=True)
    if found is not None:
        return _apart(found.byline.author) if found.byline.author else []
    return _joined_by_and(piece.strip(" :.-–—"))
