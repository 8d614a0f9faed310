"""The byline that still opens an article's text: its reporter and its outlet are no subject of it."""

import re
from collections.abc import Collection, Iterable
from typing import Final

_SEPARATOR: Final = re.compile(r"[ \t]*[-–—|/:،(][ \t]*")


def byline_in(text: str, begin: int, authors: Iterable[str], outlets: Collection[str]) -> tuple[int, int] | None:
    """Return where a byline stands that opens a text, first character and the one after the last.

    Behind the author's name stands an outlet's, or a sign that closes a byline: هالة منصور - إرم نيوز:مثلما. The outlet
    may stand in front.
    A name without either may be whom the text is about.

    Parameters
    ----------
    begin
        The character with which the text begins behind its title.
    """
    for author in authors:
        if not author:
            continue
        for outlet in filter(None, outlets):
            sign = _SEPARATOR.match(text, begin + len(outlet)) if text.startswith(outlet, begin) else None
            if sign is not None and text.startswith(author, sign.end()):
                return begin, sign.end() + len(author)
        if not text.startswith(author, begin):
            continue
        end = begin + len(author)
        sign = _SEPARATOR.match(text, end)
        rest = sign.end() if sign else end + (text[end : end + 1] == " ")
        for outlet in filter(None, outlets):
            if text.startswith(outlet, rest):
                return begin, rest + len(outlet)
        return (begin, end) if sign else None
    return None
