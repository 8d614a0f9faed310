"""Who is named at the beginning of a line, before a colon: ترامب: نخوض نقاشات جيدة مع إيران."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANSWERS, QUESTIONS, ROLES, SPEECH

RULE: Final = "name and colon that open a line"
_INTERVIEWEE: Final = "who is interviewed"
"""How a speaker is found, for `--explain`."""
_MAX_LEAD_WORDS: Final = 14
_ENDS: Final = frozenset(".\n؟!")
"""Signs behind which no lead goes on."""
_FORMS_OF_VERBS: Final = frozenset(["past", "present", "several", "object"])
_WORDS_OF_OFFICES: Final = frozenset(["في", "باسم", "عن"]).union(TITLES, TITLE_RUN, ROLE_HEADS, ROLES, KEPT, DROPPED)
"""What stands before a name, or between its words: المتحدث باسم."""


class Lead(NamedTuple):
    """Who speaks at the beginning of a line, up to the token `end`, behind which a colon stands."""

    first: int
    end: int
    speaker: EntityRef | None
    titled: str
    """What opens the line where nobody is named: a title, a place or another word."""
    strange: int
    """Words that are no part of a name or an office."""
    rule: str = RULE


def find_leads(tokens: Tokens, names: Sequence[Name]) -> list[Lead]:
    """Return the leads of lines, up to their first colon: وزير الخارجية عباس عراقجي:."""
    starts = [0, *(at + 1 for at, gap in enumerate(tokens.gaps) if "\n" in gap), len(tokens.words)]
    by_first = {name.first: name for name in names}
    lines = [line for line in pairwise(starts) if ":" in "".join(tokens.gaps[slice(*line)])]
    leads = [lead for first, last in lines if (lead := _lead(tokens, by_first, first, last)) is not None]
    question = next((lead for lead in leads if _is_one_of(tokens, lead, QUESTIONS)), None)
    interviewee = _named_most(names, question.first) if question is not None else None
    if interviewee is None:
        return leads
    answer = Lead(0, 0, interviewee, "", 0, _INTERVIEWEE)
    return [
        answer._replace(first=lead.first, end=lead.end) if _is_one_of(tokens, lead, ANSWERS) else lead for lead in leads
    ]


def _is_one_of(tokens: Tokens, lead: Lead, words: Collection[str]) -> bool:
    """Whether a lead is one of some words, and no more: س: كيف ترى المستقبل؟."""
    return lead.end == lead.first + 1 and tokens.words[lead.first] in words


def _named_most(names: Sequence[Name], end: int) -> EntityRef | None:
    """Return the person named most before a token, of several the first."""
    people = [name.entity for name in names if name.last <= end and name.entity.type == "PER"]
    counts = Counter(person.id for person in people)
    return max(people, key=lambda person: counts[person.id], default=None)


def _lead(tokens: Tokens, names: dict[int, Name], first: int, last: int) -> Lead | None:
    position, strange = first, 0
    speaker: EntityRef | None = None
    titled = ""
    limit = min(first + _MAX_LEAD_WORDS, last)
    while position < limit:
        name, word = names.get(position), tokens.words[position]
        end = position + 1
        if name is not None:
            end = name.last
            if name.entity.type in {"PER", "ORG"} and (speaker is None or _follows(tokens, name, speaker, strange)):
                speaker = name.entity
            elif not titled:
                titled = name.entity.type
        elif word in SPEECH and SPEECH[word].form in _FORMS_OF_VERBS:
            return None
        elif _is_title(word):
            titled = titled or ("office" if word in ROLE_HEADS else "title")
        else:
            strange += 1
            titled = titled or "other"
        signs = "".join(tokens.gaps[position:end])
        if ":" in signs:
            if titled == "LOC" and speaker is not None and speaker.known is not None and speaker.known.kind == "agency":
                return None  # الدوحة - قنا: a dateline
            return Lead(first, end, speaker, titled, strange)
        if not _ENDS.isdisjoint(signs):
            return None
        position = end
    return None


def _follows(tokens: Tokens, name: Name, speaker: EntityRef, strange: int) -> bool:
    """Whether a name behind another is the speaker's: الجيش الإسرائيلي أفيخاي أدرعي, and not ترامب لنتنياهو."""
    peeled = name.start != tokens.spans[name.first][0]
    return not strange and not peeled and (name.entity.type == "PER" or speaker.type == "ORG")


def _is_title(word: str) -> bool:
    return word in _WORDS_OF_OFFICES or word.startswith(("ال", "لل", "بال"))
