"""Scripts and style sheets that a scraper took for text, and templates that were never filled."""

import re

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site
from agents.clean.read.line_words import BRACE

_CODE = re.compile(
    r"[{};]\s*[\w.#$-]+\s*[:({]|function\s*\(|\bvar\s+\w+\s*=|<\w+[^>]*>|googletag|document\.|window\.|\$\("
)
_PLACEHOLDER = re.compile(r"\{{1,2}%?[a-z_ .:0-9-]{2,40}%?\}{1,2}")
"""What a template leaves: «{title}», «{{ author }}»."""
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s+[a-z][\w-]*\s*=[^\[\]]*)?\]")
"""What a content system would have put something in the place of: «[gallery ids="1,2"]», «[/caption]»."""
_WORDS_EACH_SIGN = 40
"""Words of a line for which it may hold one sign of code and still be text."""


def find_script(line: Line, _site: Site) -> str:
    """Return `code` for a script, a style sheet, a template's placeholder or a content system's shortcode."""
    if line.kinds & BRACE and line.folded[0] == "{" and _PLACEHOLDER.fullmatch(line.folded):
        return "code"
    if line.folded[0] == "[" and _SHORTCODE.fullmatch(line.folded):
        return "code"
    is_latin = sum(map(str.isascii, line.words)) * 2 > line.count
    return "code" if is_latin and len(_CODE.findall(line.folded)) > line.count // _WORDS_EACH_SIGN else ""
