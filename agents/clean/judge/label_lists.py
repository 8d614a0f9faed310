"""Long lines that hold the tags or the links that a label opens."""

from agents.clean.judge.lines import Line
from agents.clean.judge.phrase_lexicon import MAX_START_WORDS
from agents.clean.judge.site import Site
from agents.clean.read.line_words import split

_MAX_LABEL_CHARACTERS = 30
_MAX_LABEL_WORDS = 5


def find_tag_list(line: Line, site: Site) -> str:
    """Return `tags` for a long line of tags behind their label: «الوسوم: الميناء، الشحن، …»."""
    if line.count <= MAX_START_WORDS or line.stopped:
        return ""
    label, colon, _ = line.folded[:_MAX_LABEL_CHARACTERS].partition(":")
    return "tags" if colon and site.phrases.said_by(split(label)) == "tags" else ""


def find_link_list(line: Line, site: Site) -> str:
    """Return `related` for a long line of links behind their label: «أخبار متعلقة …»."""
    if line.count <= MAX_START_WORDS or line.stopped:
        return ""
    match = site.phrases.opened_by(line.words[:_MAX_LABEL_WORDS])
    return "related" if match is not None and match.reason == "related" and match.end > 1 else ""
