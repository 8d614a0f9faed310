"""Repairs text that was decoded with the wrong charset, where it is certain which: «Ø§Ù„» and «ÇáÎÈÑ» for «الخبر»."""

import re

_WITH_GAPS = "iso8859-6"
"""A charset that leaves open many bytes, which are letters in others."""
_LATIN_LETTERS = re.compile(r"[\u00c0-\u00ff]{3}")
_WRONG = (
    # The marks that give it away, what it was taken for, what it was.
    (
        re.compile(r"[ØÙ][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122\u02c6\u02dc\u0192]"),
        ("latin-1", "cp1252"),
        "utf-8",
    ),
    (
        re.compile(r"[طظ][\u00a0-\u00bf\u0621-\u0652\u0679-\u06d2\u2013-\u203a\u20ac\u2122\u02c6\u0192\u0152\u0153]"),
        ("cp1256",),
        "utf-8",
    ),
    (_LATIN_LETTERS, ("latin-1", "cp1252"), "cp1256"),
    (re.compile(r"(?<![^\W_])\u0627\u0641[^\W_]*|\w*[\u00d7-\u00df\u064b-\u0652]\w*"), (_WITH_GAPS,), "cp1256"),
)
_FIRST_MARKS = ("Ø", "Ù", "ط§", "ظ„", "Ç", "á", "Û", "Ý", "Þ", "ß")
"""One of these stands in any Arabic text of some length that was read wrongly."""
_PARTS = re.compile(r"([\n<>])")
"""What parts that came from elsewhere stand between: lines, and texts between tags."""
_MIN_MARKS = 8
_MIN_MARKED_SHARE = 0.3
"""The share of a text's letters that must speak for it."""
_MIN_ARABIC_SHARE = 0.9
"""The share of the repaired letters that must be Arabic."""
_SAMPLE_CHARACTERS = 4000
"""Characters that are looked at."""
_ARABIC = re.compile(r"[\u0621-\u064a]")
_C1 = {code: bytes([code]).decode("latin-1") for code in range(0x80, 0xA0)}


def repair(text: str) -> str:
    """Return the text as it was meant, or as it is where nothing is certain; else line by line.

    Bytes that the wrong charset has no letter for are lost; a text of which more than a hundredth is lost stays.
    """
    if not _has_first_mark(text):
        return text
    repaired = _repaired(text)
    if repaired is text:
        return "".join(map(_repaired_part, _PARTS.split(text)))
    return repaired


def _repaired_part(part: str) -> str:
    return _repaired(part) if _has_first_mark(part) else part


def _has_first_mark(text: str) -> bool:
    """Whether one of the first marks stands in a text."""
    # Letters are found at a tenth of the cost of pairs, and the last ones of these are in few texts.
    return any(mark[-1] in text and mark in text for mark in _FIRST_MARKS)


def _repaired(text: str) -> str:
    sample = text[:_SAMPLE_CHARACTERS]
    letters = sum(map(str.isalpha, sample)) or 1
    for marks, wrongs, right in _WRONG:
        if _WITH_GAPS in wrongs and len(_LATIN_LETTERS.findall(sample)) >= _MIN_MARKS:
            continue  # parts of the text are Arabic, and others were read as Latin letters
        found = sum(map(len, marks.findall(sample)))
        if found < _MIN_MARKS or found < _MIN_MARKED_SHARE * letters:
            continue
        for wrong in wrongs:
            repaired = _recoded(text, wrong, right)
            if repaired is not None and _is_arabic(repaired):
                return repaired
    return text


def _recoded(text: str, wrong: str, right: str) -> str | None:
    try:
        raw = b"".join(_byte(character, wrong) for character in text)
    except UnicodeEncodeError:
        return None
    repaired = raw.decode(right, "replace")
    return repaired if repaired.count("\ufffd") * 100 <= len(repaired) else None


def _byte(character: str, charset: str) -> bytes:
    """Return the byte that a character was read from; what a charset leaves open was read as it stands."""
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        if character in _C1.values() or (charset == _WITH_GAPS and character <= "\xff"):
            return character.encode("latin-1")
        raise


def _is_arabic(text: str) -> bool:
    sample = text[:_SAMPLE_CHARACTERS]
    foreign = sum(character.isalpha() and not character.isascii() for character in sample)
    return 0 < _MIN_ARABIC_SHARE * foreign <= len(_ARABIC.findall(sample))
