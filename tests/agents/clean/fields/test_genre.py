"""Genres: by the section, the label in front of the title, the form."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned

BODY = (
    "في الميناء الجنوبي رافعات كثيرة، ولكل رافعة منها حكاية يرويها من عملوا عليها سنين طويلة.\n"
    "والتوسعة التي يكثر الحديث عنها ليست أول توسعة، ولن تكون الأخيرة ما دامت السفن تكبر عاما بعد عام.\n"
    "ومن يقف على الرصيف في الربيع يرى كيف تنتهي رحلة الحاويات وتبدأ رحلة الشاحنات على الطريق نفسه."
)
"""Reflections, which report nothing."""


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("حوار: مدير الميناء يتحدث عن التوسعة", "interview"),
        ("شاهد.. توسعة الميناء الجنوبي من الجو", "video"),
        ("رأي | ماذا بعد توسعة الميناء الجنوبي", "opinion"),
        ("تغطية مباشرة: افتتاح الميناء الجنوبي", "live"),
        ("بيان صحفي: توسعة الميناء الجنوبي", "press_release"),
        ("سعر الذهب اليوم في أسواق الميناء الجنوبي", "service"),
        ("أبرز عناوين الصحف عن الميناء الجنوبي", "digest"),
        ("وفاة مهندس الميناء الجنوبي سالم الهاشمي", "obituary"),
        ("إليكم أهم عناوين الجرائد عن الميناء الجنوبي", "digest"),
        ("هذه أسعار الذهب في أسواق الميناء الجنوبي", "service"),
        ("تفاصيل وفاة الفنان سالم الهاشمي في الميناء الجنوبي", "obituary"),
        ("هدى السالمي تكتب: الميناء الجنوبي في الربيع", "opinion"),
        ("وفاة شخصين في حادث قرب الميناء الجنوبي", None),
        ("وفاة 39 شخصا في حادث قرب الميناء الجنوبي", None),
        (TITLE, None),
    ],
)
def test_a_titles_label_or_opening_tells_its_genre(title: str, genre: str | None) -> None:
    """Nothing is said where nothing tells."""
    assert cleaned(f"{title}\n{BODY}", title=title).genre == genre


@pytest.mark.parametrize(
    ("label", "title", "genre"),
    [
        ("مقالات الرأي", TITLE, "opinion"),
        ("رياضة", "السد يفوز على الريان في افتتاح الدوري", "sports_report"),
        ("رياضة", "السد والريان 2-1 في افتتاح الدوري", "sports_report"),
        ("رياضة", "السد يستعد لافتتاح الدوري", None),
        ("اقتصاد", TITLE, "news"),
        ("منوعات", TITLE, None),
    ],
)
def test_a_section_tells_the_genre(label: str, title: str, genre: str | None) -> None:
    """Of sport, only a match that was played is a report."""
    assert cleaned(f"{label}\n{title}\n{BODY}", title=title).genre == genre


def test_an_agencys_report_is_news() -> None:
    """As a dateline's is."""
    assert cleaned(f"{TITLE}\nصلالة - العمانية\n{BODY}").genre == "news"


@pytest.mark.parametrize(
    ("lead", "genre"),
    [
        (SENTENCES[0], "news"),
        (f"كان مدير الهيئة، اليوم الاثنين، في الميناء. {SENTENCES[3]}", "news"),
        (f"في الميناء، صباح أمس، كان مدير الهيئة في استقبال السفينة. {SENTENCES[3]}", "news"),
        (f"تسلم مدير الهيئة مهامه في الميناء الجنوبي. {SENTENCES[3]}", "news"),
        (f"في الميناء، كما في غيره، من يسأل ومن يجيب. {SENTENCES[3]}", None),
    ],
)
def test_a_lead_that_reports_is_that_of_news(lead: str, genre: str | None) -> None:
    """It opens with what somebody said, what happened, or says when."""
    assert cleaned(f"{TITLE}\n{lead}\n{BODY}").genre == genre


@pytest.mark.parametrize(
    ("second", "genre"),
    [
        ("وقال المدير إن أعمال التوسعة في الميناء الجنوبي ستنتهي في الربيع.", "news"),
        ("وقال الشاعر في الميناء الجنوبي ما لم يقله أحد قبله في ميناء.", None),
    ],
)
def test_a_text_that_goes_on_with_what_somebody_said_reports(second: str, genre: str | None) -> None:
    """A poet's words are quoted in articles of any genre."""
    first, *rest = BODY.splitlines()
    assert cleaned("\n".join([TITLE, first, second, *rest]), title=TITLE).genre == genre


def test_what_is_signed_by_somebodys_pen_is_an_opinion() -> None:
    """Reports are written, not penned."""
    assert cleaned(f"{TITLE}\nبقلم: هدى السالمي\n{BODY}").genre == "opinion"


@pytest.mark.parametrize(
    ("title", "lead", "genre"),
    [
        (
            "السد يتخطى الريان في افتتاح الموسم",
            "في مباراة مثيرة على ملعب الميناء تخطى السد ضيفه الريان.",
            "sports_report",
        ),
        ("ليلة الملعب الطويلة في الميناء", "فاز السد على ضيفه الريان في الجولة الأولى من الدوري.", "sports_report"),
        ("وزير يتخطى الأزمة في الميناء", "في الميناء من يسأل ومن يجيب ومن يعرف متى تنتهي الأزمة.", None),
    ],
)
def test_a_lead_that_tells_how_a_match_ended_is_that_of_a_sports_report(
    title: str, lead: str, genre: str | None
) -> None:
    """Also where no section says that it is of sport."""
    assert cleaned(f"{title}\n{lead}\n{BODY}", title=title).genre == genre


@pytest.mark.parametrize(("prices", "genre"), [(2, "service"), (0, None)])
def test_a_title_of_prices_is_of_service_where_the_text_lists_them(prices: int, genre: str | None) -> None:
    """Prices are spoken of in other articles too."""
    title = "عيار 21 يلمع في الميناء.. تابع أسعار الذهب"
    listed = [f"سعر الجرام من عيار {18 + number} في الميناء {5200 + number} جنيها للبيع." for number in range(prices)]
    assert cleaned("\n".join([title, BODY, *listed]), title=title).genre == genre


def test_bare_times_within_the_text_are_a_live_blogs() -> None:
    """Three at least."""
    entries = "\n".join(f"1{hour}:30\n{sentence}" for hour, sentence in enumerate(SENTENCES))
    assert cleaned(f"{TITLE}\n{BODY}\n{entries}", title=TITLE).genre == "live"


QUESTIONS = [
    "متى تنتهي أعمال التوسعة في الميناء الجنوبي؟",
    "وكم بلغت كلفة المشروع حتى الآن؟",
    "وما الذي ستغيره التوسعة في حركة السفن؟",
    "وهل {} المنافسة من الموانئ المجاورة؟",
]


@pytest.mark.parametrize(
    ("title", "verb", "lead", "genre"),
    [
        ("مدير الميناء لـ«الشراع»: التوسعة تنتهي في الربيع", "تفيد", "", "interview"),
        (TITLE, "تخشون", "", "interview"),
        (TITLE, "تفيد", "س: ", "interview"),
        (TITLE, "تفيد", "", None),
    ],
)
def test_questions_and_answers_are_an_interviews(title: str, verb: str, lead: str, genre: str | None) -> None:
    """Where somebody is asked; else they may head the parts of an explanation."""
    lines = [part for pair in zip(QUESTIONS, SENTENCES, strict=True) for part in (lead + pair[0].format(verb), pair[1])]
    assert cleaned("\n".join([title, *lines]), title=title, source="الشراع").genre == genre


def test_a_weather_report_is_of_service() -> None:
    """By its words, of which an article on a storm's victims has few."""
    report = "تتأثر البلاد غدا بمنخفض جوي مصحوب بكتلة هوائية باردة، وتسقط زخات من الأمطار، وتكون الرياح نشطة السرعة."
    victims = "قضى ثلاثة أشخاص حين جرفت الأمطار سيارتهم قرب الميناء الجنوبي ليلا، بحسب شهود من أهل الحي."
    assert cleaned(f"{TITLE}\n{report}\n{BODY}").genre == "service"
    assert cleaned(f"{TITLE}\n{victims}\n{BODY}").genre != "service"


def test_below_a_title_that_speaks_of_the_weather_fewer_words_report_it() -> None:
    """Half as many as elsewhere."""
    report = "أعلنت هيئة الأرصاد الجوية أن الموجة مستمرة في أغلب المناطق خلال الفترة المقبلة."
    titles = ("حالة الطقس: الأرصاد تكشف موعد انتهاء الموجة", TITLE)
    genres = [cleaned(f"{title}\n{report}\n{BODY}", title=title).genre for title in titles]
    assert genres == ["service", "news"]


def test_a_lead_may_say_late_how_a_match_ended() -> None:
    """Behind the team's full name."""
    lead = "حقق الفريق الأول لكرة القدم بنادي السد فوزا عريضا على نظيره في المباراة التي جمعتهما ضمن الجولة الثالثة."
    assert cleaned(f"{TITLE}\n{lead}\n{BODY}", title=TITLE).genre == "sports_report"


@pytest.mark.parametrize("name", ["شراع نيوز - ", "شراع نيوز (خاص): ", ""])
def test_a_lead_reports_behind_the_outlets_name(name: str) -> None:
    """What happened stands behind it."""
    lead = f"{name}طالب موظفو الميناء بإيقاف القرار الذي يقضي بنقلهم إلى الرصيف الجنوبي."
    assert cleaned(f"{TITLE}\n{lead}\n{SENTENCES[3]}\n{SENTENCES[3]}", title=TITLE).genre == "news"


def test_a_paragraph_that_goes_on_as_reports_do_tells_one() -> None:
    """Columns seldom open one so."""
    text = "يسدل الستار على ما يخص أعمال التوسعة في الميناء.\nومن المقرر أن تبدأ المرحلة الثانية في الربيع."
    assert cleaned(f"{TITLE}\n{text}", title=TITLE).genre == "news"
