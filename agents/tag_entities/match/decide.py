"""Decide what a surface of the lexicon names where it stands: which of its bearers, how far it reaches, or nothing."""

from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef, Evidence, ModelName, Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.adjectives import is_adjective_of_noun, is_demonym
from agents.tag_entities.match.evidence import Choice, choose
from agents.tag_entities.match.longer_names import LongerNames, is_of_other_house
from agents.tag_entities.match.namesakes import has_title, is_namesake
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import DROPPED

MIN_MODEL_SCORE: Final = 0.5
"""How sure a model must be for its type to speak for a bearer of a surface."""
_SILENT_KINDS: Final = frozenset(["currency", "language"])
"""WordKinds that are known so that nothing else takes their names, and are no entities of a text."""
_OPENED: Final = (" «", ' "', " “", " '")
_CLOSING: Final = tuple("»\"”'")
_PAPERS: Final = folded("صحيفة جريدة مجلة موقع إذاعة قناة صحيفتي")
_HOUSES: Final = folded("المستشفى بالمستشفى المدرسة الثانوية الإعدادية الابتدائية المركب المعهد المركز الملعب")
"""What is called by great names of the past."""
_GOVERNMENT: Final = ("حكومه ", "الحكومه ", "نظام ", "سلطات ", "السلطات ")
"""What governments are called by: no entities."""
_NO_AND_BEHIND: Final = folded("في من إلى عن مدينة بمدينة لمدينة ومدينة إقليم بإقليم عمالة ولاية بولاية")
"""Words that no و follows."""
ONLY_BEARER: Final = (Evidence("the only bearer of the surface", 0.0),)


class _Found(NamedTuple):
    """What a surface turned out to name."""

    first: int
    last: int
    start: int
    end: int
    entity: EntityRef
    full: bool = True


class Decide:
    """The pass that decides surfaces; knows the lexicon, nothing of the texts."""

    name = "Decide"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds
        self._longer = LongerNames(lexicon, word_kinds)

    def run(self, draft: Draft) -> None:
        """Add a name for each surface that names something; keep the others as undecided."""
        hints = {name.first: name for name in draft.model_names if name.score >= MIN_MODEL_SCORE}
        for surface in draft.surfaces:
            hint = hints.get(surface.first)
            decided = self._decide(draft, surface, hint if hint and hint.last == surface.last else None)
            if not decided:
                other = self._behind_and(draft.tokens, surface)
                if other is not None and (other.key[-1] != "ه" or "ة" in draft.as_published(other.start, other.end)):
                    decided = self._decide(draft, other, None)
            if not decided:
                draft.undecided.append(surface)

    def _decide(self, draft: Draft, surface: Surface, hint: ModelName | None) -> bool:
        """Add the name of one surface, perhaps longer or shorter than it, unlinked when only its type is sure.

        Parameters
        ----------
        hint
            What a model sees in exactly these tokens, if anything.
        """
        tokens = draft.tokens
        if surface.is_sure:
            choice: Choice | None = Choice(surface.bearers[0].known, ONLY_BEARER)
        else:
            choice = choose(self._lexicon, surface, draft.context, hint.type if hint is not None else None)
        if choice is None or is_demonym(self._lexicon, tokens, surface):
            return False
        means = choice.means
        if is_adjective_of_noun(tokens, surface, means):
            return False
        if not isinstance(means, Known):
            text = tokens.text[surface.start : surface.end]
            found: _Found | None = _Found(*surface[:4], EntityRef.of_text(means, text))
        elif means.type == "LOC" and _is_paper(tokens, surface):
            found = _Found(*surface[:4], EntityRef.of_text("ORG", surface.key))
        else:
            found = self._reach(draft, surface, means)
        if found is None:
            return False
        draft.add(
            found.first, found.last, found.start, found.end, found.entity, full=found.full, evidence=choice.evidence
        )
        return True

    def _behind_and(self, tokens: Tokens, surface: Surface) -> Surface | None:
        """Return the surface behind و where the whole word was read as one: جدة in وجدة."""
        rest = surface.key[1:]
        if surface.last - surface.first > 1 or surface.key[0] != "و" or rest not in self._lexicon.surfaces:
            return None
        if not surface.first or surface.start != tokens.spans[surface.first][0]:
            return None
        if tokens.words[surface.first - 1] in _NO_AND_BEHIND:
            return None
        return surface._replace(start=surface.start + 1, key=rest, bearers=self._lexicon.bearers(rest))

    def _reach(self, draft: Draft, surface: Surface, known: Known) -> _Found | None:
        """Find where the name of a known entity begins and ends: over a person's fathers, without a generic word."""
        tokens = draft.tokens
        if _is_nothing(tokens, surface, known):
            return None
        if known.type == "PER" and known.kind not in ("club", "party"):
            return self._person(draft, surface, known)
        first, last, start, end = surface[:4]
        if known.kind == "club" and last - first == 1 and surface.key.startswith("ال"):
            if self._longer.has_town_adjective(tokens, last):
                return _one_word_longer(tokens, surface)  # الترجي الجرجيسي is not الترجي
        elif known.kind == "party" and last - first > 1 and self._longer.has_party_adjective(tokens, last):
            return _one_word_longer(tokens, surface)  # الحزب الديمقراطي الحر is not the one of الحزب الديمقراطي
        if surface.key.endswith((" المحتله", " المحتل")) and surface.key.rsplit(" ", 1)[0] in self._lexicon.surfaces:
            last -= 1
            end = tokens.spans[last - 1][1]
        elif (
            last - first > 1
            and tokens.words[first][start - tokens.spans[first][0] :] in DROPPED
            and known.kind != "country"
        ):
            rest = surface.key.split(" ", 1)[1]
            if any(bearer.known.id == known.id for bearer in self._lexicon.bearers(rest)):
                first += 1
                start = tokens.spans[first][0]
        if tokens.text[end : end + 1] == "+":
            known = self._lexicon.known(f"{known.id}-plus") or known  # أوبك+
        return _Found(first, last, start, end, EntityRef.of_lexicon(known))

    def _person(self, draft: Draft, surface: Surface, known: Known) -> _Found:
        """Find where a person's name ends; it stays unlinked where another bears the name or a longer one."""
        tokens = draft.tokens
        fathers = self._longer.end_of_lineage(tokens, surface.last)
        titled = has_title(surface, draft.context)
        last = self._longer.end_of_person(tokens, surface.first, fathers, known, titled=titled)
        end = tokens.spans[last - 1][1]
        other = last > fathers or is_of_other_house(tokens, surface, known, fathers)
        if other or (last == surface.last and is_namesake(surface, known, draft.context, self._word_kinds)):
            entity = EntityRef.of_text("PER", tokens.text[surface.start : end])
            return _Found(surface.first, last, surface.start, end, entity, last - surface.first > 1)
        return _Found(surface.first, last, surface.start, end, EntityRef.of_lexicon(known))


def _one_word_longer(tokens: Tokens, surface: Surface) -> _Found:
    """Return an organisation whose name has one word more than the lexicon's, which is another one's."""
    end = tokens.spans[surface.last][1]
    entity = EntityRef.of_text("ORG", tokens.text[surface.start : end])
    return _Found(surface.first, surface.last + 1, surface.start, end, entity)


def _is_nothing(tokens: Tokens, surface: Surface, known: Known) -> bool:
    """Whether what a surface stands for is no entity, or the surface part of another name."""
    if known.kind in _SILENT_KINDS or (surface.first and tokens.words[surface.first - 1] in ("خادم", "لخادم", "وخادم")):
        return True
    if known.kind == "historical" and surface.first > 1 and tokens.words[surface.first - 1].startswith("ال"):
        house = tokens.words[surface.first - 2]
        if house in _HOUSES or house[1:] in _HOUSES:
            return True  # المستشفى العسكري ابن سينا
    son = tokens.words[surface.last : surface.last + 1] == ["بن"] and tokens.between(surface.last - 1) == " "
    return known.type != "PER" and (son or surface.key.startswith(_GOVERNMENT))  # الشيخ زايد بن حمدان is no town


def _is_paper(tokens: Tokens, surface: Surface) -> bool:
    """Whether a place's name in quotation marks is a paper's: صحيفة "فلسطين"."""
    if not surface.first or surface.start != tokens.spans[surface.first][0]:
        return False
    before = tokens.words[surface.first - 1]
    if before not in _PAPERS and not (before[0] in "لب" and before[1:] in _PAPERS):
        return False
    return tokens.between(surface.first - 1) in _OPENED and tokens.text[surface.end : surface.end + 1] in _CLOSING
