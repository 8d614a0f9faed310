"""The outlet whose article an aggregator shows: named in the address, or in a line of the page."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from agents.arabic import wordlist
from agents.arabic.memo import Memo
from agents.clean.fields.outlet_register import Register, hosts_above
from agents.clean.fields.page_address import host
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.lines import Line
from agents.clean.read.line_words import split

_LISTS = wordlist.load("agents.clean", "aggregators.toml")
_HOSTS = frozenset(_LISTS.as_written("hosts"))
_LEADS = sorted((split(lead) for lead in _LISTS.as_written("leads")), key=len, reverse=True)
_MAX_CHARACTERS = 2000
"""Characters of an address that are looked at."""
_MAX_LINE_WORDS = 8
"""Words of the longest line that names the outlet."""
_HOST = re.compile(r"(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?![\w-])", re.IGNORECASE)
_PARTS = re.compile(r"[/?&=]+")
_BETWEEN = re.compile(r"\s*(?:[|/•·:]|[-–—])\s*")


_IS_AGGREGATOR: Memo[str, bool] = Memo(1 << 12, lambda name: any(above in _HOSTS for above in hosts_above(name)))


def is_aggregator(name: str | None) -> bool:
    """Whether a host is an aggregator's."""
    return name is not None and _IS_AGGREGATOR[name]


def find_outlet_behind(url: str | None, lines: Iterable[Line], register: Register) -> str | None:
    """Return the outlet whose article an aggregator's page shows; None on the page of any other outlet.

    Parameters
    ----------
    url
        The page's address, which may name the outlet's host or its Latin name: «?url=https://…», «/youm7/993545».
    lines
        The page's, laid out: one in front of the text may name the outlet.
    register
        The outlets that are known; of another, the host that the address names.
    """
    if not is_aggregator(host(url)):
        return None
    return _named_by_address(url or "", register) or next(_named_by_lines(lines, register), None)


def _named_by_address(url: str, register: Register) -> str | None:
    try:
        parts = urlsplit(url[:_MAX_CHARACTERS])
    except ValueError:
        return None
    rest = unquote(f"{parts.path}?{parts.query}")
    for found in _HOST.finditer(rest):
        name = host(found[0].lower())
        if name and not is_aggregator(name):
            known = register.name_of_host(name)
            if known is not None:
                return known
            if rest[: found.start()].endswith("//"):
                return name
    return next(filter(None, map(register.name_of, filter(None, _PARTS.split(rest)))), None)


def _named_by_lines(lines: Iterable[Line], register: Register) -> Iterator[str]:
    """Yield the outlets that lines in front of the text name, alone or behind a word that says so."""
    for line in lines:
        if line.role == "paragraph":
            return
        if line.role != "chrome" or not 0 < line.count <= _MAX_LINE_WORDS:
            continue
        for piece in _BETWEEN.split(line.text):
            name = _without_lead(piece)
            known = register.name_of(name) if read_agency(name) is None else None
            if known is not None:
                yield known
            elif name is not piece and read_agency(name) is None and split(name):
                yield name


def _without_lead(piece: str) -> str:
    """Return a piece of a line without what stands in front of an outlet's name: «مقدم من»."""
    words = split(piece)
    for lead in _LEADS:
        if len(words) > len(lead) and words[: len(lead)] == lead:
            return " ".join(piece.split()[len(lead) :]).strip(" .:")
    return piece
