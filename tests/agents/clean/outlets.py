"""Twelve invented outlets, each with chrome of its own, to set articles in: pages whose every line's part is known.

A page is a list of (part, line): T the title's line, R one of its repetitions, H a heading, P a paragraph, B chrome.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

Page = list[tuple[str, str]]


class Story(NamedTuple):
    """An article to be set in a page, and what the page needs besides."""

    title: str
    paragraphs: list[str]
    others: list[str]
    """Titles of other articles."""
    foreign: list[str]
    """Paragraphs of another article."""
    day: int
    month: int
    year: int
    hour: int
    minute: int


EAST = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
MAGHREB = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
LEVANT = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
DAYS = ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]
NAMES = [
    "هند الراوي",
    "سامر عبد الحق",
    "ليلى بنعيسى",
    "محمود الطوخي",
    "نادر شكري",
    "آية الشافعي",
    "عمر حجازي",
    "رنا البستاني",
]
READERS = ["مغترب", "ابو خالد", "مواطنة غيورة", "سعيد من فاس", "متابع"]
REMARKS = [
    "الله يعين الناس على هذه الأحوال والموضوع يحتاج إلى حل جذري من المسؤولين وليس كلاما كما تعودنا منهم.",
    "شكرا على الخبر لكن نريد تفاصيل أكثر.",
    "هذا كلام قديم سمعناه ألف مرة ولم يتغير شيء، حسبنا الله ونعم الوكيل في كل فاسد ومن يحميه منذ سنوات طويلة.",
]


def clock(story: Story) -> str:
    """Return the hour and the minute."""
    return f"{story.hour:02}:{story.minute:02}"


def _b(*lines: str) -> Page:
    return [("B", line) for line in lines]


def _body(story: Story, *inserts: tuple[int, Page]) -> Page:
    """Return the paragraphs with chrome set between them; one with a place behind the last goes last but one."""
    page: Page = []
    waiting = sorted(
        ((min(at, max(1, len(story.paragraphs) - 1)), lines) for at, lines in inserts), key=lambda item: item[0]
    )
    for index, paragraph in enumerate(story.paragraphs):
        while waiting and waiting[0][0] <= index:
            page += waiting.pop(0)[1]
        page.append(("P", paragraph))
    for _, lines in waiting:
        page += lines
    return page


def cairo(story: Story, rng: random.Random) -> Page:
    """Masthead with names, both calendars, captions that stand twice, related titles in the text, a numbered list."""
    caption = " ".join(story.paragraphs[0].split()[1:4])
    return [
        *_b("رئيس مجلس الإدارة", "د. شريف الكومي", "رئيس التحرير", "منى عبد الوهاب"),
        *_b(f"{rng.choice(DAYS)} {story.day} {EAST[story.month - 1]} {story.year} 06:56 صـ 23 شوال 1445 هـ"),
        *_b("الرئيسية", "أخبار", "محافظات", "عرب وعالم", "اقتصاد", "حوادث", "رياضة", "فن", "منوعات", "فيديو", "بحث"),
        *_b("عرب وعالم"),
        ("T", story.title),
        *_b(
            f"{rng.choice(DAYS)} {story.day:02}/{EAST[story.month - 1]}/{story.year} - {clock(story)} م",
            caption,
            f"{caption} أثناء اللقاء",
        ),
        *_b(f"كتب - {rng.choice(NAMES)}", "تابع أحدث الأخبار عبر google news"),
        *_body(story, (2, _b("اقرأ أيضًا..", story.others[0], story.others[1]))),
        *_b(
            "تابع مرصد النيل على تطبيق نبض",
            "مرصد النيل",
            "أخبار مصر",
            "النيل اليوم",
            "موضوعات متعلقة",
            *story.others[2:5],
        ),
        *_b("تعليقات الفيسبوك", "الأكثر قراءة", "1", story.others[5], "2", story.others[6], "3", story.others[7]),
        *_b("جميع الحقوق محفوظة لموقع مرصد النيل © 2024", "تصميم وتطوير شركة الأفق للبرمجيات"),
    ]


def rabat(story: Story, rng: random.Random) -> Page:
    """Set: the title twice, Maghreb months, tags without a label, readers' remarks as long as paragraphs."""
    date = f"{rng.choice(DAYS)} {story.day} {MAGHREB[story.month - 1]} {story.year} - {story.hour:02}:{story.minute:02}"
    remarks = [line for number in range(1, 4) for line in (str(number), rng.choice(READERS), date, rng.choice(REMARKS))]
    return [
        *_b("صوت الأطلس", "الرئيسية", "سياسة", "جهات", "اقتصاد", "حوادث", "فن وثقافة", "رياضة", "تمازيغت", "آراء"),
        ("T", story.title),
        ("R", story.title),
        *_b(date, f"صوت الأطلس - {rng.choice(NAMES)}"),
        *_body(story),
        *_b(
            "الحكومة",
            "البرلمان المغربي",
            "الأغلبية",
            "تابعوا آخر الأخبار من صوت الأطلس على Google News",
            "النشرة الإخبارية",
        ),
        *_b(
            "اشترك الآن في النشرة البريدية لصوت الأطلس، لتصلك آخر الأخبار يوميا",
            "تعليقات الزوار",
            *remarks,
            "أضف تعليقك",
            "صندوق الحفظ والتنبيه",
            "لا يمكن حفظ المقال ، المرجو تسجيل الدخول",
        ),
    ]


def beirut(story: Story, _: random.Random) -> Page:
    """Section and time glued by bars, Levantine months, a source line, related paragraphs of another article."""
    return [
        *_b("لبنان", "خاص", "إقليميات", "متفرقات", "بيئة", "Live"),
        *_b(f"{story.day} {LEVANT[story.month - 1]} {story.year} | {story.hour:02}:{story.minute:02}", "إقليميات"),
        ("T", story.title),
        *_b("A+", "A-", "Aa"),
        *_body(story),
        *_b("المصدر: الوكالة الوطنية", "إقرأ أيضاً", story.others[0], *story.foreign[:2]),
        *_b(
            "مقالات ذات صلة",
            story.others[1],
            story.others[2],
            "أخبار ساخنة",
            story.others[3],
            "الأرز أونلاين 2023 ©",
            "من نحن",
            "إتصل بنا",
            "للإعلان معنا",
        ),
    ]


def baghdad(story: Story, _: random.Random) -> Page:
    """Set: an ISO time as it is stored, the outlet in front of the text, a Telegram prompt."""
    first, *rest = story.paragraphs
    opened = story._replace(paragraphs=[f"سومر بريس/ {first}", *rest])
    return [
        *_b("سومر بريس", "أمن", "سياسة", "مجتمع", "كوردستانيات", "تقارير وتحليلات"),
        ("T", story.title),
        *_b(f"{story.year}-{story.month:02}-{story.day:02}T{story.hour:02}:{story.minute:02}:10+00:00", "Font"),
        *_body(opened),
        *_b(
            "للاشتراك في قناة سومر بريس على تيليغرام",
            "شارك الخبر",
            "أخبار ذات صلة",
            *story.others[:4],
            "سومر بريس",
            "©جميع الحقوق محفوظة",
            "Powered By Mesopotamia",
        ),
    ]


def jeddah(story: Story, _: random.Random) -> Page:
    """Hijri date, agency and place, reading time, a question about notifications, a credit."""
    return [
        *_b(
            "الرئيسية > أخبار السعودية",
            f"تم النشر في: {story.day} {EAST[story.month - 1]} {story.year}, {clock(story)} مساءً",
        ),
        ("T", story.title),
        *_b("واس - الرياض", "3 دقائق للقراءة", "استمع للمقال", "تصغير الخط", "تكبير الخط"),
        *_body(story, (1, _b("ADVERTISEMENT")), (3, _b(f"اقرأ أيضًا: {story.others[0]}"))),
        *_b(
            "هل ترغب في استقبال آخر الأخبار من منارة جدة؟",
            "لا شكرًا",
            "نعم",
            "# السعودية",
            "# الرياض",
            "أخبار قد تعجبك",
            *story.others[1:4],
        ),
        *_b("منارة جدة صحيفة إلكترونية سعودية مرخصة من وزارة الإعلام", "رقم الترخيص 465734"),
    ]


def doha(story: Story, _: random.Random) -> Page:
    """Set: controls in English and Arabic, a list of links read out for screen readers, the source at the end."""
    return [
        *_b("تجاوز إلى المحتوى", "navigation menu", "أخبار", "|", "سوريا", "عربي"),
        ("T", story.title),
        *_b(
            "(الأوروبية-أرشيف)",
            "Published On",
            f"{story.day}/{story.month}/{story.year}",
            "|",
            "آخر تحديث:",
            f"{story.day}/{story.month}/{story.year} {story.hour:02}:{story.minute:02} م (بتوقيت مكة المكرمة)",
        ),
        *_b("facebook", "twitter", "whatsapp", "copylink", "حفظ"),
        *_body(
            story,
            (
                2,
                _b(
                    "اقرأ أيضا",
                    "list of 3 items",
                    "list 1 of 3",
                    story.others[0],
                    "list 2 of 3",
                    story.others[1],
                    "list 3 of 3",
                    story.others[2],
                    "end of list",
                ),
            ),
        ),
        *_b(
            "المصدر : الخليج الآن + وكالات",
            "حول هذه القصة",
            story.others[3],
            *story.foreign[:1],
            f"Published On {story.day}/{story.month}/{story.year}",
            "المزيد من أخبار",
            story.others[4],
            "من نحن",
            "اعرض المزيد",
            "تواصل معنا",
            "شبكتنا",
        ),
    ]


def tabuk(story: Story, rng: random.Random) -> Page:
    """Set: a strip of headlines in front, the title among them as any other line."""
    return [
        *_b(*story.others[:5]),
        ("T", story.title),
        *_b(
            f"{story.year}/{story.month:02}/{story.day:02} الساعة {story.hour:02}:{story.minute:02}",
            f"الشمال نت - {rng.choice(NAMES)} - تبوك",
            "1,204",
            "0",
        ),
        *_body(story),
        *_b(
            "إقرأ المزيد",
            story.others[5],
            story.others[6],
            "شارك الخبر",
            "tweet",
            "ضعي تعليقك",
            "اكتب التعليق",
            "التعليقات تعبر عن رأي كاتبها",
            "أخبار ساخنة",
        ),
    ]


def amman(story: Story, _: random.Random) -> Page:
    """Set: a dateline in the text, counters, a warning about remarks that is longer than many paragraphs."""
    first, *rest = story.paragraphs
    opened = story._replace(paragraphs=[f"البلقاء نيوز - {first}", *rest])
    return [
        *_b("الرئيسية", "أردنيات", "برلمانيات", "جامعات", "شؤون دولية", "أردنيات"),
        ("T", story.title),
        *_b(
            f"م الساعة {story.hour:02}:{story.minute:02} {story.day:02}-{story.month:02}-{story.year}",
            "مشاهدات 3147",
            "حجم الخط",
            "A",
            "A",
        ),
        *_body(opened),
        *_b(
            "تعليقات القراء",
            "لا يوجد تعليقات",
            "الاسم :",
            "البريد الالكتروني :",
            "اظهار البريد الالكتروني",
            "التعليق :",
        ),
        *_b(
            "تنويه: ترحب البلقاء نيوز بتعليقاتكم على أن تلتزم بأدب الحوار، وتحتفظ بحق حذف أي تعليق يتضمن إساءة أو "
            "خروجا عن الموضوع أو ذكر أسماء، علما أن التعليقات تعبر عن أصحابها فقط.",
            "التالي",
            story.others[0],
            "السابق",
            story.others[1],
        ),
        *_b("هاتف: 065555555", "editor@balqanews.example", "برمجة واستضافة يونكس"),
    ]


def london(story: Story, rng: random.Random) -> Page:
    """Picture sources and captions said in words, author and role, skip links around suggested stories."""
    return [
        *_b("إذهب الى المحتوى", "الأقسام", "أبحث"),
        ("T", story.title),
        *_b(
            "صدر الصورة، Getty Images",
            f"التعليق على الصورة، {' '.join(story.paragraphs[0].split()[2:9])}",
            f"Author, {rng.choice(NAMES)}",
            "Role, الديوان - لندن",
        ),
        *_b(f"{story.day} {EAST[story.month - 1]}/ {LEVANT[story.month - 1]} {story.year}"),
        *_body(
            story,
            (
                2,
                _b("تخطى قصص مقترحة وواصل القراءة", "قصص مقترحة", story.others[0], story.others[1], "قصص مقترحة نهاية"),
            ),
            (4, _b("يستحق الانتباه نهاية")),
        ),
        *_b(
            "اخترنا لكم",
            story.others[2],
            "قبل 3 ساعة",
            story.others[3],
            "الأكثر قراءة",
            "1",
            story.others[4],
            "2",
            story.others[5],
        ),
        *_b(
            "لماذا يمكنك الثقة في أخبار الديوان",
            "شروط الاستخدام",
            "عن الديوان",
            "سياسة الخصوصية",
            "© 2024 الديوان. الديوان ليس مسؤولا عن المحتويات بالمواقع الخارجية.",
        ),
    ]


def volga(story: Story, _: random.Random) -> Page:
    """Dates with dots, follow prompts with the outlet's Latin name, an agency's credit in front and behind."""
    return [
        *_b("الأخبار الرئيسية", story.others[0], story.others[1], "أخبار العالم"),
        ("T", story.title),
        *_b(
            f"تاريخ النشر: {story.day:02}.{story.month:02}.{story.year} | {story.hour:02}:{story.minute:02} GMT",
            "أخبار العالم",
            "AFP",
            "صورة أرشيفية",
            "انسخ الرابط",
            "تابعوا VT على",
        ),
        *_body(story, (1, _b("إقرأ المزيد", story.others[2]))),
        *_b(
            "المصدر: نوفوستي",
            "تابعوا VT على",
            "هاشتاغات",
            "موسكو",
            "أخبار روسيا",
            "التعليقات",
            "أفكارك وآراؤك عن الخبر",
            "يتصدر",
            story.others[3],
            story.others[4],
        ),
    ]


def aden(story: Story, _: random.Random) -> Page:
    """Section, bar, the title glued; numbered counters in words; a WhatsApp prompt; the title at the foot."""
    return [
        *_b("موج البحر - متابعات", f"الصفحة الرئيسية / أخبار محلية / {story.title}"),
        ("T", f"أخبار محلية | {story.title}"),
        *_b(
            f"{story.year}-{story.month:02}-{story.day:02} الساعة {story.hour:02}:{story.minute:02}",
            "عدد القراءات ( 1841 )",
            "عدن – موج البحر – خاص",
        ),
        *_body(story),
        *_b(
            "انضم إلى قناتنا على واتساب ليصلك كل جديد",
            "لمتابعة أخبار موج البحر عبر التليجرام اضغط هنا",
            "طباعة",
            "إرسال",
            f"{story.title} - موج البحر",
            "مواضيع قد تهمك",
            *story.others[:3],
        ),
    ]


def collector(story: Story, rng: random.Random) -> Page:
    """Set: an aggregator: where and when it was published, a link to the source, disclaimers as long as paragraphs."""
    return [
        *_b("تسجيل الدخول", "اليوم السابق", "اليوم التالي"),
        *_b("   ".join([*story.others[:6], *story.others[:4]])),
        ("T", story.title),
        *_b(f"{rng.choice(NAMES)} نشر في الضحى يوم {story.day:02} - {story.month:02} - {story.year}"),
        *_body(story),
        *_b("انقر هنا لقراءة الخبر من مصدره.", "مواضيع ذات صلة", *story.others[6:8], "أبلغ عن إشهار غير لائق"),
        *_b(
            "كانت هذه تفاصيل الخبر لهذا اليوم نرجوا بأن نكون قد وفقنا بإعطائك التفاصيل والمعلومات الكاملة، ولمتابعة "
            "جميع أخبارنا يمكنك الاشتراك في نظام التنبيهات أو في أحد أنظمتنا المختلفة لتزويدك بكل ما هو جديد."
        ),
        *_b(
            "كما تجدر الإشارة بأن الخبر الأصلي قد تم نشره ومتواجد على الضحى وقد قام فريق التحرير بالتأكد منه وربما "
            "تم التعديل عليه وربما قد يكون تم نقله بالكامل أو الاقتباس منه ويمكنك قراءة ومتابعة مستجدات هذا الخبر "
            "من مصدره الأساسي."
        ),
    ]


OUTLETS: dict[str, tuple[str, Callable[[Story, random.Random], Page]]] = {
    "cairo": ("مرصد النيل", cairo),
    "rabat": ("صوت الأطلس", rabat),
    "beirut": ("الأرز أونلاين", beirut),
    "baghdad": ("سومر بريس", baghdad),
    "jeddah": ("منارة جدة", jeddah),
    "doha": ("الخليج الآن", doha),
    "tabuk": ("الشمال نت", tabuk),
    "amman": ("البلقاء نيوز", amman),
    "london": ("الديوان", london),
    "volga": ("VT Arabic", volga),
    "aden": ("موج البحر", aden),
    "collector": ("المجمع", collector),
}
"""By a short name: the outlet's own name and how it sets a story."""
