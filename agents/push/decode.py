"""The text of a file whose encoding nobody vouches for: pure."""

import codecs
import re

from agents.arabic.clitics import ARTICLE

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the longer one goes before the one that it begins with."""
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes in which a page's declaration of its charset is looked for; the HTML standard asks for 1,024."""
ARABIC_8_BIT = "cp1256"
"""What Arabic pages without a declaration are in when they are not UTF-8."""


_ARABIC_CHARSETS = (ARABIC_8_BIT, "iso8859_6", "cp720")
_SAMPLE_BYTES = 64_000
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_WORDS_AN_ARTICLE = 25
"""Words of which one at least begins with the article."""
_FOREIGN_TEXT = re.compile(rb"[^<>]*[\x80-\xff][^<>]*")


class UndecodableError(ValueError):
    """The bytes are no text; the message says why."""


def decode(data: bytes, *, declares: bool = False, sent_as: str = "") -> str:
    """Decode by byte order mark, else as UTF-8, as sent, as declared, or in the Arabic charset that it reads in.

    UTF-8 goes before the declaration: Arabic in another encoding is never valid UTF-8 by chance, while declarations
    that a server's template carries on are often wrong.

    Parameters
    ----------
    data
        The whole file.
    declares
        Whether its first bytes may declare a charset, as HTML does.
    sent_as
        The Content-Type that a server sent with it.

    Raises
    ------
    UndecodableError
        When it is binary, or not in the encoding that its mark names.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UndecodableError(f"starts with the mark of {encoding}, but is not in it: {error}") from error
    if b"\0" in data[:DECLARED_WITHIN]:
        return _two_bytes(data)
    candidates = ["utf-8", *_declared(sent_as.encode()), *(_declared(data) if declares else [])]
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    text = data.decode(ARABIC_8_BIT, errors="replace")
    return text if _reads_as_arabic(text) else _guessed(data) or text


def _reads_as_arabic(text: str) -> bool:
    """Whether words begin with the article as often as in any Arabic text."""
    words = [found[0] for found in _ARABIC_WORD.finditer(text[:_SAMPLE_BYTES])]
    with_article = sum(1 for word in words if word.startswith(ARTICLE))
    return with_article * _WORDS_AN_ARTICLE >= len(words)


def _guessed(data: bytes) -> str | None:
    """Decode as charset-normalizer guesses by the texts between tags; None where it sees no Arabic."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files

    sample = b"\n".join(_FOREIGN_TEXT.findall(data[:_SAMPLE_BYTES]))
    best = from_bytes(sample, cp_isolation=list(_ARABIC_CHARSETS)).best()
    return data.decode(best.encoding, errors="replace") if best is not None and best.language == "Arabic" else None


def _declared(data: bytes) -> list[str]:
    found = DECLARED.search(data, 0, DECLARED_WITHIN)
    if found is None:
        return []
    name = found[1].decode("ascii").lower().removeprefix("x-")
    try:
        # Python calls some codecs encodings that give no text.
        return [codecs.lookup(name).name] if codecs.lookup(name)._is_text_encoding else []  # noqa: SLF001 - no public way
    except LookupError:
        return []


def _two_bytes(data: bytes) -> str:
    """Decode UTF-16 without a mark, which NUL bytes on one side of ASCII characters give away; else it is binary."""
    even, odd = data[:DECLARED_WITHIN:2].count(0), data[1:DECLARED_WITHIN:2].count(0)
    if len(data) % 2 == 0 and (even == 0 or odd == 0):
        try:
            return data.decode("utf-16-le" if even == 0 else "utf-16-be")
        except UnicodeDecodeError:
            pass
    raise UndecodableError("holds NUL bytes: it is no text")
