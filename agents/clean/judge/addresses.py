"""Lines that are an address of the web or of mail."""

import re

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site

_MAX_ADDRESS_WORDS = 8
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+\.(?:com|net|org|info|tv|news|[a-z]{2})(?:/\S*)?")


def find_address(line: Line, _site: Site) -> str:
    """Return `contact` for a line that is an address and nothing else: «info@shiraa.example»."""
    short = line.count <= _MAX_ADDRESS_WORDS or " " not in line.folded
    return "contact" if short and _ADDRESS.fullmatch(line.folded) else ""
