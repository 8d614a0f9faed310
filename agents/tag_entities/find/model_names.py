"""Names that the model sees and nothing else has found: taken when it is sure enough, trimmed to the bare name."""

import re
from collections.abc import Sequence
from typing import Final

from agents.arabic.clitics import is_accusative_adjective, peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef, Evidence, ModelName, Name
from agents.tag_entities.find.person_name import ends_in_pronoun
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import CONNECTORS, DROPPED, KEPT, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import CLAUSE, SPEECH
from streams.records.entities import EntityType

MIN_SCORE: Final[dict[EntityType, float]] = {"PER": 0.35, "LOC": 0.6, "ORG": 0.6, "MISC": 0.7}
MIN_SCORE_ALONE: Final[dict[EntityType, float]] = {"PER": 0.7, "LOC": 0.75, "ORG": 0.8, "MISC": 0.85}
"""How sure the model must be of a name of several words, and of one."""
MIN_NAME_LETTERS = 3
_NEVER: Final = folded("باسم لقاء مباراة مواجهة قمة")
"""Common words that a model takes for first names."""
_FUNCTION: Final = folded("إلى على من في عن مع بين أن إن فإن وإن وأن الذي التي أو ثم قد كان هو هي كما بعد قبل ضد")
"""No name begins with these."""


_CALLED: Final = folded("الملقب الملقبة المكنى المكناة المعروف المعروفة المدعو المدعوة")
"""What stands between a name and another that its bearer goes by."""
_BRACKETED: Final = re.compile(r"\w \((\w+)\)")
"""One word in brackets behind another."""


class ModelNames:
    """The pass that adds the model's names; a longer name of a person takes the place of what stands there."""

    name = "ModelNames"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Add names that the model is sure enough of."""
        tokens, word_kinds = draft.tokens, self._word_kinds
        people = (name for name in draft.model_names if name.type == "PER" and name.last - name.first > 1)
        surnames = {tokens.words[name.last - 1] for name in people}
        bracketed = {
            word for word in _BRACKETED.findall(tokens.text) if not (word_kinds[word].given or word_kinds[word].family)
        }
        for seen in [part for whole in draft.model_names for part in _split(tokens, whole, word_kinds)]:
            trimmed = _trim(tokens, seen, self._lexicon, word_kinds)
            if trimmed is None:
                continue
            first, last, skip = trimmed
            bare = tokens.words[first][skip:]
            if last - first == 1 and seen.type == "PER" and bare in surnames:
                continue  # whose it is, is told from who was named last
            if last - first == 1 and bare in bracketed:
                continue  # what an acronym is of, the words before its bracket tell
            inside = [name for at in range(first, last) if (name := draft.name_at(at)) is not None]
            if not draft.is_free(first, last) and not self._may_take(draft, seen, first, last, inside):
                continue
            if not _is_sure(tokens, seen, first, last, skip, word_kinds):
                continue
            draft.drop(inside)
            start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
            entity = self._entity(seen.type, tokens.text[start:end])
            full = seen.type != "PER" or last - first > 1
            draft.add(first, last, start, end, entity, full=full, evidence=(Evidence("the model", seen.score),))

    def _may_take(self, draft: Draft, seen: ModelName, first: int, last: int, inside: list[Name]) -> bool:
        """Whether a person's name may take the place of the names inside it."""
        longer = (
            seen.type == "PER"
            and seen.score >= MIN_SCORE["PER"]
            and all(self._may_yield(name, first, last) for name in inside)
        )
        begun = draft.is_taken(first) and draft.name_at(first) is None
        beyond = draft.is_taken(last - 1) and inside and inside[-1].last > last
        return longer and not begun and not beyond

    def _may_yield(self, name: Name, first: int, last: int) -> bool:
        """Whether a name found otherwise gives way to a longer person's name around it."""
        if name.entity.id in self._lexicon.own:
            return False
        if name.entity.known is not None and name.last - name.first > 1:
            return False  # the lexicon's full name
        return (
            name.last <= last
            and name.last - name.first < last - first
            and (name.entity.type == "PER" or name.last - name.first == 1)
        )

    def _entity(self, entity_type: EntityType, surface: str) -> EntityRef:
        """Link what a model sees where the lexicon holds it without doubt; the unsure were decided before."""
        bearers = [b for b in self._lexicon.bearers(surface) if b.known.type == entity_type and not b.unsure]
        return EntityRef.of_lexicon(bearers[0].known) if len(bearers) == 1 else EntityRef.of_text(entity_type, surface)


def _split(tokens: Tokens, name: ModelName, word_kinds: WordKinds) -> list[ModelName]:
    """Cut a person's name where a word with a proclitic begins another: نانسي عجرم وكارول سماحة."""
    if name.type != "PER" or name.last - name.first < 2:  # noqa: PLR2004 - words
        return [name]
    cuts = [name.first]
    for at in range(name.first + 1, name.last):
        word = tokens.words[at]
        kind = word_kinds[word]
        if word in CONNECTORS or kind.given or kind.family or len(word) <= MIN_NAME_LETTERS:
            continue
        rest = word_kinds[word[1:]]
        if (word[0] == "و" and (rest.name or word[1:].startswith("ال"))) or (
            word[0] in "لبف" and (rest.firm or word[1:] in ("ام", "ابو"))
        ):
            cuts.append(at)
    ends = [*cuts[1:], name.last]
    parts = [name._replace(first=a, last=b) for a, b in zip(cuts, ends, strict=True)]
    return [part for part in parts if part is parts[0] or not tokens.words[part.first].startswith("وال")]


def _trim(tokens: Tokens, name: ModelName, lexicon: Lexicon, word_kinds: WordKinds) -> tuple[int, int, int] | None:
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
        and not word_kinds[words[first]].name
        and (words[first + 1] in CONNECTORS or word_kinds[words[first + 1]].firm)
    ):
        first += 1
    while (
        name.type == "PER" and last - first > 1 and words[first].startswith("لل") and not word_kinds[words[first]].name
    ):
        first += 1  # للفرنكوفونية سليم خلبوص
    if name.type == "PER":
        first, last = _without_office(words, first, last, word_kinds)
    if name.type in ("PER", "LOC"):
        while last - 1 > first and words[last - 1] in lexicon.demonyms and not word_kinds[words[last - 1]].family:
            last -= 1
    spoken = [at for at in range(first + 1, last) if words[at] in SPEECH or words[at] in _CALLED]
    if name.type == "PER" and spoken:
        last = spoken[0]  # a verb behind the name
    if name.type == "PER" and _begun_before(tokens, first, word_kinds):
        first -= 1
    if first >= last or (last - first == 1 and name.type != "PER" and _adjective(words[first], lexicon)):
        return None
    return first, last, _proclitic(tokens, first, lexicon, word_kinds)


def _without_office(words: Sequence[str], first: int, last: int, word_kinds: WordKinds) -> tuple[int, int]:
    """Take an office off a person's name: the one before it that no list has, and the next one's behind it."""
    while last - first > 1 and _generic(words[first], word_kinds) and word_kinds[words[first + 1]].firm:
        first += 1
    while last - first > 1 and words[last - 1] in TITLES and not word_kinds[words[last - 1]].name:
        last -= 1
    return first, last


def _generic(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word with an article is no given name, as الطيب is one: what stands so before one is an office."""
    return word.startswith(("ال", "لل", "بال", "وال")) and not word_kinds[word].given


def _adjective(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.demonyms or is_accusative_adjective(word, lexicon.common)


def _begun_before(tokens: Tokens, first: int, word_kinds: WordKinds) -> bool:
    """Whether a given name that looks like another word stands right before: قال تركي الغنيماوي."""
    if first < 2 or tokens.between(first - 1) != " " or not tokens.words[first].startswith("ال"):  # noqa: PLR2004 - a verb or a title, a name
        return False
    before, opener = tokens.words[first - 1], tokens.words[first - 2]
    return word_kinds[before].given and before not in TITLES and (opener in SPEECH or opener in TITLES)


def _proclitic(tokens: Tokens, first: int, lexicon: Lexicon, word_kinds: WordKinds) -> int:  # noqa: PLR0911 - a case a line
    """Say how many letters of a name's first word are no part of it."""
    word = tokens.words[first]
    options = peel(word)
    if word.startswith(("بال", "فال", "كال", "وال")) and len(word) > 5:  # noqa: PLR2004 - letters
        return 1
    if word.startswith("لل"):
        return 2
    if word.startswith("ولل"):
        return 3
    if len(options) > 1 and word_kinds[options[1][1]].firm and not word_kinds[word].given:
        return options[1][0]
    for skip, rest in options:
        kind = word_kinds[rest]
        if rest in lexicon.vocabulary or kind.given or kind.family:
            return skip
    if word[0] in "وفبلك" and len(options) > 1:
        rest = options[1][1]
        if rest in tokens.words:
            return options[1][0]
        if word[0] == "و" and len(rest) > MIN_NAME_LETTERS and not word_kinds[rest].common:
            return 1
    return 0


def _is_sure(  # noqa: PLR0911, PLR0913, PLR0917 - what a suggestion is judged by
    tokens: Tokens, name: ModelName, first: int, last: int, skip: int, word_kinds: WordKinds
) -> bool:
    words = tokens.words
    bare = words[first][skip:]
    if (
        name.type == "PER"
        and last - first > 1
        and any(ends_in_pronoun(word, word_kinds[word]) for word in words[first:last])
    ):
        return False
    if last - first > 1:
        if all(word_kinds[w].common and not word_kinds[w].name for w in (bare, *words[first + 1 : last])):
            return name.score >= MIN_SCORE_ALONE[name.type] and name.type != "PER"
        if (
            name.type == "PER"
            and (bare in CONNECTORS or words[last - 1] in CONNECTORS)
            and bare not in ("ابو", "ام", "بن", "ال")
        ):
            return False
        return name.score >= MIN_SCORE[name.type]
    kind = word_kinds[bare]
    if bare.startswith("ال") and (bare[2:] in KEPT or bare[2:] in DROPPED):
        return False  # a bare noun that refers back
    before = words[first - 1] if first and tokens.between(first - 1) == " " else ""
    if bare.startswith("ال") and bare.endswith("ي") and before.startswith(("ال", "وال", "لل", "بال")):
        return before in TITLES and name.score >= MIN_SCORE_ALONE[name.type]  # الهجوم الحوثي: an adjective
    if len(bare) < MIN_NAME_LETTERS or (kind.common and not kind.firm) or bare.isdigit():
        return False
    return name.score >= MIN_SCORE_ALONE[name.type]
