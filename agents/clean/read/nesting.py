"""Takes elements out of HTML that nests too deep to be read: unclosed tags, and wrappers around wrappers."""

import re

from agents.clean.read.line_words import split

TOO_DEEP = "ERR_RESOURCE_LIMIT"
"""How the parser calls it when it leaves out what nests deeper than 256 levels."""
_MAX_DRESSING_DEPTH = 80
"""Levels from which on elements that only dress the text, or hold others without a name, are left out."""
_MAX_KEPT_DEPTH = 200
"""The same for all other elements."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_DRESSING = frozenset(split("b i u s em strong font span big small center tt a ins mark sub sup bdi bdo q cite abbr"))
_BLOCKS = frozenset(split("div p section article main ul ol li dl dd dt blockquote table tbody tr td th figure"))
_VOID = frozenset(split("area base br col embed hr img input link meta param source track wbr"))
_WHOLE = frozenset(split("script style title head body html"))
"""Elements that are never taken apart."""


def flatten(html: str) -> str:
    """Return HTML without the tags that make it nest too deep; where a block's is left out, a line ends.

    Parameters
    ----------
    html
        Of which the parser has found that it nests too deep; it is looked through once.
    """
    open_tags: list[tuple[str, bool]] = []
    count: dict[str, int] = {}
    depth = 0

    def settle(found: re.Match[str]) -> str:
        nonlocal depth
        closes, name, rest = found[1], found[2].lower(), found[3]
        if name in _VOID or name in _WHOLE or rest.endswith("/"):
            return found[0]
        line_end = "<br>" if name in _BLOCKS else ""
        if not closes:
            dresses = name in _DRESSING or (name in _BLOCKS and not rest.strip())
            is_kept = depth < (_MAX_DRESSING_DEPTH if dresses else _MAX_KEPT_DEPTH)
            open_tags.append((name, is_kept))
            count[name] = count.get(name, 0) + 1
            depth += is_kept
            return found[0] if is_kept else line_end
        if not count.get(name):
            return ""
        ends = []
        while True:
            opened, is_kept = open_tags.pop()
            count[opened] -= 1
            if is_kept:
                depth -= 1
                ends.append(f"</{opened}>")
            if opened == name:
                return "".join(ends) or line_end

    return _TAG.sub(settle, html)
