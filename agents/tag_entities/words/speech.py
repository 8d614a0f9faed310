"""The words of speech, folded: verbs in the forms that news use, participles, nouns, and subjects that name nobody."""

from typing import Final, NamedTuple

from agents.arabic.folding import fold
from agents.arabic.tokens import folded

_PAST: Final = (
    "قال أكد أضاف أوضح شدد أعلن ذكر صرح أشار لفت كتب غرد تابع واصل اعتبر رأى نفى حذر دعا طالب وصف عبر أعرب بين "
    "أفاد كشف زعم ادعى "
    "استطرد علق رد ختم اختتم تساءل توقع أقر اعترف جدد نوه أبلغ أخبر روى حث هدد توعد تعهد وعد ندد أدان رحب أشاد "
    "انتقد اتهم شرح أردف "
    "مضى استدرك فسر أفصح برر أورد تحدث خاطب سأل أجاب استنكر رفض استبعد أبدى اشتكى هتف صاح نقل تمنى ناشد عد رجح "
    "أوصى أثنى شكر أتم أنهى زاد استمر استكمل استهل استأنف جزم نبه ألمح تطرق أصر "
    "استشهد ناقش حمل ردد نشر قرر خلص عزا أسف أبرز أكمل أعاد طمأن نصح فند سخر بث كرر استغرب"
)
_FEMININE_IRREGULAR: Final = {
    "رأى": "رأت",
    "نفى": "نفت",
    "دعا": "دعت",
    "ادعى": "ادعت",
    "روى": "روت",
    "مضى": "مضت",
    "أبدى": "أبدت",
    "تمنى": "تمنت",
    "أثنى": "أثنت",
    "أنهى": "أنهت",
    "عزا": "عزت",
}
_PRESENT: Final = (
    "يقول يؤكد يضيف يوضح يشدد يعلن يذكر يصرح يشير يلفت يكتب يتابع يواصل يعتبر يرى ينفي يحذر يدعو يطالب يصف يعبر "
    "يعرب يبين يفيد يكشف "
    "يزعم يدعي يستطرد يعلق يرد يختم يختتم يتساءل يتوقع يقر يعترف ينوه يروي يهدد يشرح يردف يستدرك يجيب يتحدث "
    "يستبعد يرجح يتهم "
    "ينتقد يمضي يشكو يحكي يوصي يصر"
)
_PARTICIPLE: Final = (
    "قائلا مؤكدا مضيفا موضحا مشددا معلنا مصرحا مشيرا لافتا متابعا مواصلا معتبرا نافيا محذرا داعيا مطالبا واصفا "
    "معبرا معربا "
    "مبينا كاشفا زاعما مدعيا مستطردا معلقا رادا مختتما متسائلا متوقعا مقرا معترفا مجددا منوها مهددا متوعدا متعهدا "
    "واعدا منددا "
    "مرحبا مشيدا منتقدا متهما شارحا مردفا مستدركا مفسرا مستنكرا رافضا مستبعدا مرجحا مستشهدا متمنيا مناشدا آملا "
    "مذكرا ملمحا موصيا"
)
_NOUNS: Final = (
    "التأكيد بالقول القول بالتأكيد بقوله قوله قولها بقولها قولهم التصريح تصريح تصريحات تغريدة تغريدته تدوينة"
)
_DOCUMENT: Final = "تشمل يشمل تتضمن يتضمن تنص ينص نص نصت جاء ورد تضمن تضمنت شمل شملت"
"""Verbs of what plans, statements and studies say."""


class Speech(NamedTuple):
    """A word of speech: `kind` is past, present, participle, noun and so on; `feminine` when it says so."""

    kind: str
    lemma: str
    feminine: bool


_NOUN_LIKE: Final = folded("ذاكرة كاتبة داعية مذكرة مبينة رادة مقرة مرجحة مشيدة آملة واعدة")
"""Feminine participles that are nouns more often."""


def _table() -> dict[str, Speech]:  # noqa: C901 - a form a line
    table: dict[str, Speech] = {}

    def put(form: str, kind: str, lemma: str, *, feminine: bool) -> None:
        for lead in ("", "و", "ف"):
            table.setdefault(lead + fold(form), Speech(kind, fold(lemma), feminine))

    for verb in _PAST.split():
        put(verb, "past", verb, feminine=False)
        put(_FEMININE_IRREGULAR.get(verb, verb + "ت"), "past", verb, feminine=True)
        if verb[-1] not in "اى":
            put(verb + "ا", "several", verb, feminine=False)
            put(verb + "وا", "several", verb, feminine=False)
    for verb in _PRESENT.split():
        put(verb, "present", verb, feminine=False)
        put("ت" + verb[1:], "present", verb, feminine=True)
    for participle in _PARTICIPLE.split():
        put(participle, "participle", participle, feminine=False)
        put(participle + "ً", "participle", participle, feminine=False)
        if fold(participle[:-1] + "ة") not in _NOUN_LIKE:
            put(participle[:-1] + "ة", "participle", participle, feminine=True)
    for verb in ("وصف", "يصف", "نعت", "سمى", "يسمي", "اعتبر", "يعتبر"):
        for ending in ("ه", "ها", "هم"):
            put(verb.replace("سمى", "سما") + ending, "past", "وصف", feminine=False)
    for verb in "أكد أوضح أعلن نفى انتقد رفض كشف أبرز".split():  # noqa: SIM905 - as the lists above
        for ending in ("ه", "ها"):
            stem = "نفا" if verb == "نفى" else verb
            put(stem + ending, "object", verb, feminine=False)
            put(stem.removesuffix("ا") + "ت" + ending, "object", verb, feminine=True)
    for verb in _DOCUMENT.split():
        put(verb, "document", verb, feminine=verb[0] == "ت" or verb.endswith("ت"))
    for noun in _NOUNS.split():
        put(noun, "noun", noun, feminine=noun.endswith("ها"))
    return table


SPEECH: Final = _table()
NOT_SPEECH: Final = folded("رد عد بين حمل نشر أعاد ذكر وعد علق نقل قرر بث عبر")
"""Forms that are other words more often: they count only where a subject or a colon stands right behind them."""
CONTINUING: Final = folded("أضاف تابع أكمل واصل أردف أنهى أتم اختتم ختم استطرد زاد استمر استكمل مضى")
"""Lemmas of verbs with which somebody goes on: an office behind them that names nobody means who spoke last."""
LOOSE: Final = folded("أتم أنهى زاد استهل استأنف تطرق استمر استكمل")
"""Lemmas that are of speech only where what is said follows at once: وأنهى المدرب حديثه: «»."""
CITING: Final = folded("بحسب وبحسب حسب وحسب وفق ووفق وفقا ووفقا طبقا وطبقا نقلا ونقلا")
"""Prepositions that name a source."""
CLAUSE: Final = folded("إن أن بأن أنه إنه أنها إنها بأنه بأنها بأنهم أنهم إنهم لأن وأن أننا إننا إنني أنني بأننا")
"""Words that open what is said."""
RELATIONS: Final = folded(
    "ابنة ابن زوجة زوج شقيق شقيقة والد والدة نجل محامي محامية صديق صديقة مدير مكتب أرملة حفيد عم خال شقيقه نجله "
    "زوجته والده ابنته ابنه"
)
"""Behind these stands whose relative speaks, not who speaks."""
REPORTING: Final = folded(
    "قال أكد أعلن أضاف أوضح شدد نفى ذكر أشار صرح كشف اعتبر حذر لفت رأى أفاد نوه تابع زعم توقع يقول يؤكد يرى يعتبر "
    "يضيف أردف أقر اعترف"
)
"""Lemmas of verbs that report what somebody said in a clause: قال إن, أكد أن."""
ANONYMOUS: Final = folded(
    "مصدر مصادر مسؤول مسؤولون مسؤولين المسؤول المسؤولون متحدث متحدثة ناطق شهود شاهد خبراء محللون مراقبون سكان "
    "ناشطون نشطاء "
    "دبلوماسي دبلوماسيون المصدر المصادر المراقبون المحللون الخبراء ناشط أحد إحدى بعض كثير كثيرون عدد مواطن "
    "مواطنون قيادي "
    "طبيب باحثون الباحثون علماء العلماء مقربون وسائل تقارير تقرير المتحدث الناطق المتحدثة"
)
"""Subjects who are nobody by name."""
DOCUMENTS: Final = folded(
    "بيان بيانها بيانه البيان تقرير التقرير دراسة الدراسة رسالة الرسالة خطة الخطة إصلاحات قرار القرار مذكرة خطاب "
    "كلمة مقال وثيقة "
    "تصريحات تغريدة مبادرة حزمة"
)
"""What people and bodies publish."""
PRONOUNS: Final = folded("سموه معاليه سيادته فخامته جلالته سعادته فضيلته سموها معاليها نفسه ذاته")
"""Forms of respect that stand for who spoke before."""
STRICT: Final = folded("قال أضاف تابع أوضح صرح ذكر يقول يضيف أردف كتب")
"""Verbs that an unnamed noun behind them is the subject of."""
STATEMENT: Final = folded("البيان بيان")
BODIES: Final = {
    fold(noun): frozenset(kinds.split())
    for noun, kinds in {
        "الوزارة": "ministry",
        "الخارجية": "ministry",
        "الداخلية": "ministry",
        "الوكالة": "agency government-body un-body",
        "الصحيفة": "outlet",
        "الجريدة": "outlet",
        "القناة": "outlet",
        "الموقع": "outlet social-network",
        "المجلة": "outlet",
        "الشبكة": "outlet",
        "الشركة": "company airline bank",
        "المجموعة": "company",
        "المنظمة": "organisation un-body charity",
        "الحزب": "party",
        "الحركة": "party armed-group",
        "النادي": "club",
        "الجامعة": "university",
        "البنك": "bank central-bank",
        "الجيش": "army",
        "الشرطة": "police",
        "المرصد": "organisation",
        "التنظيم": "armed-group",
        "الجماعة": "armed-group party",
        "الهيئة": "government-body organisation federation",
        "المعهد": "institute",
        "المركز": "institute government-body organisation",
        "المؤسسة": "organisation charity company government-body",
        "المجلس": "government-body parliament organisation union",
        "الجمعية": "charity organisation union",
        "اللجنة": "government-body organisation federation",
        "الاتحاد": "federation union organisation",
        "المحكمة": "court",
        "الصندوق": "organisation un-body government-body",
        "المستشفى": "hospital",
        "البلدية": "government-body",
        "القيادة": "army government-body",
        "الدائرة": "government-body",
        "البرلمان": "parliament",
    }.items()
}
"""Definite nouns that refer back to a body of one of these kinds, or to one whose name begins with the noun."""
PUBLISHED: Final = folded(
    "نشرها نشره نشرتها نشرته أعدها أعده أعدتها أعدته أجراها أجرتها أجراه أصدرها أصدره أصدرتها أصدرته صادر صادرة "
    "الصادر الصادرة أصدره بثه بثته"
)
"""Between a document and who published it."""
ROLES: Final = folded(
    "الوزير الوزيرة الرئيس الرئيسة المدرب اللاعب المهاجم المدافع الحارس الأمير الملك الشيخ السفير المبعوث الفنان "
    "الفنانة الممثل "
    "الممثلة المطرب المغنية المخرج الكاتب الكاتبة الباحث الباحثة الطبيب المدير المديرة الأمين النائب السيناتور "
    "القائد الزعيم "
    "المفتي الخبير المحلل المحامي القيادي المستشار المستشارة المحافظ المرشح رئيس وزير وزيرة مدرب الجنرال العميد "
    "اللواء المسؤول"
)
"""Titles that refer back to a person named before."""
AWAY: Final = folded(
    "عقب إثر فور أثناء غداة وسط رغم منذ بخصوص حيال إزاء بمناسبة عند ضمن ردا تعليقا "
    "عن من مع إلى في على أمام لدى بين ضد خلال بعد قبل باسم عبر حول تجاه نحو بشأن بحضور لدعم ل"
)
"""Prepositions: what follows one is nobody who speaks."""
