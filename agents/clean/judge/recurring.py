"""Lines that the outlet shows on page after page."""

from agents.clean.judge.lines import Line
from agents.clean.judge.outlet_profile import Profile, keys_of_line, share_of_pages
from agents.clean.judge.site import Site

MIN_SHARE = 0.15
"""The share of the outlet's pages from which on a line's repetition alone makes it chrome."""
MIN_SHARE_OF_PARAGRAPH = 0.4
"""The same for a paragraph: reports on one affair share the one that tells what went before."""
_MAX_SHARE_IN_ARTICLE = 3
"""One in so many of a label's lines may have stood in an article."""


def find_recurring(line: Line, _site: Site) -> str:
    """Return the reason of the phrase in a line that the outlet repeats, `recurring` where none stands in it."""
    return line.match.reason if line.match else "recurring"


def recurrence(line: Line, profile: Profile) -> float:
    """Return the share of the outlet's pages that show the line, or the label in front of its colon; 0 for few."""
    own, lead = keys_of_line(line.text, line.folded, line.words)
    share = share_of_pages(profile, own)
    if share == 0.0 and lead is not None and not line.prose and not line.folded.endswith(":"):
        entry = profile.lines.get(lead)
        if entry is not None and entry[1] * _MAX_SHARE_IN_ARTICLE < entry[0]:
            share = share_of_pages(profile, [lead])
    return share if share >= (MIN_SHARE_OF_PARAGRAPH if line.prose else MIN_SHARE) else 0.0
