"""Surnames of well-known people who speak in a text that does not name them in full: وقال البرهان."""

from collections.abc import Collection, Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Named, Span, of_lexicon, of_text, take
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, PRONOUNS, ROLES, SPEECH

_VERBS: Final = folded("قال أكد أضاف أوضح أعلن شدد ذكر صرح أشار لفت تابع اعتبر كشف حذر يقول يؤكد يرى")
_OTHERS: Final = (TITLES, ROLE_HEADS, TITLE_RUN, ROLES, ANONYMOUS, BODIES, DOCUMENTS, PRONOUNS, DROPPED, KEPT, AWAY)
_LEAST: Final = 3
"""Letters of a surname."""


def lone_surnames(  # noqa: PLR0913, PLR0917 - all that they are judged by
    tokens: Tokens,
    verbs: Sequence[int],
    spans: Sequence[Span],
    taken: bytearray,
    lexicon: Lexicon,
    countries: Collection[str],
) -> list[Span]:
    """Find surnames right behind a verb of speech that a clause, a quote or a phrase follows.

    Who bears it alone is linked where the text speaks of his country; of several bearers nobody is.
    """
    found: list[Span] = []
    meant: dict[str, Named] = {}
    words = tokens.words
    for at in verbs:
        if at + 1 >= len(words) or SPEECH[words[at]].lemma not in _VERBS or tokens.between(at).strip(' "«'):
            continue
        word, step = words[at + 1], at + 1
        if taken[step] or len(word) < _LEAST or word not in lexicon.bearers_of_surnames or not _ends(tokens, step):
            continue
        if any(word in others for others in _OTHERS) or word in lexicon.demonyms:
            continue
        if word not in meant:
            named = _meant(word, spans, lexicon, countries)
            if named is None:
                continue
            meant[word] = named
        found.append(Span(step, step + 1, *tokens.spans[step], meant[word], full=False))
        take(taken, found[-1])
    return found


def _ends(tokens: Tokens, at: int) -> bool:
    """Say whether a name is over behind a token."""
    if at + 1 >= len(tokens.words) or tokens.between(at) != " ":
        return True
    after = tokens.words[at + 1]
    return after in CLAUSE or after in AWAY or after in SPEECH


def _meant(word: str, spans: Sequence[Span], lexicon: Lexicon, countries: Collection[str]) -> Named | None:
    bearers: list[Known] = lexicon.bearers_of_surnames[word]
    named = {span.named.id for span in spans}
    present = [known for known in bearers if known.id in named]
    if len(present) == 1:
        return of_lexicon(present[0])
    if not any(country in countries for known in bearers for country in known.countries):
        return None
    return of_lexicon(bearers[0]) if len(bearers) == 1 else of_text("PER", word)
