"""Lines that are hashtags."""

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site


def find_hashtags(line: Line, _site: Site) -> str:
    """Return `tags` for a line of which half the words are hashtags: «#الميناء #الشحن»."""
    tags = line.folded.count("#")
    return "tags" if tags > 1 and tags * 2 >= len(line.folded.split()) else ""
