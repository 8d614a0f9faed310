"""Paths through a site: «الرئيسية » اقتصاد » …»."""

import re

from agents.clean.judge import sections
from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site
from agents.clean.read.line_words import split

MAX_PATH_WORDS = 40
"""Words of the longest path, with the title at its end."""
_STARTS = "الرئيسية|الرئيسيه|الرئيسة|الصفحة الرئيسية|الصفحة الأولى|الأولى|home|الموقع|أخبار|الأخبار|أنت هنا"
_HOME = frozenset(" ".join(split(step)) for step in _STARTS.split("|"))
"""What a path through a site begins with."""
_HOME_WORDS = frozenset(step.partition(" ")[0] for step in _HOME)
_BETWEEN = re.compile(r"\s+[»›>←→⟩❯◄►/\\|‹«<]+\s+|\s*[›>→❯⟩]+\s*|\s+[-–—:•·]\s+|(?<=\w)\s*[/|\\]\s*(?=\w)")
_ARROW = re.compile(r"\s[»›>←→❯◄]+\s|[›>❯]")
_PATHLIKE = re.compile(r"[»›>←→⟩❯◄►/\\|‹«<•·]|\s[-–—:]\s")
_ENDS = " \u200e\u200f»›>/|"
_MIN_STEPS = 2
_MAX_STEP_WORDS = 4
_MIN_MENU_STEPS = 3
"""Sections in a row from which on they are a menu in one line, without a way home in front."""


def find_path(line: Line, site: Site) -> str:
    """Return `breadcrumb` for a path through the site; most lines' first word tells that they are none."""
    first = line.words[0]
    could = first in _HOME_WORDS or first in site.outlet or sections.may_open(first)
    is_path = could and _PATHLIKE.search(line.folded) is not None and _is_path(line.folded, site.outlet)
    return "breadcrumb" if is_path else ""


def _is_path(folded: str, outlet: frozenset[str]) -> bool:
    """Whether a folded line is a path through the site."""
    pieces = _BETWEEN.split(folded.strip(" »›>/|"))
    first = next(filter(None, map(split, pieces)), [])
    standing = sections.standard(first) if first else None
    home = " ".join(first) in _HOME or outlet.issuperset(first)
    if not (home or standing):
        return False
    steps = [step for step in map(split, pieces) if step]
    if len(steps) < _MIN_STEPS:
        return False
    if _ARROW.search(folded) and len(first) <= _MAX_STEP_WORDS:
        return True
    if home and sections.standard(steps[1]):
        return True
    if " ".join(first) in _HOME:
        return True
    return len(steps) >= _MIN_MENU_STEPS and all(map(sections.standard, steps))


def steps_of(line: Line) -> list[str]:
    """Return the steps of a path as they stand."""
    return [step.strip(_ENDS) for step in _BETWEEN.split(line.text) if step.strip(_ENDS)]
