"""How far names of people reach whom no list has: over hyphens, and to the comma that ends an apposition."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import AWAY, CLAUSE, SPEECH

_ENDS: Final = ("،", ",", ")")
MAX_ADDED_WORDS: Final = 2
"""Words that an apposition adds to a name."""
MAX_WORDS_TO_OFFICE: Final = 12
"""Words before an apposition in which the office stands."""
NO_NAMES: Final = folded(
    "أمس اليوم غدا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة الماضي المقبل أيضا كذلك وهو وهي "
    "حاليا سابقا"
)


class Extents:
    """The pass that stretches people whom only the text names to where their names end."""

    name = "Extents"
    starts = None

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> None:
        self._word_kinds = word_kinds
        self._demonyms = demonyms

    def run(self, draft: Draft) -> None:
        """Stretch names; one that the name before has taken in is dropped."""
        end = 0
        for name in draft.names:
            if name.first < end:
                draft.drop([name])
                continue
            stretched = self._stretch(draft, name)
            if stretched is not name:
                draft.replace(name, stretched)
            end = stretched.last

    def _stretch(self, draft: Draft, name: Name) -> Name:
        if name.entity.type != "PER" or name.entity.known is not None:
            return name
        first, last = _over_hyphens(draft, name.first, name.last)
        if last == name.last and name.full:
            last = _to_comma(draft, first, last, self._word_kinds, self._demonyms)
        if (first, last) == (name.first, name.last):
            return name
        tokens = draft.tokens
        start = tokens.spans[first][0] if first < name.first else name.start
        end = tokens.spans[last - 1][1]
        return Name(first, last, start, end, EntityRef.of_text("PER", tokens.text[start:end]))


def _over_hyphens(draft: Draft, first: int, last: int) -> tuple[int, int]:
    """Return where a name reaches with the words that hyphens tie to it: ماري-أنييس ستراك-تسيمرمان."""
    tokens = draft.tokens
    words, whole = tokens.words, first
    while first and words[first - 1].isalpha() and not draft.is_taken(first - 1):
        double = first > 1 and tokens.between(first - 2) == "-" and tokens.between(first - 1) == " "
        if tokens.between(first - 1) != "-" and not (double and first < whole):
            break
        first -= 1
    while last < len(words) and tokens.between(last - 1) == "-" and words[last].isalpha():
        other = draft.name_at(last)
        if draft.is_taken(last) and (other is None or other.entity.type != "PER" or other.entity.known is not None):
            break
        last = other.last if other is not None else last + 1
    return first, last


def _to_comma(draft: Draft, first: int, last: int, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> int:
    """Return where a name ends that commas set apart behind its bearer's office: المتحدث، علاء نقد، إن."""
    tokens = draft.tokens
    words = tokens.words
    if not first or tokens.between(first - 1).strip() not in ("،", ",") or not _behind_office(tokens, first):
        return last
    for end in range(last, min(last + MAX_ADDED_WORDS, len(words))):
        word = words[end]
        if tokens.between(end - 1) != " " or draft.is_taken(end) or not word.isalpha():
            return last
        if word in NO_NAMES or word in AWAY or word in CLAUSE or word in SPEECH or word in demonyms:
            return last
        if (
            word in TITLES
            or word in ROLE_HEADS
            or word in TITLE_RUN
            or (word.startswith("ال") and not word_kinds[word].family)
        ):
            return last
        if tokens.between(end).strip().startswith(_ENDS):
            return end + 1
    return last


def _behind_office(tokens: Tokens, first: int) -> bool:
    """Whether a title stands before an apposition, in its sentence."""
    for at in range(first - 1, max(-1, first - MAX_WORDS_TO_OFFICE), -1):
        if tokens.words[at] in TITLES or tokens.words[at] in ROLE_HEADS:
            return True
        if at and tokens.parted(at - 1, ".\n:،"):
            return False
    return False
