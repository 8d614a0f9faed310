"""Names that no lexicon has behind a generic word: مستشفى الملك فهد, جامعة أسيوط, بلدة بيت جن."""

from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.bodies import NO_PART
from agents.tag_entities.words.roles import CONNECTORS, DROPPED, KEPT, STOP, TITLES
from streams.records.entities import EntityType

_SURE: Final = folded("جامعة مستشفى بنك مصرف معهد مطار ميناء مسجد حزب كأس مهرجان قاعدة ملعب استاد ستاد كلية قصر حي")
"""Generic words that make a name of definite common words: جامعة العلوم والتكنولوجيا."""
_HONOURED: Final = folded(
    "الملك الأمير الأميرة الملكة الشيخ الإمام السلطان الملكة الرئيس خادم الحرمين الشريفين القديس السيدة سيدي"
)
_TAIL: Final = folded(
    "الدولي الدولية الجوية العسكرية التخصصي التخصصية المركزي الجامعي العام العربي العربية الإسلامي الإسلامية "
    "الوطني الوطنية"
)
_AFTER_PEOPLE: Final = folded(
    "مستشفى مشفى جامعة مدرسة ثانوية إعدادية كلية معهد مؤسسة جائزة وسام شارع ميدان ساحة حديقة محطة مطار قاعدة "
    "ملعب استاد ستاد جسر قصر مسجد جامع كنيسة متحف كتائب مخيم سد"
)
"""Generic words of what people are remembered by."""
_HONOURS: Final = folded("وسام نوط قلادة")
"""Generic words that only a ruler's title makes a name of; وسام is a given name too."""
_UNIONS: Final = folded("اتحاد تحالف رابطة نقابة جمعية هيئة حركة تجمع ائتلاف")
"""Generic words that people of a place unite in."""
_SERVING: Final = folded(
    "مركز معهد مؤسسة هيئة جمعية مجلس منظمة شركة مجموعة صندوق بنك دار اتحاد رابطة جائزة مهرجان أكاديمية"
)
"""Generic words whose name can go on with what it is for."""
_GROUPS: Final = folded("حركة جماعة جبهة حزب تيار وكالة منظمة مجموعة")
"""Generic words that are no part of a name that the lexicon holds without them."""
_OPENING_MARKS: Final = ("«", '"', "“", "('", "(", "'")
MAX_NAME_WORDS: Final = 7
MAX_QUOTED_WORDS: Final = 5
MIN_NOUN_LETTERS: Final = 3


class NamedInstitutions:
    """Reads an institution, a place or a group by a generic word and the name behind it."""

    name = "NamedInstitutions"

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def opens(self, word: str) -> bool:
        """Whether a word is a generic one that a name stands behind."""
        return word in KEPT or word in DROPPED

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read the name behind a generic word, which is part of it (KEPT) or not (DROPPED)."""
        tokens, first, word = draft.tokens, opening.position, opening.word
        words = tokens.words
        if word in _HONOURS and not (first + 1 < len(words) and words[first + 1] in _HONOURED):
            return None
        kept = word in KEPT
        if word == "قناه" and not (first + 1 < len(words) and self._is_place(words[first + 1])):
            kept = False  # a canal has a place's name behind it, a channel any
        entity_type: EntityType = (KEPT if kept else DROPPED)[word]  # type: ignore[assignment] # the tables' values are types
        if tokens.between(first).strip() in _OPENING_MARKS and first + 1 < len(words):
            return _in_quotes(tokens, first, entity_type, kept=kept)
        if (
            word in _GROUPS
            and first + 1 < len(words)
            and tokens.between(first) == " "
            and self._lists(words[first + 1])
        ):
            return Composed(first + 1, first + 2, 0, entity_type)
        if not kept and self._is_description(tokens, first + 1):
            return None
        return self._behind(draft, opening, entity_type, kept=kept)

    def _behind(self, draft: Draft, opening: Opening, entity_type: EntityType, *, kept: bool) -> Composed | None:
        """Read the words behind a generic one."""
        words, first, word = draft.tokens.words, opening.position, opening.word
        last, sure, loose = self._walk(draft, first, word, kept=kept)
        while (
            not kept and last > first + 2 and words[last - 1] in self._lexicon.demonyms and not draft.is_taken(last - 1)
        ):
            last -= 1  # مدينة سوروتش التركية
        if last == first + 1 or (entity_type == "MISC" and not kept) or not (sure or (word in _SURE and loose)):
            return None
        if not kept and (draft.is_taken(first + 1) or not sure):
            return None
        if kept:
            return Composed(first, last, opening.skip, entity_type)
        return Composed(first + 1, last, 0, entity_type)

    def _walk(self, draft: Draft, first: int, word: str, *, kept: bool) -> tuple[int, int, int]:  # noqa: C901, PLR0912 - a case a kind of word
        """Return where the name ends, how many words make it sure, and how many definite common words it has."""
        tokens, word_kinds = draft.tokens, self._word_kinds
        words = tokens.words
        officer = _is_behind_title(tokens, first)
        last, sure, loose = first + 1, 0, 0
        while last < len(words) and last - first < MAX_NAME_WORDS and tokens.between(last - 1) in (" ", "-"):
            follower = words[last]
            behind_definite = words[last - 1].startswith("ال") and last > first + 1
            if draft.is_taken(last):
                person = draft.is_person(last) and words[last - 1] not in _HONOURED and not draft.is_person(last - 1)
                if person and last == first + 1 and word in _AFTER_PEOPLE:
                    last = _end_of_person(draft, last)
                    person = False  # مستشفى السادات المركزي, جامعة جورج واشنطن
                glued = (
                    follower[0] in "بلوف" and follower not in self._lexicon.vocabulary and not draft.is_taken(last - 1)
                )
                if not kept or person or glued or (follower[0] == "ب" and _is_peeled(draft, last)):
                    break
                sure += 1
            elif (
                officer
                and (sure or loose)
                and (word_kinds[follower].given or follower == "عبد")
                and self._begins_person(tokens, last)
            ):
                break  # رئيس جامعة أسيوط أحمد المنشاوي
            elif (follower in _HONOURED and kept) or (follower in self._lexicon.demonyms and last > first + 1):
                pass
            elif (not word_kinds[follower].common and not (behind_definite and not follower.startswith("ال"))) or (
                word_kinds[follower].given and kept and words[last - 1] in _HONOURED
            ):
                sure += 1
            elif kept and (follower in _TAIL or follower in ("بن", "ال", "عبد", "ابن")):
                pass
            elif kept and word in _SERVING and follower.startswith("لل") and last > first + 1:
                pass  # مركز مصر للمعارض
            elif kept and last == first + 1 and word in _UNIONS and _is_of_place(draft, last):
                loose += 1  # اتحاد عمال تونس
            elif kept and not sure and follower.startswith(("ال", "وال", "لل")) and follower not in NO_PART:
                if loose and word == "حي":
                    break
                loose += 1
            else:
                break
            last += 1
        return last, sure, loose

    def _is_place(self, word: str) -> bool:
        return any(bearer.known.type == "LOC" for bearer in self._lexicon.bearers(word))

    def _lists(self, word: str) -> bool:
        """Whether the lexicon holds a group or a body by a word: حماس behind حركة."""
        return any(bearer.known.type == "ORG" for bearer in self._lexicon.bearers(word))

    def _is_description(self, tokens: Tokens, position: int) -> bool:
        """Whether a definite noun with a nationality tells what a body is: شركة البتروكيماويات السعودية «سابك»."""
        words = tokens.words
        return (
            position + 1 < len(words)
            and words[position].startswith("ال")
            and words[position + 1] in self._lexicon.demonyms
        )

    def _begins_person(self, tokens: Tokens, position: int) -> bool:
        """Whether a person's name begins at a position: a given name, and no title or connector before it."""
        words, word_kinds = tokens.words, self._word_kinds
        before = words[position - 1]
        if before in _HONOURED or before in CONNECTORS or word_kinds[before].firm or position + 1 >= len(words):
            return False
        sure = word_kinds[words[position]].sure or word_kinds[words[position]].firm or words[position] == "عبد"
        behind = words[position + 1]
        return sure and tokens.between(position) == " " and (word_kinds[behind].name or behind in CONNECTORS)


def _in_quotes(tokens: Tokens, first: int, entity_type: EntityType, *, kept: bool) -> Composed | None:
    """Return a name in quotation marks that its generic word is no part of."""
    last = first + 1
    while last < len(tokens.words) and last - first <= MAX_QUOTED_WORDS:
        between = tokens.between(last)
        last += 1
        if any(mark in between for mark in "»\"”)'"):
            return None if kept else Composed(first + 1, last, 0, entity_type)
        if between not in (" ", "-"):
            break
    return None


def _is_behind_title(tokens: Tokens, position: int) -> bool:
    """Whether a title stands before a position: رئيس جامعة."""
    return position > 0 and any(rest in TITLES for _, rest in peel(tokens.words[position - 1]))


def _end_of_person(draft: Draft, position: int) -> int:
    """Return the last position of the person's name that a token is part of."""
    tokens = draft.tokens
    while position + 1 < len(tokens.words) and draft.is_person(position + 1) and tokens.between(position) == " ":
        position += 1
    return position


def _is_peeled(draft: Draft, position: int) -> bool:
    """Whether a name begins in a token behind a proclitic."""
    name = draft.name_at(position)
    return name is not None and name.start > draft.tokens.spans[position][0]


def _is_of_place(draft: Draft, position: int) -> bool:
    """Whether a word without ال stands at a position and a place's name right behind it."""
    tokens = draft.tokens
    word = tokens.words[position]
    plain = len(word) >= MIN_NOUN_LETTERS and not word.startswith("ال") and word not in STOP
    behind = draft.is_taken(position + 1) and not draft.is_person(position + 1)
    return plain and behind and tokens.between(position) == " " and position + 1 < len(tokens.words)
