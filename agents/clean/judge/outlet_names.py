"""The outlet's own name, alone in a line or in what it says of itself."""

from agents.arabic import wordlist
from agents.clean.judge.lines import Line
from agents.clean.judge.signatures import is_signed
from agents.clean.judge.site import Site

_KINDS = wordlist.load("agents.clean", "lines.toml").words("outlet_kinds")


def find_outlet_name(line: Line, site: Site) -> str:
    """Return `outlet` for a line that holds nothing but the outlet's name, `byline` where that is who wrote."""
    size = len(site.outlet)
    if not (0 < line.count <= size + 1 and site.outlet.issuperset(line.words)):
        return ""
    return "byline" if line.count > size and is_signed(line, site) else "outlet"


def find_blurb(line: Line, site: Site) -> str:
    """Return `outlet` for a paragraph in which an outlet speaks of itself: «مدار نيوز موقع إخباري يهتم بـ…»."""
    size = len(site.outlet)
    is_blurb = line.words[0] in site.outlet and site.outlet.issuperset(line.words[:size]) and line.words[size] in _KINDS
    return "outlet" if is_blurb else ""
