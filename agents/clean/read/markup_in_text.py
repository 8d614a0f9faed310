"""Takes markup out of fields that should hold none: tags, character references and CDATA, as feeds carry them."""

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_BLOCK = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|table|tr|td|th|article|section|hr|pre)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?=[\s/>])"
    r"[^<>]*>",
    re.IGNORECASE,
)
_MAX_ESCAPES = 3
"""How many times a character reference may have been escaped: «&amp;amp;quot;»."""
_MIN_BLOCKS_A_LINE = 0.5
"""Tags of blocks for each line of a text from which on it is HTML, whose line feeds say nothing."""


def without_references(text: str) -> str:
    """Return a text with the characters that references name, however often they were escaped: «&amp;quot;» is «"»."""
    for _ in range(_MAX_ESCAPES):
        if "&" not in text or not _REFERENCE.search(text):
            break
        text = _REFERENCE.sub(lambda found: unescape(found[0]).replace("\xa0", " "), text)
    return text


def is_html(text: str) -> bool:
    """Whether a text is HTML as it stands, or with its references read: its lines are those of its tags."""
    if "<" not in text:
        return False
    blocks = sum(1 for _ in _BLOCK.finditer(text))
    return blocks > _MIN_BLOCKS_A_LINE * (1 + text.count("\n"))


def without_cdata(text: str) -> str:
    """Return a text without the marks of CDATA, and with its references read."""
    return without_references(_CDATA.sub("", text) if "[CDATA[" in text else text)


def without_tags(text: str) -> str:
    """Return a text without the tags in it; blocks begin a line."""
    return _INLINE.sub("", _BLOCK.sub("\n", text)) if "<" in text else text


def plain(text: str) -> str:
    """Return a line of text without any markup."""
    bare = without_tags(without_cdata(text))
    return text if bare == text else " ".join(bare.split())
