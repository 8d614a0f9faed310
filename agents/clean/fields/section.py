"""The section that an outlet puts an article in, by its own label."""

from agents.arabic import wordlist
from agents.arabic.folding import fold_with_offsets
from agents.clean.dates.patterns import GLUED_LETTERS, GLUED_NAME
from agents.clean.dates.removal import without_dates
from agents.clean.judge import sections
from agents.clean.judge.breadcrumbs import steps_of
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.read.line_words import split

_MIN_MENU_SECTIONS = 3
"""Sections in a row from which on they are the site's menu, not the article's section."""
_MAX_MENU_ENTRY_WORDS = 3
_MAX_DATED_LABEL_WORDS = 12
"""Words of a line that holds a date and a section's label."""
_WIDGETS = frozenset({"طقس", "الطقس"})
"""Links of the page's head that are sections elsewhere."""
_WRITERS = frozenset({"خاص", "رصد", "متابعات"})
"""What stands behind an outlet's name and a dash as who writes, and else is a section: «عمان اليوم - خاص»."""
_MAX_BADGE_WORDS, _MIN_BADGE_LETTERS, _MIN_SECTION_LETTERS = 4, 3, 4
"""Words of a line that a section is glued to, letters of its last one, and of the section."""
_MAX_BADGE_LETTERS = 40
"""Letters of that word at most: what is longer is none."""
_LABELS = wordlist.load("agents.clean", "lines.toml").words("section_labels")
"""What stands in front of a section and a colon."""
_LABEL_ENDS = " \u200e\u200f:|»>•-"


def find_section_label(page: Page) -> str:
    """Return the outlet's own label for the section: glued to the title, in the path, or in a line of its own."""
    if page.section_label and sections.standard(split(page.section_label)):
        return page.section_label
    runs: list[list[Line]] = [[]]
    for line in page.above:
        label = _last_section(line) if line.reason == "breadcrumb" else ""
        if label in _WRITERS and not any(arrow in line.text for arrow in "<>›»«"):
            continue
        if label:
            return label
        if line.role == "chrome" and (sections.standard(line.words) or _is_menu_entry(line)):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    labels = [line for run in runs for line in run if len(run) < _MIN_MENU_SECTIONS or _stands_above(page, line)]
    for line in reversed(labels):
        if sections.standard(line.words) and line.folded not in _WIDGETS:
            return line.text.strip(_LABEL_ENDS)
    named = next(filter(None, map(_behind_label, page.above)), "")
    if named:
        return named
    dated = next(filter(None, map(_beside_date, page.above)), "")
    above = page.lines[: page.title_index] if page.title_index > 0 else []
    return page.section_label or dated or next(filter(None, map(_glued_to_badge, above)), "")


def _behind_label(line: Line) -> str:
    """Return the section behind a label that says it is one: «القسم: اقتصاد», «التصنيف: رياضة | …»."""
    label, _, behind = line.text.partition(":")
    section = behind.split("|")[0].strip(_LABEL_ENDS) if line.role == "chrome" and label.strip() in _LABELS else ""
    return section if sections.standard(split(section)) else ""


def _beside_date(line: Line) -> str:
    """Return the section that stands beside a date: «اقتصاد | 14 مارس 2025»."""
    if line.reason != "date" or line.count > _MAX_DATED_LABEL_WORDS:
        return ""
    for text in (line.text, _unglued(line.text)):
        label = without_dates(text).strip(_LABEL_ENDS + "-–،,/")
        if sections.standard(split(label)):
            return label
    return ""


def _glued_to_badge(line: Line) -> str:
    """Return the section that is glued to the end of a short line above the title: «أخبار مثبتةاقتصاد»."""
    word = line.words[-1] if line.words and line.count <= _MAX_BADGE_WORDS and line.role == "chrome" else ""
    if len(word) > _MAX_BADGE_LETTERS:
        return ""
    for size in range(_MIN_BADGE_LETTERS, len(word) - _MIN_SECTION_LETTERS + 1):
        if sections.standard([word[size:]]):
            last = line.text.rstrip(_LABEL_ENDS).split()[-1][-2 * _MAX_BADGE_LETTERS :]
            return next((last[at:] for at in range(len(last)) if split(last[at:]) == [word[size:]]), "")
    return ""


def _unglued(text: str) -> str:
    """Return a line with a space between a label and the date glued to it: «اقتصاد20 يناير», «سياسةالثلاثاء»."""
    folded = fold_with_offsets(text)
    day = GLUED_NAME.search(folded.text)
    start = folded.span(*day.span())[0] if day else 0
    return GLUED_LETTERS.sub(" ", f"{text[:start]} {text[start:]}")


def _last_section(path: Line) -> str:
    """Return the last step of a path that is a section."""
    return next((step for step in reversed(steps_of(path)) if sections.standard(split(step))), "")


def _is_menu_entry(line: Line) -> bool:
    return line.reason == "navigation" and line.count <= _MAX_MENU_ENTRY_WORDS


def _stands_above(page: Page, line: Line) -> bool:
    """Whether a label stands in front of itself already: once in the menu, once as the section."""
    first = next(other for other in page.lines if other.words == line.words)
    return first is not line
