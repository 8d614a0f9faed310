"""Long lines that hold the tags or the links that a label opens."""

from agents.clean.judge.breadcrumbs import MAX_PATH_WORDS
from agents.clean.judge.lines import Line
from agents.clean.judge.phrase_lexicon import MAX_START_WORDS
from agents.clean.judge.site import Site
from agents.clean.read.line_words import split

LONG_LABEL = range(MAX_START_WORDS + 1, MAX_PATH_WORDS + 1)
"""Words of such lines: of shorter ones the phrase is looked for, longer ones are paragraphs."""
_MAX_LABEL_CHARACTERS = 30
_MAX_LABEL_WORDS = 5


def find_tag_list(line: Line, site: Site) -> str:
    """Return `tags` for a long line of tags behind their label: «الوسوم: الميناء، الشحن، …»."""
    if line.stopped:
        return ""
    label, colon, _ = line.folded[:_MAX_LABEL_CHARACTERS].partition(":")
    return "tags" if colon and site.phrases.said_by(split(label)) == "tags" else ""


def find_link_list(line: Line, site: Site) -> str:
    """Return `related` for a long line of links behind their label: «أخبار متعلقة …»."""
    match = site.phrases.opened_by(line.words[:_MAX_LABEL_WORDS])
    return "related" if match is not None and match.reason == "related" and match.end > 1 else ""
