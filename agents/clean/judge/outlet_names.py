"""The outlet's own name, alone in a line or in what it says of itself."""

from agents.arabic import wordlist
from agents.clean.judge.byline_words import SURE_OUTLET_WORDS
from agents.clean.judge.lines import Line
from agents.clean.judge.signatures import find_signature
from agents.clean.judge.site import Site

_MAX_NAME_WORDS = 4
"""Words of an outlet's name in front of the text that a colon parts from it."""
_KINDS = wordlist.load("agents.clean", "lines.toml").words("outlet_kinds")


def find_outlet_name(line: Line, site: Site) -> str:
    """Return `outlet` for a line that holds nothing but an outlet's name, `byline` where that is who wrote."""
    size = len(site.outlet)
    if line.folded[-1] == ":" and line.count <= _MAX_NAME_WORDS and not SURE_OUTLET_WORDS.isdisjoint(line.words):
        return "outlet"  # «النسيم أون لاين:», in front of the text
    if not (line.count <= size + 1 and size and site.outlet.issuperset(line.words)):
        return ""
    return (find_signature(line, site) if line.count > size else "") or "outlet"


def find_blurb(line: Line, site: Site) -> str:
    """Return `outlet` for a paragraph in which an outlet speaks of itself: «مدار نيوز موقع إخباري يهتم بـ…»."""
    if line.words[0] not in site.outlet:
        return ""
    size = len(site.outlet)
    return "outlet" if site.outlet.issuperset(line.words[:size]) and line.words[size] in _KINDS else ""
