"""Menus in one line."""

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site

_NEWS = "اخبار"
"""The word that labels of sections open with."""
_MIN_SECTIONS = 3


def find_menu(line: Line, _site: Site) -> str:
    """Return `navigation` for sections in one line: «الأخبار أخبار سورية أخبار عربية أخبار دولية»."""
    return "navigation" if line.words.count(_NEWS) >= _MIN_SECTIONS else ""
