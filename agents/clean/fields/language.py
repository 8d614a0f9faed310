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

ARABIC = "ar"
UNKNOWN = "und"
LEAST_SHARE = 0.5
"""The share of letters in the Arabic script from which on a mixed text can be Arabic."""
_ENOUGH = 12
"""Letters that are needed to say anything."""
_SAMPLE = 3000
"""Characters that are looked at."""

_COUNT = 16
"""Bits of a count of letters; the counts of three kinds are added up at once, in one number."""
_ARABIC_LETTER, _RARE_LETTER, _OTHER_LETTER = 1, 1 << _COUNT, 1 << 2 * _COUNT
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
_LATIN_WORDS = {
    "en": "the of and to in is that for it was on with as by at are from this be have said",
    "fr": "le la les des et est une du que qui dans pour pas sur au par avec ce plus sont",
    "es": "el los las una del que por con para es se como más pero sus fue este ha",
    "de": "der die und das den von zu mit ist im für auf nicht ein eine dem des sich auch",
    "tr": "ve bir bu için ile olarak da de çok en olan daha gibi kadar sonra ne ya var dedi",
    "it": "il di che è la per un con non una sono della del alla più anche nel dei",
    "pt": "o os que e do da em um para com não uma é por mais dos como foi ao",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook als",
    "id": "yang dan di ini itu dengan untuk dari pada dalam adalah tidak akan ke oleh juga telah",
    "so": "oo iyo waa ka ku in uu la ee ayaa waxaa soo ah ugu kala kale",
    "sw": "ya na wa kwa ni katika la za cha kuwa hii hiyo yake huo baada",
    "ku": "û li di de ku bi ji bo jî ya yê ev ew dike ne xwe",
}
_ARABIC_SCRIPT_WORDS = {
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع قال بعد كان كما لم إن ما بين وقد قبل كل غير خلال حول ذلك عند "
    "الى علي فى "
    "ان أو لا وقال ثم حيث أكد",
    "fa": "است که این برای را در از با های می شد شده بود کرد آن یک گفت خود ها نیز باید دارد ایران به",
    "ur": "ہے کے کی میں سے کا نے ہیں اور کو پر کہ یہ تھا اس بھی ہو گیا کر",
    "ckb": "لە بۆ کە ئەو بە ئەم وە لەگەڵ دەکات بوو کرد نەک هەر دوای لەسەر ئەوە دەبێت",
    "ps": "د په او چې دی ته کې له سره شوي دا يې ده کړي هم",
    "ug": "بىلەن ۋە بۇ بىر ئۈچۈن دەپ ئۇ ئىدى ھەم قىلىپ",
    "sd": "جو جي ۾ آهي ۽ کي جا کان سان هن تي",
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
_RARE = 150
"""A language's commonest words make up more than one in so many of its letters."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {language: frozenset(words.split()) for language, words in (_LATIN_WORDS | _ARABIC_SCRIPT_WORDS).items()}


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
    sample = text[:_SAMPLE]
    units = np.frombuffer(sample.encode("utf-16-le", "replace"), np.uint16)
    counts = int(np.add.reduce(_letters().take(units)))
    arabic, rare, other = (counts >> shift & ((1 << _COUNT) - 1) for shift in (0, _COUNT, 2 * _COUNT))
    if arabic + other < _ENOUGH:
        return Language(ARABIC if arabic and arabic >= other else UNKNOWN, arabic / max(1, arabic + other))
    share = arabic / (arabic + other)
    if share >= LEAST_SHARE:
        return Language(_within_arabic_script(sample, rare), share)
    code = _other_script(sample)
    if share >= LEAST_SHARE / 2 and code == UNKNOWN:
        code = _within_arabic_script(sample, rare)  # names of products, and no other language's sentence
    return Language(code, share)


@functools.cache
def _letters() -> NDArray[np.uint64]:
    """Give, by UTF-16 code unit, whether it is of the Arabic script, one that Arabic lacks, or of another script."""
    letters = np.zeros(1 << 16, np.uint64)
    letters[0x600:0x700] = _ARABIC_LETTER
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
    counts = _counts(sample, _ARABIC_SCRIPT_WORDS)
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
    words = _counts(sample.lower(), _LATIN_WORDS)
    best = max(words, key=lambda language: words[language])
    return best if words[best] > 1 and words[best] * _RARE >= latin else UNKNOWN


def _counts(sample: str, languages: dict[str, str]) -> dict[str, int]:
    """Count the commonest words of each language."""
    words = _WORD.findall(sample)
    return {language: sum(map(_WORDS[language].__contains__, words)) for language in languages}
