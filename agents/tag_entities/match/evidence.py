"""What speaks for one bearer of a surface: the word before it, the section, the company it keeps."""

from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.context import Scene
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, SURNAME, WEAK, Known, Lexicon
from agents.tag_entities.match.neighbours import beside
from agents.tag_entities.match.surfaces import Match
from agents.tag_entities.words.bodies import SPORT_ONLY
from agents.tag_entities.words.roles import DROPPED, SPORT, TITLES
from streams.records.entities import EntityType

SPORT_KINDS: Final = frozenset(["club", "league", "national-team", "athlete", "coach", "cup", "federation"])
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
_PRESS: Final = frozenset(["outlet", "agency"])
_TOLD: Final = folded(
    "مع حوار تصريح تصريحات قالت ذكرت نشرت نقلت كشفت مراسل علمت إلى لدى خاص حديث مقابلة صحيفة جريدة موقع أبلغ معه "
    "معها له لها به قال وقال قالوا مصادر مصدر"
)
"""Words before an outlet's name in quotation marks."""
AFTER: Final = folded("الذي التي اليوم السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة إلى الآن الماضي المقبل")
"""Words with ال that are no adjectives of what stands before."""
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
_NEED = 2
"""Points that a weak surface needs."""
_QUOTES = "«\"“'("


def choose(lexicon: Lexicon, match: Match, scene: Scene, kind: str | None = None) -> Known | EntityType | None:
    """Choose the bearer that the evidence speaks for; only a type when two of it are equally likely; else nothing.

    Parameters
    ----------
    match
        The surface in the text, and who bears it.
    kind
        A type that something else says the name has (a model, a trigger), or None.
    """
    weighed = _weighed(lexicon, match, scene, kind)
    if not weighed or weighed[0][0] < _NEED:
        return None
    best = weighed[0][1]
    if len(weighed) > 1 and weighed[0][0] - weighed[1][0] < 1:
        return best.type if weighed[1][1].type == best.type and best.type != "PER" else None
    return best


def _weighed(  # noqa: C901, PLR0912 - a reason a line
    lexicon: Lexicon, match: Match, scene: Scene, kind: str | None
) -> list[tuple[float, Known]]:
    """Give the bearers that anything speaks for, with their points, most first."""
    bearers, first = match.bearers, match.first
    weighed: list[tuple[float, Known]] = []
    plain = match.last - first == 1 and _plain(lexicon, match.key)
    near = beside(lexicon, match, scene)
    cued = not plain or near.cue or _cued(scene.tokens, first)
    town = plain and not near.listed
    """Whether a place's name would be a common word that no list speaks for."""
    rival = scene.sport and any(lexicon.entities[b >> FLAG_BITS].kind in SPORT_KINDS for b in bearers)
    paper = any(lexicon.entities[b >> FLAG_BITS].kind in _PRESS for b in bearers) and _quoted(scene.tokens, first)
    for bearer in bearers:
        known = lexicon.entities[bearer >> FLAG_BITS]
        flags = bearer & ((1 << FLAG_BITS) - 1)
        if known.kind in SPORT_KINDS and _no_club(lexicon, match, known, scene, weak=bool(flags & WEAK)):
            continue
        if flags & WEAK and not cued and kind != known.type and known.type in ("ORG", "MISC"):
            continue  # a common word, and nothing beside it makes a name of it
        if flags & WEAK and town and _no_place(lexicon, match, known, scene, kind):
            continue
        if flags & SURNAME:
            if not _titled(scene.tokens, first, known):
                continue
            points = _NEED + 0.0
        else:
            points = _given(lexicon, known, weak=bool(flags & WEAK))
            direct, around = _points(known, first, scene)
            direct += near.points(known, plain=plain)
            if plain and _modified(lexicon, scene.tokens, match.last, known):
                direct -= 2
            points += direct + around
            if flags & WEAK and direct <= 0 and plain and known.type in ("ORG", "MISC") and kind != known.type:
                continue  # a common word: what the article is about does not make a name of it
            if rival and known.kind not in SPORT_KINDS and not _settled(known, match, scene.tokens):
                points -= 1.5
        if kind is not None:
            points += 1 if known.type == kind else -1.5
        if known.type == "LOC":
            points += _as_place(match, scene.tokens, kind, plain=plain, paper=paper)
        if points > 0:
            weighed.append((points, known))
    return sorted(weighed, key=lambda pair: -pair[0])


def _no_club(lexicon: Lexicon, match: Match, known: Known, scene: Scene, *, weak: bool) -> bool:
    """Say whether a club's or an athlete's name is none here.

    Clubs play in articles about sport, or behind نادي; النادي المصري is any Egyptian club, الاتحاد الأمريكي none in
    Jeddah.
    """
    tokens = scene.tokens
    if weak and not scene.sport and not _introduced(tokens, match.first, known) and not _told(known, scene):
        return True
    if match.key in lexicon.demonyms and _before(tokens, match.first).startswith("ال"):
        return True
    if scene.words & _NATIONAL and any(lexicon.entities[b >> FLAG_BITS].id in known.countries for b in match.bearers):
        return _before(tokens, match.first) not in _OWN  # لاعبو الإمارات
    if match.key not in SPORT_ONLY or match.last >= len(tokens.words):
        return False
    behind = tokens.words[match.last]
    nation = lexicon.demonyms.get(behind) if behind.startswith("ال") else None
    return nation is not None and nation not in known.countries and not _introduced(tokens, match.first, known)


def _before(tokens: Tokens, first: int) -> str:
    return tokens.words[first - 1] if first else ""


def _settled(known: Known, match: Match, tokens: Tokens) -> bool:
    """Say whether a surface means no club even in sport: a town behind ب or إلى, a paper in quotation marks."""
    if known.kind in _PRESS:
        return _quoted(tokens, match.first)
    return known.type == "LOC" and _placed(match, tokens)


def _placed(match: Match, tokens: Tokens) -> bool:
    """Say whether a word or letter stands before a surface that a place follows."""
    peeled = tokens.words[match.first][: match.start - tokens.spans[match.first][0]]
    return peeled.endswith("ب") or _before(tokens, match.first) in ("في", "الي", "بمدينه", "مدينه")


def _given(lexicon: Lexicon, known: Known, *, weak: bool) -> float:
    """Give the points that a bearer has before anything speaks for it."""
    if not weak:
        return float(_NEED)
    return 1.0 if known.kind == "country" or known.id in lexicon.capitals else 0.0


def _as_place(match: Match, tokens: Tokens, kind: str | None, *, plain: bool, paper: bool) -> float:
    """Weigh what only places have: a preposition before, unless the word is a common one; a paper of the name."""
    placed = kind == "LOC" and not plain and _placed(match, tokens)
    return 0.5 * placed - 1.5 * paper


def _no_place(lexicon: Lexicon, match: Match, known: Known, scene: Scene, kind: str | None) -> bool:
    """Say whether a common word that some place is called by is none here.

    Of a place for which nothing speaks, a word like مدينة must say it, and somebody name its country. دوما is always,
    unless a preposition stands before; الجبهة الشرقية is no province.
    """
    tokens = scene.tokens
    before = _before(tokens, match.first)
    if known.type != "LOC":
        return False
    if match.key in _WORDS:
        return not (_placed(match, tokens) or _introduced(tokens, match.first, known) or before in _ABOUT)
    if match.key.startswith("ال") and match.key.endswith("يه") and known.kind == "region":
        joined = tokens.words[match.first][0] == "و"
        return (
            tokens.between(match.first - 1) == " " and before.startswith("ال") and (joined or before.endswith(_ENDED))
        )
    if kind == "LOC" or known.kind not in _SMALL or known.context or known.id in lexicon.capitals:
        return False
    return not _introduced(tokens, match.first, known) or not any(
        country in scene.countries for country in known.countries
    )


def _introduced(tokens: Tokens, first: int, known: Known) -> bool:
    """Say whether a generic word of its kind stands before a surface: نادي, مدرب."""
    before = _before(tokens, first)
    generic = _GENERIC.get(known.kind, frozenset())
    return before in generic or before[1:] in generic


def _cued(tokens: Tokens, first: int) -> bool:
    """Say whether a word stands before a surface, or a quotation mark, that can make a name of a common word."""
    before = _before(tokens, first)
    return before in _CUES or before[1:] in _CUES or _quoted(tokens, first)


def _points(known: Known, first: int, scene: Scene) -> tuple[float, float]:  # noqa: C901 - a weight a line
    """Weigh what stands right beside the surface, and what the article around it says."""
    tokens = scene.tokens
    before = _before(tokens, first)
    direct = around = 0.0
    if _introduced(tokens, first, known):
        direct += 2.5
    elif before in DROPPED and DROPPED[before] != known.type and (known.type != "MISC"):
        direct -= 2
    if known.type != "PER" and before in TITLES and before not in SPORT:
        direct -= 1.5
    if known.type in ("ORG", "MISC") and known.kind not in SPORT_KINDS and _quoted(tokens, first):
        direct += 2.5 if known.kind in _PRESS and (before in _TOLD or before[1:] in _TOLD or before in "لب") else 1
    if known.kind in ("city", "country") and before in ("في", "الي", "من", "ب", "وفي", "عن", "بين", "دوله"):
        direct += 0.5
    if tokens.words[first].endswith("المغرب") and known.kind == "country":
        direct += -2 if before in _SUNSET else 2
    hits = sum(1 for word in known.context if (word in scene.ids if ":" in word else scene.says(word)))
    around += min(2.5, 1.5 * hits)
    if known.kind in SPORT_KINDS:
        beside = 1 if before in SPORT or before[1:] in SPORT else 0
        direct += beside
        if not scene.sport:
            direct -= 0 if _told(known, scene) else 2
        else:
            around += 1.5
        if scene.sport and not known.countries:
            around += 0.5
    elif scene.section is not None and scene.section in known.sections:
        around += 1.5
    if any(country in scene.countries for country in known.countries):
        around += 1
    return direct, around


def _plain(lexicon: Lexicon, word: str) -> bool:
    """Say whether a word is a common one."""
    return word in lexicon.common or word.removeprefix("ال") in lexicon.common


def _modified(lexicon: Lexicon, tokens: Tokens, last: int, known: Known) -> bool:
    """Say whether an adjective or a genitive stands behind: الاتحاد الدولي is not الاتحاد, سيول جدة is not Seoul."""
    if last >= len(tokens.words) or tokens.between(last - 1) != " ":
        return False
    word = tokens.words[last]
    if known.type == "LOC" and any(not bearer & WEAK for bearer in lexicon.surfaces.get(word, ())):
        return True
    return word.startswith("ال") and word not in lexicon.demonyms and word not in AFTER


def _told(known: Known, scene: Scene) -> bool:
    """Say whether an article that is not about sport tells a sportsman's team or trade: منتخب مصر."""
    return known.type == "PER" and any(" " in word and scene.says(word) for word in known.context)


def _quoted(tokens: Tokens, first: int) -> bool:
    start = tokens.spans[first][0]
    return start > 0 and tokens.text[start - 1] in _QUOTES and not tokens.text[start - 2 : start - 1].isdigit()


def _titled(tokens: Tokens, first: int, known: Known) -> bool:
    """Say whether a surname stands behind its bearer's own office: وزير الخارجية الروسي لافروف."""
    if not known.roles:
        return False
    start = tokens.spans[first][0]
    before = tokens.text[max(0, start - 60) : start].rstrip(" ،,")
    return any(before.endswith(role) for role in known.roles)
