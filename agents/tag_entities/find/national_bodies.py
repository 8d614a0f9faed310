"""Names that rules compose: ministries, armies and teams with their nation, and names behind generic words."""

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.find.person_name import STOP
from agents.tag_entities.lexicon.demonyms import feminine
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import CONNECTORS, Kinds
from agents.tag_entities.words.bodies import (
    BARE,
    BODIES,
    NO_BARE,
    PORTFOLIOS,
    PUBLIC,
    PURPOSES,
    RANKS,
    SPORT_ONLY,
    WIDER,
)
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from streams.records.entities import EntityType

_MINISTRY: Final = folded("وزارة")
_TEAM: Final = folded("منتخب")
_SURE: Final = folded("جامعة مستشفى بنك مصرف معهد مطار ميناء مسجد حزب كأس مهرجان قاعدة ملعب استاد ستاد كلية قصر حي")
"""Generic words that make a name of definite common words: جامعة العلوم والتكنولوجيا."""
_HONOURED: Final = folded(
    "الملك الأمير الأميرة الملكة الشيخ الإمام السلطان الملكة الرئيس خادم الحرمين الشريفين القديس السيدة سيدي"
)
_TAIL: Final = folded(
    "الدولي الدولية الجوية العسكرية التخصصي التخصصية المركزي الجامعي العام العربي العربية الإسلامي الإسلامية "
    "الوطني الوطنية"
)
_ENDS: Final = folded(
    "إلى التي الذي الذين اللذين السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة اليوم الماضي الماضية المقبل "
    "المقبلة الآن"
)
"""Definite words that are no part of a name."""
_BODIES_OWN: Final = folded("للمنتخب للفريق للنادي للمؤسسة للشركة للهيئة للجامعة للوزارة للبنك للعبة للحزب")
"""Whose a body is, rather than what it is for: الجهاز الفني للمنتخب."""
_AFTER_PEOPLE: Final = folded(
    "مستشفى مشفى جامعة مدرسة ثانوية إعدادية كلية معهد مؤسسة جائزة وسام شارع ميدان ساحة حديقة محطة مطار قاعدة "
    "ملعب استاد ستاد جسر قصر مسجد جامع كنيسة متحف كتائب مخيم سد"
)
"""Generic words of what people are remembered by."""
_HONOURS: Final = folded("وسام نوط قلادة")
"""Generic words that only a ruler's title makes a name of; وسام is a given name too."""
_OF_RULERS: Final = [[title] for title in _HONOURED]
_UNIONS: Final = folded("اتحاد تحالف رابطة نقابة جمعية هيئة حركة تجمع ائتلاف")
"""Generic words that people of a place unite in."""
_SERVING: Final = folded(
    "مركز معهد مؤسسة هيئة جمعية مجلس منظمة شركة مجموعة صندوق بنك دار اتحاد رابطة جائزة مهرجان أكاديمية"
)
"""Generic words whose name can go on with what it is for."""
_GROUPS: Final = folded("حركة جماعة جبهة حزب تيار وكالة منظمة مجموعة")
"""Generic words that are no part of a name that the lexicon holds without them."""
_AND_QUARTER: Final = "وحي"
_QUARTERS: Final = folded("حي وحي بحي لحي حيي أحياء الأحياء شارع شارعي بلدة وبلدة منطقة")
_LISTED = 6
"""Words before وحي among which a quarter or its like stands; else it is revelation, and no quarter behind و."""
_MOST = 7
_CACHE = 200_000
"""Words that are remembered, at most."""


class Composed(NamedTuple):
    """A composed name: tokens, letters peeled from the first, type, and what its parts give for id and names."""

    first: int
    last: int
    skip: int
    type: EntityType
    slug: str | None = None
    english: str | None = None
    country: str | None = None
    surface: str | None = None
    """The key to look up first."""


class Composer:
    """Finds composed names; remembers what words can open one, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, kinds: Kinds) -> None:
        self._lexicon = lexicon
        self._kinds = kinds
        self._openers: dict[str, tuple[int, str] | None] = {}
        self._lengths: dict[str, list[int]] = {}
        for body in BODIES:
            words = body.split(" ")
            self._lengths.setdefault(words[0], []).append(len(words))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def opens(self, word: str) -> bool:
        """Say whether a word can begin a composed name."""
        return self._openers[word] is not None if word in self._openers else self._remember(word) is not None

    def _remember(self, word: str) -> tuple[int, str] | None:
        if len(self._openers) > _CACHE:
            self._openers.clear()
        opener = self._openers[word] = self._opener(word)
        return opener

    def find(
        self, tokens: Tokens, places: Sequence[int], taken: bytearray, peeled: Container[int] = ()
    ) -> list[Composed]:
        """Find composed names from left to right, without overlap.

        Parameters
        ----------
        places
            The tokens that can begin one.
        taken
            One byte a token: not 0 where a name of the lexicon stands; 2 where a person does.
        peeled
            The tokens that a name begins in behind a proclitic: no composed name goes on with them.
        """
        found: list[Composed] = []
        done = 0
        for at in places:
            if at < done:
                continue
            word = tokens.words[at]
            if word == _AND_QUARTER and _QUARTERS.isdisjoint(tokens.words[max(0, at - _LISTED) : at]):
                continue
            opener = self._openers[word] if word in self._openers else self._remember(word)
            composed = self._compose(tokens, at, *opener, taken, peeled) if opener is not None else None
            if composed is not None:
                found.append(composed)
                done = composed.last
        return found

    def _opener(self, word: str) -> tuple[int, str] | None:
        rests = peel(word)
        if word == _AND_QUARTER:
            rests.append((1, word[1:]))
        if word.startswith("لل"):
            rests.append((2, "ال" + word[2:]))
        if word.startswith("ولل"):
            rests.append((3, "ال" + word[3:]))
        for skip, rest in rests:
            if (
                rest in _MINISTRY
                or rest in _TEAM
                or rest in BARE
                or rest in self._lengths
                or rest in PUBLIC
                or rest in KEPT
                or rest in DROPPED
            ):
                return skip, rest
        return None

    def _compose(  # noqa: PLR0913, PLR0917 - what a name is composed by
        self, tokens: Tokens, at: int, skip: int, word: str, taken: bytearray, peeled: Container[int]
    ) -> Composed | None:
        if word in _MINISTRY:
            return self._ministry(tokens, at, skip)
        composed = self._body(tokens, at, skip, word) if word in SPORT_ONLY else None
        if composed is None and word in PUBLIC:
            composed = self._public(tokens, at, skip, word)
        if composed is None and word in BARE:
            composed = self._bare(tokens, at, skip, word)
        if composed is None and word in self._lengths:
            composed = self._body(tokens, at, skip, word)
        if composed is None and word in _TEAM:
            composed = self._team(tokens, at, skip)
        honour = word not in _HONOURS or tokens.words[at + 1 : at + 2] in _OF_RULERS
        if composed is None and (word in KEPT or word in DROPPED) and honour:
            composed = self._named(tokens, at, skip, word, taken, peeled)
        return composed

    def _nation(self, tokens: Tokens, at: int) -> str | None:
        """Give the country of a nationality adjective with ال at a token that stands right behind the one before."""
        if at >= len(tokens.words) or tokens.between(at - 1) not in (" ", "  "):
            return None
        word = tokens.words[at]
        return self._lexicon.demonyms.get(word) if word.startswith("ال") else None

    def _ministry(self, tokens: Tokens, at: int, skip: int) -> Composed | None:
        words = tokens.words
        last = at + 1
        if last >= len(words) or words[last] not in PORTFOLIOS or tokens.between(at) not in (" ", "  "):
            return None
        slug = PORTFOLIOS[words[last]]
        last += 1
        while (
            last < len(words)
            and last - at < _MOST
            and (words[last] in WIDER or (words[last - 1] == "الشوون" and words[last] in PORTFOLIOS))
            and tokens.between(last - 1) == " "
        ):
            last += 1
        return self._with_nation(tokens, at, skip, last, slug)

    def _with_nation(self, tokens: Tokens, at: int, skip: int, last: int, portfolio: str) -> Composed:
        slug, english = f"{portfolio}-ministry", f"{portfolio.replace('-', ' ').title()} Ministry"
        country = self._nation(tokens, last)
        if country is not None and feminine(tokens.words[last]):
            last += 1
        else:
            country = None
        surface = " ".join([tokens.words[at][skip:], *tokens.words[at + 1 : last]])
        return Composed(at, last, skip, "ORG", slug, english, country, surface)

    def _bare(self, tokens: Tokens, at: int, skip: int, word: str) -> Composed | None:
        country = self._nation(tokens, at + 1)
        before = tokens.words[at - 1] if at else ""
        if (
            country is None
            or not feminine(tokens.words[at + 1])
            or before in NO_BARE
            or (at and before.startswith(("ال", "لل", "بال", "وال", "فال")))
        ):
            return None
        slug = PORTFOLIOS[word]
        surface = f"وزاره {word} {tokens.words[at + 1]}"
        return Composed(at, at + 2, skip, "ORG", f"{slug}-ministry", f"{slug.title()} Ministry", country, surface)

    def _body(self, tokens: Tokens, at: int, skip: int, word: str) -> Composed | None:
        for length in self._lengths[word]:
            last = at + length
            name = " ".join([word, *tokens.words[at + 1 : last]])
            if name not in BODIES or any(tokens.between(i) != " " for i in range(at, last - 1)):
                continue
            country = self._nation(tokens, last)
            if country is None:
                continue
            slug, english = BODIES[name]
            if name == "المركزي" and at and tokens.words[at - 1].startswith(("ال", "لل", "وال")):
                return None  # الجهاز المركزي المصري
            last += 1
            if word in SPORT_ONLY:
                if tokens.words[last : last + 2] != ["لكره", "القدم"]:
                    continue
                last += 2
            opening = f"البنك {word}" if name == "المركزي" else word
            surface = " ".join([opening, *tokens.words[at + 1 : last]])
            return Composed(at, last, skip, "ORG", slug, english, country, surface)
        return None

    def _public(self, tokens: Tokens, at: int, skip: int, word: str) -> Composed | None:
        """Read a public body by what it is for: الهيئة العامة للطيران المدني, المجلس القومي لحقوق الإنسان."""
        words = tokens.words
        last = at + 1
        while last < len(words) and last <= at + 2 and tokens.between(last - 1) == " " and self._ranks(words[last]):
            last += 1
        if last == at + 1 or last >= len(words) or tokens.between(last - 1) != " ":
            return None
        purpose = words[last]
        if (not purpose.startswith("لل") and purpose not in PURPOSES) or purpose in _BODIES_OWN:
            return None
        last += 1
        end = last
        while end < len(words) and end < last + 3 and tokens.between(end - 1) == " " and self._widens(words[end]):
            end += 1
        if purpose in PURPOSES and end == last:
            return None
        surface = " ".join([word, *words[at + 1 : end]])
        return Composed(at, end, skip, "ORG", surface=surface)

    def _ranks(self, word: str) -> bool:
        return word in RANKS or (word.startswith("ال") and word in self._lexicon.demonyms)

    def _widens(self, word: str) -> bool:
        """Say whether a word can go on with what a body is for: not a title, a day, or a verb."""
        other = word in _ENDS or word in TITLES or word in TITLE_RUN or word in ROLE_HEADS or word[1:] in PUBLIC
        return word.startswith(("ال", "وال", "لل")) and not other and word not in self._lexicon.demonyms

    def _team(self, tokens: Tokens, at: int, skip: int) -> Composed | None:
        """Read منتخب فرنسا."""
        if at + 1 >= len(tokens.words):
            return None
        bearers = self._lexicon.surfaces.get(tokens.words[at + 1], ())
        for bearer in bearers:
            known = self._lexicon.entities[bearer >> 3]
            if known.kind in ("country", "territory"):
                surface = f"منتخب {tokens.words[at + 1]}"
                return Composed(
                    at, at + 2, skip, "ORG", "national-football-team", "national football team", known.id, surface
                )
        return None

    def _named(  # noqa: C901, PLR0911, PLR0912, PLR0913, PLR0917 - one walk, a case a kind of word
        self, tokens: Tokens, at: int, skip: int, word: str, taken: bytearray, peeled: Container[int]
    ) -> Composed | None:
        """Read a name that no lexicon has behind a generic word: مستشفى الملك فهد, بلدة بيت جن."""
        words, kinds = tokens.words, self._kinds
        kept = word in KEPT
        if word == "قناه" and not (at + 1 < len(words) and self._is_place(words[at + 1])):
            kept = False  # a canal has a place's name behind it, a channel any
        kind: EntityType = (KEPT if kept else DROPPED)[word]  # type: ignore[assignment] # the tables' values are types
        last = at + 1
        quoted = tokens.between(at).strip() in ("«", '"', "“", "('", "(", "'")
        if quoted and last < len(words):
            return self._in_quotes(tokens, at, kind, kept=kept)
        if word in _GROUPS and last < len(words) and tokens.between(at) == " " and self._lists(words[last]):
            return Composed(last, last + 1, 0, kind)
        if not kept and self._describes(tokens, last):
            return None
        officer = self._is_office(tokens, at)
        sure = 0
        loose = 0
        while last < len(words) and last - at < _MOST and tokens.between(last - 1) in (" ", "-"):
            follower = words[last]
            definite = words[last - 1].startswith("ال") and last > at + 1
            if taken[last]:
                person = taken[last] == 2 and words[last - 1] not in _HONOURED and taken[last - 1] != 2  # noqa: PLR2004 - a person's token
                if person and last == at + 1 and word in _AFTER_PEOPLE:
                    last = self._whole(tokens, last, taken)
                    person = False  # مستشفى السادات المركزي, جامعة جورج واشنطن
                glued = follower[0] in "بلوف" and follower not in self._lexicon.vocabulary and not taken[last - 1]
                if not kept or person or glued or (follower[0] == "ب" and last in peeled):
                    break
                sure += 1
            elif (
                officer
                and (sure or loose)
                and (kinds[follower].given or follower == "عبد")
                and self._begins(tokens, last)
            ):
                break  # رئيس جامعة أسيوط أحمد المنشاوي
            elif (follower in _HONOURED and kept) or (follower in self._lexicon.demonyms and last > at + 1):
                pass
            elif (not kinds[follower].common and not (definite and not follower.startswith("ال"))) or (
                kinds[follower].given and kept and words[last - 1] in _HONOURED
            ):
                sure += 1
            elif kept and (follower in _TAIL or follower in ("بن", "ال", "عبد", "ابن")):
                pass
            elif kept and word in _SERVING and follower.startswith("لل") and last > at + 1:
                pass  # مركز مصر للمعارض
            elif kept and last == at + 1 and word in _UNIONS and self._of_place(tokens, last, taken):
                loose += 1  # اتحاد عمال تونس
            elif kept and not sure and follower.startswith(("ال", "وال", "لل")) and follower not in _ENDS:
                if loose and word == "حي":
                    break
                loose += 1
            else:
                break
            last += 1
        while not kept and last > at + 2 and words[last - 1] in self._lexicon.demonyms and not taken[last - 1]:
            last -= 1  # مدينة سوروتش التركية
        if last == at + 1 or (kind == "MISC" and not kept) or not (sure or (word in _SURE and loose)):
            return None
        if not kept and (taken[at + 1] or not sure):
            return None
        if kept:
            return Composed(at, last, skip, kind)
        return Composed(at + 1, last, 0, kind)

    def _is_place(self, word: str) -> bool:
        entities = self._lexicon.entities
        return any(entities[bearer >> 3].type == "LOC" for bearer in self._lexicon.surfaces.get(word, ()))

    def _of_place(self, tokens: Tokens, at: int, taken: bytearray) -> bool:
        """Say whether a word without ال stands at a token and a place's name right behind it."""
        word = tokens.words[at]
        plain = len(word) > 2 and not word.startswith("ال") and word not in STOP  # noqa: PLR2004 - letters
        return plain and taken[at + 1] == 1 and tokens.between(at) == " " and at + 1 < len(tokens.words)

    def _describes(self, tokens: Tokens, at: int) -> bool:
        """Say whether a definite noun with a nationality tells what a body is: شركة البتروكيماويات السعودية «سابك»."""
        words = tokens.words
        return at + 1 < len(words) and words[at].startswith("ال") and words[at + 1] in self._lexicon.demonyms

    @staticmethod
    def _is_office(tokens: Tokens, at: int) -> bool:
        """Say whether a title stands before a token: رئيس جامعة."""
        return at > 0 and any(rest in TITLES for _, rest in peel(tokens.words[at - 1]))

    @staticmethod
    def _whole(tokens: Tokens, at: int, taken: bytearray) -> int:
        """Give the last token of the person's name that a token is part of."""
        while at + 1 < len(tokens.words) and taken[at + 1] == taken[at] and tokens.between(at) == " ":
            at += 1
        return at

    def _begins(self, tokens: Tokens, at: int) -> bool:
        """Say whether a person's name begins at a token: a given name, and no title or connector before it."""
        words, kinds = tokens.words, self._kinds
        before = words[at - 1]
        if before in _HONOURED or before in CONNECTORS or kinds[before].firm or at + 1 >= len(words):
            return False
        sure = kinds[words[at]].sure or kinds[words[at]].firm or words[at] == "عبد"
        return sure and tokens.between(at) == " " and (kinds[words[at + 1]].name or words[at + 1] in CONNECTORS)

    def _lists(self, word: str) -> bool:
        """Say whether the lexicon holds a group or a body by a word: حماس behind حركة."""
        entities = self._lexicon.entities
        return any(entities[bearer >> 3].type == "ORG" for bearer in self._lexicon.surfaces.get(word, ()))

    def _in_quotes(self, tokens: Tokens, at: int, kind: EntityType, *, kept: bool) -> Composed | None:
        last = at + 1
        while last < len(tokens.words) and last - at <= 5:  # noqa: PLR2004 - words of a name in quotation marks
            between = tokens.between(last)
            last += 1
            if any(mark in between for mark in "»\"”)'"):
                return None if kept else Composed(at + 1, last, 0, kind)
            if between not in (" ", "-"):
                break
        return None
