"""Who speaks where no rule names a subject, or no verb stands: وأضاف أن, وقالت المقررة الأممية إن; a ranking of names.

The weights are learned from annotated quotes by `agents.training.speakers`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import exp
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.feature_weights import load
from agents.tag_entities.quotes.phrases import Phrase, bare_words, read_phrase
from agents.tag_entities.quotes.speech_text import WITHOUT_VERB, SpeechVerb
from agents.tag_entities.quotes.unnamed_sources import unnamed_source
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import AWAY, CLAUSE, CONTINUING, OWN_DOINGS, RELATIONS, SPEECH

RULE: Final = "ranking of who is named around the verb"
"""How a speaker is found, for `--explain`."""
_MAX_CANDIDATES: Final = 10
"""The entities named last before a verb; a speaker is hardly ever further back."""
_MAX_NOBODY: Final = 0.5
"""How likely it may be that nobody named speaks, for a quote whose speaker stays open."""
_MIN_WITHOUT_VERB: Final = 0.65
"""How likely a speaker must be where no verb tells that anybody speaks: four in five are right from there on."""
_MAX_WORDS_AROUND: Final = 4
"""Words before and behind a name that may tell its bearer's office."""
_MAX_WORDS_OF_ENTITY: Final = 60
"""Words that are remembered of one entity."""
_NEAR_TOKENS: Final = (8, 20, 45, 90, 200)
"""Bounds of the classes of distance, in tokens."""
_MAX_WORDS_BEHIND: Final = 30
"""Words behind a verb among which names are looked for."""
_NEAR_BEHIND: Final = (1, 2, 4, 7, 12)
"""Bounds of the classes of distance behind a verb, in tokens."""
_ENDS: Final = ".\n:؟!"
_STOPS: Final = CLAUSE | OWN_DOINGS
"""Signs and words behind which nobody is named who speaks."""
RELATIVE_PRONOUNS: Final = folded("الذي التي الذين")
_MEDIA_KINDS: Final = frozenset(["outlet", "social-network"])
"""Of what reports what others say."""
_MASCULINE, _FEMININE = "masculine", "feminine"
_NO_TURNS: Final = frozenset([WITHOUT_VERB, "citing"])
"""Forms that tell nothing of who speaks next."""
_FORMS_WITH_GENDER: Final = frozenset(["past", "present"])


class Candidate:
    """An entity that was named before a verb."""

    def __init__(self, entity: EntityRef) -> None:
        self.entity = entity
        self.first = self.last = 0
        """The positions of its first and its last mention so far."""
        self.count = 0
        self.turns = 0
        """How often it has spoken."""
        self.gender = ""
        self.place = ""
        """How its last mention stands in its sentence."""
        self.opens = False
        """Whether no other name stands before its last mention in that sentence."""
        self.around = ("", "")
        """The words before and behind its last mention."""
        self.own_words: set[str] = set()
        self.words_around: set[str] = set()


class Ranking:
    """The candidates of one article, read in the order of its text."""

    def __init__(self, tokens: Tokens, names: Sequence[Name]) -> None:
        self._tokens = tokens
        self._names = [name for name in names if _may_speak(name.entity)]
        self._next = 0
        self._by_recency: dict[str, Candidate] = {}
        """Who was named last stands last."""
        self._last: list[Candidate | None] = []
        """Who has spoken so far, None for somebody without a name."""
        self._sentence = -1
        """The number of the sentence in which a name was read last."""
        self._source_spoke = False
        """Whether it was a source without a name that spoke last: مصدر أمني."""
        marked = [(at, gap) for at, gap in enumerate(tokens.gaps) if gap != " "]
        self._lines = [at for at, gap in marked if "\n" in gap]
        self._dots = [at for at, gap in marked if "." in gap]
        """Behind which tokens lines end, and behind which dots stand."""
        newline = tokens.text.find("\n")
        self._title_end = max(newline, 0)

    def settle(self, verbs: Iterable[SpeechVerb]) -> Iterator[SpeechVerb]:
        """Yield verbs in their order, those without a subject with the likeliest speaker, where it is likely enough."""
        for verb in verbs:
            settled = self._settled(verb)
            self._note_turn(settled)
            yield settled

    def _settled(self, verb: SpeechVerb) -> SpeechVerb:
        if verb.subject is not None or self._source_goes_on(verb):
            return verb
        learned = load("agents.tag_entities.quotes", "speaker_weights.json")
        options = self.options(verb)
        scores = [learned.sum(features) for _, features in options]
        best = max(range(len(scores)), key=scores.__getitem__)
        odds = [exp(score - scores[best]) for score in scores]
        speaker = options[best][0]
        least = max(learned.threshold, _MIN_WITHOUT_VERB) if verb.speech.form == WITHOUT_VERB else learned.threshold
        if speaker is None or 1 / sum(odds) < least:
            return verb._replace(named=odds[0] / sum(odds) < _MAX_NOBODY)
        return verb._replace(subject=speaker, anonymous=False, rule=RULE)

    def _source_goes_on(self, verb: SpeechVerb) -> bool:
        """Whether a source without a name goes on speaking: وقال مصدر أمني. وأضاف."""
        return self._source_spoke and verb.speech.form != WITHOUT_VERB and not self._phrase(verb).words

    def options(self, verb: SpeechVerb) -> list[tuple[EntityRef | None, list[str]]]:
        """Return who may speak, nobody first, each with what speaks for it or against it."""
        self._read_to(verb.position)
        phrase = self._phrase(verb)
        form = f"{verb.speech.form} {phrase.kind}"
        state = "first" if not self._last else "unnamed" if self._last[-1] is None else "named"
        nobody = ["nobody", f"nobody {form}", f"nobody {form} {state}", f"nobody {state} {verb.anonymous}"]
        recent = list(islice(reversed(self._by_recency.values()), _MAX_CANDIDATES))
        before = verb.end - 1 if verb.speech.form == WITHOUT_VERB else verb.position
        behind = list(self._named_behind(before))
        owners = {name.entity.id for name in behind if self._owns(name)}
        best = max((candidate.count for candidate in recent), default=0)
        nobody.append(f"nobody of {min(len(recent), 3)}")
        if verb.speech.form != WITHOUT_VERB:
            nobody += [f"nobody {word}" for word in self._words_of(verb)]
        found: list[tuple[EntityRef | None, list[str]]] = [(None, nobody)]
        seen: dict[str, int] = {}
        for rank, candidate in enumerate(recent):
            kind = candidate.entity.type
            if kind == "PER" and self._agrees(verb, candidate) is False:
                continue  # قال لافروف. وأضافت
            if candidate.entity.id in owners:
                continue
            features = self._features(verb, phrase, candidate)
            features.append(f"rank {min(rank, 4)}")
            features.append(f"{phrase.kind} rank {kind} {min(seen.get(kind, 0), 3)}")
            if candidate.count == best:
                features.append("named most")
            seen[kind] = seen.get(kind, 0) + 1
            found.append((candidate.entity, features))
        number_of = {entity.id: number for number, (entity, _) in enumerate(found) if entity is not None}
        for order, name in enumerate(name for name in behind if name.entity.id not in owners):
            number = number_of.setdefault(name.entity.id, len(found))
            if number == len(found):
                found.append((name.entity, [f"new {name.entity.type}"]))
            found[number][1].extend(self._features_behind(verb, phrase, name, order))
        return found

    def _phrase(self, verb: SpeechVerb) -> Phrase:
        form = verb.speech.form
        return Phrase(form, frozenset()) if form == WITHOUT_VERB else read_phrase(self._tokens, verb.position + 1)

    def _words_of(self, verb: SpeechVerb) -> list[str]:
        """Return the words that tell who speaks: a verb and the one behind it, or the one before quotation marks."""
        words, position = self._tokens.words, verb.position
        if verb.speech.form == WITHOUT_VERB:
            return [f"{verb.speech.form} behind {words[position - 1] if position else None}"]
        return [f"lemma {verb.speech.lemma}", f"word {words[position + 1] if position + 1 < len(words) else None}"]

    def _named_behind(self, verb: int) -> Iterator[Name]:
        """Yield who is named between a verb and what is said, or behind quotation marks: أعلن آنذاك لافروف أن."""
        tokens = self._tokens
        position = verb + 1
        for number in range(self._next, len(self._names)):
            name = self._names[number]
            if name.first <= verb:
                continue
            while position <= name.first:
                far = position - verb > _MAX_WORDS_BEHIND
                if far or tokens.words[position] in _STOPS or tokens.parted(position - 1, _ENDS):
                    return
                position += 1
            yield name

    def _owns(self, name: Name) -> bool:
        """Whether it is somebody's relative or man in an office that is spoken of: ابنة لافروف, محامي ترامب."""
        word = self._tokens.words[name.first - 1]
        return word in RELATIONS or (name.entity.type == "PER" and word in ROLE_HEADS and not word.startswith("ال"))

    def _features_behind(self, verb: SpeechVerb, phrase: Phrase, name: Name, order: int) -> list[str]:
        kind, place, words = name.entity.type, self._place(name), self._tokens.words
        far = bisect_left(_NEAR_BEHIND, name.first - verb.position)
        comma = any("،" in gap or "," in gap for gap in self._tokens.gaps[verb.position : name.first])
        return [
            f"behind {kind} {min(order, 2)}",
            f"behind {kind} {place}",
            f"behind {phrase.kind} {kind}",
            f"behind {far} {kind}",
            f"behind {verb.speech.form} {kind}",
            f"behind comma {comma} {kind}",
            f"behind {order == 0} {comma} {place}",
            f"behind word {words[verb.position + 1]}",
            f"behind before {words[name.first - 1]}",
        ]

    def _features(self, verb: SpeechVerb, phrase: Phrase, candidate: Candidate) -> list[str]:
        kind, tokens = candidate.entity.type, self._tokens
        form = "participle" if verb.speech.form == "participle" else phrase.kind
        far = bisect_left(_NEAR_TOKENS, verb.position - candidate.last)
        parted = self._parting(candidate.last, verb.position)
        features = [
            f"{phrase.kind} {kind}",
            f"{verb.speech.form} {kind}",
            f"distance {far}",
            f"{form} {parted} {candidate.place}",
            f"{kind} {candidate.place}",
            f"{form} {parted} {kind}",
            f"count {min(candidate.count, 4)}",
            f"turns {min(candidate.turns, 2)}",
        ]
        words = self._words_of(verb)
        for turn in self._turns_of(candidate):
            features += [f"{form} {turn}", f"{turn} {parted}", f"{turn} {kind}", f"{turn} {self._opening(verb)}"]
            features += [f"{form} {turn} {parted} {kind}", *(f"{turn} {word}" for word in words)]
        features += [f"{kind} {word}" for word in words]
        features += [f"before last {candidate.around[0]}", f"behind last {candidate.around[1]}"]
        features += [f"opens {candidate.opens} {parted} {kind}", f"opens {candidate.opens} {parted} {form}"]
        if tokens.spans[candidate.first][0] < self._title_end:
            features.append(f"in title {kind}")
        if verb.speech.form in _FORMS_WITH_GENDER:
            wanted, agrees = _gender(verb), self._agrees(verb, candidate)
            features += [
                f"agrees {agrees}",
                f"agrees {agrees} {candidate.turns > 0}",
                f"{phrase.kind} agrees {agrees}",
                f"{kind} {wanted} {agrees}",
            ]
        features.append(f"{phrase.kind} own words {kind} {min(2, len(phrase.words & candidate.own_words))}")
        features.append(f"{phrase.kind} words around {kind} {min(2, len(phrase.words & candidate.words_around))}")
        known = candidate.entity.known
        if known is not None and known.kind in _MEDIA_KINDS:
            features.append(f"{phrase.kind} medium")
        return features

    @staticmethod
    def _agrees(verb: SpeechVerb, candidate: Candidate) -> bool | None:
        """Whether a verb is of a candidate's gender, None where either has none that is known."""
        if verb.speech.form not in _FORMS_WITH_GENDER or not candidate.gender:
            return None
        return candidate.gender == _gender(verb)

    def _parting(self, first: int, last: int) -> str:
        """Return what parts two tokens: nothing, a sentence's end or a line's."""
        if last - first > _NEAR_TOKENS[-1]:
            return "far"
        if bisect_left(self._lines, first) < bisect_left(self._lines, last):
            return "line"
        return "sentence" if bisect_left(self._dots, first) < bisect_left(self._dots, last) else "clause"

    def _opening(self, verb: SpeechVerb) -> str:
        """Return how a verb joins what stands before it."""
        word = self._tokens.words[verb.position]
        if verb.speech.lemma in CONTINUING:
            return "goes on"
        if verb.position and self._tokens.words[verb.position - 1] in RELATIVE_PRONOUNS:
            return "relative"
        return "joined" if word.startswith(("و", "ف")) else "bare"

    def _turns_of(self, candidate: Candidate) -> Iterator[str]:
        """Yield how a candidate stands to who spoke last."""
        turns = self._last
        if turns and turns[-1] is candidate:
            yield "spoke last"
            if len(turns) > 1 and turns[-2] is candidate:
                yield "spoke last two"
        elif len(turns) > 1 and turns[-2] is candidate:
            yield "spoke last but one" if turns[-1] is not None else "spoke before somebody unnamed"
        elif candidate.turns:
            yield "spoke before"
        else:
            yield "silent beside others" if any(turns[-3:]) else "silent"

    def _note_turn(self, verb: SpeechVerb) -> None:
        if verb.speech.form in _NO_TURNS:
            return
        if verb.subject is None:
            self._source_spoke = self._source_goes_on(verb) or unnamed_source(self._tokens, verb.position) is not None
            if verb.anonymous:
                self._last.append(None)
            return
        self._source_spoke = False
        self._read_to(max(verb.end, verb.position))
        candidate = self._by_recency.get(verb.subject.id)
        if candidate is None:
            return
        candidate.turns += 1
        self._last.append(candidate)
        if verb.speech.form in _FORMS_WITH_GENDER and verb.rule != RULE:
            candidate.gender = _gender(verb)

    def _read_to(self, position: int) -> None:
        """Take in the names that begin before a position."""
        while self._next < len(self._names) and self._names[self._next].first < position:
            self._take_in(self._names[self._next])
            self._next += 1

    def _take_in(self, name: Name) -> None:
        words = self._tokens.words
        candidate = self._by_recency.pop(name.entity.id, None)
        if candidate is None:
            candidate = Candidate(name.entity)
            candidate.first = name.first
        self._by_recency[name.entity.id] = candidate
        candidate.last = name.first
        candidate.count += 1
        candidate.place = self._place(name)
        sentence = bisect_left(self._dots, name.first) + bisect_left(self._lines, name.first)
        candidate.opens, self._sentence = sentence != self._sentence, sentence
        candidate.around = (
            words[name.first - 1] if name.first else "",
            words[name.last] if name.last < len(words) else "",
        )
        if len(candidate.own_words) < _MAX_WORDS_OF_ENTITY:
            candidate.own_words.update(bare_words(words[name.first : name.last]))
        if len(candidate.words_around) < _MAX_WORDS_OF_ENTITY:
            before = words[max(0, name.first - _MAX_WORDS_AROUND) : name.first]
            candidate.words_around.update(bare_words([*before, *words[name.last : name.last + _MAX_WORDS_AROUND]]))
        if not candidate.gender and name.entity.type == "ORG":
            head = words[name.first]
            candidate.gender = _FEMININE if head.endswith(("ه", "ات")) else _MASCULINE
        elif candidate.entity.type == "PER" and name.last - name.first > 1 and words[name.first].endswith("ه"):
            candidate.gender = _FEMININE

    def _place(self, name: Name) -> str:
        """Return how a name stands in its sentence."""
        words, tokens = self._tokens.words, self._tokens
        if name.start != tokens.spans[name.first][0]:
            return "peeled"
        if not name.first or tokens.parted(name.first - 1, ".\n!؟:"):
            return "opens"
        before = words[name.first - 1]
        if before in AWAY:
            return "behind preposition"
        if before in SPEECH:
            return "behind speech"
        if before in TITLES or before in ROLE_HEADS:
            return "titled"
        return "behind definite" if before.startswith("ال") else "other"


def _gender(verb: SpeechVerb) -> str:
    return _FEMININE if verb.speech.feminine else _MASCULINE


def _may_speak(entity: EntityRef) -> bool:
    known = entity.known
    return entity.type in {"PER", "ORG"} or (known is not None and known.kind == "country")
