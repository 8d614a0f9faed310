"""Several headlines in one line, with wide gaps between them, as a ticker leaves them."""

import re

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site

STRIP_WORDS = range(12, 41)
_MIN_GAPS = 4
_MIN_GAPS_IN_PARAGRAPH = 8
_GAP = re.compile(r"\s{3,}|\t+")


def find_strip(line: Line, _site: Site) -> str:
    """Return `related` for a line of several headlines."""
    return "related" if _has_gaps(line, _MIN_GAPS) else ""


def find_long_strip(line: Line, _site: Site) -> str:
    """Return `related` for several headlines in a line as long as a paragraph."""
    return "related" if _has_gaps(line, _MIN_GAPS_IN_PARAGRAPH) else ""


def _has_gaps(line: Line, gaps: int) -> bool:
    """Whether wide gaps cut a line that does not end as a sentence."""
    return ("   " in line.text or "\t" in line.text) and len(_GAP.findall(line.text)) >= gaps
