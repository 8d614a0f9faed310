"""The line that says who wrote it, where, and for which agency: «القاهرة - رويترز», «كتب: فلان»."""

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple

from agents.clean.read.line_words import split
from streams.records.articles import Byline

MOST_WORDS = 14
"""The longest byline, in words."""
_QUOTED = re.compile(r"[«\"“]([^»\"”«“]{2,40})[»\"”]")
_QUOTE = re.compile(r"[«\"“]")
_SIGNS = r"|/\\:؛•·()\[\]،,*"
_DASHES = "–—ـ−-"
# A pattern that begins with one set of characters is several times quicker than one of alternatives.
_PARTS = re.compile(rf"[{_SIGNS}{_DASHES}](?:(?<=[{_SIGNS}])|[{_DASHES}]*(?=\s)|(?<=\s[{_DASHES}])[{_DASHES}]*)")
_JOINT = re.compile(rf"[{_SIGNS}«\"“{_DASHES}]")
"""What stands between the parts of a byline."""
_WIDE = re.compile(r"[ \t\u00a0]{3}")  # as between buttons
_HYPHEN = re.compile(r"\s*[-–—]\s*")
_FROM = re.compile(r"\s+من\s+(?=\S+(?:\s\S+){0,2}$)")
_ENDS = " \u00a0\t.:-–—ـ*/|،\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"
_AUTHOR = frozenset(
    split(
        "كتب كتبت كتبه كتبها بقلم تقرير إعداد أعده أعدته أعدها تحرير حررته ترجمة ترجمها حوار حاوره حاورته حاورها "
        "متابعة تغطية تحقيق أجرى أجراه أجرت أجرته مراسل مراسلنا مراسلة مراسلتنا المحرر المحررة محرر الكاتب الكاتبة "
        "الصحفي الصحفية بواسطة موفد موفدنا صحافي صحافية يكتب كاتب رصد author written by"
    )
)
_GENRES = frozenset(split("تقرير حوار متابعة تغطية تحقيق رصد ترجمة إعداد تحرير كاتب"))
"""Of which a headline may open with each: «تغطية مباشرة», «رصد زلزال»; a name that is known must stand behind it."""
_AUTHOR_JOIN = _AUTHOR | frozenset(split("من الحوار في وتصوير وتقرير وتقديم وإعداد خاص"))
_DESK = frozenset(
    split(
        "وكالات متابعات متابعة خاص مكتب تحرير قسم فريق هيئة غرفة شؤون صحيفة جريدة موقع مراسلون مراسلو بوابة شبكة "
        "محررو المحررون "
        "أخبار الأخبار كلمة رأي افتتاحية بيان تغطية المحلية المحليات"
    )
)
_OUTLET = frozenset(
    split(
        "نيوز news مونيتور صوت صدى راديو ميديا إنفو info لايف بلس اليوم أونلاين اونلاين برس بوست نت تايمز صحيفة جريدة "
        "موقع شبكة قناة تلفزيون إذاعة بوابة الإخبارية "
        "الإخباري الآن عربي عربية tv cnn bbc "
        "سي بي إن سكاي دويتشه فيله الحدث الحرة الجزيرة الغد الوطن الرأي الدستور الأهرام الأخبار النهار السفير القبس "
        "الراي الأنباء الشرق الخليج البيان الاتحاد الرؤية"
    )
)
_SITE = frozenset(split("صحيفة جريدة موقع شبكة قناة بوابة وكالة مجلة منصة راديو"))
"""What opens an outlet's name."""
_SURE_OUTLET = frozenset(split("نيوز news مونيتور ميديا أونلاين اونلاين برس بوست تايمز"))
"""Words that nothing but an outlet's name holds."""
_NAMING = _SITE | _SURE_OUTLET
_HALVES = re.compile(r"\s+[-–—|/]+\s*|\s*[-–—|/]+\s+")
_NOT_NAME = frozenset(
    split(
        "في من عن إلى أن إن التي الذي هذا هذه بعد قبل خلال مع حول بين منذ حتى لا ما لم لن كان قال أكد أعلن كل عند "
        "لدى أو ثم قد هل كيف "
        "كما ماذا لماذا أمس غدا أثناء ضد دون عبر نحو حيث وسط أمام خارج داخل تحت فوق يوم عام سنة شهر أول خلف وراء ليس "
        "غير بلا بدون رغم بسبب لأول أكثر أهم"
    )
)
_NO_NAME = _NOT_NAME | _OUTLET | _DESK
_ALI = "علي"
_OFFICE = frozenset(
    split(
        "وزير وزيرة رئيس رئيسة الرئيس محافظ مدير مديرة أمين نائب سفير سفيرة ملك الملك ولي قائد لاعب لاعبو مدرب "
        "منتخب فريق نجم جانب "
        "صورة لقطة قوات مبنى مقر مشهد مباراة جلسة اجتماع لقاء شعار حقل شارع مدينة محطة مطار ميناء مستشفى جامعة "
        "شركة بنك البنك مجلس "
        "وزارة عناصر جنود مقاتلو متظاهرون محتجون طائرة سيارة سفينة صاروخ حريق انفجار آثار دمار مؤتمر حفل معرض "
        "افتتاح رجال شرطة "
        "الشرطة جيش الجيش عمال طلاب أطفال نساء"
    )
)
"""Words that open a caption or a title and no name."""
_SUBJECT = frozenset(
    split(
        "سعر أسعار السعر الأسعار حالة طقس الطقس حظك أبراج توقعات موعد مواعيد موعدا نتائج نتيجة جدول ترتيب تشكيل تشكيلة "
        "ملخص أهداف بث شاهد مشاهدة مواقيت أوقات أذان عناوين أبرز أهم موجز نشرة حصاد تردد درجات درجة صحف الصحف "
        "حدث تعرف رابط استعلام طريقة كواليس تفاصيل حقيقة سبب تحديث هبوط ارتفاع تراجع استقرار انخفاض صعود قفزة مباريات "
        "الذهب الدولار النفط اليورو بورصة البورصة مؤشر مؤشرات عيار الريال الدينار الليرة"
    )
)
"""Words that open a title which holds a date: what is dated is its subject."""
_OPENERS = _OFFICE | _SUBJECT
_PREFIX = frozenset(split("وكالة عن المصدر خاص نقلا"))
_SUFFIX = frozenset(split("للأنباء عربي العربية الإخبارية"))
_MOST_NAME = 5
_LONG_NAME = 4
_NAME_JOINTS = frozenset(split("بن ابن بنت آل أبو أم عبد ولد"))
"""What stands between the parts of a name."""
_MOST_PIECE = 9
_MOST_WIRE = 7
_MOST_PLACE = 6


class Found(NamedTuple):
    """What a line says of who wrote it and where.

    `sure` tells that the line says so itself (an agency, «كتب»); where it is False, only its place on the page can.
    """

    byline: Byline
    sure: bool
    outlet: str | None = None
    """Another outlet that the line names in an agency's place."""


class _Parts:
    """What the parts of a line have been read as, in their order."""

    def __init__(self) -> None:
        self.author: list[str] = []
        self.place: list[str] = []
        self.wire: list[str] = []
        self.outlet: list[str] = []
        self.marked = False
        self.own = False
        """Whether the outlet's own name stands in front."""
        self.known = False
        """Whether a name is known for one, by its first word."""


@functools.cache
def agencies() -> dict[str, str]:
    """Give the agencies' names by their folded words."""
    table = tomllib.loads(_data("agencies.toml"))
    return {" ".join(split(spelling)): name for name, spellings in table.items() for spelling in spellings}


@functools.cache
def places() -> frozenset[str]:
    """Give the folded names of places from which reports come."""
    lines = _data("places.txt").splitlines() + _data("places_more.txt").splitlines()
    return frozenset(" ".join(split(line)) for line in lines if line and not line.startswith("#"))


@functools.cache
def given_names() -> frozenset[str]:
    """Give the folded words that open people's names."""
    return frozenset(split(" ".join(line for line in _data("names.txt").splitlines() if not line.startswith("#"))))


def _data(name: str) -> str:
    return (resources.files("agents.clean") / "words" / name).read_text("utf-8")


def agency(text: str) -> str | None:
    """Give the agency that a piece of a line names and nothing else."""
    return _agency_of(split(text))


def _agency_of(words: list[str]) -> str | None:
    if not words or len(words) > _MOST_WIRE or words[0] not in _wire_openers():
        return None
    known = agencies()
    found = known.get(" ".join(words))
    if found is None and len(words) > 1 and words[0] in _PREFIX:
        found = known.get(" ".join(words[1:]))
    if found is None and len(words) > 1 and words[-1] in _SUFFIX:
        found = known.get(" ".join(words[:-1]))
    return found


@functools.cache
def _wire_openers() -> frozenset[str]:
    """Give the words that what names an agency can begin with."""
    return _PREFIX | _openers(agencies())


@functools.cache
def _place_openers() -> frozenset[str]:
    """Give the first words of places."""
    return _openers(places())


def _openers(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in names)


def is_place(words: list[str]) -> bool:
    """Say whether words name a place, or several with the commas gone."""
    if not 1 <= len(words) <= _MOST_PLACE or words[0] not in _place_openers():
        return False
    known = places()
    if " ".join(words) in known:
        return True
    start = 0
    while start < len(words):
        for size in (3, 2, 1):
            name = " ".join(words[start : start + size])
            if start + size <= len(words) and (name in known or (start and name[:1] == "و" and name[1:] in known)):
                start += size
                break
        else:
            return False
    return True


def is_name(words: list[str]) -> bool:
    """Say whether words can be a person's name."""
    if not 2 <= len(words) <= _MOST_NAME or words[0] in _OPENERS or not _NO_NAME.isdisjoint(words):  # noqa: PLR2004 - a name has two words
        return False
    if not "".join(words).isalpha() or any(map(_is_no_name, words)):
        return False
    if len(words) >= _LONG_NAME and not _is_long_name(words):
        return False
    # «علي» is a name in front or behind a name, else the preposition, which folds to the same.
    return _ALI not in words or _names_ali(words)


def _is_long_name(words: list[str]) -> bool:
    """Say whether four words or more hold a name that is known, or what joins names."""
    if not (given_names().isdisjoint(words) and _NAME_JOINTS.isdisjoint(words)):
        return True
    return any(word[0] == "و" for word in words[2:])


def _names_ali(words: list[str]) -> bool:
    """Say whether each «علي» among words is a name."""
    behind = all(word != _ALI or index == 0 or words[index - 1] in given_names() for index, word in enumerate(words))
    return behind and (words[-1] != _ALI or len(words) > 2 or words[0] in given_names())  # noqa: PLR2004 - a name has two words


def _is_no_name(word: str) -> bool:
    """Say whether a word has the look of none that names hold."""
    return word.startswith("وال") or (word[0] == "ي" and len(word) > 3 and word not in given_names())  # noqa: PLR2004 - a verb in the present


def is_desk(words: list[str], outlet: frozenset[str]) -> bool:
    """Say whether words name a desk of the outlet and nobody: «خاص - الأقباط متحدون»."""
    return words[0] in _DESK and len(words) > 1 and bool(outlet) and outlet.issuperset(words[1:])


def is_outlet_and_desk(line: str, words: list[str]) -> bool:
    """Say whether a line, of these words, is an outlet and what it brings: «يمن مونيتور/ قسم الأخبار»."""
    if _NAMING.isdisjoint(words):
        return False
    halves = [words for half in _HALVES.split(line) if (words := split(half))]
    if len(halves) != 2 or any(len(words) > _MOST_NAME for words in halves):  # noqa: PLR2004 - both sides
        return False
    named = [words[0] in _SITE or not _SURE_OUTLET.isdisjoint(words) for words in halves]
    desk = [words[0] in _DESK or words[0] in _AUTHOR for words in halves]
    return (named[0] and (named[1] or desk[1])) or (named[1] and desk[0])


def opens_title(words: list[str]) -> bool:
    """Say whether words open as a title does that tells of a day: «أسعار الذهب», «حالة الطقس»."""
    return words[0] in _SUBJECT


def is_known_name(words: list[str]) -> bool:
    """Say whether words are a person's name by all that can be known."""
    return is_name(words) and words[0] in given_names()


@functools.cache
def _never() -> frozenset[str]:
    """Give words that nothing in a byline holds but what stands behind «كتب» or within quotation marks."""
    names = [*agencies(), *places()]
    return _NOT_NAME - frozenset(word for name in names for word in name.split(" ")) - {"من"}


@functools.cache
def _telling() -> frozenset[str]:
    """Give words of which every line holds one that says by itself that it is a byline."""
    return _AUTHOR | frozenset(word for name in [*agencies(), *places()] for word in name.split(" "))


def could_be(line: str, words: list[str], outlet: frozenset[str], *, titled: bool) -> bool:
    """Say whether the words of a line allow that it is one: most headlines need not be taken apart."""
    if not titled and (_telling().isdisjoint(words) or not (_is_joined(line) or _said_alone(words))):
        return False
    if not _AUTHOR.isdisjoint(words):
        return True
    if len(words) > _MOST_WIRE and not _is_joined(line):
        return False
    ruling = _never().intersection(words)
    return not ruling or _QUOTE.search(line) is not None or outlet.issuperset(ruling)


@functools.lru_cache(maxsize=1 << 14)
def parse(line: str, outlet: frozenset[str], *, titled: bool = False) -> Found | None:
    """Read a line as a byline.

    Parameters
    ----------
    line
        As it stands on the page.
    outlet
        The folded words of the outlet's own name, which is no author.
    titled
        Whether the line stands where bylines stand, so that a bare name or place is one.

    Returns
    -------
    Found or None
        None where the line is none.
    """
    line = _without_from(line.strip(_ENDS))
    if not line or len(line) > 120 or _WIDE.search(line):  # noqa: PLR2004 - no byline is longer
        return None
    words = split(line)
    if not could_be(line, words, outlet, titled=titled):
        return None
    parts = _parts_of(line, frozenset() if outlet.isdisjoint(words) else outlet)
    return _found(line, parts, titled=titled) if parts is not None else None


@functools.lru_cache(maxsize=1 << 12)  # a title is read both as a byline of its own and as one between title and text
def _parts_of(line: str, outlet: frozenset[str]) -> _Parts | None:
    """Read every part of a line; None where one of them is nothing that a byline holds."""
    parts = _Parts()
    rest = _QUOTED.sub(lambda quoted: _quoted(quoted[1], parts), line) if _QUOTE.search(line) else line
    pieces = [part for piece in _PARTS.split(rest) for part in _unhyphened(_without_from(piece.strip(_ENDS)))]
    if any(piece.count(" ") > _MOST_PIECE for piece in pieces):
        return None
    if all(_read(piece, outlet, parts) for piece in pieces if piece) and (parts.author or parts.place or parts.wire):
        return parts
    return None


def _found(line: str, parts: _Parts, *, titled: bool) -> Found | None:
    """Say what the parts of a line amount to."""
    author, place = parts.author, parts.place
    if parts.wire and not place and len(author) == 1 and not parts.known and not parts.marked:
        if len(split(author[0])) > 2:  # noqa: PLR2004 - a caption's words
            return None
        author, place = [], author  # a place that no list has: «زوق مكايل - رويترز»
    sure = (
        bool(parts.wire)
        or ((parts.marked or (parts.own and parts.known)) and bool(author))
        or (parts.own and bool(place))
        or (bool(place) and (parts.known or (bool(parts.outlet) and not author)))
    )
    if not sure and (not titled or (parts.outlet and not place)):
        return None
    joint = " - " if len(place) > 1 and _is_dashed(place[0], line) else "، "
    return Found(
        Byline(author=_joined(author, "، "), agency=_joined(parts.wire, "، "), dateline=_joined(place, joint)),
        sure,
        parts.outlet[0] if parts.outlet else None,
    )


def _is_dashed(name: str, line: str) -> bool:
    """Say whether a dash stands behind a name."""
    at = line.find(name)
    while at >= 0:
        if line[at + len(name) :].lstrip()[:1] in ("-", "–", "—"):
            return True
        at = line.find(name, at + 1)
    return False


def _without_from(text: str) -> str:
    """Take the preposition off «من فلان الفلاني»."""
    rest = text.removeprefix("من ")
    return rest if rest is not text and is_known_name(split(rest)) else text


def _is_joined(line: str) -> bool:
    """Say whether there can be several parts in a line."""
    return _JOINT.search(line) is not None or " من " in line


def _said_alone(words: list[str]) -> bool:
    """Say whether a line without any separator can say by itself that it is a byline: «كتب فلان», «رويترز»."""
    return bool(words) and (words[0] in _AUTHOR or " ".join(words) in agencies())


def _quoted(text: str, parts: _Parts) -> str:
    """Take a name in quotation marks out of the line: an agency or an outlet."""
    wire = agency(text)
    if wire:
        parts.wire.append(wire)
    elif _is_outlet(split(text)):
        parts.outlet.append(text.strip(_ENDS))
    else:
        return f" {text} "
    return " - "


def _unhyphened(piece: str) -> list[str]:
    """Cut «عمان-بترا» where each side is something by itself."""
    halves = [half for half in _HYPHEN.split(piece) if half] if "-" in piece or "–" in piece else []
    if len(halves) > 1 and any(agency(half) or is_place(split(half)) for half in halves):
        return halves
    return [piece]


def _read(piece: str, outlet: frozenset[str], parts: _Parts) -> bool:
    """Read one part of the line; False where it is nothing that a byline holds."""
    words = split(piece)
    if not words:
        return True
    if outlet and outlet.issuperset(words):
        if parts.own and len(words) < len(outlet) and is_place(words):
            parts.place.append(piece)  # «بغداد اليوم - بغداد»
        parts.own = True
        return True
    wire = _agency_of(words)
    if wire:
        parts.wire.append(wire)
        return True
    if words[0] in _AUTHOR:
        parts.marked = True
        return _read_author(piece, words, outlet, parts)
    if is_place(words):
        parts.place.append(piece)
        return True
    return (words[-1] in _wire_ends() and _read_joined(piece, parts)) or _read_from(piece, words, outlet, parts)


def _read_from(piece: str, words: list[str], outlet: frozenset[str], parts: _Parts) -> bool:
    """Read «فلان من الرياض», else a name."""
    halves = _FROM.split(piece) if "من" in words else ()
    if len(halves) == 2 and is_place(split(halves[1])):  # noqa: PLR2004 - both sides of «من»
        parts.place.append(halves[1])
        return _read(halves[0], outlet, parts)
    return _read_name(piece, words, parts)


@functools.cache
def _wire_ends() -> frozenset[str]:
    """Give the last words of agencies' names."""
    return frozenset(name.rpartition(" ")[2] for name in agencies())


def _read_joined(piece: str, parts: _Parts) -> bool:
    """Read a place and an agency with nothing between them: «الرياض واس»."""
    pieces = piece.split()
    for size in (1, 2, 3):
        wire = agency(" ".join(pieces[-size:])) if len(pieces) > size else None
        if wire and is_place(split(" ".join(pieces[:-size]))):
            parts.wire.append(wire)
            parts.place.append(" ".join(pieces[:-size]))
            return True
    return False


def _read_author(piece: str, words: list[str], outlet: frozenset[str], parts: _Parts) -> bool:
    """Read what stands behind «كتب», «تقرير من إعداد»."""
    count = 1
    while count < len(words) and words[count] in _AUTHOR_JOIN:
        count += 1
    rest = piece
    while rest and len(split(rest)) > len(words) - count:
        rest = rest.partition(" ")[2]
    named = [word for word in split(rest) if len(word) > 1]  # without «د.»
    if named and count == 1 and words[0] in _GENRES and not (is_known_name(named) or outlet.issuperset(named)):
        return False
    return not rest or _read(rest, outlet, parts)


def _read_name(piece: str, words: list[str], parts: _Parts) -> bool:
    if is_name(words) and not (words[0].startswith("ال") and words[0] not in given_names()):
        parts.known = parts.known or words[0] in given_names()
        parts.author.append(piece)
        return True
    if len(words) > 4 or any(word in _NOT_NAME for word in words):  # noqa: PLR2004 - an outlet's name
        return False
    if words[0] in _DESK:
        return True
    if _is_outlet(words):
        parts.outlet.append(piece)
        return True
    return False


def _is_outlet(words: list[str]) -> bool:
    """Say whether words can be an outlet's name."""
    if not words or len(words) > 4 or _ALI in words:  # noqa: PLR2004 - an outlet's name
        return False
    short = 3 if words[0].startswith("ال") else 1
    return len(words) <= short or not _OUTLET.isdisjoint(words)


def _joined(parts: list[str], joint: str) -> str | None:
    return joint.join(dict.fromkeys(part.strip(_ENDS) for part in parts)) if parts else None
