"""Names that the model sees and nothing else has found: taken when it is sure enough, trimmed to the bare name."""

import re
from collections.abc import Sequence
from typing import Final

from agents.arabic.clitics import is_accusative_adjective, peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Named, Span, of_lexicon, of_text, take
from agents.tag_entities.find.model_text import Seen
from agents.tag_entities.find.person_name import owned
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, Lexicon
from agents.tag_entities.match.decide import UNSURE
from agents.tag_entities.word_kinds import CONNECTORS, Kinds
from agents.tag_entities.words.roles import DROPPED, KEPT, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import CLAUSE, SPEECH
from streams.records.entities import EntityType

_LEAST: Final[dict[EntityType, float]] = {"PER": 0.35, "LOC": 0.6, "ORG": 0.6, "MISC": 0.7}
_ALONE: Final[dict[EntityType, float]] = {"PER": 0.7, "LOC": 0.75, "ORG": 0.8, "MISC": 0.85}
"""How sure the model must be of a name of several words, and of one."""
_LETTERS = 3
_NEVER: Final = folded("باسم لقاء مباراة مواجهة قمة")
"""Common words that a model takes for first names."""
_FUNCTION: Final = folded("إلى على من في عن مع بين أن إن فإن وإن وأن الذي التي أو ثم قد كان هو هي كما بعد قبل ضد")
"""No name begins with these."""


_CALLED: Final = folded("الملقب الملقبة المكنى المكناة المعروف المعروفة المدعو المدعوة")
"""What stands between a name and another that its bearer goes by."""
_BRACKETED: Final = re.compile(r"\w \((\w+)\)")
"""One word in brackets behind another."""


def suggested(  # noqa: PLR0913, PLR0917 - all that a suggestion is judged by
    tokens: Tokens, seen: Sequence[Seen], spans: list[Span], taken: bytearray, lexicon: Lexicon, kinds: Kinds
) -> list[Span]:
    """Add the model's names to those found; a person's name that is longer than what stands there takes its place."""
    by_first = {span.first: span for span in spans}
    surnames = {tokens.words[name.last - 1] for name in seen if name.type == "PER" and name.last - name.first > 1}
    bracketed = {word for word in _BRACKETED.findall(tokens.text) if not (kinds[word].given or kinds[word].family)}
    for name in [part for whole in seen for part in _split(tokens, whole, kinds)]:
        trimmed = _trim(tokens, name, lexicon, kinds)
        if trimmed is None:
            continue
        first, last, skip = trimmed
        if last - first == 1 and name.type == "PER" and tokens.words[first][skip:] in surnames:
            continue  # whose it is, is told from who was named last
        if last - first == 1 and tokens.words[first][skip:] in bracketed:
            continue  # what an acronym is of, the words before its bracket tell
        inside = [by_first[at] for at in range(first, last) if at in by_first]
        if any(taken[first:last]):
            longer = (
                name.type == "PER"
                and name.score >= _LEAST["PER"]
                and all(_may_yield(s, first, last, lexicon) for s in inside)
            )
            begun = taken[first] and first not in by_first
            if not longer or begun or (last < len(taken) and taken[last - 1] and inside and inside[-1].last > last):
                continue
        if not _sure(tokens, name, first, last, skip, kinds):
            continue
        for span in inside:
            del by_first[span.first]
        start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
        span = Span(first, last, start, end, _named(lexicon, name.type, tokens, start, end), _full(name, first, last))
        by_first[first] = span
        take(taken, span)
    return list(by_first.values())


def _split(tokens: Tokens, name: Seen, kinds: Kinds) -> list[Seen]:
    """Cut a person's name where a word with a proclitic begins another: نانسي عجرم وكارول سماحة."""
    if name.type != "PER" or name.last - name.first < 2:  # noqa: PLR2004 - words
        return [name]
    cuts = [name.first]
    for at in range(name.first + 1, name.last):
        word = tokens.words[at]
        kind = kinds[word]
        if word in CONNECTORS or kind.given or kind.family or len(word) <= _LETTERS:
            continue
        rest = kinds[word[1:]]
        if (word[0] == "و" and (rest.name or word[1:].startswith("ال"))) or (
            word[0] in "لبف" and (rest.firm or word[1:] in ("ام", "ابو"))
        ):
            cuts.append(at)
    ends = [*cuts[1:], name.last]
    parts = [name._replace(first=a, last=b) for a, b in zip(cuts, ends, strict=True)]
    return [part for part in parts if part is parts[0] or not tokens.words[part.first].startswith("وال")]


def _full(name: Seen, first: int, last: int) -> bool:
    return name.type != "PER" or last - first > 1


def _may_yield(span: Span, first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a name found otherwise gives way to a longer person's name around it."""
    if span.named.id in lexicon.own:
        return False
    if span.named.known is not None and span.last - span.first > 1:
        return False  # the lexicon's full name
    return (
        span.last <= last
        and span.last - span.first < last - first
        and (span.named.type == "PER" or span.last - span.first == 1)
    )


def _trim(tokens: Tokens, name: Seen, lexicon: Lexicon, kinds: Kinds) -> tuple[int, int, int] | None:
    """Take generic words, titles, nationalities and a proclitic off: first and last token, letters peeled."""
    words = tokens.words
    first, last = name.first, name.last
    while first < last and (
        words[first] in DROPPED
        or words[first] in _FUNCTION
        or words[first] in CLAUSE
        or (
            name.type == "PER"
            and (
                words[first] in _NEVER
                or words[first] in TITLES
                or words[first] in TITLE_RUN
                or words[first] in lexicon.demonyms
            )
        )
        or any(rest in DROPPED for _, rest in peel(words[first]))
    ):
        first += 1
    while (
        name.type == "PER"
        and last - first > 1
        and words[first] not in CONNECTORS
        and not kinds[words[first]].name
        and (words[first + 1] in CONNECTORS or kinds[words[first + 1]].firm)
    ):
        first += 1
    while name.type == "PER" and last - first > 1 and words[first].startswith("لل") and not kinds[words[first]].name:
        first += 1  # للفرنكوفونية سليم خلبوص
    if name.type == "PER":
        first, last = _without_office(words, first, last, kinds)
    if name.type in ("PER", "LOC"):
        while last - 1 > first and words[last - 1] in lexicon.demonyms and not kinds[words[last - 1]].family:
            last -= 1
    spoken = [at for at in range(first + 1, last) if words[at] in SPEECH or words[at] in _CALLED]
    if name.type == "PER" and spoken:
        last = spoken[0]  # a verb behind the name
    if name.type == "PER" and _begun_before(tokens, first, kinds):
        first -= 1
    if first >= last or (last - first == 1 and name.type != "PER" and _adjective(words[first], lexicon)):
        return None
    return first, last, _proclitic(tokens, first, lexicon, kinds)


def _without_office(words: Sequence[str], first: int, last: int, kinds: Kinds) -> tuple[int, int]:
    """Take an office off a person's name: the one before it that no list has, and the next one's behind it."""
    while last - first > 1 and _generic(words[first], kinds) and kinds[words[first + 1]].firm:
        first += 1
    while last - first > 1 and words[last - 1] in TITLES and not kinds[words[last - 1]].name:
        last -= 1
    return first, last


def _generic(word: str, kinds: Kinds) -> bool:
    """Say whether a word with an article is no given name, as الطيب is one: what stands so before one is an office."""
    return word.startswith(("ال", "لل", "بال", "وال")) and not kinds[word].given


def _adjective(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.demonyms or is_accusative_adjective(word, lexicon.common)


def _begun_before(tokens: Tokens, first: int, kinds: Kinds) -> bool:
    """Say whether a given name that looks like another word stands right before: قال تركي الغنيماوي."""
    if first < 2 or tokens.between(first - 1) != " " or not tokens.words[first].startswith("ال"):  # noqa: PLR2004 - a verb or a title, a name
        return False
    before, opener = tokens.words[first - 1], tokens.words[first - 2]
    return kinds[before].given and before not in TITLES and (opener in SPEECH or opener in TITLES)


def _proclitic(tokens: Tokens, first: int, lexicon: Lexicon, kinds: Kinds) -> int:  # noqa: PLR0911 - a case a line
    """Say how many letters of a name's first word are no part of it."""
    word = tokens.words[first]
    options = peel(word)
    if word.startswith(("بال", "فال", "كال", "وال")) and len(word) > 5:  # noqa: PLR2004 - letters
        return 1
    if word.startswith("لل"):
        return 2
    if word.startswith("ولل"):
        return 3
    if len(options) > 1 and kinds[options[1][1]].firm and not kinds[word].given:
        return options[1][0]
    for skip, rest in options:
        kind = kinds[rest]
        if rest in lexicon.vocabulary or kind.given or kind.family:
            return skip
    if word[0] in "وفبلك" and len(options) > 1:
        rest = options[1][1]
        if rest in tokens.words:
            return options[1][0]
        if word[0] == "و" and len(rest) > _LETTERS and not kinds[rest].common:
            return 1
    return 0


def _sure(  # noqa: PLR0911, PLR0913, PLR0917 - what a suggestion is judged by
    tokens: Tokens, name: Seen, first: int, last: int, skip: int, kinds: Kinds
) -> bool:
    words = tokens.words
    bare = words[first][skip:]
    if name.type == "PER" and last - first > 1 and any(owned(word, kinds[word]) for word in words[first:last]):
        return False
    if last - first > 1:
        if all(kinds[w].common and not kinds[w].name for w in (bare, *words[first + 1 : last])):
            return name.score >= _ALONE[name.type] and name.type != "PER"
        if (
            name.type == "PER"
            and (bare in CONNECTORS or words[last - 1] in CONNECTORS)
            and bare not in ("ابو", "ام", "بن", "ال")
        ):
            return False
        return name.score >= _LEAST[name.type]
    kind = kinds[bare]
    if bare.startswith("ال") and (bare[2:] in KEPT or bare[2:] in DROPPED):
        return False  # a bare noun that refers back
    before = words[first - 1] if first and tokens.between(first - 1) == " " else ""
    if bare.startswith("ال") and bare.endswith("ي") and before.startswith(("ال", "وال", "لل", "بال")):
        return before in TITLES and name.score >= _ALONE[name.type]  # الهجوم الحوثي: an adjective
    if len(bare) < _LETTERS or (kind.common and not kind.firm) or bare.isdigit():
        return False
    return name.score >= _ALONE[name.type]


def _named(lexicon: Lexicon, kind: EntityType, tokens: Tokens, start: int, end: int) -> Named:
    """Link what a model sees where the lexicon holds it without doubt; the unsure were decided before."""
    surface = tokens.text[start:end]
    bearers = [
        b for b in lexicon.surfaces.get(surface, ()) if lexicon.entities[b >> FLAG_BITS].type == kind and not b & UNSURE
    ]
    if len(bearers) == 1:
        return of_lexicon(lexicon.entities[bearers[0] >> FLAG_BITS])
    return of_text(kind, surface)
