"""What is typed into a search box, as the full-text index understands it."""

import re

from agents.serve.search_words import PROCLITICS, words

MAX_WORDS = 12
_QUOTED = re.compile(r'"([^"]*)"')


def match(query: str) -> str | None:
    """Return the expression of the index for a query; None when no word stands in it.

    Words may stand anywhere, each with whatever is written together with it in Arabic: رئيس finds والرئيس. What stands
    in double quotes is found as it stands.
    """
    phrases = [found for quoted in _QUOTED.findall(query) if (found := words(quoted))]
    loose = words(_QUOTED.sub(" ", query))
    parts = ['"' + " ".join(phrase[:MAX_WORDS]) + '"' for phrase in phrases[:MAX_WORDS]]
    parts += [_any_form(word) for word in loose[:MAX_WORDS]]
    return " AND ".join(parts) or None


def _any_form(word: str) -> str:
    if word.isascii():
        return f'"{word}"'
    return "(" + " OR ".join(f'"{proclitic}{word}"' for proclitic in PROCLITICS) + ")"
