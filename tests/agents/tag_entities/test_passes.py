"""Names that need a decision: common words, namesakes, teams, codes, titles of works, surnames that two bear."""

import pytest


def named(tagger, article, *paragraphs, section=None):
    """Give surface and id of each mention of an article, in order."""
    record = tagger.tag([article(*paragraphs, section=section)])[0]
    mentions = [(m.start, m.surface, e.id) for e in record.entities for m in e.mentions]
    return [(surface, entity) for _, surface, entity in sorted(mentions)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرت صحيفة الوطن تقريرا عن مصر", "org:al-watan"),
        ("أعلنت حركة حماس في غزة موقفها", "org:hamas"),
        ("فاز نادي النصر السعودي في الرياض", "org:al-nassr"),
    ],
)
def test_a_word_beside_it_makes_a_name_of_a_common_word(tagged, text, found):
    """صحيفة, حركة and نادي tell what the word behind them is."""
    entities, _, _ = tagged(text)
    assert any(entity.startswith(found) for entity in entities)


def test_a_namesake_stays_unlinked(tagged):
    """An officer of a president's name is another man."""
    entities, _, _ = tagged("تلقى المقدم محمد نجيب رئيس المباحث بلاغا بالحادث")
    assert list(entities) == ["per:ar:محمد-نجيب"]


def test_a_month_is_no_company(tagged):
    """أبريل (نيسان) is a date."""
    entities, _, dates = tagged("انطلقت الحملة في أبريل (نيسان) 2019")
    assert entities == {}
    assert [d.value for d in dates] == ["2019-04"]


def test_tanwin_tells_an_adverb_from_a_place(tagged):
    """دومًا is no Douma."""
    entities, _, _ = tagged("كانت الحسابات دومًا خاطئة")
    assert entities == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالت الصحف السعودية إن الوفد عاد", []),
        ("عاد الوفد إلى السعودية", ["loc:saudi-arabia"]),
        ("رحبت السعودية بالبيان", ["loc:saudi-arabia"]),
        ("بلغ الإنتاج في المدن الصناعية السعودية مليون طن", []),
        ("فتحت الفرص للمرأة السعودية في العمل", []),
    ],
)
def test_a_country_that_is_an_adjective_is_none(tagged, text, found):
    """السعودية behind a noun with an article is an adjective, the country elsewhere."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كان يشبه جدّه كثيرا", []),
        ("وصل إلى جدّة اليوم", ["loc:jeddah"]),
        ("لهم مني كل الشكر", []),
        ("تحدثت امرأة وأم لثلاثة أطفال", []),
        ("ونحن سائرون على الطريق", []),
        ("تحاضر فاطمة الألمعي مساء الخميس", ["per:ar:فاطمه-الالمعي"]),
    ],
)
def test_words_that_only_look_like_names(tagged, text, found):
    """What folding or a peeled letter makes of a common word is no place, agency or party."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


def test_a_match_report_needs_no_section(tagged):
    """Words of play make clubs of برشلونة and الأهلي; النادي المصري is any Egyptian club; من عمر names no Omar."""
    text = (
        "سجل برشلونة هدف التعادل في الدقيقة الثالثة من عمر الشوط الثاني في مرمى الأهلي المصري، "
        "وأضاف المهاجم هدفا للنادي المصري قبل نهاية المباراة في الملعب الأولمبي بالرياض."
    )
    entities, _, _ = tagged(text)
    assert list(entities) == ["org:fc-barcelona", "org:al-ahly", "loc:riyadh"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أكدت الرياض موقفها من الأزمة", ["loc:riyadh"]),
        ("وصل الوفد إلى الرباط مساء", ["loc:rabat"]),
        ("غرق شخص في سيول جدة", ["loc:jeddah"]),
        ("أصيب اللاعب بقطع في الرباط الصليبي", []),
        ("تأخرت صلاة المغرب دقائق", []),
    ],
)
def test_a_capital_needs_little_to_be_known(tagged, text, found):
    """A capital whose name is a word too is known without its country beside it, and the word is still a word."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("ارتفع عدد الوفيات، وهناك وفيات أخرى", []),
        ("انتهى لقاء ريال مدريد ونيوكاسل يونايتد", ["ريال مدريد", "نيوكاسل يونايتد"]),
        ("فاز الحزب الديمقراطي الحر بالانتخابات", ["الحزب الديمقراطي الحر"]),
        ("سافر إلى الأوروغواي أمس", ["الأوروغواي"]),
    ],
)
def test_how_far_names_reach(tagged, text, surfaces):
    """Rules tell where names that no list has begin and end, and what is none."""
    entities, _, _ = tagged(text)
    assert [m.surface for e in entities.values() for m in e.mentions] == surfaces


def test_a_plus_is_read(tagged):
    """أوبك and أوبك+ are two."""
    entities, _, _ = tagged("أعلنت أوبك أن أوبك+ ستجتمع")
    assert list(entities) == ["org:opec", "org:opec-plus"]


@pytest.mark.parametrize(
    "text",
    [
        "أوضح المهندس أحمد بن عبدالعزيز الفارس أن المشروع اكتمل",
        "توفي في الكويت ناصر محمد فرج الملقب بكرداش",
        "قدم الأستاذ محمد أحمد المسلم محاضرة",
        "استقبل الأمير عبدالله بن عبدالعزيز بن مساعد آل سعود الوفد",
    ],
)
def test_a_longer_name_than_a_known_one_is_another_mans(tagged, text):
    """Another name behind or before somebody's, or another grandfather, makes it somebody else's."""
    entities, _, _ = tagged(text)
    assert [e.known for e in entities.values() if e.type == "PER"] == [False]


def test_a_list_tells_what_its_members_are(tagger, article):
    """Common words between sure names of one kind are names of that kind; جدة behind و is not وجدة."""
    found = named(tagger, article, "أسواق", "تراجعت أسهم شيفرون، شل، إكسون موبيل، وزار الدمام وجدة والخرج.")
    assert ("شل", "org:shell") in found
    assert ("جدة", "loc:jeddah") in found


def test_a_match_makes_a_club_of_a_common_word(tagger, article):
    """Behind a score, and before its place in the table, a common word is a club of the country that plays."""
    found = named(
        tagger,
        article,
        "الجولة الخامسة من الدوري السعودي",
        "قاد المدرب الهلال السعودي للفوز بنتيجة 5-0 على الاتفاق.",
        section="sport",
    )
    assert ("الاتفاق", "org:al-ettifaq") in found


def test_a_figure_is_no_name(tagged):
    """A name that ends in a number is none where a decimal stands: السهم 3.37."""
    entities, _, _ = tagged("بلغت ربحية السهم 3.37 ريالات")
    assert entities == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("فاز الفريق على الترجي المكنيني في المباراة بهدف في الدوري بعد ركلة جزاء سددها اللاعب", "الترجي المكنيني"),
    ],
)
def test_a_longer_name_than_a_known_clubs_is_another_club(tagged, text, name):
    """The known one gives way, and nothing is linked."""
    entities, _, _ = tagged(text)
    found = {e.name_ar: e.known for e in entities.values()}
    assert found.get(name) is False


def test_a_dateline_is_signed_by_an_agency(tagged):
    """Behind a place and a slash, الأناضول is the agency, and no land."""
    entities, _, _ = tagged("بغداد / الأناضول أعلن التحالف موقفه")
    assert list(entities) == ["loc:baghdad", "org:anadolu-agency"]


@pytest.mark.parametrize(
    "text",
    [
        "كتب عن التجربة الناصرية في مصر والعراق",
        "قال الدكتور حسين شحاتة أستاذ الاقتصاد في مصر ذلك",
        "حضر الحلقة سمو الشيخ زايد بن حمدان في مصر",
        "حكم عليه بعقوبة مقيدة للحرية",
        "القذائف تدمر الأبنية في سوريا",
        "العمل من إخراج أحمد حسن في مصر",
        "وقالت وكالة الأنباء الرسمية في مصر ذلك",
        "نقل إلى المستشفى العسكري ابن سينا في مصر",
        'قال لصحيفة "فلسطين" إن عائلته في سوريا',
        'يعرض مسلسل "كلهم يحبون مودي" في مصر',
    ],
)
def test_words_and_namesakes_are_linked_to_nobody(tagged, text):
    """Adjectives, namesakes, verbs, what is called by a great name: nothing is linked but countries."""
    entities, _, _ = tagged(text)
    assert {e.id for e in entities.values() if e.known} <= {"loc:egypt", "loc:iraq", "loc:syria"}


def test_a_country_is_no_club_beside_national_teams(tagged):
    """الإمارات اليوم is a paper behind صحيفة alone, لاعبي الإمارات are no club's where a national team plays."""
    entities, _, _ = tagged("تعادل المنتخب أمام الإمارات اليوم في المباراة ولم يمنح لاعبي الإمارات الكرة")
    assert {e.id for e in entities.values() if e.known} <= {"loc:united-arab-emirates"}
    entities, _, _ = tagged("ذكرت صحيفة الإمارات اليوم ذلك")
    assert list(entities) == ["org:emarat-al-youm"]
