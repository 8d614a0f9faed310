"""What a line is by what it says, how it looks, and whether the outlet repeats it: the first two and a half signals."""

import re

from agents.arabic import fold
from agents.clean import byline, sections
from agents.clean.lines import Line
from agents.clean.phrases import Phrases, split
from agents.clean.profile import Profile, keys, lead_key, recurring
from agents.clean.published import of_line

_HOME = frozenset(map(fold, ["الرئيسية", "الرئيسيه", "الصفحة الرئيسية", "الصفحة الأولى", "الأولى", "home", "الموقع", "أخبار", "الأخبار", "بداية"]))
_CRUMBS = re.compile(r"\s*[»›>←→⟩❯◄►/\\|‹«<]+\s*|\s+[-–—:•·]\s+")
_STRONG_CRUMBS = re.compile(r"[»›>←→❯]")
_ARROWS = "◄►▶◀⇐⇒←→⬅➡⏪»›❮❯👈👉📌🔴🔵▸▹◂⮜⮞➤➜"
_CAPTION = re.compile(
    r"\((?:صوره|صور|ارشيف\w*|من الارشيف|تعبيري\w*|انترنت|الانترنت|مواقع التواصل\w*|متداول\w*|(?:تصوير|عدسه|بعدسه|الصوره|المصدر|صوره|ارشيف)\b[^()]{0,60}|[^()]{0,40}\b(?:ارشيف\w*|getty|غيتي|جيتي|afp|reuters|ap|epa))\)?[.]?$"
    r"|^\(?صوره\)?\s*[:|-]|^\(صوره\)|[-–—|]\s?(?:صوره\s)?(?:ارشيفيه?|تعبيريه?|ارشيف|غيتي|getty images|reuters|afp|ا ف ب|رويترز|اب|ا ب)$"
    r"|صوره (?:ارشيفيه|تعبيريه|توضيحيه|متداوله|نشرها|وزعتها|من)\b[^.]{0,60}$|^(?:تصوير|عدسه|بعدسه|كاميرا)\s?[:/-]|(?:تصوير|عدسه)\s?[:/-]\s?\S+(?: \S+){0,3}\)?$"
)
_CREDIT = re.compile(r"\(([^()]{2,40})\)$")
_ADDRESS = re.compile(r"^(?:https?://\S+|www\.\S+|\S+@\S+\.\S+|[\w.-]+\.(?:com|net|org|info|tv|ps|sa|ae|eg|jo|lb|iq|ma|tn|dz|ly|sd|ye|om|qa|kw|bh|sy)(?:/\S*)?)$")
_LABEL_MARK = re.compile(r"^[^\w#]*\w+\s*(?:[:|،,/•>»؛.…#*(\-–—]|$)")
_NUMERIC = re.compile(r"^[\W\d_]+$")
_QUOTE_WORDS = 12
_DATE_WORDS = 16
_RECURRENT = 0.15
"""The share of pages from which on the outlet's own repetition is enough."""


def classify(line: Line, phrases: Phrases, outlet: frozenset[str], profile: Profile | None, clock: "Clock") -> None:
    """Set a line's reason, date and byline where it shows by itself that it is chrome."""
    line.match = phrases.match(line.words, line.count)
    if profile is not None:
        _recall(line, profile)
    if _NUMERIC.match(line.folded):
        line.reason = "ornament"
        if clock.day_in(line):
            line.reason = "date"
        return
    reason = _by_words(line)
    if reason:
        line.reason = reason
        if reason in ("counter", "navigation", "source", "share", "tools") and any(map(str.isdigit, line.folded)):
            clock.day_in(line)
        return
    if line.prose and line.count > _DATE_WORDS:
        return
    if line.count <= _DATE_WORDS and clock.day_in(line) and line.date is not None:
        rest = line.date.rest.split()
        if _explained(line.date.rest, outlet, phrases):
            line.reason = "date"
            return
        if len(rest) <= 4 and not line.prose and line.date.moment is not None:  # noqa: PLR2004 - a name
            line.reason = "date"
            return
        line.date = None
    reason = _by_look(line, outlet)
    if reason:
        line.reason = reason


def _recall(line: Line, profile: Profile) -> None:
    """Ask the outlet's profile for the line."""
    share = recurring(profile, keys(line.words))
    if share == 0.0:
        head, colon, rest = line.folded.partition(":")
        lead = split(head) if colon and rest else []
        if 1 <= len(lead) <= 5 and not line.prose:  # noqa: PLR2004 - a label's words
            name = lead_key(lead)
            entry = profile.lines.get(name)
            if entry is not None and entry[1] * 3 < entry[0]:
                share = recurring(profile, [name])
    line.recurs = share


def _by_words(line: Line) -> str:
    """Give the reason that the line's words or their recurrence say, unless the line only quotes them."""
    match = line.match
    if line.recurs >= _RECURRENT:
        return match.reason if match else "recurring"
    if match is None:
        return ""
    if match.how in ("whole", "strong", "words"):
        return match.reason
    if match.how == "start":
        if match.end == 1 and not (_LABEL_MARK.match(line.folded) or line.count <= 3):  # noqa: PLR2004 - a label and two words
            return ""
        if line.prose and line.count > _QUOTE_WORDS and line.stopped and match.end < 3 and ":" not in line.folded[:40]:  # noqa: PLR2004 - a phrase that says enough
            return ""
        return match.reason
    if line.prose and line.stopped and line.count > _QUOTE_WORDS + 4 and line.recurs == 0.0:
        return ""
    return match.reason


def _explained(rest: str, outlet: frozenset[str], phrases: Phrases) -> bool:
    """Say whether what stands beside a date is of its kind: nothing, the outlet, chrome, a byline."""
    words = split(rest)
    if not words or set(words) <= outlet or " ".join(words) in phrases.whole or byline.is_place(words):
        return True
    return all(word in phrases.vocabulary or word in outlet or word.isdigit() for word in words)


def _by_look(line: Line, outlet: frozenset[str]) -> str:  # noqa: C901, PLR0911 - a look a line
    folded = line.folded
    if line.words and set(line.words) <= outlet and line.count <= len(outlet) + 1:
        return "outlet"
    if _ADDRESS.match(folded):
        return "contact"
    if folded.count("#") >= 2 and folded.count("#") * 2 >= len(folded.split()):  # noqa: PLR2004 - more than one tag
        return "tags"
    if line.count <= 24 and is_breadcrumb(line, outlet):  # noqa: PLR2004 - a path and a title
        return "breadcrumb"
    if line.count <= 30 and _CAPTION.search(folded) and not folded.endswith(".)"):  # noqa: PLR2004 - a caption's words
        return "caption"
    credit = _CREDIT.search(folded)
    if credit and line.count <= 30 and not line.stopped and line.count > 2 and _is_credit(credit[1]):  # noqa: PLR2004 - a caption's words
        return "caption"
    if line.text[:1] in _ARROWS and not line.stopped and 3 <= line.count <= 20:  # noqa: PLR2004 - a title's words
        return "related"
    if line.count <= 12:  # noqa: PLR2004 - a byline's words
        found = byline.parse(line.text, outlet)
        if found is not None and found.sure:
            line.byline = found
            return "byline"
    return ""


def _is_credit(text: str) -> bool:
    return any(byline.agency(part) for part in re.split(r"[-–—/،,|]", text))


def is_breadcrumb(line: Line, outlet: frozenset[str]) -> bool:
    """Say whether a line is a path through the site."""
    parts = [part for part in _CRUMBS.split(line.folded) if part.strip("\u200e\u200f ")]
    if len(parts) < 2:  # noqa: PLR2004 - a path has two steps
        return False
    first = split(parts[0])
    if not first:
        return False
    home = " ".join(first) in _HOME or set(first) <= outlet
    if _STRONG_CRUMBS.search(line.folded.strip()[1:]) and len(first) <= 4 and (home or sections.standard(first) or len(parts) > 2):  # noqa: PLR2004 - a step's words
        return True
    if home and sections.standard(split(parts[1])):
        return True
    return " ".join(first) in _HOME and ("/" in line.folded or "|" in line.folded or "-" in line.folded)


def crumbs(line: Line) -> list[str]:
    """Give the steps of a breadcrumb as they stand."""
    return [part.strip(" \u200e\u200f") for part in _CRUMBS.split(line.text) if part.strip(" \u200e\u200f")]


class Clock:
    """Reads the dates of one page's lines.

    Parameters
    ----------
    received, fetched, local
        As `published.of_line` takes them.
    """

    def __init__(self, received: object, fetched: object, local: object) -> None:
        self._arguments = (received, fetched, local)

    def day_in(self, line: Line) -> bool:
        """Set the line's date; say whether it shows one."""
        line.date = of_line(line.folded, *self._arguments)  # type: ignore[arg-type] # handed on as they came
        return line.date is not None
