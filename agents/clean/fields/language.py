"""The language gate: Arabic passes, every other language is named.

Scripts are told apart by a look into a table for each letter, which costs almost nothing; languages that share a
script, by letters that only some of them have and by their commonest words.
"""

import functools
import itertools
import re
import string
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.arabic import wordlist
from streams.rejection import Reason, Reject

ARABIC = "ar"
UNKNOWN = "und"
MIN_SHARE = 0.5
"""The share of letters in the Arabic script from which on a mixed text can be Arabic."""
_MIN_LETTERS = 12
"""Letters that are needed to say anything."""
_SAMPLE_CHARACTERS = 3000
"""Characters that are looked at."""

_COUNT_BITS = 16
"""Bits of a count of letters; the counts of three kinds are added up at once, in one number."""
_ARABIC_LETTER, _RARE_LETTER, _OTHER_LETTER = 1, 1 << _COUNT_BITS, 1 << 2 * _COUNT_BITS
_OTHER_SCRIPTS = (range(0xC0, 0x600), range(0x800, 0x2000), range(0x3000, 0xDC00), range(0xE000, 0xF000))
"""UTF-16 code units of other scripts than ASCII and Arabic: the first halves of pairs too, no punctuation or marks."""
_NAMES = {
    "fa": "Persian",
    "ur": "Urdu",
    "ckb": "Kurdish (Sorani)",
    "ps": "Pashto",
    "ug": "Uyghur",
    "sd": "Sindhi",
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "tr": "Turkish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "id": "Indonesian or Malay",
    "so": "Somali",
    "sw": "Swahili",
    "ku": "Kurdish (Kurmanji)",
    "ru": "Russian",
    "uk": "Ukrainian",
    "he": "Hebrew",
    "el": "Greek",
    "hi": "Hindi",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "hy": "Armenian",
    "ka": "Georgian",
    "am": "Amharic",
    "th": "Thai",
    "bn": "Bengali",
    "ta": "Tamil",
    "zgh": "Amazigh",
    "syr": "Syriac",
    "und": "an unknown language",
}
_LETTERS = {
    "fa": "یکگچپژ",
    "ur": "ہےٹڈڑںھ",
    "ckb": "ێۆڵڕەۊ",
    "ps": "ښږځڅېۍړ",
    "ug": "ۇۈۋېڭ",
    "sd": "ٻڀڄڃڏٿٽڪ۾",
}
_SCRIPTS = [
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("zgh", re.compile("[\u2d30-\u2d7f]")),
    ("syr", re.compile("[\u0700-\u074f]")),
]
_LETTERS_EACH_COMMON_WORD = 150
"""A language's commonest words make up more than one in so many of its letters."""
_WORD = re.compile(r"[^\W\d_]+")
_LISTS = wordlist.load("agents.clean", "languages.toml")
_LATIN = {language: frozenset(words) for language, words in _LISTS.lists("latin").items()}
"""The commonest words of each language in the Latin script."""
_ARABIC_SCRIPT = {language: frozenset(words) for language, words in _LISTS.lists("arabic_script").items()}
"""The same in the Arabic script."""


class Language(NamedTuple):
    """What a text is written in."""

    code: str
    """ISO 639; `und` where nothing can be said."""
    share: float
    """The share of its letters that are of the Arabic script."""

    @property
    def name(self) -> str:
        """The language's English name."""
        return _NAMES.get(self.code, self.code)

    @property
    def arabic(self) -> bool:
        """Whether the text passes the gate."""
        return self.code == ARABIC


def detect(text: str) -> Language:
    """Name the language of a text.

    Parameters
    ----------
    text
        The article's own text, without chrome: a page in English may stand within Arabic chrome.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    units = np.frombuffer(sample.encode("utf-16-le", "replace"), np.uint16)
    counts = int(np.add.reduce(_letters().take(units)))
    arabic, rare, other = (counts >> shift & ((1 << _COUNT_BITS) - 1) for shift in (0, _COUNT_BITS, 2 * _COUNT_BITS))
    if arabic + other < _MIN_LETTERS:
        return Language(ARABIC if arabic and arabic >= other else UNKNOWN, arabic / max(1, arabic + other))
    share = arabic / (arabic + other)
    if share >= MIN_SHARE:
        return Language(_within_arabic_script(sample, rare), share)
    code = _other_script(sample)
    if share >= MIN_SHARE / 2 and code == UNKNOWN:
        code = _within_arabic_script(sample, rare)  # names of products, and no other language's sentence
    return Language(code, share)


def require_arabic(text: str) -> None:
    """Refuse a text of another language, naming it.

    Raises
    ------
    Reject
        NOT_ARABIC.
    """
    found = detect(text)
    if not found.arabic:
        detail = f"{found.name} ({found.code}); {found.share:.0%} of the letters are of the Arabic script"
        raise Reject(Reason.NOT_ARABIC, detail)


@functools.cache
def _letters() -> NDArray[np.uint64]:
    """Give, by UTF-16 code unit, whether it is of the Arabic script, one that Arabic lacks, or of another script."""
    letters = np.zeros(1 << 16, np.uint64)
    letters[0x600:0x700] = _ARABIC_LETTER
    letters[0xFB50:0xFDFD] = letters[0xFE70:0xFEFD] = _ARABIC_LETTER  # presentation forms
    letters[0x680:0x700] += _RARE_LETTER
    for code in (*map(ord, string.ascii_letters), *itertools.chain(*_OTHER_SCRIPTS)):
        letters[code] = _OTHER_LETTER
    return letters


def _within_arabic_script(sample: str, rare: int) -> str:
    """Tell Arabic from the languages that share its script, by a sample and how many letters Arabic does without."""
    if rare * 100 < len(sample):
        return ARABIC  # next to none of the letters that Arabic does without
    marks = {language: sum(map(sample.count, letters)) for language, letters in _LETTERS.items()}
    if max(marks.values()) * 100 < len(sample):
        return ARABIC
    counts = _counts(sample, _ARABIC_SCRIPT)
    best = max(counts, key=lambda language: (counts[language], language == ARABIC))
    if counts[best] == counts[ARABIC] and best != ARABIC:
        best = max(marks, key=lambda language: marks[language]) if counts[ARABIC] == 0 else ARABIC
    if counts[best] == 0:
        best = max(marks, key=lambda language: marks[language])
        return best if marks[best] * 20 > len(sample) else ARABIC
    return best


def _other_script(sample: str) -> str:
    counts: dict[str, int] = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    code = max(counts, key=lambda name: counts[name])
    latin = sum(1 for character in sample if "a" <= character.lower() <= "z")
    if counts[code] > latin:
        if code == "zh" and counts["ja"] * 10 > counts["zh"]:
            return "ja"
        if code == "ru" and sum(map(sample.count, "іїєґІЇЄҐ")) * 50 > counts["ru"]:
            return "uk"
        return code
    words = _counts(sample.lower(), _LATIN)
    best = max(words, key=lambda language: words[language])
    return best if words[best] > 1 and words[best] * _LETTERS_EACH_COMMON_WORD >= latin else UNKNOWN


def _counts(sample: str, languages: dict[str, frozenset[str]]) -> dict[str, int]:
    """Count the commonest words of each language."""
    words = _WORD.findall(sample)
    return {language: sum(map(common.__contains__, words)) for language, common in languages.items()}
