"""What a phrase of the lexicon makes of the line in which it stands: a sentence may only quote or use it."""

import re

from agents.arabic import wordlist
from agents.arabic.quotation_marks import OPENING, SINGLE
from agents.arabic.reporting_verbs import openings
from agents.clean.judge.lines import Line
from agents.clean.judge.phrase_lexicon import Match
from agents.clean.judge.site import Site
from agents.clean.read.line_words import split

_SAYING = openings("opens-paragraph", "", "و") | wordlist.load("agents.clean", "lines.toml").words("saying")
_MAX_SAYING_PLAINLY_WORDS = 12
"""Words up to which a line that ends as a sentence is what the phrase in it says."""
_MAX_USING_WORDS = 16
"""Words up to which it is where the phrase does not stand in front."""
_MIN_TELLING_WORDS = 3
"""Words of a phrase that says enough in front of a sentence."""
_MAX_LABEL_CHARACTERS = 40
_MAX_LABEL_LINE_WORDS = 2
"""Words of a line that is a label and its word, with nothing between them."""
_LABEL_END = re.compile(r"[^\w#]*[\w#]+\s*(?:[:|،,/•>»؛.…*(\-–—#]|$)")
_FIRST_SEEN = re.compile(
    r"(?:ظهر|نشر)ت? (?:(?P<this>هذ[اه]) )?(?:ال)?(?:مقاله?|خبر|تدوينه|تقرير|موضوع|ماده) (?:\w+ ){3,}"
    r"(?:(?:(?:ظهر|نشر)ت? )?اولا|(?:ظهر|نشر)ت? لاول مره|(?(this)لاول مره|(?!))) (?:علي|في)(?: \w+){1,6}"
    r"|the post (?:\w+ )+appeared first on(?: \w+){1,6}"
)
"""How feeds close an article, over its words: «ظهرت المقالة» and the title, «أولاً على» and the outlet."""
_QUOTATION_MARKS = frozenset(OPENING + SINGLE)


def find_phrase(line: Line, _site: Site) -> str:
    """Return the reason of the phrase that a line is, opens with or holds, unless it only quotes it."""
    match = line.match
    if match is None:
        return ""
    if match.how in ("whole", "words"):
        return match.reason
    if match.how == "strong":
        return "" if _quotes(line, match) else match.reason
    return match.reason if _says(line, match) else ""


def find_first_seen(line: Line, _site: Site) -> str:
    """Return `source` for the line of a feed that tells, with the title, where an article appeared first."""
    return "source" if _FIRST_SEEN.fullmatch(" ".join(line.words)) else ""


def _quotes(line: Line, match: Match) -> bool:
    """Whether a line reports the phrase in it: within quotation marks, or as what someone said."""
    if line.words[0] in _SAYING:
        return True
    phrase = line.words[match.start : match.end]
    start = line.folded.find(phrase[0])
    while start >= 0 and split(line.folded[start:])[: len(phrase)] != phrase:
        start = line.folded.find(phrase[0], start + 1)
    return start > 0 and line.folded[:start].rstrip()[-1:] in _QUOTATION_MARKS


def _says(line: Line, match: Match) -> bool:
    """Whether a line is what its opening, or a phrase within it, says; a sentence may only use the words."""
    if match.how == "label" and not (_LABEL_END.match(line.folded) or line.count <= _MAX_LABEL_LINE_WORDS):
        return False
    is_sentence = line.prose and line.stopped and line.count > _MAX_SAYING_PLAINLY_WORDS and line.words[0].isalpha()
    if is_sentence and match.how == "start":
        return match.end >= _MIN_TELLING_WORDS or ":" in line.folded[:_MAX_LABEL_CHARACTERS]
    return not (is_sentence and line.count > _MAX_USING_WORDS)
