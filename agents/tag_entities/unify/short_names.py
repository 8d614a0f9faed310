"""Bring the ways in which an article names an entity together: surnames, first names, acronyms, longer names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import CHILDREN, CLOSING_PARTS, SONS
from agents.tag_entities.words.people import TOO_COMMON
from agents.tag_entities.words.roles import CONNECTORS, DROPPED, KEPT, TITLES
from agents.tag_entities.words.speech import SPEECH

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
MIN_SHORT_NAME_LETTERS = 3
"""Letters of a surname or an acronym."""
MIN_DEFINITE_LETTERS = 4
"""Letters of ال and two more."""
MAX_BEARERS = 300
"""Bearers of one short name that are looked at for one whom the lexicon lists by it."""
MAX_FORMS = 50
"""Short names with one first word that are looked for."""
CLUB_WORDS = 2
MIN_MODEL_SCORE = 0.5
"""How sure a model must be that a common word is a name where it stands."""


def parts(words: list[str]) -> list[str]:
    """Return the ends of a person's name that may stand for it, the longest first: نصر الله; no father's name."""
    ends: list[str] = []
    for at in range(1, len(words)):
        if words[at - 1] in CONNECTORS and words[at - 1] not in CLOSING_PARTS:
            continue
        end = words[at:]
        if end[0] in CHILDREN:
            continue
        ends.append(" ".join(end))
    return ends


class Aliases:
    """The short names that one article makes clear."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, list[tuple[int, list[str]]]] = {}
        """First word as it may stand, to the letters peeled and all words."""
        self._lexicon = lexicon
        self._ordered: dict[str, list[tuple[int, EntityRef]]] = {}
        """The bearers of a short name, in order; the one whom the lexicon lists by it alone when there is one."""
        self._bearers: dict[str, list[tuple[int, EntityRef]]] = {}
        """Short name to where fuller names that end so stand, and whose they are."""

    def add(self, name: str, entity: EntityRef, at: int) -> None:
        """Let a short name stand for an entity that the text names more fully at a token."""
        words = name.split(" ")
        if name in TOO_COMMON or (len(words) == 1 and len(name) < MIN_SHORT_NAME_LETTERS):
            return
        bearers = self._bearers.setdefault(name, [])
        bearers.append((at, entity))
        if len(bearers) > 1:
            return
        for proclitic in _PROCLITICS:
            self._forms.setdefault(proclitic + words[0], []).append((len(proclitic), words))
        if words[0].startswith("ال"):
            for opening, peeled in (("لل", 2), ("ولل", 3)):
                self._forms.setdefault(opening + words[0][2:], []).append((peeled, words))

    def find(self, draft: Draft, word_kinds: WordKinds) -> None:
        """Add short names in words that nothing has taken; of two bearers the one named last before it is meant."""
        forms = self._forms
        if not forms:
            return
        people = (name for name in draft.model_names if name.type == "PER" and name.score >= MIN_MODEL_SCORE)
        sure = {at for name in people for at in range(name.first, name.last)}
        tokens = draft.tokens
        words, spans = tokens.words, tokens.spans
        found: list[tuple[int, int, int, EntityRef]] = []
        for at in [i for i, word in enumerate(words) if word in forms]:
            for peeled, name in sorted(forms[words[at]][:MAX_FORMS], key=lambda form: -len(form[1])):
                last = at + len(name)
                if draft.is_taken(at) or words[at + 1 : last] != name[1:] or not draft.is_free(at + 1, last):
                    continue
                if _stands(tokens, at, last, peeled, word_kinds, sure):
                    found.append((at, last, peeled, self._bearer(" ".join(name), at)))
                    break
        for first, last, peeled, entity in found:
            draft.add(first, last, spans[first][0] + peeled, spans[last - 1][1], entity, full=False)

    def _bearer(self, name: str, at: int) -> EntityRef:
        if name not in self._ordered:
            bearers = sorted(self._bearers[name], key=lambda bearer: bearer[0])
            own = [bearer for bearer in bearers[:MAX_BEARERS] if self._known_so(name, bearer[1])]
            self._ordered[name] = own[:1] or bearers
        bearers = self._ordered[name]
        return bearers[max(0, bisect_left(bearers, at, key=lambda bearer: bearer[0]) - 1)][1]

    def _known_so(self, name: str, entity: EntityRef) -> bool:
        """Whether the lexicon holds a short name as somebody's own."""
        return any(b.known.id == entity.id and not b.surname for b in self._lexicon.bearers(name))


def _stands(tokens: Tokens, at: int, last: int, peeled: int, word_kinds: WordKinds, sure: set[int]) -> bool:  # noqa: PLR0913, PLR0917 - all that it is judged by
    """Whether a short name is one where it stands: no part of another name, no common word, no adjective."""
    words = tokens.words
    if last < len(words) and words[last] in SONS and tokens.between(last - 1) == " ":
        return False
    before = words[at - 1] if at and tokens.between(at - 1) == " " else ""
    if before in CONNECTORS or (before and word_kinds[before].sure and word_kinds[before].given and not peeled):
        return False
    word = words[at][peeled:]
    word_kind = word_kinds[word]
    if not word_kind.common or last - at > 1 or at in sure or before in TITLES or before in SPEECH:
        return True
    behind_noun = before.startswith("ال") and not peeled
    if behind_noun and word.startswith("ال") and word.endswith(("ي", "يه")):
        return False  # an adjective: العمل العربي
    if not word_kind.exact or word_kind.firm:
        return True
    return word.startswith("ال") and before not in KEPT and not behind_noun


class ShortNames:
    """The pass that finds the surnames, first names and acronyms that stand for what the article names in full."""

    name = "ShortNames"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Add short names in words that nothing has taken."""
        tokens, word_kinds, names = draft.tokens, self._word_kinds, draft.names
        aliases = Aliases(self._lexicon)
        for word, entity, at in (*_clubs(tokens, names, self._lexicon), *_acronyms(draft, names, word_kinds)):
            aliases.add(word, entity, at)
        full = [name for name in names if name.entity.type == "PER" and name.full]
        people = {name.entity.id: tokens.text[name.start : name.end].split(" ") for name in full}
        firsts = Counter(words[0] for words in people.values())
        lasts = Counter(words[-1] for words in people.values())
        for name in full:
            known = name.entity.known
            words = tokens.text[name.start : name.end].split(" ")
            if (known is None or lasts[words[-1]] > 1) and _first_may_stand(words, firsts, word_kinds):
                aliases.add(words[0], name.entity, name.first)
            if known is not None:
                for surname in known.surnames:
                    aliases.add(surname, name.entity, name.first)
                if known.surnames:
                    continue
            doubtful = known is None and _opens_no_name(words[0], word_kinds)
            for end in parts(words):
                if _may_stand(end, word_kinds) and not (doubtful and word_kinds[end].common):
                    aliases.add(end, name.entity, name.first)
        aliases.find(draft, word_kinds)


def _clubs(tokens: Tokens, names: Iterable[Name], lexicon: Lexicon) -> list[tuple[str, EntityRef, int]]:
    """Return what clubs are called without their nation: السد, of السد القطري."""
    found = []
    for name in names:
        words = tokens.text[name.start : name.end].split(" ")
        club = name.entity.known is not None and name.entity.known.kind == "club"
        if club and len(words) == CLUB_WORDS and words[1] in lexicon.demonyms and words[0].startswith("ال"):
            found.append((words[0], name.entity, name.first))
    return found


def _first_may_stand(words: list[str], firsts: Mapping[str, int], word_kinds: WordKinds) -> bool:
    """Whether a given name alone means its bearer: the only one of that name in the article."""
    word_kind = word_kinds[words[0]]
    return len(words) > 1 and word_kind.given and (word_kind.firm or not word_kind.common) and firsts[words[0]] == 1


def _opens_no_name(word: str, word_kinds: WordKinds) -> bool:
    """Whether what a model took for a person may be none by its first word: العبد المسلم, وحب الوطن."""
    return word.startswith(("ال", "و")) and not word_kinds[word].given


def _may_stand(end: str, word_kinds: WordKinds) -> bool:
    words = end.split(" ")
    word_kind = word_kinds[words[0]]
    return (
        len(words) > 1
        or not word_kind.common
        or word_kind.family
        or word_kind.given
        or (end.startswith("ال") and len(end) > MIN_DEFINITE_LETTERS)
    )


def _acronyms(draft: Draft, names: Iterable[Name], word_kinds: WordKinds) -> list[tuple[str, EntityRef, int]]:
    """Return what brackets behind names give as their acronyms: رابطة دول جنوب شرق آسيا (آسيان)."""
    tokens = draft.tokens
    found = []
    for name in names:
        at = name.last
        if at >= len(tokens.words) or draft.is_taken(at) or name.entity.type in ("PER", "LOC"):
            continue
        before, after, word = tokens.between(at - 1), tokens.between(at), tokens.words[at]
        bracketed = before.strip(' "«') == "(" and after.lstrip('"»').startswith(")")
        acronym = len(word) >= MIN_SHORT_NAME_LETTERS and word.isalpha() and not word_kinds[word].common
        if bracketed and acronym and word not in DROPPED:
            found.append((word, name.entity, name.first))
    return found
