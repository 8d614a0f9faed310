"""How far names of people reach whom no list has: over hyphens, and to the comma that ends an apposition."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Span, of_text, take
from agents.tag_entities.find.person_name import STOP
from agents.tag_entities.word_kinds import Kinds
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, SPEECH

_ENDS: Final = ("،", ",", ")")
_MOST: Final = 2
"""Words that an apposition adds to a name."""
_BACK: Final = 12
"""Words before an apposition in which the office stands."""
_NAME: Final = 4
"""Words of a name between a verb and an office, at most."""
_PAIR: Final = 2
_VERBS: Final = folded("قال أكد أضاف أوضح أعلن ذكر صرح أشار لفت اعتبر كشف حذر يقول يؤكد يرى توقع")
_NEVER: Final = folded(
    "أمس اليوم غدا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة الماضي المقبل أيضا كذلك وهو وهي "
    "حاليا سابقا"
)


def reached(
    tokens: Tokens, spans: Sequence[Span], taken: bytearray, kinds: Kinds, demonyms: dict[str, str]
) -> list[Span]:
    """Give the spans, people whom only the text names stretched to where their names end."""
    result: list[Span] = []
    by_first = {span.first: span for span in spans}
    for span in sorted(spans, key=lambda s: s.first):
        if result and span.first < result[-1].last:
            continue  # a name that the one before has taken in
        if span.named.type != "PER" or span.named.known is not None:
            result.append(span)
            continue
        first, last = _hyphened(tokens, span.first, span.last, taken, by_first)
        if last == span.last and span.full:
            last = _to_comma(tokens, first, last, taken, kinds, demonyms)
        if (first, last) != (span.first, span.last):
            start = tokens.spans[first][0] if first < span.first else span.start
            end = tokens.spans[last - 1][1]
            span = Span(first, last, start, end, of_text("PER", tokens.text[start:end]))  # noqa: PLW2901 - the same name
            take(taken, span)
        result.append(span)
    return result


def set_apart(tokens: Tokens, titles: Sequence[int], taken: bytearray, kinds: Kinds) -> list[Span]:
    """Find names that no list has between two commas behind a title: قال الأستاذ، نيل جيميل، وهو خبير."""
    found: list[Span] = []
    words = tokens.words
    for at in titles:
        first = at + 1
        if first + 1 >= len(words) or tokens.between(at) != "، " or words[first].startswith("ال"):
            continue
        last = first
        while last < first + _NAME - 1 and last < len(words) and (last == first or tokens.between(last - 1) == " "):
            if not _in_name(words[last]) or words[last].endswith("ا") or words[last] in STOP:
                break
            last += 1
        if last - first != _PAIR or any(taken[first:last]) or not tokens.between(last - 1).startswith("،"):
            continue
        if all(kinds[word].exact for word in words[first:last]):
            continue
        start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
        found.append(Span(first, last, start, end, of_text("PER", tokens.text[start:end])))
        take(taken, found[-1])
    return found


def apposed(tokens: Tokens, verbs: Sequence[int], taken: bytearray, demonyms: dict[str, str]) -> list[Span]:
    """Find unlisted names between a verb of speech and the bearer's office: قال عنتر الذيفاني، الناطق باسم."""
    found: list[Span] = []
    words = tokens.words
    for at in verbs:
        first = at + 1
        if SPEECH[words[at]].lemma not in _VERBS or first + 2 >= len(words):
            continue
        last = first
        while last < first + _NAME and last < len(words) and tokens.between(last - 1) == " " and _in_name(words[last]):
            last += 1
        if last - first < _PAIR or words[first].startswith("ال") or any(taken[first:last]) or last >= len(words):
            continue
        office = words[last] in TITLES or words[last] in ROLE_HEADS
        if tokens.between(last - 1).strip() != "،" or not office or any(word in demonyms for word in words[first:last]):
            continue
        start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
        found.append(Span(first, last, start, end, of_text("PER", tokens.text[start:end])))
        take(taken, found[-1])
    return found


def _in_name(word: str) -> bool:
    """Say whether a word can be part of a name between a verb and an office."""
    others = (TITLES, ROLE_HEADS, TITLE_RUN, AWAY, CLAUSE, SPEECH, ANONYMOUS, BODIES, DOCUMENTS, DROPPED, KEPT, _NEVER)
    return word.isalpha() and len(word) > 1 and not any(word in other for other in others)


def _hyphened(tokens: Tokens, first: int, last: int, taken: bytearray, by_first: dict[int, Span]) -> tuple[int, int]:
    """Take the words that hyphens tie to a name: ماري-أنييس ستراك-تسيمرمان; no other known name."""
    words, whole = tokens.words, first
    while first and words[first - 1].isalpha() and not taken[first - 1]:
        double = first > 1 and tokens.between(first - 2) == "-" and tokens.between(first - 1) == " "
        if tokens.between(first - 1) != "-" and not (double and first < whole):
            break
        first -= 1
    while last < len(words) and tokens.between(last - 1) == "-" and words[last].isalpha():
        other = by_first.get(last)
        if taken[last] and (other is None or other.named.type != "PER" or other.named.known is not None):
            break
        last = other.last if other is not None else last + 1
    return first, last


def _to_comma(  # noqa: PLR0913, PLR0917 - what a word is judged by
    tokens: Tokens, first: int, last: int, taken: bytearray, kinds: Kinds, demonyms: dict[str, str]
) -> int:
    """Take the words up to the comma when commas set a name apart behind its bearer's office: المتحدث، علاء نقد، إن."""
    words = tokens.words
    if not first or tokens.between(first - 1).strip() not in ("،", ",") or not _behind_office(tokens, first):
        return last
    for end in range(last, min(last + _MOST, len(words))):
        word = words[end]
        if tokens.between(end - 1) != " " or taken[end] or not word.isalpha():
            return last
        if word in _NEVER or word in AWAY or word in CLAUSE or word in SPEECH or word in demonyms:
            return last
        if (
            word in TITLES
            or word in ROLE_HEADS
            or word in TITLE_RUN
            or (word.startswith("ال") and not kinds[word].family)
        ):
            return last
        if tokens.between(end).strip().startswith(_ENDS):
            return end + 1
    return last


def _behind_office(tokens: Tokens, first: int) -> bool:
    """Say whether a title stands before an apposition, in its sentence."""
    for at in range(first - 1, max(-1, first - _BACK), -1):
        if tokens.words[at] in TITLES or tokens.words[at] in ROLE_HEADS:
            return True
        if at and tokens.parted(at - 1, ".\n:،"):
            return False
    return False
