"""The portfolios of ministries and the national bodies that rules compose names of, with the words of their ids."""

from typing import Final

from agents.arabic.folding import fold
from agents.arabic.tokens import folded

PORTFOLIOS: Final[dict[str, str]] = {
    fold(word): slug
    for word, slug in {
        "الخارجية": "foreign",
        "الداخلية": "interior",
        "الدفاع": "defence",
        "المالية": "finance",
        "الخزانة": "treasury",
        "الصحة": "health",
        "العدل": "justice",
        "التعليم": "education",
        "التربية": "education",
        "الاقتصاد": "economy",
        "التجارة": "commerce",
        "الزراعة": "agriculture",
        "الثقافة": "culture",
        "الإعلام": "information",
        "النفط": "oil",
        "البترول": "petroleum",
        "الطاقة": "energy",
        "الكهرباء": "electricity",
        "الصناعة": "industry",
        "السياحة": "tourism",
        "العمل": "labour",
        "البيئة": "environment",
        "النقل": "transport",
        "الاتصالات": "communications",
        "التخطيط": "planning",
        "الاستثمار": "investment",
        "الأوقاف": "religious-endowments",
        "الشباب": "youth",
        "الرياضة": "sport",
        "الحج": "hajj",
        "الإسكان": "housing",
        "الري": "irrigation",
        "الموارد": "resources",
        "الهجرة": "migration",
        "الشؤون": "affairs",
        "التضامن": "social-solidarity",
        "التموين": "supply",
        "الطيران": "aviation",
        "الأمن": "security",
        "البنتاغون": "defence",
        "التنمية": "development",
        "التعدين": "mining",
        "المياه": "water",
        "الأشغال": "public-works",
        "الخدمة": "civil-service",
        "التكنولوجيا": "technology",
        "المعادن": "minerals",
        "العلوم": "science",
        "الحرس": "national-guard",
        "التخصصات": "affairs",
        "المحاربين": "veterans",
        "التجهيز": "equipment",
        "الفلاحة": "agriculture",
        "الحرب": "war",
    }.items()
}
BARE: Final = folded("الخارجية الداخلية الدفاع الخزانة الصحة العدل المالية")
"""Portfolios that name their ministry without وزارة when a feminine nationality follows: الخارجية الروسية."""
NO_BARE: Final = folded(
    "وزير وزيرة وزيرا وزيري وزراء لوزير بوزير ووزير شؤون الشؤون لجنة هيئة قطاع مديرية إدارة السياسة العلاقات "
    "التجارة السوق "
    "الأوراق منظمة قوات الديون الأزمة التقارير كلية نظيره نظيرته حرس أجهزة الأسواق المنافذ شركة وزارة لوزارة "
    "بوزارة الخطوط الحكومة"
)
"""Behind these a bare portfolio is no ministry."""
WIDER: Final = folded(
    "العالي العامة الاجتماعية الإسلامية البلدية القروية والقروية المائية والمعرفة والدعوة والإرشاد المدنية "
    "الطبيعية البشرية المدني "
    "الوطني والتعليم والسكان والرياضة والطاقة والصناعة والزراعة والبيئة والمياه والمعادن والاتصالات والعلوم "
    "والاستثمار والعمرة "
    "والثقافة والإعلام والسياحة والاقتصاد والتخطيط والإسكان والتنمية والتجارة والبيئية والمغتربين والنقل والطاقات "
    "والشباب والمالية "
    "والري والجهاد والتقنية والمعلومات والابتكار والتربية والمجتمع والأسرة والآثار والثروة السمكية الحيوانية "
    "المتجددة والصيد الإلكترونية "
    "والشؤون والعمران والمدينة والبحث العلمي والمراقبة والهجرة والمهجرين والمتابعة والتعاون الدولي الخارجي الرقمي "
    "والرقمنة والتكوين المهني "
    "المحلية الإدارية والتموين والمشاريع الثقافية والخدمات المرأة والمرأة العسكري والطيران"
)
"""Words that widen a ministry's portfolio."""

PUBLIC: Final = folded(
    "الهيئة اللجنة المجلس المركز المؤسسة الجهاز المنظمة الوكالة الرابطة الجمعية النقابة المعهد الصندوق المديرية الشبكة "
    "الاتحاد الأكاديمية المنتدى المرصد المكتب الإدارة الغرفة التنسيقية"
)
"""Bodies whose name says what they are for."""
RANKS: Final = folded(
    "العام العامة الأعلى العليا الوطني الوطنية الدولي الدولية العالمي العالمية المركزي المركزية الإقليمي الإقليمية "
    "العربي العربية الإسلامي الإسلامية الاتحادي الاتحادية الملكي الملكية السامي السامية القومي القومية الأوروبي "
    "الأوروبية الأفريقي الأفريقية الأعلى الفني المستقلة المستقل الخليجي الخليجية الجامعي الجامعية"
)
"""Adjectives behind such a body: the Arab, the national, the supreme one."""
PURPOSES: Final = folded(
    "لحقوق لكرة لشؤون لدعم لمكافحة لحماية لتنمية لرعاية لتنظيم لإدارة لضمان لتطوير لسلامة لجودة "
    "لضحايا لمناهضة لنصرة لإغاثة لخدمة"
)
"""Purposes without ال, which a word with it follows."""

BODIES: Final[dict[str, tuple[str, str]]] = {
    fold(body): (slug, english)
    for body, (slug, english) in {
        "الجيش": ("army", "army"),
        "القوات المسلحة": ("armed-forces", "Armed Forces"),
        "القوات الجوية": ("air-force", "Air Force"),
        "القوات البحرية": ("navy", "Navy"),
        "القوات البرية": ("land-forces", "Land Forces"),
        "سلاح الجو": ("air-force", "Air Force"),
        "البحرية": ("navy", "Navy"),
        "الحرس الوطني": ("national-guard", "National Guard"),
        "خفر السواحل": ("coast-guard", "Coast Guard"),
        "الشرطة": ("police", "police"),
        "الدرك": ("gendarmerie", "Gendarmerie"),
        "البرلمان": ("parliament", "parliament"),
        "مجلس النواب": ("house-of-representatives", "House of Representatives"),
        "مجلس الشيوخ": ("senate", "Senate"),
        "مجلس الأمة": ("national-assembly", "National Assembly"),
        "مجلس الشعب": ("peoples-assembly", "People's Assembly"),
        "مجلس الشورى": ("shura-council", "Shura Council"),
        "مجلس العموم": ("house-of-commons", "House of Commons"),
        "مجلس اللوردات": ("house-of-lords", "House of Lords"),
        "الجمعية الوطنية": ("national-assembly", "National Assembly"),
        "الكونغرس": ("congress", "Congress"),
        "الرئاسة": ("presidency", "presidency"),
        "البنك المركزي": ("central-bank", "central bank"),
        "المصرف المركزي": ("central-bank", "central bank"),
        "المركزي": ("central-bank", "central bank"),
        "المخابرات": ("intelligence", "intelligence"),
        "الاستخبارات": ("intelligence", "intelligence"),
        "المخابرات العامة": ("general-intelligence", "General Intelligence"),
        "النيابة العامة": ("public-prosecution", "public prosecution"),
        "السفارة": ("embassy", "embassy"),
        "القنصلية": ("consulate", "consulate"),
        "المحكمة العليا": ("supreme-court", "Supreme Court"),
        "المحكمة الدستورية": ("constitutional-court", "Constitutional Court"),
        "المحكمة الاتحادية": ("federal-court", "Federal Court"),
        "الهلال الأحمر": ("red-crescent", "Red Crescent"),
        "الصليب الأحمر": ("red-cross", "Red Cross"),
        "الديوان الملكي": ("royal-court", "Royal Court"),
        "الديوان الأميري": ("amiri-diwan", "Amiri Diwan"),
        "الدفاع المدني": ("civil-defence", "Civil Defence"),
        "الأرصاد الجوية": ("meteorology", "meteorological service"),
        "الاتحاد": ("football-federation", "football federation"),
        "اتحاد الكرة": ("football-federation", "football federation"),
        "المنتخب": ("national-football-team", "national football team"),
        "المنتخب الوطني": ("national-football-team", "national football team"),
        "المنتخب الأول": ("national-football-team", "national football team"),
        "المنتخب الوطني الأول": ("national-football-team", "national football team"),
        "التلفزيون": ("television", "television"),
        "التليفزيون": ("television", "television"),
        "الإذاعة": ("radio", "radio"),
        "البورصة": ("stock-exchange", "stock exchange"),
        "وكالة الأنباء": ("news-agency", "news agency"),
        "الخطوط الجوية": ("airlines", "airlines"),
        "السكك الحديدية": ("railways", "railways"),
        "وكالة الفضاء": ("space-agency", "space agency"),
    }.items()
}
"""Bodies that a nationality adjective behind them makes a name: slug and English words."""
SPORT_ONLY: Final = folded("الاتحاد")
"""Bodies of sport, which the adjective alone does not make sure."""
