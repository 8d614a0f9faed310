"""What embedded posts leave around their text."""

import re

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site
from agents.clean.read.line_words import DOT, SIGN

_MAX_SIGNATURE_WORDS = 14
"""Words of the longest signature of a post, with its date; what is longer has text glued to it."""
_SIGNED = re.compile(r"\(@\w+\)|^@\w+\b|@\w+\s*[·•|]")
_POSTED = re.compile(r"^[—–-] .{1,60}\(@\w+\)|\bpic\.(?:twitter|x)\.com/\w+|\bhttps?://t\.co/\w+|^@\w+$")


def find_embed(line: Line, _site: Site) -> str:
    """Return `embed` for the signature or the link of a post: «— هيئة الموانئ (@ports) 5 يناير»."""
    folded = line.folded
    if not (line.kinds & SIGN or (line.kinds & DOT and ("pic." in folded or "//t.co/" in folded))):
        return ""
    found = _POSTED.search(folded)
    return "embed" if found is not None and (found.start() or line.count <= _MAX_SIGNATURE_WORDS) else ""


def is_post_signature(line: Line) -> bool:
    """Whether a line names who posted something, so that its date is the post's: «بلدية العقبة (@aqaba)»."""
    return "@" in line.folded and _SIGNED.search(line.folded) is not None
