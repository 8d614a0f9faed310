"""Lines without a letter: counters of readers and shares, ornaments of the page."""

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site


def find_counter(line: Line, _site: Site) -> str:
    """Return `counter` for a line of numbers: «1,250»."""
    return "counter" if line.words else ""


def find_ornament(line: Line, _site: Site) -> str:
    """Return `ornament` for a line without a word: «* * *»."""
    return "" if line.words else "ornament"
