"""Bring the ways in which an article names an entity together: surnames, first names, acronyms, longer names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Named, Span, of_text
from agents.tag_entities.find.model_text import Seen
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, SURNAME, Lexicon
from agents.tag_entities.word_kinds import CONNECTORS, Kinds
from agents.tag_entities.words.roles import DROPPED, KEPT, TITLES
from agents.tag_entities.words.speech import SPEECH
from streams.records.entities import EntityType

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
_LEAST = 3
"""Letters of a surname or an acronym."""
_PLAIN: Final = folded("علي على يحيى يحيي محمد أحمد عبدالله عبد حسن حسين الدين الله باسم سبق كان مصر بان خطاب")
"""Names that are too common, or too much like other words, to stand alone for somebody."""
_SHORT = 4
"""Letters of ال and two more."""
_MOST = 300
"""Bearers of one short name that are looked at for one whom the lexicon lists by it."""
_FORMS = 50
"""Short names with one first word that are looked for."""
_SEEN = 0.5
"""How sure a model must be that a common word is a name where it stands."""


def parts(words: list[str]) -> list[str]:
    """Give the ends of a person's name that may stand for it, the longest first: نصر الله; no father's name."""
    ends: list[str] = []
    for at in range(1, len(words)):
        if words[at - 1] in CONNECTORS and words[at - 1] not in ("الله", "ايه"):
            continue
        end = words[at:]
        if end[0] in ("بن", "ابن", "بنت"):
            continue
        ends.append(" ".join(end))
    return ends


class Aliases:
    """The short names that one article makes clear."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, list[tuple[int, list[str]]]] = {}
        """First word as it may stand, to the letters peeled and all words."""
        self._lexicon = lexicon
        self._ordered: dict[str, list[tuple[int, Named]]] = {}
        """The bearers of a short name, in order; the one whom the lexicon lists by it alone when there is one."""
        self._bearers: dict[str, list[tuple[int, Named]]] = {}
        """Short name to where fuller names that end so stand, and whose they are."""

    def add(self, name: str, named: Named, at: int) -> None:
        """Let a short name stand for an entity that the text names more fully at a token."""
        words = name.split(" ")
        if name in _PLAIN or (len(words) == 1 and len(name) < _LEAST):
            return
        bearers = self._bearers.setdefault(name, [])
        bearers.append((at, named))
        if len(bearers) > 1:
            return
        for proclitic in _PROCLITICS:
            self._forms.setdefault(proclitic + words[0], []).append((len(proclitic), words))
        if words[0].startswith("ال"):
            for opening, peeled in (("لل", 2), ("ولل", 3)):
                self._forms.setdefault(opening + words[0][2:], []).append((peeled, words))

    def find(self, tokens: Tokens, taken: bytearray, kinds: Kinds, seen: Sequence[Seen]) -> list[Span]:
        """Find short names in words that nothing has taken; of two bearers the one named last before it is meant."""
        found: list[Span] = []
        forms = self._forms
        if not forms:
            return found
        sure = {
            at for name in seen if name.type == "PER" and name.score >= _SEEN for at in range(name.first, name.last)
        }
        words, spans = tokens.words, tokens.spans
        for at in [i for i, word in enumerate(words) if word in forms]:
            for peeled, name in sorted(forms[words[at]][:_FORMS], key=lambda form: -len(form[1])):
                last = at + len(name)
                if taken[at] or words[at + 1 : last] != name[1:] or any(taken[at + 1 : last]):
                    continue
                if not _stands(tokens, at, last, peeled, kinds, sure):
                    continue
                named = self._bearer(" ".join(name), at)
                found.append(Span(at, last, spans[at][0] + peeled, spans[last - 1][1], named, full=False))
                break
        return found

    def _bearer(self, name: str, at: int) -> Named:
        if name not in self._ordered:
            bearers = sorted(self._bearers[name], key=lambda bearer: bearer[0])
            own = [bearer for bearer in bearers[:_MOST] if self._known_so(name, bearer[1])]
            self._ordered[name] = own[:1] or bearers
        bearers = self._ordered[name]
        return bearers[max(0, bisect_left(bearers, at, key=lambda bearer: bearer[0]) - 1)][1]

    def _known_so(self, name: str, named: Named) -> bool:
        """Say whether the lexicon holds a short name as somebody's own."""
        at = self._lexicon.place.get(named.id)
        return at is not None and any(
            bearer >> FLAG_BITS == at and not bearer & SURNAME for bearer in self._lexicon.surfaces.get(name, ())
        )


def _stands(tokens: Tokens, at: int, last: int, peeled: int, kinds: Kinds, sure: set[int]) -> bool:  # noqa: PLR0913, PLR0917 - all that it is judged by
    """Say whether a short name is one where it stands: no part of another name, no common word, no adjective."""
    words = tokens.words
    if last < len(words) and words[last] in ("بن", "ابن") and tokens.between(last - 1) == " ":
        return False
    before = words[at - 1] if at and tokens.between(at - 1) == " " else ""
    if before in CONNECTORS or (before and kinds[before].sure and kinds[before].given and not peeled):
        return False
    word = words[at][peeled:]
    kind = kinds[word]
    if not kind.common or last - at > 1 or at in sure or before in TITLES or before in SPEECH:
        return True
    behind_noun = before.startswith("ال") and not peeled
    if behind_noun and word.startswith("ال") and word.endswith(("ي", "يه")):
        return False  # an adjective: العمل العربي
    if not kind.exact or kind.firm:
        return True
    return word.startswith("ال") and before not in KEPT and not behind_noun


def short_names(  # noqa: PLR0913, PLR0917 - all that short names are judged by
    tokens: Tokens, spans: list[Span], taken: bytearray, kinds: Kinds, lexicon: Lexicon, seen: Sequence[Seen]
) -> list[Span]:
    """Find the surnames, first names and acronyms that stand for what the article names in full."""
    aliases = Aliases(lexicon)
    for word, named, at in (*_clubs(tokens, spans, lexicon), *_acronyms(tokens, spans, taken, kinds)):
        aliases.add(word, named, at)
    people = {s.named.id: tokens.text[s.start : s.end].split(" ") for s in spans if s.named.type == "PER" and s.full}
    firsts = Counter(words[0] for words in people.values())
    lasts = Counter(words[-1] for words in people.values())
    for span in spans:
        if span.named.type != "PER" or not span.full:
            continue
        known = span.named.known
        words = tokens.text[span.start : span.end].split(" ")
        if (known is None or lasts[words[-1]] > 1) and _first_may_stand(words, firsts, kinds):
            aliases.add(words[0], span.named, span.first)
        if known is not None:
            for surname in known.surnames:
                aliases.add(surname, span.named, span.first)
            if known.surnames:
                continue
        doubtful = known is None and _opens_no_name(words[0], kinds)
        for end in parts(words):
            if _may_stand(end, kinds) and not (doubtful and kinds[end].common):
                aliases.add(end, span.named, span.first)
    return aliases.find(tokens, taken, kinds, seen)


def _clubs(tokens: Tokens, spans: Iterable[Span], lexicon: Lexicon) -> list[tuple[str, Named, int]]:
    """Find what clubs are called without their nation: السد, of السد القطري."""
    found = []
    for span in spans:
        words = tokens.text[span.start : span.end].split(" ")
        club = span.named.known is not None and span.named.known.kind == "club"
        if club and len(words) == 2 and words[1] in lexicon.demonyms and words[0].startswith("ال"):  # noqa: PLR2004 - words
            found.append((words[0], span.named, span.first))
    return found


def _first_may_stand(words: list[str], firsts: Mapping[str, int], kinds: Kinds) -> bool:
    """Say whether a given name alone means its bearer: the only one of that name in the article."""
    kind = kinds[words[0]]
    return len(words) > 1 and kind.given and (kind.firm or not kind.common) and firsts[words[0]] == 1


def _opens_no_name(word: str, kinds: Kinds) -> bool:
    """Say whether what a model took for a person may be none by its first word: العبد المسلم, وحب الوطن."""
    return word.startswith(("ال", "و")) and not kinds[word].given


def _may_stand(end: str, kinds: Kinds) -> bool:
    words = end.split(" ")
    kind = kinds[words[0]]
    return (
        len(words) > 1 or not kind.common or kind.family or kind.given or (end.startswith("ال") and len(end) > _SHORT)
    )


def _acronyms(tokens: Tokens, spans: Iterable[Span], taken: bytearray, kinds: Kinds) -> list[tuple[str, Named, int]]:
    """Find what a bracket behind a name gives as its acronym: رابطة دول جنوب شرق آسيا (آسيان)."""
    found = []
    for span in spans:
        at = span.last
        if at >= len(tokens.words) or taken[at] or span.named.type in ("PER", "LOC"):
            continue
        before, after = tokens.between(at - 1), tokens.between(at)
        if before.strip(' "«') == "(" and after.lstrip('"»').startswith(")") and len(tokens.words[at]) >= _LEAST:
            word = tokens.words[at]
            if word.isalpha() and not kinds[word].common and word not in DROPPED:
                found.append((word, span.named, span.first))
    return found


def gather_people(spans: list[Span], tokens: Tokens) -> list[Span]:
    """Give people whom the text names more and less fully one name: the lexicon's, else the fuller."""
    people = [s for s in spans if s.named.type == "PER" and s.full]
    by_ends: dict[tuple[str, str], Named] = {}
    by_last: dict[str, Named] = {}
    by_given: dict[str, dict[str, Named]] = {}
    by_end: dict[tuple[str, ...], Named] = {}
    for span in sorted(people, key=lambda s: (s.named.known is None, s.first - s.last, s.first)):
        words = tokens.text[span.start : span.end].split()
        by_ends.setdefault((words[0], words[-1]), span.named)
        by_last.setdefault(words[-1], span.named)
        for at in range(1, len(words) - 1):
            by_end.setdefault(tuple(words[at:]), span.named)
        by_given.setdefault(words[0], {})[span.named.id] = span.named
    gathered = []
    for span in spans:
        if span.named.type != "PER" or span.named.known is not None:
            gathered.append(span)
            continue
        words = tokens.text[span.start : span.end].split()
        alone = by_given.get(words[-1], {})
        if span.full:
            longer = by_end.get(tuple(words), span.named)  # ولد عبد الفتاح, of إسماعيل ولد عبد الفتاح
            gathered.append(span._replace(named=by_ends[words[0], words[-1]] if longer is span.named else longer))
        elif words[-1] in by_last:
            gathered.append(span._replace(named=by_last[words[-1]]))
        elif len(alone) == 1:
            gathered.append(span._replace(named=next(iter(alone.values()))))
        else:
            gathered.append(span)
    return gathered


def one_type(spans: list[Span]) -> list[Span]:
    """Give unknown names that the text spells alike one type: the most frequent, of equals the first."""
    counts: dict[str, dict[EntityType, int]] = {}
    for span in spans:
        if span.named.known is None and ":ar:" in span.named.id:
            name = span.named.id.split(":", 1)[1]
            types = counts.setdefault(name, {})
            types[span.named.type] = types.get(span.named.type, 0) + 1
    mixed = {name: max(types, key=types.__getitem__) for name, types in counts.items() if len(types) > 1}
    if not mixed:
        return spans
    return [
        span._replace(named=of_text(mixed[name], span.named.ar))
        if span.named.known is None and (name := span.named.id.split(":", 1)[1]) in mixed
        else span
        for span in spans
    ]
