"""Of which genre an article is: by its section, the label in front of its title and its form; None when unsure."""

import re
from itertools import chain, islice
from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import AND
from agents.arabic.reporting_verbs import VERBS
from agents.clean.dates.lead_days import lead_weekday
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.layout.title_evidence import asks, is_clock
from agents.clean.read.line_words import DIGIT, split
from agents.clean.read.stems import stems_of
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
_WITHIN: list[tuple[str, Genre]] = [
    (f" {' '.join(split(phrase))} ", genre)
    for genre in _GENRES
    if genre in _TABLE.keys_of("within")
    for phrase in _TABLE.as_written(f"within.{genre}")
]
"""What tells a genre wherever it stands in a title."""
_PRICED = [f" {' '.join(split(phrase))} " for phrase in _TABLE.as_written("prices.subjects")]
_CURRENCIES = _TABLE.words("prices.currencies")
_RESULTS = _TABLE.words("sports.results")
_PLAYED = _TABLE.words("sports.played")
_WEATHER_CUES = _TABLE.phrases("weather.cues")
_WEATHER = stems_of(sorted(_TABLE.words("weather.words")))
_WEATHER_TOLD = _TABLE.words("weather.told")
_EVENTS = _TABLE.words("reports.events")
_GOING_ON = frozenset(" ".join(split(opening)) for opening in _TABLE.as_written("reports.going_on"))
_QUOTED = _TABLE.words("reports.quoted")
_DAYTIME = re.compile(_TABLE.as_written("reports.daytime")[0])
_COLUMNISTS = _TABLE.words("columnists")
_WRITES = _TABLE.words("writes")
_POINTING = _TABLE.words("pointing")
_NEWS_SECTIONS = frozenset(["politics", "world", "arab", "local", "economy", "incidents", "military", "news"])
_SAID = frozenset(form for verb in VERBS for form in (verb.past, verb.feminine))
_AND_SAID = frozenset(AND + form for form in _SAID)
_MAX_REPORTING_PARAGRAPHS = 5
"""Paragraphs of which one goes on with what somebody said where the text reports."""
_LEAD_CHARACTERS = 300
"""Characters of a lead in which it says when something happened."""
_OPENING_WORDS = 10
"""Words of a lead among which it says how a match ended."""
_MIN_PLAYED_WORDS = 2
"""Words of a lead that speak of a match, from which on it tells of one."""
_MIN_WEATHER_WORDS = 5
"""Words of the weather from which on a text's first two paragraphs report it."""
_MIN_WEATHER_WORDS_BELOW_TITLE = 3
"""The same below a title that speaks of it."""
_MIN_PRICED_LINES = 2
"""Lines with a sum from which on a text lists prices."""
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
_NAMED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?(?:[-–—:]|\([^()]{2,20}\) ?:) ?")
"""A name of a few words in front of a lead, and what parts it from the text."""
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
    paragraphs = list(islice((line for line in page.lines if line.role == "paragraph"), _MAX_REPORTING_PARAGRAPHS))
    if section == "opinion" or _is_signed_by_columnist(page):
        return "opinion"
    if _tells_of_match(title, paragraphs, section):
        return "sports_report"
    is_service = _lists_prices(title, page) or _tells_weather(title, paragraphs)
    return "service" if is_service else _news(page, paragraphs, section, byline)


def _news(page: Page, paragraphs: list[Line], section: str | None, byline: Byline) -> Genre | None:
    """Return `news` for what reports; None for anything else."""
    is_report = byline.agency or byline.dateline or section in _NEWS_SECTIONS
    if not is_report and len(_questions(page)) < _MIN_QUESTIONS:
        is_report = _reports(paragraphs)
    return "news" if is_report else None


def _is_signed_by_columnist(page: Page) -> bool:
    """Whether a line around the text says by whose pen it is, as reports do not: «بقلم: هدى السالمي»."""
    return any(line.reason == "byline" and not _COLUMNISTS.isdisjoint(line.words[:1]) for line in page.lines)


def _tells_of_match(title: str, paragraphs: list[Line], section: str | None) -> bool:
    """Whether a title or a lead says how a match ended; outside a section of sport the lead must speak of one."""
    words = split(title)
    is_result = _SCORE.search(title) is not None or not _RESULTS.isdisjoint(words)
    if section == "sport" and is_result:
        return True
    lead = paragraphs[0].words if paragraphs else []
    is_told = is_result or not _RESULTS.isdisjoint(lead[:_OPENING_WORDS])
    return is_told and len(_PLAYED.intersection(lead)) >= _MIN_PLAYED_WORDS


def _lists_prices(title: str, page: Page) -> bool:
    """Whether a title speaks of prices and the text lists them: «… هذه أسعار الذهب اليوم»."""
    words = f" {' '.join(split(title))} "
    if not any(map(words.__contains__, _PRICED)):
        return False
    priced = (line for line in page.text if line.kinds & DIGIT and not _CURRENCIES.isdisjoint(line.words))
    return len(list(islice(priced, _MIN_PRICED_LINES))) == _MIN_PRICED_LINES


def _tells_weather(title: str, paragraphs: list[Line]) -> bool:
    """Whether a text's opening is a weather report's; below a title that says so fewer words tell."""
    if not paragraphs or not any(map(paragraphs[0].folded.__contains__, _WEATHER_CUES)):
        return False  # few texts open so, and the others need not be stemmed
    is_told = not _WEATHER_TOLD.isdisjoint(split(title))
    words = _WEATHER.intersection(chain.from_iterable(line.stems for line in paragraphs[:2]))
    return len(words) >= (_MIN_WEATHER_WORDS_BELOW_TITLE if is_told else _MIN_WEATHER_WORDS)


def _reports(paragraphs: list[Line]) -> bool:
    """Whether a text reports: its lead tells what happened, or when, or a paragraph goes on with what somebody said."""
    if not paragraphs:
        return False
    lead = paragraphs[0]
    if any(word in _SAID or word in _EVENTS for word in _first_words(lead)):
        return True
    if lead_weekday(lead.text) is not None or _DAYTIME.search(lead.folded[:_LEAD_CHARACTERS]):
        return True
    openings = (line.words[:2] for line in paragraphs[1:])
    return any(
        " ".join(words) in _GOING_ON or (not _AND_SAID.isdisjoint(words[:1]) and _QUOTED.isdisjoint(words))
        for words in openings
    )


def _first_words(lead: Line) -> list[str]:
    """Return a lead's first word, and the one behind an outlet's name in front: «الشراع نيوز - طالب موظفو …»."""
    named = _NAMED.match(lead.text)
    return [*lead.words[:1], *(split(lead.text[named.end() :])[:1] if named else ())]


def _formed(page: Page, title: str) -> Genre | None:
    """Return the genre that a text's form tells: entries under bare times, questions and answers."""
    if sum(map(is_clock, page.text)) >= _MIN_ENTRIES:
        return "live"
    return "interview" if _is_interview(page, title) else None


def _is_interview(page: Page, title: str) -> bool:
    """Whether a text is made of questions and answers, and who is asked is addressed or speaks to the outlet.

    Questions alone head the parts of an explanation as well.
    """
    questions = _questions(page)
    if len(questions) < _MIN_QUESTIONS or len(questions) * _MAX_LINES_A_QUESTION < len(page.text):
        return False
    if any(_is_addressed(line.words) for line in questions):
        return True
    speaker = split(title.partition(":")[0])
    told = _TO.split(" ".join(speaker))[-1].split() if ":" in title else []
    return bool(told) and len(told) < len(speaker) and page.outlet.issuperset(told)


def _questions(page: Page) -> list[Line]:
    return [line for line in page.text if line.role in ("heading", "paragraph") and asks(line)]


def _is_addressed(words: list[str]) -> bool:
    """Whether a question's words speak to somebody: «متى بدأتم؟», «ما رأيك …»."""
    return words[0] in _ASKERS or not _ADDRESSING.isdisjoint(words) or any(map(_YOUR.fullmatch, words))


def _is_column(label: str) -> bool:
    """Whether what stands in front of a title says who writes: «هدى السالمي يكتب: …»."""
    words = split(label)
    return len(words) > 1 and words[-1] in _WRITES


def _told(title: str, label: str) -> Genre | None:
    """Return the genre that the title's label, the section's, or the title's opening names."""
    front = _IN_FRONT.match(title) if any(map(title.__contains__, _SIGNS_BEHIND_LABEL)) else None
    for name in (front["label"] if front else "", label):
        genre = _LABELS.get(" ".join(split(name))) if name else None
        if genre is not None:
            return genre
    words = split(title)
    if front is not None and _is_column(front["label"]):
        return "opinion"
    while words and words[0] in _POINTING:
        words = words[1:]
    openings = _OPENINGS.get(words[0], ()) if words else ()
    found = next((genre for opening, genre in openings if words[: len(opening)] == opening), None)
    if found is None:
        joined = f" {' '.join(words)} "
        found = next((genre for phrase, genre in _WITHIN if phrase in joined), None)
    is_toll = any(map(str.isdigit, words[:3])) or not _NOBODY.isdisjoint(words[1:2])
    return None if found == "obituary" and is_toll else found
