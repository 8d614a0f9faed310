"""The outlet's own name, alone in a line or in what it says of itself."""

from agents.arabic import wordlist
from agents.clean.judge.lines import Line
from agents.clean.judge.signatures import find_signature
from agents.clean.judge.site import Site

_KINDS = wordlist.load("agents.clean", "lines.toml").words("outlet_kinds")


def find_outlet_name(line: Line, site: Site) -> str:
    """Return `outlet` for a line that holds nothing but the outlet's name, `byline` where that is who wrote."""
    size = len(site.outlet)
    if not (line.count <= size + 1 and size and site.outlet.issuperset(line.words)):
        return ""
    return (find_signature(line, site) if line.count > size else "") or "outlet"


def find_blurb(line: Line, site: Site) -> str:
    """Return `outlet` for a paragraph in which an outlet speaks of itself: «مدار نيوز موقع إخباري يهتم بـ…»."""
    if line.words[0] not in site.outlet:
        return ""
    size = len(site.outlet)
    return "outlet" if site.outlet.issuperset(line.words[:size]) and line.words[size] in _KINDS else ""
