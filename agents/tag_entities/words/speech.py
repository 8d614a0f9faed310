"""The words of speech, folded: every form of a verb of reporting, nouns of speech, and subjects that name nobody.

The verbs are rows of agents/arabic/words/reporting_verbs.toml, the other words lists of speech.toml; both files say
what each of them does.
"""

from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.arabic.reporting_verbs import VERBS, Verb, pasts, presents

_LISTS = wordlist.load("agents.tag_entities", "speech.toml")
_PARTICLES = ("", "و", "ف")
"""What a word of speech can open with."""
_PLURALS = ("ا", "وا")
"""Endings of the past where several speak: قالا, قالوا."""
_OBJECTS = ("ه", "ها")
"""Pronouns that lean on a verb: أكده."""
_DESCRIBED = ("ه", "ها", "هم")
"""Pronouns that lean on a verb that describes somebody: وصفهم."""
DESCRIBING: Final = fold("وصف")
"""The lemma of all verbs of describing."""


class Speech(NamedTuple):
    """A word of speech.

    `form` is past, present, several, participle, noun, object (a pronoun leans on it), document (what a statement
    says) or citing; `lemma` the verb's past, or the word itself where it is no past; `feminine` when it says so.
    """

    form: str
    lemma: str
    feminine: bool


class _Forms(dict[str, Speech]):
    """The words of speech; where two verbs share a form, it stays the first one's."""

    def put(self, word: str, form: str, lemma: str, *, feminine: bool) -> None:
        for particle in _PARTICLES:
            self.setdefault(particle + word, Speech(form, lemma, feminine))


def _forms() -> dict[str, Speech]:
    """Return every form of speech. Pasts come before presents, and these before participles: وعد is a past."""
    forms = _Forms()
    for put in (_put_past, _put_present, _put_participle):
        for verb in VERBS:
            put(forms, verb)
    for stem in sorted(_LISTS.words("describing_verbs")):
        for pronoun in _DESCRIBED:
            forms.put(stem + pronoun, "past", DESCRIBING, feminine=False)
    for verb in VERBS:
        _put_with_object(forms, verb)
    for word in sorted(_LISTS.words("document_verbs")):
        forms.put(word, "document", word, feminine=word[0] == "ت" or word.endswith("ت"))
    for word in sorted(_LISTS.words("nouns")):
        forms.put(word, "noun", word, feminine=word.endswith("ها"))
    return forms


def _put_past(forms: _Forms, verb: Verb) -> None:
    if not verb.past:
        return
    forms.put(verb.past, "past", verb.past, feminine=False)
    forms.put(verb.feminine, "past", verb.past, feminine=True)
    if verb.past[-1] not in "اي":
        for ending in _PLURALS:
            forms.put(verb.past + ending, "several", verb.past, feminine=False)


def _put_present(forms: _Forms, verb: Verb) -> None:
    if verb.present:
        forms.put(verb.present, "present", verb.present, feminine=False)
        forms.put("ت" + verb.present[1:], "present", verb.present, feminine=True)


def _put_participle(forms: _Forms, verb: Verb) -> None:
    if verb.participle:
        forms.put(verb.participle, "participle", verb.participle, feminine=False)
        if "noun" not in verb.uses:
            forms.put(verb.participle[:-1] + "ه", "participle", verb.participle, feminine=True)


def _put_with_object(forms: _Forms, verb: Verb) -> None:
    if "object" not in verb.uses:
        return
    past = verb.past[:-1] + "ا" if verb.past.endswith("ي") else verb.past  # نفاه
    for pronoun in _OBJECTS:
        forms.put(past + pronoun, "object", verb.past, feminine=False)
        forms.put(verb.feminine + pronoun, "object", verb.past, feminine=True)


SPEECH: Final[dict[str, Speech]] = _forms()
NOT_SPEECH: Final = pasts("other-word")
"""Forms that are other words more often: they count only where a subject or a colon stands right behind them."""
TWOFOLD: Final = pasts("preposition") | presents("preposition")
"""Forms that are prepositions or other verbs too: speech only when a clause follows."""
CONTINUING: Final = pasts("goes-on")
"""Lemmas of verbs with which somebody goes on: an office behind them that names nobody means who spoke last."""
QUOTING: Final = pasts("quotes-another")
"""Lemmas of verbs whose subject quotes somebody else: نقلت رويترز عن لافروف."""
STRICT: Final = pasts("unnamed") | presents("unnamed-present")
"""Lemmas of verbs that an unnamed noun behind them is the subject of."""
CITING: Final = _LISTS.words("citing")
"""Prepositions that name a source."""
INTERVIEWS: Final = _LISTS.words("interviews")
"""What people say something in, before the outlet that asks."""
CLAUSE: Final = _LISTS.words("clause")
"""Words that open what is said."""
BEFORE_DEEDS: Final = _LISTS.words("before_deeds")
"""Behind these, أن opens no speech."""
TURNS: Final = _LISTS.phrases("turns")
"""With these a sentence turns to something else, and what is reported ends."""
SAME_AGAIN: Final = _LISTS.words("same_again")
"""With these, a noun means who or what spoke before."""
SPEAKING_AGAIN: Final = _LISTS.words("speaking_again")
"""Sources and statements that mean who or what spoke before."""
SO: Final = _LISTS.words("so")
"""Words that open what a source is cited for."""
RELATIONS: Final = _LISTS.words("relations")
"""Behind these stands whose relative speaks, not who speaks."""
ANONYMOUS: Final = _LISTS.words("anonymous")
"""Subjects who are nobody by name."""
DOCUMENTS: Final = _LISTS.words("documents")
"""What people and bodies publish."""
ISSUED: Final = _LISTS.words("issued")
"""Verbs of who publishes a document, which stands behind: أصدرت الوزارة بيانا."""
PRONOUNS: Final = _LISTS.words("pronouns")
"""Forms of respect that stand for who spoke before."""
BODIES: Final = {noun: frozenset(kinds) for noun, kinds in _LISTS.lists("bodies").items()}
"""Definite nouns that refer back to a body of one of these kinds, or to one whose name begins with the noun."""
ROLES: Final = _LISTS.words("roles")
"""Titles that refer back to a person named before."""
AIDES: Final = _LISTS.words("aides")
"""Offices that are held under a person: whose name follows is not who speaks."""
OWN_DOINGS: Final = _LISTS.words("own_doings")
"""What somebody did who was named before; names behind these are of others."""
AWAY: Final = _LISTS.words("away")
"""Prepositions: what follows one is nobody who speaks."""
QUESTIONS: Final = _LISTS.words("questions")
ANSWERS: Final = _LISTS.words("answers")
"""Before a colon they open the questions and the answers of an interview."""
WITHIN_SOURCES: Final = _LISTS.words("within_sources")
"""Prepositions within the words that stand for a source without a name."""
BY_THE_WAY: Final = _LISTS.words("by_the_way")
"""Words between a verb and its subject."""
LEADING: Final = _LISTS.words("leading")
"""Before a subject that stands in front of its verb."""
BEFORE_VERB: Final = _LISTS.words("before_verb")
"""Between a subject in front and its verb."""
OTHER_VERBS_TOO: Final = _LISTS.words("other_verbs_too")
"""Verbs of documents that without a document are no verbs of speech."""
ISSUED_DOCUMENTS: Final = _LISTS.words("issued_documents")
"""Documents in the accusative: أصدرت الوزارة بيانا."""
NAMING: Final = _LISTS.words("naming")
"""Behind these, quotation marks hold a name."""
NAMING_ADJECTIVES: Final = _LISTS.words("naming_adjectives")
"""Between one of these and quotation marks."""
