"""Decide what a surface of the lexicon names where it stands: which of its bearers, how far it reaches, or nothing."""

import re
from collections.abc import Callable
from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.context import Scene
from agents.tag_entities.draft import Span, of_lexicon, of_text
from agents.tag_entities.find.model_text import Seen
from agents.tag_entities.find.person_name import STOP
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, Known, Lexicon
from agents.tag_entities.match.evidence import AFTER, choose
from agents.tag_entities.match.namesakes import has_title, is_namesake
from agents.tag_entities.match.surfaces import Match
from agents.tag_entities.word_kinds import Kinds
from agents.tag_entities.words.roles import DROPPED, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import SPEECH
from streams.records.entities import EntityType

UNSURE: Final = (1 << FLAG_BITS) - 1
_SILENT: Final = frozenset(["currency", "language"])
"""Kinds that are known so that nothing else takes their names, and are no entities of a text."""
_NO_NOUNS: Final = folded("إلى وإلى إلا التي الذي الذين اللذين اللتين اليوم الآن")
"""Words that begin like nouns with an article."""
_MASCULINE: Final = folded("الأقصر الموصل الباب المنصور الكامل الجموم")
_FEMININE: Final = folded("المنصورة الناصرة المنيعة المهدية الكاملة الجنينة")
"""Adjectives without their ending that places are called by."""
_DECIMAL: Final = re.compile(r"[.,٫]\d")
_HOUSE: Final = frozenset(["royal", "head-of-state"])
_FOUNDER: Final = ("بن عبدالعزيز", "بن عبد العزيز")
_NOT_NAMES: Final = (
    TITLES
    | TITLE_RUN
    | ROLE_HEADS
    | AFTER
    | STOP
    | folded("أمام رحمه رحمها منذ حتى عند تحت وسط كل صباح مساء ظهر فجر عصر ليلة فجأة سابقا حاليا أيضا شخصيا")
)
"""Words that follow a name and are none."""
_OPENING: Final = tuple("«\"“'(")
_OPENED: Final = tuple(f" {mark}" for mark in _OPENING[:4])
_CLOSING: Final = tuple("»\"”'")
_PAPERS: Final = folded("صحيفة جريدة مجلة موقع إذاعة قناة صحيفتي")
_SHADDA: Final = "\u0651"
_TANWIN: Final = "\u064b"
_HOUSES: Final = folded("المستشفى بالمستشفى المدرسة الثانوية الإعدادية الابتدائية المركب المعهد المركز الملعب")
"""What is called by great names of the past."""
_GOVERNMENT: Final = ("حكومه ", "الحكومه ", "نظام ", "سلطات ", "السلطات ")
"""What governments are called by: no entities."""


class Decider:
    """Decides surfaces; knows the lexicon, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, kinds: Kinds) -> None:
        self._lexicon = lexicon
        self._kinds = kinds

    def inside_person(self, tokens: Tokens, match: Match) -> bool:
        """Say whether a surface is the end of a longer person's name: سلمان بن عبد العزيز behind فيصل بن."""
        if not match.first or match.start != tokens.spans[match.first][0]:
            return False
        before = tokens.words[match.first - 1]
        if before in ("بن", "ابن", "بنت", "ال", "ابو", "عبد"):
            return True
        kind = self._kinds[before]
        if match.last - match.first > 1 and before in ("يحيي", "علي"):
            return False  # a verb, a preposition
        person = match.last - match.first > 1 and self._lexicon.entities[match.bearers[0] >> FLAG_BITS].type == "PER"
        given = kind.given and (kind.sure or (kind.firm and person and tokens.between(match.first - 1) == " "))
        if person and not given and before[0] in "لب" and tokens.between(match.first - 1) == " ":
            given = self._kinds[before[1:]].firm and before not in self._lexicon.common  # لأحمد محمد عساف
        return given and before not in TITLES and self._kinds[tokens.words[match.first]].name

    def misread(self, tokens: Tokens, match: Match, shown: Callable[[int, int], str]) -> bool:
        """Say whether folding alone makes a name of a word: دومًا is not Douma, مؤدي not Modi, النيل من not the Nile.

        Parameters
        ----------
        shown
            Gives a stretch of the folded text as published, with a mark behind it.
        """
        if match.key[-1].isdigit() and _DECIMAL.match(tokens.text, match.end):
            return True  # السهم 3.37
        if match.last - match.first > 1:
            return False
        raw = shown(match.start, match.end)
        peeled = tokens.text[tokens.spans[match.first][0] : match.start]
        whole = self._kinds[tokens.words[match.first]]
        if any(
            (
                _TANWIN in raw,
                peeled in ("ف", "ك") and shown(match.start - 2, match.start - 1)[:1] in _OPENING,  # «فيولا» is no Yola
                peeled and whole.given and (whole.sure or whole.firm),  # فاطمة is no أطمة
                match.key == "النيل" and tokens.words[match.last : match.last + 1] == ["من"],
                match.key == "مني" and "ي" in raw,  # from me
                match.key == "جده" and _SHADDA in raw and "ه" in raw[-2:],  # his grandfather
            )
        ):
            return True
        hamza = {sign for sign in raw.removeprefix("ال")[1:-1] if sign in "ؤئأآ"}
        if not hamza:
            return False
        known = [self._lexicon.entities[bearer >> FLAG_BITS] for bearer in match.bearers]
        seats = hamza & set("ؤئ")
        return all(
            not (hamza if one.type in ("LOC", "PER") else seats) <= set(one.ar.removeprefix("ال")[1:]) for one in known
        )

    def decide(self, tokens: Tokens, match: Match, scene: Scene, hint: Seen | None) -> Span | None:
        """Decide one surface.

        Parameters
        ----------
        scene
            What is known of the article.
        hint
            What a model sees in exactly these tokens, if anything.

        Returns
        -------
        Span or None
            The name, perhaps longer or shorter than the surface, unlinked when only its type is sure; None for no name.
        """
        found = self._bearer(match, scene, hint)
        if found is None or self._adjective(tokens, match) or self._of_noun(tokens, match, found):
            return None
        if isinstance(found, str):
            surface = tokens.text[match.start : match.end]
            return Span(match.first, match.last, match.start, match.end, of_text(found, surface))
        if found.type == "LOC" and _paper(tokens, match):
            return Span(match.first, match.last, match.start, match.end, of_text("ORG", match.key))
        return self._placed(tokens, match, found, scene)

    def _bearer(self, match: Match, scene: Scene, hint: Seen | None) -> Known | EntityType | None:
        if len(match.bearers) == 1 and not match.bearers[0] & UNSURE:
            return self._lexicon.entities[match.bearers[0] >> FLAG_BITS]
        return choose(self._lexicon, match, scene, hint.type if hint is not None else None)

    def _adjective(self, tokens: Tokens, match: Match) -> bool:
        """Say whether a country's name is an adjective where it stands: الصحف السعودية, from السعودية alone.

        A noun that the name follows as a genitive has no article; one with an article has an adjective behind it.
        """
        if match.last - match.first > 1 or match.key not in self._lexicon.demonyms or not match.key.startswith("ال"):
            return False
        if not match.first or match.start != tokens.spans[match.first][0]:
            return False
        between = tokens.between(match.first - 1)
        if between in ("» ", '" ', "” "):
            return True  # صحيفة «عكاظ» السعودية
        if between != " ":
            return False
        before = tokens.words[match.first - 1]
        if before.startswith(("لل", "ولل")):
            return True
        return before not in _NO_NOUNS and any(rest.startswith("ال") for _, rest in peel(before))

    @staticmethod
    def _of_noun(tokens: Tokens, match: Match, found: Known | EntityType) -> bool:
        """Say whether a place's name is the adjective of the noun before it: التجربة الناصرية, الطريق الأقصر."""
        place = isinstance(found, Known) and found.type == "LOC" and match.last - match.first == 1
        if not place or not match.first or match.start != tokens.spans[match.first][0]:
            return False
        before = tokens.words[match.first - 1]
        if tokens.between(match.first - 1) != " " or not before.startswith("ال") or before in _NO_NOUNS:
            return False
        feminine = before.endswith(("ه", "ات"))
        nisba = match.key.startswith("ال") and match.key.endswith("يه" if feminine else "ي")
        return nisba or match.key in (_FEMININE if feminine else _MASCULINE)

    def _placed(self, tokens: Tokens, match: Match, known: Known, scene: Scene) -> Span | None:
        """Give the span of a known entity: over a person's fathers, without a generic word before a name."""
        if self._none(tokens, match, known):
            return None
        first, last, start = match.first, match.last, match.start
        end = match.end
        if known.kind == "club" and last - first == 1 and match.key.startswith("ال") and self._of_town(tokens, last):
            end = tokens.spans[last][1]  # الترجي الجرجيسي is not الترجي
            return Span(first, last + 1, start, end, of_text("ORG", tokens.text[start:end]))
        if known.kind == "party" and last - first > 1 and self._goes_on(tokens, last):
            end = tokens.spans[last][1]  # الحزب الديمقراطي الحر is not the one of الحزب الديمقراطي
            return Span(first, last + 1, start, end, of_text("ORG", tokens.text[start:end]))
        if known.type == "PER":
            return self._person(tokens, match, known, scene)
        if match.key.endswith((" المحتله", " المحتل")) and match.key.rsplit(" ", 1)[0] in self._lexicon.surfaces:
            last -= 1
            end = tokens.spans[last - 1][1]
        elif (
            last - first > 1
            and tokens.words[first][start - tokens.spans[first][0] :] in DROPPED
            and known.kind != "country"
        ):
            rest = match.key.split(" ", 1)[1]
            if any(b >> FLAG_BITS == self._lexicon.place[known.id] for b in self._lexicon.surfaces.get(rest, ())):
                first += 1
                start = tokens.spans[first][0]
        if tokens.text[end : end + 1] == "+":
            known = self._lexicon.known(f"{known.id}-plus") or known  # أوبك+
        return Span(first, last, start, end, of_lexicon(known))

    def _goes_on(self, tokens: Tokens, last: int) -> bool:
        """Say whether one more adjective of a party's name stands at a token."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " " or not tokens.words[last - 1].startswith("ال"):
            return False
        word = tokens.words[last]
        other = word in self._lexicon.demonyms or word in AFTER or word in TITLES or word in ROLE_HEADS
        return word.startswith("ال") and not other and word.endswith(("ي", "يه", "ر", "د", "ه"))

    @staticmethod
    def _none(tokens: Tokens, match: Match, known: Known) -> bool:
        """Say whether what a surface stands for is no entity, or the surface part of another name."""
        if known.kind in _SILENT or (match.first and tokens.words[match.first - 1] in ("خادم", "لخادم", "وخادم")):
            return True
        if known.kind == "historical" and match.first > 1 and tokens.words[match.first - 1].startswith("ال"):
            house = tokens.words[match.first - 2]
            if house in _HOUSES or house[1:] in _HOUSES:
                return True  # المستشفى العسكري ابن سينا
        son = tokens.words[match.last : match.last + 1] == ["بن"] and tokens.between(match.last - 1) == " "
        return known.type != "PER" and (son or match.key.startswith(_GOVERNMENT))  # الشيخ زايد بن حمدان is no town

    def _of_town(self, tokens: Tokens, last: int) -> bool:
        """Say whether a club's name goes on with a town's adjective that no list has."""
        if last >= len(tokens.words) or tokens.between(last - 1) != " ":
            return False
        word = tokens.words[last]
        adjective = word.startswith("ال") and word.endswith("ي") and word not in self._lexicon.demonyms
        return adjective and not self._kinds[word].common and word not in _NOT_NAMES and not self._kinds[word].given

    def _person(self, tokens: Tokens, match: Match, known: Known, scene: Scene) -> Span:
        """Give the span of a person, over the fathers; unlinked where another bears the name or a longer one."""
        fathers = self._lineage(tokens, match.last)
        last = self._longer(tokens, match.first, fathers, known, titled=has_title(match, scene))
        end = tokens.spans[last - 1][1]
        other = last > fathers or self._other_house(tokens, match, known, fathers)
        if other or (last == match.last and is_namesake(match, known, scene, self._kinds)):
            named = of_text("PER", tokens.text[match.start : end])
            return Span(match.first, last, match.start, end, named, last - match.first > 1)
        return Span(match.first, last, match.start, end, of_lexicon(known))

    @staticmethod
    def _other_house(tokens: Tokens, match: Match, known: Known, last: int) -> bool:
        """Say whether the fathers behind a prince's name are another's: the king's sons have عبد الرحمن there."""
        chain = tokens.words[match.last : last]
        if known.kind not in _HOUSE or not match.key.endswith(_FOUNDER) or chain[:1] != ["بن"]:
            return False
        return chain[1] not in ("عبد", "عبدالرحمن", "عبدالرحمان")

    def _longer(self, tokens: Tokens, first: int, last: int, known: Known, *, titled: bool) -> int:
        """Give where a name ends that goes on behind a known one: أحمد بن عبد العزيز [الفارس], ناصر محمد [فرج].

        Many bear a name that ends in a given name; with another behind it, it is most often somebody else's.
        """
        words, kinds = tokens.words, self._kinds
        if last >= len(words) or tokens.between(last - 1) != " ":
            return last
        word, kind = words[last], kinds[words[last]]
        if word in _NOT_NAMES or word in self._lexicon.demonyms or word in SPEECH:
            return last
        if not kinds[words[last - 1]].firm or known.kind == "historical":
            return last + 1 if kind.sure and kind.family and known.countries and last - first > 1 else last
        house = word.startswith("ال") and kind.family and not word.endswith("ه")
        borne = kind.sure or kind.firm or (kind.given and kind.family and not titled)
        return last + 1 if borne or (house and words[last - 2] in ("بن", "ابن", "عبد")) else last

    def _lineage(self, tokens: Tokens, last: int) -> int:
        """Step over the fathers and the house behind a person's name: محمد بن سلمان [بن عبد العزيز آل سعود]."""
        words = tokens.words
        while last + 1 < len(words) and tokens.between(last - 1) == tokens.between(last) == " ":
            if words[last] not in ("بن", "ال") or (not self._kinds[words[last + 1]].name and words[last + 1] != "عبد"):
                break
            last += 2
            if words[last - 1] == "عبد" and last < len(words):
                last += 1
        return last


def _paper(tokens: Tokens, match: Match) -> bool:
    """Say whether a place's name in quotation marks is a paper's: صحيفة "فلسطين"."""
    if not match.first or match.start != tokens.spans[match.first][0]:
        return False
    before = tokens.words[match.first - 1]
    if before not in _PAPERS and not (before[0] in "لب" and before[1:] in _PAPERS):
        return False
    return tokens.between(match.first - 1) in _OPENED and tokens.text[match.end : match.end + 1] in _CLOSING
