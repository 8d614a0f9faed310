"""What speaks for one bearer of a surface: the words beside it, the section, what the article is about."""

from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Evidence, Surface
from agents.tag_entities.lexicon.kinds import PRESS_KINDS, SPORT_KINDS
from agents.tag_entities.lexicon.lexicon import Bearer, Known, Lexicon
from agents.tag_entities.match.adjectives import NO_ADJECTIVES
from agents.tag_entities.match.neighbours import look_beside
from agents.tag_entities.match.weights import (
    ABOUT_SPORT,
    CITED_IN_QUOTES,
    CLUB_LIKELIER,
    COUNTRY,
    GOES_ON,
    GREAT_PLACE,
    HINT,
    IN_QUOTES,
    KIND_BEFORE,
    LEAD,
    MAX_HINTS,
    MODEL_AGREES,
    MODEL_DISAGREES,
    NEEDED,
    NO_SPORT,
    NO_TIME_OF_DAY,
    OFFICE_BEFORE,
    OTHER_KIND_BEFORE,
    PAPER_QUOTED,
    PLACE_TO_MODEL,
    PREPOSITION_BEFORE,
    SECTION,
    SPORT_ANYWHERE,
    SPORT_BEFORE,
    SURE_SURFACE,
    TIME_OF_DAY,
    TITLE_BEFORE,
    Balance,
)
from agents.tag_entities.words.bodies import SPORT_ONLY
from agents.tag_entities.words.roles import DROPPED, SPORT, TITLES
from streams.records.entities import EntityType

_GENERIC: Final[dict[str, frozenset[str]]] = {
    "club": folded(
        "نادي فريق النادي الفريق مدرب لاعب لاعبي مهاجم مدافع حارس جماهير جمهور لاعبو مرمى شباك صفوف قميص ناديه "
        "ناديي فريقي"
    ),
    "outlet": folded("صحيفة جريدة قناة موقع مجلة إذاعة تلفزيون شبكة صحيفتي قناتي"),
    "agency": folded("وكالة لوكالة"),
    "company": folded("شركة مجموعة عملاق شركتي"),
    "airline": folded("شركة طيران خطوط"),
    "bank": folded("بنك مصرف"),
    "party": folded("حزب حركة تيار ائتلاف كتلة جبهة"),
    "armed-group": folded("تنظيم جماعة حركة ميليشيا ميليشيات حزب مسلحي عناصر مقاتلي جبهة كتائب"),
    "city": folded("مدينة بلدة قرية بلدية دائرة جماعة العاصمة محافظة مدينتي قضاء ناحية مديرية ولاية"),
    "region": folded("محافظة منطقة إقليم ولاية مقاطعة محافظتي منطقتي"),
    "district": folded("حي ضاحية منطقة مديرية حيي مدينة بلدة قرية منطقتي أحياء"),
    "country": folded("دولة جمهورية مملكة دولتي"),
    "university": folded("جامعة"),
    "work": folded("فيلم مسلسل رواية كتاب أغنية ألبوم مسرحية ديوان"),
    "programme": folded("برنامج"),
    "product": folded("هاتف تطبيق سيارة جهاز"),
    "river": folded("نهر"),
    "currency": folded("عملة"),
}
_TOLD: Final = folded(
    "مع حوار تصريح تصريحات قالت ذكرت نشرت نقلت كشفت مراسل علمت إلى لدى خاص حديث مقابلة صحيفة جريدة موقع أبلغ معه "
    "معها له لها به قال وقال قالوا مصادر مصدر"
)
"""Words before an outlet's name in quotation marks."""
_CUES: Final = frozenset().union(*_GENERIC.values(), SPORT, _TOLD)
_SUNSET: Final = folded("صلاة أذان قبل بعد وقت عند قبيل بعيد حتى")
"""Before المغرب, when it is the time of day."""
_NATIONAL: Final = folded("منتخب المنتخب منتخبنا")
_OWN: Final = folded("نادي النادي فريق")
"""Before a country's name, when a club is called by it."""
_WORDS: Final = folded("دوما تدمر")
"""An adverb and a verb that towns are called by."""
_ABOUT: Final = folded("من آثار بادية ريف محيط سكان أهالي شرق غرب شمال جنوب قرب نحو باتجاه متحف سجن قلعة مطار معبد")
"""Words that a place follows."""
_SMALL: Final = frozenset(["city", "district"])
_ENDED: Final = ("ه", "ات", "ين")
_QUOTES = "«\"“'("


class Choice(NamedTuple):
    """What the evidence speaks for: an entity, or only a type when two entities of it are equally likely."""

    means: Known | EntityType
    evidence: tuple[Evidence, ...]


def choose(
    lexicon: Lexicon, surface: Surface, context: ArticleContext, seen_type: EntityType | None = None
) -> Choice | None:
    """Return the bearer that the evidence speaks for, None where it speaks for none.

    Parameters
    ----------
    surface
        The surface in the text, and who bears it.
    seen_type
        The type that a model sees in exactly these words, if any.
    """
    weighed = _Weighing(lexicon, surface, context, seen_type).bearers()
    if not weighed or weighed[0][0].total < NEEDED:
        return None
    balance, best = weighed[0]
    evidence = tuple(balance.evidence)
    if len(weighed) > 1 and balance.total - weighed[1][0].total < LEAD:
        same = weighed[1][1].type == best.type and best.type != "PER"
        return Choice(best.type, evidence) if same else None
    return Choice(best, evidence)


class _Weighing:
    """The weighing of one surface's bearers.

    Parameters
    ----------
    seen_type
        The type that a model sees in exactly these words, if any.
    """

    def __init__(
        self, lexicon: Lexicon, surface: Surface, context: ArticleContext, seen_type: EntityType | None
    ) -> None:
        self._lexicon, self._surface, self._context, self._seen_type = lexicon, surface, context, seen_type
        tokens, bearers = context.tokens, surface.bearers
        self._common = surface.last - surface.first == 1 and _is_common(lexicon, surface.key)
        self._beside = look_beside(lexicon, surface, context)
        self._cued = not self._common or self._beside.is_cue or _is_cued(tokens, surface.first)
        self._club_likelier = context.sport and any(bearer.known.kind in SPORT_KINDS for bearer in bearers)
        self._paper = any(b.known.kind in PRESS_KINDS for b in bearers) and _is_quoted(tokens, surface.first)

    def bearers(self) -> list[tuple[Balance, Known]]:
        """Return the bearers that anything speaks for, with what does, those for whom most speaks first."""
        weighed = [(balance, bearer.known) for bearer in self._surface.bearers if (balance := self._weigh(bearer))]
        return sorted(weighed, key=lambda pair: -pair[0].total)

    def _weigh(self, bearer: Bearer) -> Balance | None:
        """Return what speaks for a bearer and against it, None for one that is not meant."""
        known, balance = bearer.known, Balance()
        if self._is_excluded(bearer):
            return None
        if bearer.surname:
            if not _has_office_before(self._context.tokens, self._surface.first, known):
                return None
            balance.add(OFFICE_BEFORE)
        elif not self._weigh_name(balance, bearer):
            return None
        if self._seen_type is not None:
            balance.add(MODEL_AGREES if known.type == self._seen_type else MODEL_DISAGREES)
        if known.type == "LOC":
            placed = self._seen_type == "LOC" and not self._common
            if placed and _is_behind_place_word(self._surface, self._context.tokens):
                balance.add(PLACE_TO_MODEL)
            if self._paper:
                balance.add(PAPER_QUOTED)
        return balance if balance.total > 0 else None

    def _is_excluded(self, bearer: Bearer) -> bool:
        """Whether a bearer cannot be meant, whatever speaks for it."""
        known, weak = bearer.known, bearer.weak
        lexicon, surface, context = self._lexicon, self._surface, self._context
        if known.kind in SPORT_KINDS and _is_no_club(lexicon, surface, known, context, weak=weak):
            return True
        if weak and not self._cued and self._is_unseen_thing(known):
            return True  # a common word, and nothing beside it makes a name of it
        unlisted = weak and self._common and not self._beside.listed
        return unlisted and _is_no_place(lexicon, surface, known, context, self._seen_type)

    def _weigh_name(self, balance: Balance, bearer: Bearer) -> bool:
        """Weigh what speaks for a name that is more than a surname; return whether it can be meant."""
        known, surface, context = bearer.known, self._surface, self._context
        _weigh_words_beside(balance, known, surface.first, context)
        self._beside.weigh(balance, known, common=self._common)
        if self._common and _goes_on(self._lexicon, context.tokens, surface.last, known):
            balance.add(GOES_ON)
        if bearer.weak and balance.total <= 0 and self._common and self._is_unseen_thing(known):
            return False  # a common word: what the article is about does not make a name of it
        if not bearer.weak:
            balance.add(SURE_SURFACE)
        elif known.kind == "country" or known.id in self._lexicon.capitals:
            balance.add(GREAT_PLACE)
        _weigh_article(balance, known, context)
        if self._club_likelier and known.kind not in SPORT_KINDS and not _is_settled(known, surface, context.tokens):
            balance.add(CLUB_LIKELIER)
        return True

    def _is_unseen_thing(self, known: Known) -> bool:
        """Whether a bearer is a body or a thing that the model does not see."""
        return known.type in ("ORG", "MISC") and self._seen_type != known.type


def _is_no_club(lexicon: Lexicon, surface: Surface, known: Known, context: ArticleContext, *, weak: bool) -> bool:
    """Whether a club's or an athlete's name is none here.

    Clubs play in articles about sport, or behind نادي; النادي المصري is any Egyptian club, الاتحاد الأمريكي none in
    Jeddah.
    """
    tokens = context.tokens
    if (
        weak
        and not context.sport
        and not _is_introduced(tokens, surface.first, known)
        and not _is_told_of(known, context)
    ):
        return True
    if surface.key in lexicon.demonyms and _before(tokens, surface.first).startswith("ال"):
        return True
    if context.words & _NATIONAL and any(bearer.known.id in known.countries for bearer in surface.bearers):
        return _before(tokens, surface.first) not in _OWN  # لاعبو الإمارات
    if surface.key not in SPORT_ONLY or surface.last >= len(tokens.words):
        return False
    behind = tokens.words[surface.last]
    nation = lexicon.demonyms.get(behind) if behind.startswith("ال") else None
    return nation is not None and nation not in known.countries and not _is_introduced(tokens, surface.first, known)


def _before(tokens: Tokens, first: int) -> str:
    return tokens.words[first - 1] if first else ""


def _is_settled(known: Known, surface: Surface, tokens: Tokens) -> bool:
    """Whether a surface means no club even in sport: a town behind ب or إلى, a paper in quotation marks."""
    if known.kind in PRESS_KINDS:
        return _is_quoted(tokens, surface.first)
    return known.type == "LOC" and _is_behind_place_word(surface, tokens)


def _is_behind_place_word(surface: Surface, tokens: Tokens) -> bool:
    """Whether a word or letter stands before a surface that a place follows."""
    peeled = tokens.words[surface.first][: surface.start - tokens.spans[surface.first][0]]
    return peeled.endswith("ب") or _before(tokens, surface.first) in ("في", "الي", "بمدينه", "مدينه")


def _is_no_place(
    lexicon: Lexicon, surface: Surface, known: Known, context: ArticleContext, seen_type: str | None
) -> bool:
    """Whether a common word that some place is called by is none here.

    Of a place for which nothing speaks, a word like مدينة must say it, and somebody name its country. دوما is always,
    unless a preposition stands before; الجبهة الشرقية is no province.
    """
    tokens = context.tokens
    before = _before(tokens, surface.first)
    if known.type != "LOC":
        return False
    if surface.key in _WORDS:
        return not (
            _is_behind_place_word(surface, tokens) or _is_introduced(tokens, surface.first, known) or before in _ABOUT
        )
    if surface.key.startswith("ال") and surface.key.endswith("يه") and known.kind == "region":
        joined = tokens.words[surface.first][0] == "و"
        return (
            tokens.between(surface.first - 1) == " " and before.startswith("ال") and (joined or before.endswith(_ENDED))
        )
    if seen_type == "LOC" or known.kind not in _SMALL or known.context or known.id in lexicon.capitals:
        return False
    return not _is_introduced(tokens, surface.first, known) or not any(
        country in context.countries for country in known.countries
    )


def _is_introduced(tokens: Tokens, first: int, known: Known) -> bool:
    """Whether a generic word of its kind stands before a surface: نادي, مدرب."""
    before = _before(tokens, first)
    generic = _GENERIC.get(known.kind, frozenset())
    return before in generic or before[1:] in generic


def _is_cued(tokens: Tokens, first: int) -> bool:
    """Whether a word stands before a surface, or a quotation mark, that can make a name of a common word."""
    before = _before(tokens, first)
    return before in _CUES or before[1:] in _CUES or _is_quoted(tokens, first)


def _weigh_words_beside(balance: Balance, known: Known, first: int, context: ArticleContext) -> None:
    """Weigh the words and marks right before a surface."""
    tokens = context.tokens
    before = _before(tokens, first)
    if _is_introduced(tokens, first, known):
        balance.add(KIND_BEFORE)
    elif before in DROPPED and DROPPED[before] != known.type and known.type != "MISC":
        balance.add(OTHER_KIND_BEFORE)
    if known.type != "PER" and before in TITLES and before not in SPORT:
        balance.add(TITLE_BEFORE)
    if known.type in ("ORG", "MISC") and known.kind not in SPORT_KINDS and _is_quoted(tokens, first):
        cited = known.kind in PRESS_KINDS and (before in _TOLD or before[1:] in _TOLD or before in "لب")
        balance.add(CITED_IN_QUOTES if cited else IN_QUOTES)
    if known.kind in ("city", "country") and before in ("في", "الي", "من", "ب", "وفي", "عن", "بين", "دوله"):
        balance.add(PREPOSITION_BEFORE)
    if tokens.words[first].endswith("المغرب") and known.kind == "country":
        balance.add(TIME_OF_DAY if before in _SUNSET else NO_TIME_OF_DAY)
    if known.kind in SPORT_KINDS:
        if before in SPORT or before[1:] in SPORT:
            balance.add(SPORT_BEFORE)
        if not context.sport and not _is_told_of(known, context):
            balance.add(NO_SPORT)


def _weigh_article(balance: Balance, known: Known, context: ArticleContext) -> None:
    """Weigh what the article says besides."""
    hints = sum(map(context.has, known.context))
    if hints:
        balance.add(HINT._replace(weight=min(MAX_HINTS, HINT.weight * hints)))
    if known.kind in SPORT_KINDS:
        if context.sport:
            balance.add(ABOUT_SPORT)
            if not known.countries:
                balance.add(SPORT_ANYWHERE)
    elif context.section is not None and context.section in known.sections:
        balance.add(SECTION)
    if any(country in context.countries for country in known.countries):
        balance.add(COUNTRY)


def _is_common(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a common one."""
    return word in lexicon.common or word.removeprefix("ال") in lexicon.common


def _goes_on(lexicon: Lexicon, tokens: Tokens, last: int, known: Known) -> bool:
    """Whether an adjective or a genitive stands behind: الاتحاد الدولي is not الاتحاد, سيول جدة is not Seoul."""
    if last >= len(tokens.words) or tokens.between(last - 1) != " ":
        return False
    word = tokens.words[last]
    if known.type == "LOC" and any(not bearer.weak for bearer in lexicon.bearers(word)):
        return True
    return word.startswith("ال") and word not in lexicon.demonyms and word not in NO_ADJECTIVES


def _is_told_of(known: Known, context: ArticleContext) -> bool:
    """Whether an article that is not about sport tells a sportsman's team or trade: منتخب مصر."""
    return known.type == "PER" and any(" " in word and context.says(word) for word in known.context)


def _is_quoted(tokens: Tokens, first: int) -> bool:
    start = tokens.spans[first][0]
    return start > 0 and tokens.text[start - 1] in _QUOTES and not tokens.text[start - 2 : start - 1].isdigit()


def _has_office_before(tokens: Tokens, first: int, known: Known) -> bool:
    """Whether a surname stands behind its bearer's own office: وزير الخارجية الروسي لافروف."""
    if not known.roles:
        return False
    start = tokens.spans[first][0]
    before = tokens.text[max(0, start - 60) : start].rstrip(" ،,")
    return any(before.endswith(role) for role in known.roles)
