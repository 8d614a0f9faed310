"""Of which genre an article is: by its section, the label in front of its title and its form; None when unsure."""

import re
from typing import Final

from agents.arabic import wordlist
from agents.arabic.reporting_verbs import VERBS
from agents.clean.dates.lead_days import lead_weekday
from agents.clean.layout.page import Page
from agents.clean.layout.title_evidence import asks, is_clock
from agents.clean.read.line_words import split
from streams.records.articles import Byline, Genre

_TABLE = wordlist.load("agents.clean", "genres.toml")
_GENRES: Final[tuple[Genre, ...]] = (
    "live",
    "digest",
    "press_release",
    "interview",
    "opinion",
    "obituary",
    "service",
    "video",
)
"""In the order in which they are asked: a title may bear labels of two."""
_LABELS = {
    " ".join(split(label)): genre
    for genre in _GENRES
    if genre in _TABLE.keys_of("labels")
    for label in _TABLE.as_written(f"labels.{genre}")
}
_OPENINGS: dict[str, list[tuple[list[str], Genre]]] = {}
"""By their first word: what opens titles of a genre."""
for _genre in _GENRES:
    for _opening in _TABLE.as_written(f"openings.{_genre}") if _genre in _TABLE.keys_of("openings") else ():
        _OPENINGS.setdefault(split(_opening)[0], []).append((split(_opening), _genre))
_NOBODY = _TABLE.words("nobody")
_RESULTS = _TABLE.words("sports.results")
_NEWS_SECTIONS = frozenset(["politics", "world", "arab", "local", "economy", "incidents", "military", "news"])
_SAID = frozenset(form for verb in VERBS for form in (verb.past, verb.feminine))
_IN_FRONT = re.compile(r"\s*(?P<label>[^|:.،»\-–—]{2,30}?)\s*(?:[|:»]|\.\.+|…|\s[-–—]\s)")
"""A label in front of a title: «حوار: …», «شاهد.. …»."""
_SIGNS_BEHIND_LABEL = ("|", ":", "»", "..", "…", "-", "–", "—")
"""Of which one stands behind every such label: a quick look for what most titles lack."""
_SCORE = re.compile(r"(?<!\d)\d{1,2}\s?[-–:/]\s?\d{1,2}(?!\d)")
_ADDRESSING = _TABLE.words("interview.addressing")
_ASKERS = frozenset(_TABLE.as_written("interview.askers"))
_YOUR = re.compile(rf"\w{{2,}}(?:{'|'.join(_TABLE.as_written('interview.your'))})")
_TO = re.compile(r"(?:^| )ل(?:ـ+ )?")
"""What stands in front of whom somebody speaks to: «… ل«الشراع»»."""
_MIN_QUESTIONS = 3
_MAX_LINES_A_QUESTION = 6
"""Lines of an interview for each question."""
_MIN_ENTRIES = 3
"""Bare times within a text from which on it is a live blog."""


def find_genre(page: Page, title: str, label: str, section: str | None, byline: Byline) -> Genre | None:
    """Return the genre.

    Parameters
    ----------
    page
        Laid out.
    title
        The article's.
    label
        The section as the outlet calls it.
    section
        The standard section.
    byline
        Who wrote it, and which agency.
    """
    told = _told(title, label)
    if told is not None:
        return told
    formed = _formed(page, title)
    if formed is not None:
        return formed
    if section == "opinion":
        return "opinion"
    if section == "sport" and (_SCORE.search(title) or not _RESULTS.isdisjoint(split(title))):
        return "sports_report"
    if byline.agency or byline.dateline or section in _NEWS_SECTIONS or _reports(page):
        return "news"
    return None


def _reports(page: Page) -> bool:
    """Whether a text's first paragraph opens with what somebody said, or says on what weekday it was written."""
    lead = next((line for line in page.lines if line.role == "paragraph"), None)
    if lead is None:
        return False
    return not _SAID.isdisjoint(lead.words[:1]) or lead_weekday(lead.text) is not None


def _formed(page: Page, title: str) -> Genre | None:
    """Return the genre that a text's form tells: entries under bare times, questions and answers."""
    if sum(map(is_clock, page.text)) >= _MIN_ENTRIES:
        return "live"
    return "interview" if _is_interview(page, title) else None


def _is_interview(page: Page, title: str) -> bool:
    """Whether a text is made of questions and answers, and who is asked is addressed or speaks to the outlet.

    Questions alone head the parts of an explanation as well.
    """
    questions = [line for line in page.text if line.role in ("heading", "paragraph") and asks(line)]
    if len(questions) < _MIN_QUESTIONS or len(questions) * _MAX_LINES_A_QUESTION < len(page.text):
        return False
    if any(_is_addressed(line.words) for line in questions):
        return True
    speaker = split(title.partition(":")[0])
    told = _TO.split(" ".join(speaker))[-1].split() if ":" in title else []
    return bool(told) and len(told) < len(speaker) and page.outlet.issuperset(told)


def _is_addressed(words: list[str]) -> bool:
    """Whether a question's words speak to somebody: «متى بدأتم؟», «ما رأيك …»."""
    return words[0] in _ASKERS or not _ADDRESSING.isdisjoint(words) or any(map(_YOUR.fullmatch, words))


def _told(title: str, label: str) -> Genre | None:
    """Return the genre that the title's label, the section's, or the title's opening names."""
    front = _IN_FRONT.match(title) if any(map(title.__contains__, _SIGNS_BEHIND_LABEL)) else None
    for name in (front["label"] if front else "", label):
        genre = _LABELS.get(" ".join(split(name))) if name else None
        if genre is not None:
            return genre
    words = split(title)
    openings = _OPENINGS.get(words[0], ()) if words else ()
    found = next((genre for opening, genre in openings if words[: len(opening)] == opening), None)
    is_toll = any(map(str.isdigit, words[:3])) or not _NOBODY.isdisjoint(words[1:2])
    return None if found == "obituary" and is_toll else found
